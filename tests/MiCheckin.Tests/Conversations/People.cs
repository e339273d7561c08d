using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;
using MiCheckin.Functions.Programs;

namespace MiCheckin.Tests.Conversations;

/// <summary>Sample people and programs for the conversation's tests.</summary>
internal static class People
{
    /// <summary>Monday, 2 March 2026, 10:00 in New York.</summary>
    public static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 15, 0);

    public static ProgramScript MoveMore { get; } = EmbeddedPrograms.All.First(p => p.Id is "move-more");

    public static Profile Ana { get; } =
        new()
        {
            Id = new ParticipantId("p-1"),
            Name = new PersonName("Ana"),
            ProgramId = "move-more",
            ProgramVersion = 1,
            Cohort = "spring",
            Coach = new CoachId("sam"),
            Zone = "America/New_York",
        };

    /// <summary>Enrolled, asked for consent.</summary>
    public static ConversationState Invited { get; } =
        Conversation
            .Decide(Conversation.New(Ana), new ConversationEvent.Enrolled(Monday, 0.25), MoveMore)
            .State;

    /// <summary>Said YES an hour later; the first stage question is open.</summary>
    public static ConversationState Begun { get; } =
        After(Invited, Reply("SM-yes", "YES", new Reading { YesNo = true }, Hours(1)));

    /// <summary>Placed in contemplation, goal known, nothing open, the next check-in planned.</summary>
    public static ConversationState Settled { get; } =
        Begun with
        {
            OpenPrompts = [],
            StageNext = null,
            Goal = "play with my grandkids",
            GoalAsked = true,
            Planned = [],
            LastReply = null,
            Stage = new StageRecord(
                Stage.Contemplation,
                Monday,
                new StageMove(null, Stage.Contemplation, Monday, "5.0", [])
            ),
        };

    public static ConversationState Stopped { get; } =
        After(Settled, Reply("SM-stop", "STOP", Control(ControlWord.Stop), Days(1)));

    public static Instant Hours(double hours) => Monday + Duration.FromHours(hours);

    public static Instant Days(double days) => Monday + Duration.FromDays(days);

    public static ConversationEvent.Replied Reply(string id, string words, Reading reading, Instant at) =>
        new(at, id, new MessageText(words), reading);

    public static Reading Control(ControlWord word) => new() { Control = word };

    public static Reading Talk(Talk talk, TalkKind kind = TalkKind.None) =>
        new()
        {
            Talk = talk,
            Kind = kind,
            Confidence = 0.9,
            Version = "test",
        };

    public static Reading ForChange(TalkKind kind) => Talk(Core.Replies.Talk.Change, kind);

    public static Reading Danger { get; } = new() { Risk = RiskKind.Suicide, Urgency = Urgency.Crisis };

    public static ConversationEvent.CoachActed CoachDid(Instant at, CoachAction action) =>
        new(at, Ana.Coach, action);

    /// <summary>Settled, with this one prompt open.</summary>
    public static ConversationState Asked(Prompt prompt, Instant at) =>
        Settled with
        {
            OpenPrompts =
            [
                new OpenPrompt
                {
                    TextKey = "ci|2026-03-03-p",
                    PromptId = prompt.Id,
                    Words = prompt.Text,
                    Expects = prompt.Expects,
                    Ruler = prompt.Ruler,
                    AskedAt = at,
                    AnswerBy = at + Duration.FromDays(3),
                },
            ],
        };

    public static Prompt Prompt(string id) => MoveMore.In("en").Prompts.Single(p => p.Id == id);

    public static ConversationState After(ConversationState state, params ConversationEvent[] happened) =>
        happened.Aggregate(state, (s, e) => Conversation.Decide(s, e, MoveMore).State);

    /// <summary>The planned slot of a kind.</summary>
    public static DueSlot Slot(this ConversationState state, SlotKind kind) =>
        state.Slots.Single(s => s.Kind == kind);

    /// <summary>The next check-in as an event, on time.</summary>
    public static ConversationEvent.SlotDue Due(
        this ConversationState state,
        SlotKind kind = SlotKind.CheckIn
    ) => new(state.Slot(kind).At, state.Slot(kind).Key);
}
