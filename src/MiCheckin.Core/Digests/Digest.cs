using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;

namespace MiCheckin.Core.Digests;

/// <summary>One coach's week: open alerts, then who needs attention and why, then the quiet rest. How it looks is decided elsewhere.</summary>
public sealed record Digest
{
    public required PersonName Coach { get; init; }
    public required DigestWeek Week { get; init; }

    /// <summary>Risk first, then by age.</summary>
    public required IReadOnlyList<DigestAlert> Alerts { get; init; }

    /// <summary>Those with the weightiest reason first.</summary>
    public required IReadOnlyList<DigestCard> Attention { get; init; }
    public required IReadOnlyList<QuietLine> Quiet { get; init; }

    /// <summary>How many of the coach's people texted something this week.</summary>
    public required int Replied { get; init; }

    public int People => Attention.Count + Quiet.Count;

    /// <summary>Writes a coach's digest. Pure: the same week gives the same digest.</summary>
    public static Digest Build(PersonName coach, DigestWeek week, IReadOnlyList<PersonWeek> people)
    {
        ArgumentNullException.ThrowIfNull(week);
        ArgumentNullException.ThrowIfNull(people);
        var judged = people
            .Select(person => (Person: person, Reasons: Reasons.For(person, week)))
            .OrderBy(p => p.Person.State.Profile.Name.Reveal(), StringComparer.OrdinalIgnoreCase)
            .ThenBy(p => p.Person.State.Profile.Id.Value, StringComparer.Ordinal)
            .ToList();

        return new Digest
        {
            Coach = coach,
            Week = week,
            Alerts = [.. people.SelectMany(DigestAlert.Of).OrderBy(a => !a.IsRisk).ThenBy(a => a.At)],
            Attention =
            [
                .. judged
                    .Where(p => p.Reasons.Count > 0)
                    .OrderBy(p => p.Reasons[0].Kind)
                    .ThenByDescending(p => p.Reasons.Count)
                    .Select(p => DigestCard.Of(p.Person, p.Reasons, week)),
            ],
            Quiet = [.. judged.Where(p => p.Reasons.Count == 0).Select(p => QuietLine.Of(p.Person, week))],
            Replied = people.Count(person => person.Replies.Any(reply => week.Holds(reply.At))),
        };
    }
}

/// <summary>An open alert with the words it rests on, where they are at hand.</summary>
public sealed record DigestAlert(
    ParticipantId Person,
    PersonName Name,
    AlertReason Reason,
    string What,
    Instant At,
    string? AcknowledgedBy,
    Quote? Words
)
{
    public bool IsRisk => Reason == AlertReason.Risk;

    internal static IEnumerable<DigestAlert> Of(PersonWeek person) =>
        person.Alerts.Select(open => new DigestAlert(
            person.State.Profile.Id,
            person.State.Profile.Name,
            open.Alert.Reason,
            AlertSentences.Of(open.Alert),
            open.Alert.At,
            open.AcknowledgedBy,
            person.Replies.FirstOrDefault(r =>
                string.Equals(r.ReplyId, open.Alert.ReplyId, StringComparison.Ordinal)
            )
                is { } reply
                ? Quote.Of(reply)
                : null
        ));
}

/// <summary>One person who needs attention: why, where they stand, what changed, their own words, and a question to open with.</summary>
public sealed record DigestCard
{
    public required ParticipantId Person { get; init; }
    public required PersonName Name { get; init; }
    public required IReadOnlyList<Reason> Reasons { get; init; }
    public required string Standing { get; init; }
    public required IReadOnlyList<string> Changes { get; init; }
    public required IReadOnlyList<RulerTrend> Rulers { get; init; }

    /// <summary>Change talk of the week, in the person's own words.</summary>
    public required IReadOnlyList<Quote> Quotes { get; init; }

    /// <summary>Null where the person is not to be contacted.</summary>
    public required string? Question { get; init; }

    internal static DigestCard Of(PersonWeek person, IReadOnlyList<Reason> reasons, DigestWeek week) =>
        new()
        {
            Person = person.State.Profile.Id,
            Name = person.State.Profile.Name,
            Reasons = reasons,
            Standing =
                StageWords.Standing(person.State.Stage, week)
                + (Pauses.Of(person, week) is { } pause ? $" Texts are paused {pause}." : ""),
            Changes =
            [
                .. person
                    .Facts.Where(f => week.Holds(f.At))
                    .Select(f => f.Fact)
                    .OfType<Fact.StageMoved>()
                    .Select(moved => StageWords.Moved(moved.Move, week)),
            ],
            Rulers = RulerTrend.AllOf(person.State.Rulers),
            Quotes = Quote.ChangeTalkOf(person, week),
            Question = OpenQuestions.For(reasons[0], person),
        };
}

/// <summary>One line for somebody who needs nothing now.</summary>
public sealed record QuietLine(ParticipantId Person, PersonName Name, string Standing, string Week)
{
    internal static QuietLine Of(PersonWeek person, DigestWeek week)
    {
        var replies = person.Replies.Count(reply => week.Holds(reply.At));
        var said = person.State.Consent switch
        {
            Consent.Stopped stopped => $"opted out on {StageWords.Date(week.DateOf(stopped.At))}",
            Consent.NotAsked => "not welcomed yet",
            Consent.Asked => "has not answered the welcome yet",
            _ => replies switch
            {
                0 => "no reply this week",
                1 => "1 reply",
                _ => $"{replies} replies",
            } + (Pauses.Of(person, week) is { } pause ? $", paused {pause}" : ""),
        };
        return new(
            person.State.Profile.Id,
            person.State.Profile.Name,
            StageWords.Name(person.State.Stage?.Stage),
            said
        );
    }
}

/// <summary>A pause that lasts beyond the week, in words.</summary>
internal static class Pauses
{
    public static string? Of(PersonWeek person, DigestWeek week) =>
        person.State.PausedUntil switch
        {
            { } until when until == Instant.MaxValue => "until resumed",
            { } until when until > week.Until => $"until {StageWords.Date(week.DateOf(until))}",
            _ => null,
        };
}
