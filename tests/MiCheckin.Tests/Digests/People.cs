using MiCheckin.Core.Conversations;
using MiCheckin.Core.Digests;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Tests.Digests;

/// <summary>Short ways to say who a digest is about.</summary>
internal static class People
{
    public static readonly DateTimeZone Vancouver = DateTimeZoneProviders.Tzdb["America/Vancouver"];

    /// <summary>Monday, 9 March 2026, 08:00 in Vancouver, the day after its clocks moved.</summary>
    public static readonly DigestWeek Week = DigestWeek.Around(
        new LocalDateTime(2026, 3, 9, 8, 20).InZoneStrictly(Vancouver).ToInstant(),
        Vancouver,
        IsoDayOfWeek.Monday,
        8
    );

    public static Instant On(int day, int hour = 12) =>
        new LocalDateTime(2026, 3, day, hour, 0).InZoneLeniently(Vancouver).ToInstant();

    public static ConversationState Person(string name) =>
        Conversation.New(
            new Profile
            {
                Id = new ParticipantId("p-" + name.Split(' ')[0].ToLowerInvariant()),
                Name = new PersonName(name),
                ProgramId = "move-more",
                ProgramVersion = 1,
                Cohort = "spring",
                Coach = new CoachId("ana"),
                Zone = "America/Vancouver",
            }
        ) with
        {
            Consent = new Consent.Given(On(1), "SM0"),
        };

    public static StageRecord At(Stage stage, int day, params Evidence[] evidence) =>
        new(stage, On(day), new StageMove(null, stage, On(day), "5.3", evidence));

    public static HeardReply Said(string words, int day, Reading reading, string id = "") =>
        new(id.Length == 0 ? $"SM{day}" : id, On(day), new MessageText(words), reading);

    public static Reading Reads(Talk talk, double confidence = 0.8, double strength = 0.5) =>
        new()
        {
            Talk = talk,
            Confidence = confidence,
            Strength = strength,
        };

    public static RulerAnswer Ruler(RulerKind kind, decimal score, int day) =>
        new(kind, RulerScale.ZeroToTen, new RulerScore(score, score), On(day), $"SM{day}");

    public static DatedFact Sustain(int day) =>
        new(On(day), new Fact.TalkHeard(Talk.Sustain, TalkKind.Reason, 0.8, "p1"));

    public static OpenAlert Alerted(
        AlertReason reason,
        int day,
        RiskKind risk = RiskKind.None,
        string reply = ""
    ) =>
        new(
            new Alert
            {
                Key = $"SM{day}-{reason}",
                Reason = reason,
                Risk = risk,
                Urgency = risk == RiskKind.None ? Urgency.None : Urgency.Crisis,
                ReplyId = reply,
                At = On(day),
            },
            null
        );

    public static Digest DigestOf(params PersonWeek[] people) =>
        Digest.Build(new PersonName("Ana"), Week, people);
}
