using System.Text;
using System.Text.Json;

namespace MiCheckin.Core.Programs.Json;

/// <summary>Reads JSON into values that know their path and line.</summary>
internal ref struct SourceParser
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 32 };

    private readonly ReadOnlySpan<byte> _json;
    private Utf8JsonReader _reader;
    private int _counted;
    private int _line = 1;

    private SourceParser(ReadOnlySpan<byte> json)
    {
        _json = json;
        _reader = new Utf8JsonReader(json, Options);
    }

    /// <summary>The whole file as one value, or null and the one mistake that kept it from being JSON.</summary>
    public static SourceValue? Parse(string json, MistakeList mistakes)
    {
        var parser = new SourceParser(Encoding.UTF8.GetBytes(json));

        try
        {
            parser._reader.Read();
            var value = parser.Value("$");
            parser._reader.Read();
            return value;
        }
        catch (JsonException e)
        {
            mistakes.Add(
                e.Path ?? "$",
                (int)(e.LineNumber ?? 0) + 1,
                "This is not JSON: " + Reason(e),
                NotJson
            );
        }
        catch (InvalidOperationException)
        {
            mistakes.Add("$", parser.Line(), "A text holds half of a character (a lone surrogate).", NotJson);
        }

        return null;
    }

    private const string NotJson =
        "Mend the character named here; an editor that knows JSON marks the place.";

    /// <summary>The reader's sentence without its position, which the mistake carries apart.</summary>
    private static string Reason(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? e.Message : e.Message[..end];
    }

    private SourceValue Value(string path)
    {
        var line = Line();

        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return new SourceValue(JsonValueKind.Object, path, line) { Members = Members(path) };
            case JsonTokenType.StartArray:
                return new SourceValue(JsonValueKind.Array, path, line) { Items = Items(path) };
            case JsonTokenType.String:
                return new SourceValue(JsonValueKind.String, path, line) { Text = _reader.GetString() ?? "" };
            case JsonTokenType.Number:
                var digits = Encoding.UTF8.GetString(_reader.ValueSpan);
                return new SourceValue(JsonValueKind.Number, path, line) { Text = digits };
            case JsonTokenType.True:
                return new SourceValue(JsonValueKind.True, path, line);
            case JsonTokenType.False:
                return new SourceValue(JsonValueKind.False, path, line);
            default:
                return new SourceValue(JsonValueKind.Null, path, line);
        }
    }

    private List<SourceMember> Members(string path)
    {
        var members = new List<SourceMember>();

        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var name = _reader.GetString() ?? "";
            _reader.Read();
            members.Add(new SourceMember(name, Value(Paths.Member(path, name))));
        }

        return members;
    }

    private List<SourceValue> Items(string path)
    {
        var items = new List<SourceValue>();

        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value(Paths.Item(path, items.Count)));
        }

        return items;
    }

    private int Line()
    {
        var start = (int)_reader.TokenStartIndex;
        _line += _json[_counted..start].Count((byte)'\n');
        _counted = start;
        return _line;
    }
}
