using System.Text.RegularExpressions;
using MiCheckin.Core.Programs.Checking.Languages;
using MiCheckin.Core.Programs.Checking.Rules;

namespace MiCheckin.Core.Fidelity;

/// <summary>
/// Codes a text by its words alone, with the checker's rules: for texts whose parts are not known. A rough coder: it takes
/// a statement about the person for a reflection, and never calls one complex without a sign of it.
/// </summary>
public static partial class TextCoder
{
    /// <summary>What MI never does, found in these words: names of the checker's rules.</summary>
    public static IReadOnlyList<string> Inconsistent(string words, string language) =>
        Lexicon.For(language) is { } lexicon ? [.. ToneRules.Inconsistent(words, lexicon)] : [];

    public static Codes Code(string words, string language)
    {
        ArgumentNullException.ThrowIfNull(words);

        if (NamesANumberToCall().IsMatch(words))
        {
            return Codes.None;
        }

        var questions = words.Count(c => c == '?');
        var open = questions > 0 && IsOpen(words, language) ? 1 : 0;
        var reflects = Statements(words).Any(s => IsReflection(s, language));
        var complex = reflects && Statements(words).Any(s => AddsMeaning().IsMatch(s));
        return new Codes
        {
            OpenQuestions = open,
            ClosedQuestions = questions - open,
            ComplexReflections = complex ? 1 : 0,
            SimpleReflections = reflects && !complex ? 1 : 0,
            Inconsistent = Inconsistent(words, language).Count > 0 ? 1 : 0,
        };
    }

    private static bool IsReflection(string statement, string language) =>
        AboutThePerson().IsMatch(statement)
        && !ToTheService().IsMatch(statement)
        && Inconsistent(statement, language).Count == 0;

    internal static bool IsOpen(string words, string language) =>
        Lexicon.For(language) is not { } lexicon || !ClosedQuestionRule.IsClosed(words, lexicon);

    private static IEnumerable<string> Statements(string words) =>
        Sentences().Matches(words).Select(m => m.Value.Trim()).Where(s => !s.EndsWith('?'));

    [GeneratedRegex("[^.!?]+[.!?]?", RegexOptions.NonBacktracking)]
    private static partial Regex Sentences();

    [GeneratedRegex(
        "\\b(you|you're|your|yours|te|ti|tu|tus|contigo|sientes|quieres|ves|puedes|piensas|dices)\\b",
        RegexOptions.NonBacktracking
            | RegexOptions.IgnoreCase
            | RegexOptions.ExplicitCapture
            | RegexOptions.CultureInvariant
    )]
    private static partial Regex AboutThePerson();

    /// <summary>Talk of the texts themselves, or words that leave the choice: neither is a reflection.</summary>
    [GeneratedRegex(
        "\\b(STOP|START|HELP|COACH|RESUME|AYUDA|CONTINUAR|thank you|your (choice|call|pace)|up to you|you decide|depende de ti)\\b",
        RegexOptions.NonBacktracking
            | RegexOptions.IgnoreCase
            | RegexOptions.ExplicitCapture
            | RegexOptions.CultureInvariant
    )]
    private static partial Regex ToTheService();

    [GeneratedRegex(
        "\\b(part of you|one side|matter(s|ed)? to you|means? something|feel(s|ing)?|and (you|it|part|the other|some)|deep|hope|parte de ti|un lado|importa|y (quieres|te|la otra|lo)|esperanza|sientes)\\b",
        RegexOptions.NonBacktracking
            | RegexOptions.IgnoreCase
            | RegexOptions.ExplicitCapture
            | RegexOptions.CultureInvariant
    )]
    private static partial Regex AddsMeaning();

    /// <summary>Safety texts, the welcome and HELP: fixed words outside the conversation.</summary>
    [GeneratedRegex(
        "\\b(911|988|999|112|024|116 123|13 11 14|800 911 2000)\\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NamesANumberToCall();
}
