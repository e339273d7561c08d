using MiCheckin.Core.Programs.Checking;
using MiCheckin.Core.Programs.Checking.Languages;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Programs.Checking;

/// <summary>What motivational interviewing never says, in many forms, and what it says that sounds alike. One line a case, in Tone/.</summary>
public sealed class ToneTests
{
    private static readonly string[] Rules =
    [
        "directive",
        "advice",
        "warning",
        "confrontation",
        "shame",
        "praise",
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void What_is_never_said_is_found(string language)
    {
        var lines = Lines("never", language);

        Assert.Equal([], lines.Except(Found(lines, language), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void What_is_fine_is_left_alone(string language) =>
        Assert.Empty(Found(Lines("fine", language), language));

    [Theory]
    [InlineData("Well done, good job!", "en")]
    [InlineData("We are proud of you.", "en")]
    [InlineData("¡Bien hecho!", "es")]
    public void Praise_is_found_and_not_called_inconsistent_with_motivational_interviewing(
        string words,
        string language
    )
    {
        Assert.Matches(Lexicon.For(language)!.Praise, words);
        Assert.Empty(Core.Fidelity.TextCoder.Inconsistent(words, language));
    }

    private static HashSet<string> Found(string[] lines, string language)
    {
        var program = ProgramFile.MoveMore();

        foreach (var (line, n) in lines.Select((l, i) => (l, i)))
        {
            var cell = line.EndsWith('?') ? "ask.desire" : "reflect.desire";
            program
                .Cell(cell, language)
                .Add(new System.Text.Json.Nodes.JsonObject { ["id"] = $"line-{n}", ["text"] = line });
        }

        return ProgramChecker
            .Check(program.ToJsonString())
            .Findings.Where(f => Rules.Contains(f.Rule, StringComparer.Ordinal))
            .Select(f => f.Text)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static string[] Lines(string kind, string language) =>
        File.ReadAllLines(
            Checkout.At("tests", "MiCheckin.Tests", "Programs", "Checking", "Tone", $"{kind}.{language}.txt")
        );
}
