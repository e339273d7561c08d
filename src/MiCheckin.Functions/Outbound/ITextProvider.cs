using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;

namespace MiCheckin.Functions.Outbound;

/// <summary>Whoever carries texts to phones: Twilio, or the simulated phones of the console.</summary>
internal interface ITextProvider
{
    /// <summary>
    /// Asks once for one text to be sent, and never again by itself: consent must be read anew before every call. A
    /// doubt comes back as <see cref="SendOutcome.Unknown"/>, also when the caller's token ends the wait.
    /// </summary>
    Task<SendOutcome> SendAsync(TextRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Every text the provider holds to this number that was created at or after <paramref name="since"/>, whoever
    /// asked for it. The whole list or an <see cref="HttpRequestException"/>: half a list would prove no absence. The
    /// provider's clock is not ours, so leave a margin.
    /// </summary>
    Task<IReadOnlyList<ProviderText>> ListAsync(
        PhoneNumber to,
        Instant since,
        CancellationToken cancellationToken
    );
}

/// <summary>One text to send. <see cref="ValidFor"/> is the time left in the participant's window.</summary>
internal sealed record TextRequest(MessageId MessageId, PhoneNumber To, MessageText Body, Duration ValidFor);

/// <summary>A text as the provider remembers it; one without a readable date counts as created at the start of the list.</summary>
internal sealed record ProviderText(
    string Sid,
    PhoneNumber To,
    MessageText Body,
    DeliveryStatus Status,
    int? ErrorCode,
    Instant Created
);
