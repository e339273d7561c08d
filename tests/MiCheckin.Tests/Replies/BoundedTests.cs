using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Tests.ReplyReading;

/// <summary>No text makes reading slow: counted in steps, since a clock on a busy machine proves nothing.</summary>
public sealed class BoundedTests
{
    private const int Long = 100_000;
    private const int MostStepsAWord = 600;

    /// <summary>Ten times the text may take this many times the steps.</summary>
    private const int MostTimes = 12;

    private static readonly string[] Hostile =
    [
        "a",
        "7",
        "e\u0301",
        "👩\u200d👩\u200d👧",
        "not ",
        "i ",
        "i want to stop ",
        "i do not want to die ",
        "don't ",
        "10 ",
        "7/",
        "half a ",
        "\"",
        "... ",
        "a1",
        "\ud800",
        "monday ago ",
        "gonna wanna ",
        "i was going to try to be able to ",
    ];

    public static TheoryData<string> Texts => [.. Hostile];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_hundred_thousand_characters_are_read_in_steps_that_grow_with_the_text(string unit)
    {
        var (small, large) = (Steps(Repeat(unit, Long / 10)), Steps(Repeat(unit, Long)));
        Assert.InRange(large, 0, (small * MostTimes) + MostStepsAWord);
        var reading = ReplyReader.Read(Repeat(unit, Long), Ruler);
        Assert.All(reading.Spans, span => Assert.InRange(span.Start + span.Length, 0, Long));
    }

    [Fact]
    public void No_row_of_words_takes_more_steps_than_its_share() =>
        Prop.ForAll(
                Gen.Elements(Hostile).ArrayOf(30).ToArbitrary(),
                units =>
                {
                    var text = string.Concat(units);
                    var once = Steps(text);
                    return Steps(Repeat(text + ' ', text.Length * 10))
                        <= (once * MostTimes) + (MostStepsAWord * 30);
                }
            )
            .QuickCheckThrowOnFailure();

    private static readonly Asked Ruler = new()
    {
        Prompt = "How ready are you, 0 to 10?",
        Expects = Expects.Ruler,
    };

    private static string Repeat(string unit, int length) =>
        string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1))[..length];

    private static int Steps(string text)
    {
        var scratch = new Scratch();
        var steps = Language.Known.Take(text, Language.Known.Replies, scratch);
        Assert.InRange(steps, 1, scratch.Tokens.Length * MostStepsAWord);
        return steps;
    }
}
