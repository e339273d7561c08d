using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Programs;
using MiCheckin.Functions.Programs;

namespace MiCheckin.Simulation;

/// <summary>Who takes part and what they may write.</summary>
internal static class Script
{
    public static ProgramScript Program { get; } = EmbeddedPrograms.All.First(p => p.Id is "move-more");

    public static IReadOnlyList<string> Words { get; } =
    [
        "I want to walk more with my kids",
        "no time this week",
        "7",
        "thanks",
        "yes",
        "START",
        "STOP",
        "STOP",
        "HELP",
        "PAUSE",
        "RESUME",
        "SNOOZE 1",
        "LESS",
        "MORE",
        "TIME 6PM",
        "COACH",
        "stop it already",
        "I want to kill myself",
        "",
        "\ud83d\udc4d",
    ];

    /// <summary>What follows within a minute.</summary>
    public static IReadOnlyList<string> Parts { get; } =
    ["and feel better", "but im so tired", "because my kids need me", "lol", "STOP", "PAUSE"];

    public static PhoneNumber Phone(int n) =>
        PhoneNumber.TryParse($"+1206555{100 + n:D4}", out var phone)
            ? phone
            : throw new ArgumentOutOfRangeException(nameof(n));

    public static Profile Person(int n, string zone) =>
        new()
        {
            Id = new ParticipantId($"p{n}"),
            Name = new PersonName("Zebulon"),
            ProgramId = Program.Id,
            ProgramVersion = Program.Version,
            Cohort = "spring",
            Coach = new CoachId("sam"),
            Zone = zone,
        };
}
