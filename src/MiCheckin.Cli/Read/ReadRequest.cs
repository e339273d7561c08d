using System.Text.Json;
using MiCheckin.Core.Replies;

namespace MiCheckin.Cli.Read;

/// <summary>One line of input: the text, and what was asked.</summary>
internal sealed record ReadRequest(string? Id, string Text, Asked Asked)
{
    /// <summary>The id as it came, as JSON, so that a number stays a number.</summary>
    public static string? IdOf(JsonElement line) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty("id", out var id)
            ? id.GetRawText()
            : null;

    public static ReadRequest Of(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object || Word(line, "text") is not { } text)
        {
            throw new FormatException("A line is an object with a \"text\".");
        }

        return new ReadRequest(
            line.TryGetProperty("id", out var id) ? NameOf(id) : null,
            text,
            new Asked
            {
                Prompt = Word(line, "asked") ?? "",
                Expects = One(line, "expects", Expects.None, "ruler", "open", "choice", "none", "yes-no"),
                Scale = Word(line, "scale") switch
                {
                    null or "0-10" => RulerScale.ZeroToTen,
                    "1-10" => RulerScale.OneToTen,
                    var other => throw new FormatException($"\"scale\" is 0-10 or 1-10, not {other}."),
                },
                Language = Word(line, "language") ?? "en",
                OptedOut = Word(line, "consent") is "stopped",
                Choices = ChoicesOf(line),
                HasMedia =
                    line.TryGetProperty("media", out var media) && media.ValueKind == JsonValueKind.True,
            }
        );
    }

    private static string NameOf(JsonElement id) =>
        id.ValueKind == JsonValueKind.String ? JsonText.Of(id) : id.ToString();

    private static string? Word(JsonElement line, string name) =>
        !line.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? JsonText.Of(value)
        : throw new FormatException($"\"{name}\" is not a string.");

    private static Expects One(JsonElement line, string name, Expects otherwise, params string[] allowed)
    {
        var word = Word(line, name);
        return word is null ? otherwise
            : allowed.Contains(word, StringComparer.Ordinal)
            && Enum.TryParse<Expects>(
                word.Replace("-", "", StringComparison.Ordinal),
                ignoreCase: true,
                out var expects
            )
                ? expects
            : throw new FormatException($"\"{name}\" is not one of {string.Join(", ", allowed)}.");
    }

    private static string[] ChoicesOf(JsonElement line) =>
        line.TryGetProperty("choices", out var choices) && choices.ValueKind == JsonValueKind.Array
            ?
            [
                .. choices
                    .EnumerateArray()
                    .Where(c => c.ValueKind == JsonValueKind.String)
                    .Select(JsonText.Of),
            ]
            : [];
}
