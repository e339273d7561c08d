using MiCheckin.Core.Replies.Features;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Reads one reply against what was asked. Pure, bounded in time, never throws on any text.</summary>
public static class ReplyReader
{
    /// <summary>Names the rules and weights; raised whenever either changes what is read.</summary>
    public const string Version = "rules-9 weights-9";

    private static readonly Language Language = Language.Known;
    private static readonly Meaning[] Meanings = Meaning.Of(Language.Replies.Headings);
    private static readonly Meaning[] PromptMarks = Meaning.Of(Language.Prompts.Headings);
    private static readonly RecentPrompts Prompts = new();

    /// <summary>Every finding in <paramref name="text"/>.</summary>
    public static Reading Read(string text, Asked asked)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(asked);
        var prompt = ViewOf(asked.Prompt);
        var scratch = Scratch.Mine;
        Language.Take(text, Language.Replies, scratch);
        var seen = Seen.Of(scratch, Meanings);
        var notAnAnswer = NotAnAnswerReader.Read(scratch, seen, asked);

        if (notAnAnswer is NotAnAnswer.Reaction or NotAnAnswer.AutoReply or NotAnAnswer.Media)
        {
            return new Reading
            {
                NotAnAnswer = notAnAnswer,
                Confidence = 1,
                Version = Version,
            };
        }

        return Answer(scratch, seen, asked, notAnAnswer, prompt);
    }

    private static Reading Answer(
        Scratch scratch,
        Seen seen,
        Asked asked,
        NotAnAnswer notAnAnswer,
        PromptView prompt
    )
    {
        var features = TalkFeatures.Mine;
        features.Take(scratch, Meanings, prompt, Language);
        var talk = TalkReader.Read(features, prompt, Shipped.Talk);
        var ruled = ControlReader.Read(scratch, Meanings, seen, asked, Language.Wish);
        var isWord =
            ruled.Word != ControlWord.None && ruled.Hit.To - ruled.Hit.From >= scratch.Tokens.Length - 2;
        var control =
            isWord || asked.OptedOut || notAnAnswer == NotAnAnswer.WrongNumber
                ? ruled
                : LeavingSense.Both(ruled, talk.Leaving, scratch, seen, Shipped.Talk);
        var sensed = isWord ? default : Shipped.Danger.Read(talk.Danger, features, scratch, Shipped.Talk);
        var risk = RiskReader.Read(scratch, Meanings, seen, new SensedDanger(talk.Danger, sensed));
        var ruler =
            asked.Expects == Expects.Ruler ? RulerReader.Read(scratch, Language.Ruler, asked) : default;
        return new Reading
        {
            Control = control.Word,
            SnoozeDays = control.Off.Days,
            SnoozeUntil = control.Off.Until,
            PreferredTime = control.Time,
            Risk = risk.Kind,
            Urgency = risk.Urgency,
            NotAnAnswer = notAnAnswer,
            RulerStatus = ruler.Status,
            Ruler = ruler.Status == RulerStatus.Read ? new RulerScore(ruler.Low, ruler.High) : null,
            Talk = talk.Talk,
            Kind = talk.Kind,
            Confidence = talk.Confidence,
            Strength = talk.Strength,
            Behaviour = BehaviourReader.Read(scratch, Meanings, seen) is { } report ? [report] : [],
            Choice = ChoiceReader.Read(scratch, asked),
            YesNo = ChoiceReader.YesNo(features.BareReply),
            AsksForInformation = AsksForInformation(scratch, seen),
            Spans = Findings.Gather(scratch, Meanings, control, risk, ruler, talk),
            Version = Version,
        };
    }

    /// <summary>What is seen of a prompt.</summary>
    internal static PromptView ViewOf(string prompt)
    {
        if (Prompts.Find(prompt) is { } known)
        {
            return known;
        }

        var view = PromptView.Of(prompt, Language, PromptMarks);
        Prompts.Keep(prompt, view);
        return view;
    }

    /// <summary>What the talk model sees of a reply: for training, and for looking at.</summary>
    internal static TalkFeatures FeaturesOf(string text, string prompt)
    {
        var view = ViewOf(prompt);
        Language.Take(text, Language.Replies, Scratch.Mine);
        TalkFeatures.Mine.Take(Scratch.Mine, Meanings, view, Language);
        return TalkFeatures.Mine;
    }

    /// <summary>Apart, so that a first set of weights can be trained without one.</summary>
    private static class Shipped
    {
        public static readonly TalkModel Talk = TalkModel.Shipped();
        public static readonly DangerModel Danger = DangerModel.Shipped();
    }

    private static bool AsksForInformation(Scratch scratch, Seen seen) =>
        seen.Has(Look.AsksInfo) && !seen.Has(Look.AsksSelf) && scratch.Folded.Contains('?');
}
