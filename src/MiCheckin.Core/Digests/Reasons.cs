using System.Globalization;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Digests;

/// <summary>Why somebody needs attention, in the order of weight.</summary>
public enum ReasonKind
{
    Risk,
    AskedForCoach,
    UnclearStop,
    Discord,
    OptedOut,
    CannotBeTexted,
    Slip,
    ConfidenceFalling,
    SustainRising,
    Stale,
    Unsure,
    OutcomeUnknown,
}

/// <summary>One reason, in a sentence for the coach, with the newest words it rests on where a reading can be doubted.</summary>
public sealed record Reason(ReasonKind Kind, string Sentence, Quote? Words = null);

/// <summary>Finds the reasons to look at a person this week, weightiest first. Each rests on something stored, never on a guess.</summary>
public static class Reasons
{
    /// <summary>A fall of this much on the ruler is worth a word; less is noise.</summary>
    private const decimal WorthAWord = 2m;

    /// <summary>One sustain reply is a mood; two, and more than the week before, are a direction.</summary>
    private const int FewestSustain = 2;

    public static IReadOnlyList<Reason> For(PersonWeek person, DigestWeek week)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(week);
        IEnumerable<Reason?> found =
        [
            Alerted(person, AlertReason.Risk, ReasonKind.Risk, "Has an open risk alert."),
            AskedForCoach(person, week),
            UnclearStop(person),
            Discord(person, week),
            OptedOut(person, week),
            CannotBeTexted(person),
            Slipped(person, week),
            ConfidenceFalling(person, week),
            SustainRising(person, week),
            person.State.Stale
                ? new Reason(ReasonKind.Stale, "Has gone quiet: several check-ins without an answer.")
                : null,
            Unsure(person, week),
            Alerted(
                person,
                AlertReason.OutcomeUnknown,
                ReasonKind.OutcomeUnknown,
                "It is not known whether a text reached them."
            ),
        ];
        return [.. found.OfType<Reason>()];
    }

    private static Reason? Alerted(PersonWeek person, AlertReason reason, ReasonKind kind, string sentence) =>
        person.Alerts.Any(open => open.Alert.Reason == reason) ? new Reason(kind, sentence) : null;

    private static Reason? AskedForCoach(PersonWeek person, DigestWeek week) =>
        Heard(person, week, reply => reply.Reading.Control == ControlWord.Coach) > 0
        || person.Alerts.Any(open => open.Alert.Reason == AlertReason.AskedForCoach)
            ? new Reason(ReasonKind.AskedForCoach, "Asked to hear from you.")
            : null;

    private static Reason? UnclearStop(PersonWeek person) =>
        person.State.Hold is { Reason: HoldReason.UnclearStop }
            ? new Reason(
                ReasonKind.UnclearStop,
                "A text may have asked to stop. Automated texts are held until you decide."
            )
            : null;

    private static Reason? Discord(PersonWeek person, DigestWeek week) =>
        Heard(person, week, reply => reply.Reading.Talk == Talk.Discord) > 0
        || person.Alerts.Any(open => open.Alert.Reason == AlertReason.Discord)
            ? new Reason(
                ReasonKind.Discord,
                "Seems put off by the program or by how we texted.",
                Newest(person, week, reply => reply.Reading.Talk == Talk.Discord)
            )
            : null;

    private static Reason? OptedOut(PersonWeek person, DigestWeek week) =>
        person.State.Consent is Consent.Stopped stopped && week.Holds(stopped.At)
            ? new Reason(ReasonKind.OptedOut, "Opted out this week. No more texts go to them.")
            : null;

    private static Reason? CannotBeTexted(PersonWeek person) =>
        person.State.Consent is Consent.WrongNumber
        || person.Alerts.Any(open => open.Alert.Reason == AlertReason.Unreachable)
            ? new Reason(ReasonKind.CannotBeTexted, "The number cannot be texted. Please ask for another.")
            : null;

    private static Reason? Slipped(PersonWeek person, DigestWeek week)
    {
        var facts = Of(person, week).ToList();

        if (facts.OfType<Fact.Relapsed>().Any())
        {
            return new Reason(ReasonKind.Slip, "Told us of a return to the old way, and was thanked for it.");
        }

        var slips = facts.OfType<Fact.BehaviourReported>().Count(f => f.Report.Kind == BehaviourKind.Slip);
        return slips == 0
            ? null
            : new Reason(ReasonKind.Slip, $"Told us of {Times(slips, "slip", "slips")}.");
    }

    private static Reason? ConfidenceFalling(PersonWeek person, DigestWeek week)
    {
        var scores = RulerTrend.Of(person.State.Rulers, RulerKind.Confidence).Scores;
        var answered = Of(person, week)
            .OfType<Fact.RulerRead>()
            .Any(f => f.Answer.Kind == RulerKind.Confidence);
        return answered && scores is [.., var before, var last] && before.Low - last.Low >= WorthAWord
            ? new Reason(
                ReasonKind.ConfidenceFalling,
                $"Confidence fell from {RulerTrend.Words(before)} to {RulerTrend.Words(last)}."
            )
            : null;
    }

    private static Reason? SustainRising(PersonWeek person, DigestWeek week)
    {
        var now = Sustain(Of(person, week));
        var before = Sustain(person.Facts.Where(f => f.At < week.From).Select(f => f.Fact));
        return now >= FewestSustain && now > before
            ? new Reason(
                ReasonKind.SustainRising,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"More reasons to stay as things are: {now} replies, {before} the week before."
                )
            )
            : null;
    }

    private static Reason? Unsure(PersonWeek person, DigestWeek week)
    {
        var unsure = Heard(person, week, IsUnsure);
        return unsure == 0
            ? null
            : new Reason(
                ReasonKind.Unsure,
                $"{Times(unsure, "reply", "replies")} could not be read for sure.",
                Newest(person, week, IsUnsure)
            );
    }

    private static bool IsUnsure(HeardReply reply) =>
        reply.Reading.Talk == Talk.Unsure || reply.Reading.RulerStatus == RulerStatus.Ask;

    private static Quote? Newest(PersonWeek person, DigestWeek week, Func<HeardReply, bool> which) =>
        person.Replies.LastOrDefault(reply => week.Holds(reply.At) && which(reply)) is { } reply
            ? Quote.Of(reply)
            : null;

    private static int Heard(PersonWeek person, DigestWeek week, Func<HeardReply, bool> which) =>
        person.Replies.Count(reply => week.Holds(reply.At) && which(reply));

    private static IEnumerable<Fact> Of(PersonWeek person, DigestWeek week) =>
        person.Facts.Where(f => week.Holds(f.At)).Select(f => f.Fact);

    private static int Sustain(IEnumerable<Fact> facts) =>
        facts.OfType<Fact.TalkHeard>().Count(heard => heard.Talk == Talk.Sustain);

    private static string Times(int count, string one, string many) =>
        count == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{count} {many}");
}
