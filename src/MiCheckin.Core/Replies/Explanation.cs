using System.Globalization;

namespace MiCheckin.Core.Replies;

/// <summary>Says in plain sentences what was read, and on which words it rests, for coaches and authors.</summary>
public static class Explanation
{
    /// <summary>One sentence a finding; never empty.</summary>
    public static string Of(string text, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(reading);
        string?[] sentences =
        [
            Control(reading, text),
            Risk(reading, text),
            NotAnswer(reading),
            Ruler(reading),
            .. reading.Behaviour.Select(b => Behaviour(b, text)),
            reading.AsksForInformation ? "It asks us for information." : null,
            TalkOf(reading, text),
        ];
        return string.Join(' ', sentences.Where(s => s is not null));
    }

    private static string? Control(Reading reading, string text) =>
        reading.Control switch
        {
            ControlWord.None => null,
            ControlWord.Ask =>
                $"It may be a wish to leave{Quote(reading, text, "control")}: a person should ask.",
            var word => $"A word to the service: {Word(word)}{Quote(reading, text, "control")}.",
        };

    private static string? Risk(Reading reading, string text) =>
        reading.Risk == RiskKind.None
            ? null
            : $"Possible danger ({Word(reading.Risk)}, {Word(reading.Urgency)}){Quote(reading, text, "risk")}: a person must look.";

    private static string? NotAnswer(Reading reading) =>
        reading.NotAnAnswer == NotAnAnswer.None ? null : $"No answer, but: {Word(reading.NotAnAnswer)}.";

    private static string? Ruler(Reading reading) =>
        reading switch
        {
            { RulerStatus: RulerStatus.Ask } => "A number that is not certain: ask once.",
            { Ruler: { } ruler } when ruler.Low == ruler.High => $"On the ruler: {Number(ruler.Low)}.",
            { Ruler: { } ruler } => $"On the ruler: {Number(ruler.Low)} to {Number(ruler.High)}.",
            _ => null,
        };

    private static string Behaviour(BehaviourReport report, string text)
    {
        var amount = report.Amount is { } value ? $", {Number(value)} {report.Unit}".TrimEnd() : "";
        var when = string.Equals(report.When, "none", StringComparison.Ordinal) ? "" : $", {report.When}";
        return $"It reports an act ({Word(report.Kind)}{amount}{when}) in “{Cut(text, report.Span)}”.";
    }

    private static string TalkOf(Reading reading, string text)
    {
        var sure = reading
            .Confidence.ToString("P0", CultureInfo.InvariantCulture)
            .Replace(" ", "", StringComparison.Ordinal);
        var kind = reading.Kind == TalkKind.None ? "" : $" ({Word(reading.Kind)})";
        return reading.Talk switch
        {
            Talk.Unsure => $"Which way it leans is unsure ({sure}).",
            Talk.Neutral => $"It leans neither way ({sure} sure).",
            Talk.Change => $"It leans toward the change{kind}{Quote(reading, text, "talk")} ({sure} sure).",
            Talk.Sustain =>
                $"It leans toward things as they are{kind}{Quote(reading, text, "talk")} ({sure} sure).",
            Talk.Mixed => $"It speaks for both sides{kind}{Quote(reading, text, "talk")} ({sure} sure).",
            _ => $"It is about us, not about the change{Quote(reading, text, "talk")} ({sure} sure).",
        };
    }

    private static string Quote(Reading reading, string text, string finding)
    {
        var words = reading
            .Spans.Where(s => string.Equals(s.Finding, finding, StringComparison.Ordinal))
            .Select(s => $"“{Cut(text, s)}”")
            .ToList();
        return words.Count == 0 ? "" : $", from {string.Join(" and ", words)}";
    }

    private static string Cut(string text, Span span)
    {
        var start = Math.Clamp(span.Start, 0, text.Length);
        return text.Substring(start, Math.Clamp(span.Length, 0, text.Length - start));
    }

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Word<T>(T value)
        where T : struct, Enum => Spelled.Of(value);
}

/// <summary>Spells an enum's name as people and files do: HarmToOthers is harm-to-others.</summary>
public static class Spelled
{
    /// <summary>Small letters, with a hyphen where a new word begins.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return string.Concat(
            name.Select(
                (c, i) =>
                    i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"
            )
        );
    }
}
