using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Tests.Conversations;

/// <summary>One step of an arbitrary history: what happens, how long after the last, and a number to choose details by.</summary>
internal sealed record Step(int What, int Minutes, int Pick);

/// <summary>One event of a played history with the state before it and what was decided.</summary>
internal sealed record Played(ConversationState Before, ConversationEvent Happened, Decision Decision)
{
    public IEnumerable<PlannedText> Texts => Decision.Effects.OfType<Effect.SendText>().Select(e => e.Text);

    public IEnumerable<Alert> Alerts => Decision.Effects.OfType<Effect.RaiseAlert>().Select(e => e.Alert);
}

/// <summary>Arbitrary histories: any event in any state, with slots that come on time, late, twice or from nowhere.</summary>
internal static class Histories
{
    private static readonly string[] Words =
    [
        "I want to walk more with my kids",
        "no time for that",
        "7",
        "ok",
        "yes",
        "no",
        "I walked three days this week",
        "GOAL climb the stairs",
        "what helps with sore knees?",
        "and my back hurts",
        "I'm going to start on Monday",
        "\ud83d\ude42\ud83d\ude42",
        "this is pointless",
        "i gave up",
    ];

    public static Arbitrary<Step[]> Any { get; } =
        (
            from what in Gen.Choose(0, 39)
            from minutes in Gen.Frequency(
                (3, Gen.Choose(0, 3)),
                (3, Gen.Choose(3, 300)),
                (4, Gen.Choose(300, 6000)),
                (1, Gen.Choose(6000, 40000))
            )
            from pick in Gen.Choose(0, 100_000)
            select new Step(what, minutes, pick)
        )
            .ArrayOf()
            .Resize(60)
            .ToArbitrary();

    public static ProgramScript Program => People.MoveMore;

    public static List<Played> Play(
        IEnumerable<Step> steps,
        ConversationState? from = null,
        Instant? start = null,
        string prefix = "SM"
    )
    {
        var all = steps.ToList();
        var state = from ?? StartOf(all);
        var now = start ?? People.Hours(1);
        var played = new List<Played>();

        foreach (var (step, n) in all.Select((s, i) => (s, i)))
        {
            var (at, happened) = EventOf(
                step,
                state,
                now + Duration.FromMinutes(step.Minutes),
                $"{prefix}{n}"
            );
            now = at;
            var decision = Conversation.Decide(state, happened, Program);
            played.Add(new Played(state, happened, decision));
            state = decision.State;
        }

        return played;
    }

    /// <summary>Mostly in the middle of a program, sometimes at its very beginning.</summary>
    public static ConversationState StartOf(IReadOnlyList<Step> steps) =>
        (steps is [var first, ..] ? first.Pick % 8 : 0) switch
        {
            0 => Conversation.New(People.Ana),
            1 => People.Invited,
            2 or 3 => People.Begun,
            _ => People.Settled,
        };

    public static (Instant At, ConversationEvent Happened) EventOf(
        Step step,
        ConversationState state,
        Instant now,
        string id
    )
    {
        var slot = state.Slots.OrderBy(s => s.At).FirstOrDefault();
        var due = slot is null ? now : Instant.Max(now - Duration.FromMinutes(step.Minutes), slot.At);

        return step.What switch
        {
            < 2 => (now, new ConversationEvent.Enrolled(now, step.Pick / 100_001d)),
            < 14 => (due, new ConversationEvent.SlotDue(due, slot?.Key ?? "ci|none")),
            < 15 when slot is not null => (now, new ConversationEvent.SlotDue(now, slot.Key)),
            < 16 => (
                now,
                new ConversationEvent.TextNotSent(
                    now,
                    LastKey(state),
                    step.Pick % 2 is 0 ? "expired" : "unknown"
                )
            ),
            < 17 => (now, Rare(step, now)),
            < 21 => (now, new ConversationEvent.CoachActed(now, new CoachId("sam"), Coach(step.Pick))),
            _ => (now, Reply(step, now, id) with { AnswerWaits = Waits(step, state, now) }),
        };
    }

