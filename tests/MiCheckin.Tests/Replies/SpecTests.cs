using System.Globalization;
using MiCheckin.Core.Replies;

namespace MiCheckin.Tests.ReplyReading;

public sealed class SpecTests
{
    [Theory]
    [InlineData("control")]
    [InlineData("control-fresh")]
    [InlineData("control-blind")]
    [InlineData("control-strangers")]
    [InlineData("control-strangers-later")]
    [InlineData("control-traps")]
    public void Every_written_control_word_is_read_as_written(string spec)
    {
        var wrong = Spec.Rows(spec)
            .Select(c => (Case: c, Got: Spelled.Of(ReplyReader.Read(c[4], AskedFor(c)).Control)))
            .Where(x => !string.Equals(x.Got, x.Case[0], StringComparison.Ordinal))
            .Select(x => $"{x.Case[4]}: {x.Case[0]}, read as {x.Got}");
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("rulers")]
    [InlineData("rulers-fresh")]
    [InlineData("rulers-blind")]
    [InlineData("rulers-strangers")]
    [InlineData("rulers-strangers-2")]
    [InlineData("rulers-kin")]
    public void Every_written_ruler_reply_is_read_as_written(string spec)
    {
        var wrong = Spec.Rows(spec)
            .Select(Ruler)
            .Where(x => !string.Equals(x.Want, x.Got, StringComparison.Ordinal));
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("risk", 0.03)]
    [InlineData("risk-fresh", 0.03)]
    [InlineData("risk-blind-a", 0.05)]
    public void Danger_is_not_missed_and_ordinary_texts_raise_no_alarm(string spec, double mostMissed)
    {
        var (grave, missed, ordinary, alarms) = (0, new List<string>(), 0, new List<string>());

        foreach (var c in Spec.Rows(spec))
        {
            var reading = ReplyReader.Read(c[4], new Asked { Language = c[3] });

            if (c[0] is "none")
            {
                ordinary++;
                alarms.AddRange(reading.Urgency == Urgency.None ? [] : [c[4]]);
            }
            else if (c[1] is "crisis" or "imminent")
            {
                grave++;
                missed.AddRange(reading.Urgency >= Urgency.Crisis ? [] : [c[4]]);
            }
        }

        var log =
            $"missed {missed.Count} of {grave}, alarms {alarms.Count} of {ordinary}: {string.Join(" | ", missed.Concat(alarms))}";
        TestContext.Current.TestOutputHelper?.WriteLine(log);
        Assert.True(missed.Count <= grave * mostMissed && alarms.Count <= ordinary * MostAlarms, log);
    }

    private const double MostAlarms = 0.02;

    [Theory]
    [InlineData("risk-blind-b", 0.78, 0.14)]
    [InlineData("risk-blind-c", 0.80, 0.08)]
    [InlineData("risk-blind-d", 0.72, 0.17)]
    [InlineData("risk-blind-es", 0.66, 0.05)]
    [InlineData("risk-blind-es-c", 0.74, 0.05)]
    [InlineData("risk-blind-es-d", 0.74, 0.08)]
    [InlineData("risk-blind-g", 0.80, 0.15)]
    [InlineData("risk-blind-es-g", 0.78, 0.15)]
    [InlineData("risk-blind-h", 0.88, 0.10)]
    [InlineData("risk-blind-es-h", 0.70, 0.10)]
    public void Of_cries_for_help_in_words_that_nobody_foresaw_enough_are_heard(
        string spec,
        double fewestHeard,
        double mostAlarms
    )
    {
        var grave = Spec.Rows(spec).Where(c => c[1] is "crisis" or "imminent").ToList();
        var harmless = Spec.Rows(spec).Where(c => c[0] is "none").ToList();
        var (heard, alarms) = (grave.Count(RaisesDanger), harmless.Count(RaisesDanger));
        var log = $"heard {heard} of {grave.Count}, alarms {alarms} of {harmless.Count}";
        TestContext.Current.TestOutputHelper?.WriteLine(log);
        Assert.True(heard >= grave.Count * fewestHeard && alarms <= harmless.Count * mostAlarms, log);
    }

