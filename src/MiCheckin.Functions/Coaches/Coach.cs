using MiCheckin.Core.Participants;

namespace MiCheckin.Functions.Coaches;

/// <summary>Someone who looks after participants: whom to mail, when, and in which zone.</summary>
internal sealed record Coach
{
    public required CoachId Id { get; init; }
    public required PersonName Name { get; init; }
    public required EmailAddress Email { get; init; }

    /// <summary>Gets a neutral text when a risk alert is raised; null where the coach wants none.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>IANA zone id: the digest comes at the coach's own hour.</summary>
    public required string Zone { get; init; }
    public IsoDayOfWeek DigestDay { get; init; } = IsoDayOfWeek.Monday;
    public int DigestHour { get; init; } = 8;

    /// <summary>BCP 47 primary tag.</summary>
    public string Language { get; init; } = "en";

    /// <summary>When the coach was added: no digest is owed for a week before it.</summary>
    public required Instant Since { get; init; }
}

/// <summary>People enrolled together: one program, its coaches, and who is told when a coach does not answer.</summary>
internal sealed record Cohort
{
    /// <summary>A slug, as people write it in the enrolment file.</summary>
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string ProgramId { get; init; }
    public required int ProgramVersion { get; init; }
    public required IReadOnlyList<CoachId> Coaches { get; init; }

    /// <summary>Told when nobody has acknowledged a risk alert for twelve hours.</summary>
    public required EmailAddress LastContact { get; init; }

    /// <summary>Paged in this order, after the coach.</summary>
    public IReadOnlyList<EmailAddress> Escalation { get; init; } = [];

    /// <summary>What an enrolment row that leaves it empty means.</summary>
    public string Language { get; init; } = "en";
    public string Country { get; init; } = "US";

    /// <summary>Months for which participants' words are kept.</summary>
    public int KeepWordsMonths { get; init; } = 24;
}