    /// <summary>Before its time an answer always waits; after it a worker may be late.</summary>
    private static bool Waits(Step step, ConversationState state, Instant now) =>
        state.Waiting is { } waiting && (now < waiting.NotBefore || step.Pick % 5 is 0);

    public static ConversationEvent.Replied Reply(Step step, Instant now, string id) =>
        new(
            now,
            id,
            new MessageText(Words[step.Pick % Words.Length]),
            ReadingOf(step.Pick),
            step.Pick % 41 is 0
        );

    public static Reading ReadingOf(int pick) =>
        new()
        {
            Control = pick % 5 is 0 ? Enum.GetValues<ControlWord>()[pick / 5 % 13] : ControlWord.None,
            Risk = pick % 17 is 0 ? Enum.GetValues<RiskKind>()[pick / 17 % 8] : RiskKind.None,
            Urgency = pick % 17 is 0 ? Enum.GetValues<Urgency>()[pick / 19 % 4] : Urgency.None,
            NotAnAnswer = pick % 19 is 0 ? Enum.GetValues<NotAnAnswer>()[pick / 19 % 5] : NotAnAnswer.None,
            RulerStatus = pick % 3 is 0 ? RulerStatus.Read : RulerStatus.None,
            Ruler = pick % 3 is 0 ? new RulerScore(pick / 3 % 11, pick / 3 % 11) : null,
            Talk = Enum.GetValues<Talk>()[pick / 7 % 6],
            Kind = Enum.GetValues<TalkKind>()[pick / 11 % 8],
            Confidence = pick % 100 / 100d,
            YesNo = pick % 4 is 0 ? pick % 8 is 0 : null,
            SnoozeDays = pick % 23 is 0 ? pick / 23 % 40 : null,
            PreferredTime = pick % 29 is 0 ? new LocalTime(pick / 29 % 24, 15) : null,
            AsksForInformation = pick % 13 is 0,
            Behaviour = pick % 6 is 0
                ?
                [
                    new BehaviourReport(
                        Enum.GetValues<BehaviourKind>()[pick / 6 % 5],
                        pick % 30,
                        "days",
                        "today",
                        new Span(0, 2, "behaviour")
                    ),
                ]
                : [],
            Spans = pick % 6 is 0 ? [new Span(0, 2, "behaviour")] : [],
            Version = "arbitrary",
        };

    private static ConversationEvent Rare(Step step, Instant now) =>
        (step.Pick % 5) switch
        {
            0 => new ConversationEvent.OptedOutAtProvider(now),
            1 => new ConversationEvent.Unreachable(now, "30003"),
            _ => new ConversationEvent.TextNotSent(now, "welcome", "expired"),
        };

    private static CoachAction Coach(int pick) =>
        (pick % 12) switch
        {
            0 or 1 or 2 => new CoachAction.ClearHold("called"),
            3 => new CoachAction.OverrideStage(Enum.GetValues<Stage>()[pick / 12 % 5], "knows them"),
            4 => new CoachAction.LiftOverride(),
            5 => new CoachAction.UndoMove("misread"),
            6 => new CoachAction.Text("Hi, this is Sam. How are you?"),
            7 => new CoachAction.Pause(pick % 2 is 0 ? null : new LocalDate(2026, 4, 1)),
            8 => new CoachAction.Resume(),
            9 when pick % 7 is 0 => new CoachAction.OptOut(),
            _ => new CoachAction.ChangeProfile(
                People.Ana with
                {
                    Zone = pick % 2 is 0 ? "America/Vancouver" : "Australia/Lord_Howe",
                    BlockedDates = [new LocalDate(2026, 3, 17)],
                }
            ),
        };

    private static string LastKey(ConversationState state) =>
        state.OpenPrompts is [.., var last] ? last.TextKey : "none";
}
