using System.Globalization;
using System.Text.Json;

namespace MiCheckin.Core.Programs.Json;

/// <summary>
/// One object of the file being read: hands out its properties as the types they must have, and notes what is unknown,
/// twice there, missing or of another type. A mistake yields a harmless value, so that reading goes on to the next.
/// </summary>
internal sealed class Fields
{
    private readonly MistakeList _mistakes;
    private readonly Dictionary<string, SourceValue> _values = new(StringComparer.Ordinal);

    public Fields(SourceValue at, Shape shape, MistakeList mistakes)
    {
        At = at;
        _mistakes = mistakes;

        if (at.Kind != JsonValueKind.Object)
        {
            Wrong(at, $"a {shape.Name} object");
            return;
        }

        foreach (var (name, value) in at.Members)
        {
            Take(name, value, shape);
        }

        foreach (var name in shape.Required.Where(r => !_values.ContainsKey(r)))
        {
            mistakes.Add(at, $"The {shape.Name} has no \"{name}\".", $"Add \"{name}\".");
        }
    }

    public SourceValue At { get; }

    public SourceValue? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>A text with something in it.</summary>
    public string Text(string name)
    {
        if (Find(name) is not { } value)
        {
            return "";
        }

        return TextOf(value);
    }

    public string TextOf(SourceValue value)
    {
        if (value.Kind != JsonValueKind.String)
        {
            Wrong(value, "a text");
            return "";
        }

        if (value.Text.Trim().Length == 0 || value.Text.Trim().Length != value.Text.Length)
        {
            _mistakes.Add(
                value,
                "The text is empty, or begins or ends with a space.",
                "Write the words only."
            );
        }

        return value.Text;
    }

    public int Whole(string name, int otherwise, int least, int most)
    {
        if (Find(name) is not { } value)
        {
            return otherwise;
        }

        var isWhole = int.TryParse(
            value.Text,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var read
        );

        if (value.Kind == JsonValueKind.Number && isWhole && read >= least && read <= most)
        {
            return read;
        }

        Wrong(value, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
        return otherwise;
    }

    public decimal Number(string name, decimal most)
    {
        if (Find(name) is not { } value)
        {
            return most;
        }

        var isNumber = decimal.TryParse(
            value.Text,
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var read
        );

        if (value.Kind == JsonValueKind.Number && isNumber && read > 0 && read <= most)
        {
            return read;
        }

        Wrong(value, string.Create(CultureInfo.InvariantCulture, $"a number above 0, at most {most}"));
        return most;
    }

    public bool Flag(string name)
    {
        if (Find(name) is not { } value)
        {
            return false;
        }

        if (value.Kind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Wrong(value, "true or false");
        }

        return value.Kind == JsonValueKind.True;
    }

    /// <summary>The value that a word stands for, or the first of the choices.</summary>
    public T OneOf<T>(string name, IReadOnlyDictionary<string, T> words, T otherwise) =>
        Find(name) is { } value ? OneOf(value, words, otherwise) : otherwise;

    public T OneOf<T>(SourceValue value, IReadOnlyDictionary<string, T> words, T otherwise)
    {
        if (value.Kind == JsonValueKind.String && words.TryGetValue(value.Text, out var found))
        {
            return found;
        }

        Wrong(value, "one of " + string.Join(", ", words.Keys.Select(k => $"\"{k}\"")));
        return otherwise;
    }

    public IReadOnlyList<SourceValue> List(string name)
    {
        var value = Find(name);

        if (value is not null && value.Kind != JsonValueKind.Array)
        {
            Wrong(value, "a list");
        }

        return value?.Items ?? [];
    }

    /// <summary>The members of an object whose names the author chooses; a name that is there twice is a mistake.</summary>
    public IReadOnlyList<SourceMember> Map(string name)
    {
        var value = Find(name);

        if (value is not null && value.Kind != JsonValueKind.Object)
        {
            Wrong(value, "an object");
        }

        return Once(value?.Members ?? []);
    }

    private List<SourceMember> Once(IReadOnlyList<SourceMember> members)
    {
        foreach (var again in members.GroupBy(m => m.Name, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
        {
            _mistakes.Add(again.Value, $"\"{again.Name}\" is there twice.", "Keep one of the two.");
        }

        return [.. members.DistinctBy(m => m.Name, StringComparer.Ordinal)];
    }

    private void Take(string name, SourceValue value, Shape shape)
    {
        if (!shape.Knows(name))
        {
            var known = string.Join(", ", shape.Required.Concat(shape.Optional));
            _mistakes.Add(
                value,
                $"A {shape.Name} has no property \"{name}\".",
                $"Remove it, or use one of: {known}."
            );
        }
        else if (!_values.TryAdd(name, value))
        {
            _mistakes.Add(value, $"\"{name}\" is there twice.", "Keep one of the two.");
        }
    }

    private void Wrong(SourceValue value, string wanted) =>
        _mistakes.Add(value, $"Here stands {Shown(value)}, where {wanted} belongs.", $"Write {wanted}.");

    private static string Shown(SourceValue value) =>
        value.Kind switch
        {
            JsonValueKind.Number => $"the number {value.Text}",
            JsonValueKind.String =>
                $"\"{(value.Text.Length <= 40 ? value.Text : value.Text[..40] + "...")}\"",
            _ => value.KindName,
        };
}
