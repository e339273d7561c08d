namespace MiCheckin.Tests.Twilio;

/// <summary>A text that the stand-in holds.</summary>
internal sealed record StandInText(
    string Sid,
    string To,
    string Body,
    string Status,
    int? ErrorCode,
    string? DateCreated,
    string? StatusCallback,
    int ValidityPeriod
);
