namespace MiCheckin.Core.Texts;

/// <summary>Where a text to send is in its life, in the order in which it goes through it.</summary>
public enum TextLife
{
    /// <summary>Stored, waiting for its turn.</summary>
    Planned,

    /// <summary>A worker holds it for a while and is checking consent, window and budget.</summary>
    Claimed,

    /// <summary>Written before the provider is called. From here on it may have been sent.</summary>
    Calling,

    /// <summary>The call ended without an answer that says whether it was sent.</summary>
    Unknown,

    /// <summary>The provider has it.</summary>
    Accepted,

    /// <summary>The carrier has it.</summary>
    Sent,

    /// <summary>The phone has it.</summary>
    Delivered,

    /// <summary>The carrier had it and could not deliver it.</summary>
    Undelivered,

    /// <summary>The provider refused it, then or later.</summary>
    Failed,

    /// <summary>Not sent, because it must not be: no consent, held, quiet hours, budget.</summary>
    Suppressed,

    /// <summary>Not sent, because its window closed.</summary>
    Expired,
}

/// <summary>The legal steps of a text's life. Pure: a life only goes forward, and ends once.</summary>
public static class TextLives
{
    /// <summary>Nothing follows it.</summary>
    public static bool IsOver(this TextLife life) =>
        life
            is TextLife.Delivered
                or TextLife.Undelivered
                or TextLife.Failed
                or TextLife.Suppressed
                or TextLife.Expired;

    /// <summary>
    /// Whether the step is legal. A callback can overtake the answer to the call, so <see cref="TextLife.Calling"/>
    /// may jump to any end the provider reports. Claiming again after a dead lease is a step too.
    /// </summary>
    public static bool CanBecome(this TextLife now, TextLife next) =>
        (now, next) switch
        {
            (TextLife.Planned, TextLife.Claimed or TextLife.Suppressed or TextLife.Expired) => true,
            (
                TextLife.Claimed,
                TextLife.Claimed
                    or TextLife.Calling
                    or TextLife.Suppressed
                    or TextLife.Expired
            ) => true,
            (TextLife.Calling, TextLife.Unknown) => true,
            (TextLife.Calling or TextLife.Unknown, TextLife.Accepted or TextLife.Expired) => true,
            (TextLife.Calling or TextLife.Unknown or TextLife.Accepted, TextLife.Sent) => true,
            (
                TextLife.Calling
                    or TextLife.Unknown
                    or TextLife.Accepted
                    or TextLife.Sent,
                TextLife.Delivered
                    or TextLife.Undelivered
                    or TextLife.Failed
            ) => true,
            _ => false,
        };

    /// <summary>
    /// Whether the text may go back to <see cref="TextLife.Planned"/>, the one way back there is. Only with proof that
    /// the provider does not have it: it was too busy, was never reached, or its list does not show the text.
    /// </summary>
    public static bool MayBePlannedAgainOnceProvenAbsent(this TextLife now) =>
        now is TextLife.Claimed or TextLife.Calling or TextLife.Unknown;

    /// <summary>The life after the provider's news; news that is late, repeated or in a word we do not know changes nothing.</summary>
    public static TextLife Hear(this TextLife now, DeliveryStatus news) =>
        LifeOf(news) is { } next && now.CanBecome(next) ? next : now;

    /// <summary>What a status says of a text's life; null for a word we do not know.</summary>
    public static TextLife? LifeOf(DeliveryStatus status) =>
        status.Word switch
        {
            "accepted" or "scheduled" or "queued" or "sending" => TextLife.Accepted,
            "sent" => TextLife.Sent,
            "delivered" or "read" => TextLife.Delivered,
            "undelivered" => TextLife.Undelivered,
            "failed" or "canceled" => TextLife.Failed,
            _ => null,
        };
}
