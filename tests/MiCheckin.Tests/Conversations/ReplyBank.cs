using System.Globalization;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Conversations;

/// <summary>
/// What simulated people say, written by hand: longings, doubts, acts, slips, plans, moods, small talk, anger, questions, words to
/// the service, misspellings, and answers in parts. One line is one answer; " / " stands between its texts.
/// </summary>
internal sealed class ReplyBank
{
    private static readonly string[] EnglishNumbers =
        "zero one two three four five six seven eight nine ten".Split(' ');

    private static readonly string[] SpanishNumbers =
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez".Split(' ');

    private readonly string[] _answers;
    private readonly string[] _rulers;
    private readonly string[] _numbers;

    public ReplyBank(string program, string language)
    {
        _answers = [.. Lines($"{program}.{language}"), .. Lines($"common.{language}")];
        _rulers = [.. Lines($"rulers.{language}")];
        _numbers = language is "es" ? SpanishNumbers : EnglishNumbers;
        Yes = language is "es" ? ["sí", "si", "SI", "claro que sí"] : ["yes", "YES", "yeah", "yep i am"];
        No = language is "es" ? ["no", "NO", "todavía no"] : ["no", "NO", "nope", "not yet"];
    }

    public int Count => _answers.Length;
    public string[] Yes { get; }
    public string[] No { get; }

    /// <summary>The texts of one answer.</summary>
    public string[] Answer(double draw) =>
        _answers[(int)(draw * _answers.Length)].Split(" / ", StringSplitOptions.TrimEntries);

    public string Ruler(double form, double number)
    {
        var score = (int)(number * 11);
        return _rulers[(int)(form * _rulers.Length)]
            .Replace("{n}", score.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{w}", _numbers[score], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lines(string name) =>
        File.ReadAllLines(Checkout.At("tests", "MiCheckin.Tests", "Conversations", "Bank", $"{name}.txt"))
            .Where(l => l.Length > 0 && !l.StartsWith('#'));
}
