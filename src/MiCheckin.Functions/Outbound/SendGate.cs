using MiCheckin.Core.Conversations;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Schedules;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Outbound;

/// <summary>What the gate says of one text at one instant.</summary>
internal abstract record Verdict
{
    private Verdict() { }

    /// <summary>Send it; after <paramref name="ValidFor"/> it would come too late.</summary>
    public sealed record Send(Duration ValidFor) : Verdict;

    public sealed record Wait(Instant Until) : Verdict;

    /// <summary>It must not be sent, and never will.</summary>
    public sealed record Refuse(string Reason) : Verdict;

    /// <summary>Its time is over.</summary>
    public sealed record Expire : Verdict;
}

/// <summary>
/// Whether a planned text may go out now: consent, hold, pause, quiet hours, deadline, read again at the last moment.
/// Pure. The order of the questions is policy.
/// </summary>
internal static class SendGate
{
    public const string ConsentChanged = "consent-changed";
    public const string Stopped = "stopped";
    public const string WrongNumber = "wrong-number";
    public const string NoConsent = "no-consent";
    public const string Held = "held";
    public const string Paused = "paused";

    /// <summary>Sent with less left than this, a text could arrive when its window has closed.</summary>
    public static readonly Duration LeastTimeLeft = Duration.FromMinutes(1);

    /// <summary>So soon after the person's own text an answer is no disturbance, whatever the hour.</summary>
    private static readonly Duration AnswersFollowWithin = Duration.FromMinutes(30);

    /// <summary>The provider queues texts for ten hours at most (twilio.com/docs/messaging/api/message-resource, ValidityPeriod).</summary>
    private static readonly Duration LongestValidity = Duration.FromHours(10);

    public static Verdict Judge(
        StoredParticipant person,
        PendingText text,
        ProgramScript program,
        Instant now
    )
    {
        if (Objection(person.State, text, now) is { } reason)
        {
            return new Verdict.Refuse(reason);
        }

        if (text.NotBefore > now)
        {
            return text.NotBefore < text.Deadline ? new Verdict.Wait(text.NotBefore) : new Verdict.Expire();
        }

        if (now + LeastTimeLeft > text.Deadline)
        {
            return new Verdict.Expire();
        }

        return KeepsQuietHours(text, now)
            ? InTheWindow(text, HoursOf(person.Profile, program), now)
            : new Verdict.Send(Duration.Min(text.Deadline - now, LongestValidity));
    }

    private static LocalHours HoursOf(Profile profile, ProgramScript program) =>
        new(profile.Zone, program.Window, profile.Window, profile.BlockedDates, DateTimeZoneProviders.Tzdb);

    /// <summary>Why it must not be sent, in a word for the ledger; null where nothing is against it.</summary>
    private static string? Objection(ConversationState state, PendingText text, Instant now) =>
        (state.Consent, text.Kind) switch
        {
            _ when text.Epoch != state.ConsentEpoch => ConsentChanged,
            (Consent.Stopped, not TextKind.StopConfirmation) => Stopped,
            (Consent.WrongNumber, not (TextKind.Service or TextKind.StopConfirmation or TextKind.Safety)) =>
                WrongNumber,
            (not Consent.Given, TextKind.Prompt or TextKind.Reminder) => NoConsent,
            _ when IsHeld(state, text) => Held,
            (_, TextKind.Prompt or TextKind.Reminder) when state.PausedUntil > now => Paused,
            _ => null,
        };

    /// <summary>A hold stops what is scheduled, and also an answer that was planned before the hold began.</summary>
    private static bool IsHeld(ConversationState state, PendingText text) =>
        (state.Hold, text.Kind) switch
        {
            (null, _) => false,
            (_, TextKind.Prompt or TextKind.Reminder or TextKind.Welcome) => true,
            ({ } hold, TextKind.Answer) => text.PlannedAt < hold.Since,
            _ => false,
        };

    private static bool KeepsQuietHours(PendingText text, Instant now) =>
        text.Kind switch
        {
            TextKind.Safety or TextKind.StopConfirmation or TextKind.Service => false,
            TextKind.Answer => now > text.PlannedAt + AnswersFollowWithin,
            _ => true,
        };

    private static Verdict InTheWindow(PendingText text, LocalHours hours, Instant now)
    {
        var left = Instant.Min(hours.EndOfDay(now), text.Deadline) - now;

        if (hours.IsOpen(now) && left >= LeastTimeLeft)
        {
            return new Verdict.Send(Duration.Min(left, LongestValidity));
        }

        // The last minute of a window counts as closed, so the next opening is looked for behind it.
        return hours.NextOpen(now + LeastTimeLeft) is { } opens && opens + LeastTimeLeft <= text.Deadline
            ? new Verdict.Wait(opens)
            : new Verdict.Expire();
    }
}
