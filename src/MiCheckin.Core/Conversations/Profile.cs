using MiCheckin.Core.Participants;
using MiCheckin.Core.Schedules;

namespace MiCheckin.Core.Conversations;

/// <summary>What was settled at enrolment and changes rarely.</summary>
public sealed record Profile
{
    public required ParticipantId Id { get; init; }
    public required PersonName Name { get; init; }
    public required string ProgramId { get; init; }

    /// <summary>Pinned: an edited program never re-asks or re-fires for someone already enrolled.</summary>
    public required int ProgramVersion { get; init; }
    public required string Cohort { get; init; }
    public required CoachId Coach { get; init; }

    /// <summary>BCP 47 primary tag: en or es.</summary>
    public string Language { get; init; } = "en";

    /// <summary>ISO 3166-1 alpha-2: decides the safety text.</summary>
    public string Country { get; init; } = "US";

    /// <summary>IANA zone id. Never derived from the phone number.</summary>
    public required string Zone { get; init; }
    public SendWindow Window { get; init; } = SendWindow.Default;
    public LocalTime PreferredTime { get; init; } = new(17, 30);

    /// <summary>Local dates on which nothing automatic is sent.</summary>
    public IReadOnlyList<LocalDate> BlockedDates { get; init; } = [];
}
