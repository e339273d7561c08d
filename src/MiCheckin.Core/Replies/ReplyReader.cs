using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Reads one reply against what was asked. Pure, bounded in time, never throws on any text.</summary>
public static class ReplyReader
{
    /// <summary>Names the rules and weights; raised whenever either changes what is read.</summary>
    public const string Version = "rules-1";

    private static readonly Language Language = Language.Known;
    private static readonly Meaning[] Meanings = Meaning.Of(Language.Headings);

    /// <summary>Every finding in <paramref name="text"/>.</summary>
    public static Reading Read(string text, Asked asked)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(asked);
        var scratch = Scratch.Mine;
        Language.Take(text, scratch);
        var notAnAnswer = NotAnAnswerReader.Read(scratch, Meanings, asked);
        var isEcho = notAnAnswer is NotAnAnswer.Reaction or NotAnAnswer.AutoReply;
        var control = isEcho ? default : ControlReader.Read(scratch, Meanings, asked);
        var risk = isEcho ? default : RiskReader.Read(scratch, Meanings);
        var ruler =
            isEcho || asked.Expects != Expects.Ruler
                ? default
                : RulerReader.Read(scratch, Language.Ruler, asked);
        return new Reading
        {
            Control = control.Word,
            SnoozeDays = control.Days,
            PreferredTime = control.Time,
            Risk = risk.Kind,
            Urgency = risk.Urgency,
            NotAnAnswer = notAnAnswer,
            RulerStatus = ruler.Status,
            Ruler = ruler.Status == RulerStatus.Read ? new RulerScore(ruler.Low, ruler.High) : null,
            Version = Version,
        };
    }
}
