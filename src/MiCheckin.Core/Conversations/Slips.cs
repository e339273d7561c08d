using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Conversations;

/// <summary>Slips that words tell plainly, whichever way a reader leans.</summary>
internal static class Slips
{
    /// <summary>The reading with the slip it tells of; null where it tells of none.</summary>
    public static Reading? Told(Reading reading, string words, Stage? stage) =>
        (Plausible.IsActing(stage), reading.Talk) switch
        {
            (true, _) when UsedAgain(reading) => AsSlip(reading),
            (_, Talk.Mixed) => null,
            (var acting, _) when IsAtItAgain(words) && (acting || reading.Kind is TalkKind.Steps) => WithSlip(
                reading
            ),
            _ => null,
        };

    /// <summary>"I gave up", said of the effort and not of the habit.</summary>
    public static bool GaveUp(Reading reading, string words) =>
        BehaviourSignals.Of(reading, words).Any(s => s.Class is SignalClass.GaveUp);

    /// <summary>"Had two cigarettes last night": an amount of what the person is leaving is no step, however it is read.</summary>
    public static bool UsedAgain(Reading reading) =>
        reading.Behaviour.Any(b =>
            b is { Kind: BehaviourKind.Amount, Amount: > 0, Unit: "cigarettes" or "drinks" or "puffs" }
        );

    /// <summary>"Had two last night" from somebody who has stopped: the amount is the slip.</summary>
    public static Reading AsSlip(Reading reading) =>
        reading with
        {
            Behaviour =
            [
                .. reading.Behaviour.Select(b =>
                    b.Kind is BehaviourKind.Amount ? b with { Kind = BehaviourKind.Slip } : b
                ),
            ],
        };

    /// <summary>"Bought a pack, smoked it all": at it again, however a reader leans.</summary>
    private static bool IsAtItAgain(string words) =>
        Phrases.Has(words, Phrases.AtItAgain)
        && !Phrases.Has($" {words}", Phrases.Denials)
        && !Phrases.Has(words, Phrases.WithoutIt);

    private static Reading WithSlip(Reading reading) =>
        reading.Behaviour.Any(b => b.Kind is BehaviourKind.Slip)
            ? reading
            : reading with
            {
                Behaviour =
                [
                    .. reading.Behaviour,
                    new BehaviourReport(BehaviourKind.Slip, null, "", "", new Span(0, 1, "behaviour")),
                ],
            };
}