    private static bool RaisesDanger(string[] c) =>
        ReplyReader.Read(c[4], new Asked { Language = c[3] }).Urgency != Urgency.None;

    [Theory]
    [InlineData("leaving-blind", 0.82, 0.07)]
    [InlineData("leaving-blind-es", 0.82, 0.09)]
    public void Strangers_who_want_no_more_texts_are_let_go_or_asked_in_words_that_nobody_foresaw(
        string spec,
        double fewestHeard,
        double mostAsked
    )
    {
        var words = Spec.Rows(spec).ToLookup(c => c[0], c => ControlOf(c[2], c[1]));
        var heard = words["stop"].Count(w => w is ControlWord.Stop or ControlWord.Ask);
        var asked = words["none"].Count(w => w is ControlWord.Stop or ControlWord.Ask);
        var log =
            $"heard {heard} of {words["stop"].Count()}, asked {asked} of {words["none"].Count()} others, "
            + $"{words["none"].Count(w => w is ControlWord.Stop)} of them let go";
        TestContext.Current.TestOutputHelper?.WriteLine(log);
        Assert.True(heard >= words["stop"].Count() * fewestHeard, log);
        Assert.True(asked <= words["none"].Count() * mostAsked, log);
    }

    private static ControlWord ControlOf(string text, string language) =>
        ReplyReader.Read(text, new Asked { Language = language, Expects = Expects.Open }).Control;

    [Theory]
    [InlineData("talk-known", 0.75)]
    [InlineData("talk-spanish", 0.65)]
    [InlineData("talk-blind", 0.58)]
    [InlineData("talk-blind-d", 0.66)]
    public void Talk_written_down_as_cases_is_read_as_written(string spec, double bar)
    {
        var rows = Spec.Rows(spec);
        var wrong = rows.Select(c => (Case: c, Got: Spelled.Of(TalkOf(c[1], c[2]))))
            .Where(x => !string.Equals(x.Got, x.Case[0], StringComparison.Ordinal))
            .Select(x => $"{x.Case[2]}: {x.Case[0]}, read as {x.Got}")
            .ToList();
        var log = $"{rows.Count - wrong.Count} of {rows.Count} right\n{string.Join('\n', wrong)}";
        TestContext.Current.TestOutputHelper?.WriteLine(log);
        Assert.True(rows.Count - wrong.Count >= rows.Count * bar, log);
    }

    private static Talk TalkOf(string asked, string text) =>
        ReplyReader.Read(text, new Asked { Prompt = asked, Expects = Expects.Open }).Talk;

    [Fact]
    public void Reports_of_acts_are_read_with_their_kind()
    {
        var rows = Spec.Rows("behaviour");
        var wrong = rows.Where(c => !string.Equals(KindOf(c[5]), c[0], StringComparison.Ordinal))
            .Select(c => $"{c[5]}: {c[0]}, read as {KindOf(c[5])}")
            .ToList();
        Assert.True(wrong.Count <= rows.Count * MostWrongReports, string.Join('\n', wrong));
    }

    private const double MostWrongReports = 0.10;

    private static string KindOf(string text) =>
        ReplyReader.Read(text, Asked.Nothing).Behaviour is [var report, ..]
            ? Spelled.Of(report.Kind)
            : "none";

    private static Asked AskedFor(string[] c) =>
        new()
        {
            Prompt = c[2],
            Language = c[3],
            OptedOut = c[1] is "stopped",
            Expects = c[2].Contains("0 to 10", StringComparison.Ordinal) ? Expects.Ruler : Expects.Open,
        };

    private static (string Text, string Want, string Got) Ruler(string[] c)
    {
        var asked = new Asked
        {
            Prompt = c[3],
            Language = c[2],
            Scale = c[0] is "1-10" ? RulerScale.OneToTen : RulerScale.ZeroToTen,
            Expects = Enum.Parse<Expects>(c[1], ignoreCase: true),
        };
        var reading = ReplyReader.Read(c[7], asked);
        var ends = reading.Ruler is { } score ? $"{Number(score.Low)} {Number(score.High)}" : " ";
        return (c[7], $"{c[4]} {c[5]} {c[6]}", $"{Spelled.Of(reading.RulerStatus)} {ends}");
    }

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
