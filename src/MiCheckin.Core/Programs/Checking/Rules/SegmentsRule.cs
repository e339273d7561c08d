using MiCheckin.Core.Texts;

namespace MiCheckin.Core.Programs.Checking.Rules;

/// <summary>Counts segments with every placeholder at its longest, and names characters that double the price.</summary>
internal static class SegmentsRule
{
    public static Rule Rule { get; } = new("segments", p => p.Texts.SelectMany(t => Find(t, p.Script)));

    /// <summary>A text as long as it can become, with the program's own name and contact in it.</summary>
    public static string Longest(string text, string language, ProgramScript program)
    {
        var texts = program.In(language);
        var numbers = texts.Safety.Values.Select(s => s.Numbers).MaxBy(n => n.Length) ?? "";
        var own = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["program"] = texts.Name,
            ["contact"] = texts.Contact,
            ["numbers"] = numbers,
        };
        return Placeholders.AtLongest(Placeholders.Fill(text, own));
    }

    private static IEnumerable<Finding> Find(CheckedText text, ProgramScript program)
    {
        if (Foreign(text) is { Length: > 0 } foreign)
        {
            yield return OutsideGsm7(text, foreign);
        }

        var count = Segments.Count(Gsm7.Normalise(Longest(text.Text, text.Language, program)));
        var most = text.Tone == Tone.Talk ? 1 : 2;

        if (count.Segments > most)
        {
            yield return new Finding(
                count.Segments > 2 ? Severity.Error : Severity.Warning,
                "segments",
                text.Path,
                $"At its longest it takes {count.Segments} segments ({count.Units} units, {Name(count.Encoding)}).",
                text.Text,
                $"Shorten it to {most} segment{(most == 1 ? "" : "s")}: {(most == 1 ? 160 : 306)} characters of the GSM 7-bit alphabet."
            );
        }
    }

    private static Finding OutsideGsm7(CheckedText text, string foreign)
    {
        var fix = Gsm7.Holds(Gsm7.Normalise(text.Text))
            ? "Write typewriter's punctuation: ' \" - ..."
            : "Choose words without these characters, if there are good ones.";
        var problem = $"Not in the GSM 7-bit alphabet: {foreign}. Such a text holds 70 characters, not 160.";
        return new Finding(Severity.Warning, "alphabet", text.Path, problem, text.Text, fix);
    }

    /// <summary>Letters that a language cannot do without are no mistake: its texts are held to their segments instead.</summary>
    private static string Foreign(CheckedText text)
    {
        var own = text.Lexicon?.OwnLetters ?? "";
        var foreign = text
            .Text.EnumerateRunes()
            .Select(r => r.ToString())
            .Where(c => !Gsm7.Holds(c) && !own.Contains(c, StringComparison.Ordinal));
        return string.Join(' ', foreign.Distinct(StringComparer.Ordinal));
    }

    private static string Name(TextEncoding encoding) =>
        encoding == TextEncoding.Gsm7 ? "GSM 7-bit" : "UCS-2";
}
