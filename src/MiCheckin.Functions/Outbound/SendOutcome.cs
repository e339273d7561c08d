using MiCheckin.Core.Texts;

namespace MiCheckin.Functions.Outbound;

/// <summary>
/// How asking for one text ended. Each says in a <see cref="Sentence"/> what happened and what to do, for the coach
/// and the admin; a sentence never holds a number or a word of the text.
/// </summary>
internal abstract record SendOutcome
{
    private SendOutcome() { }

    public abstract string Sentence { get; }

    /// <summary>The provider's own number for it; 0 where it gave none.</summary>
    public int ProviderCode =>
        this switch
        {
            WrongRecipient o => o.Code,
            OurSetUp o => o.Code,
            TooFast o => o.Code,
            Filtered o => o.Code,
            Handset o => o.Code,
            Other o => o.Code,
            _ => 0,
        };

    /// <summary>The provider took it, under this name.</summary>
    public sealed record Accepted(string Sid, DeliveryStatus InitialStatus) : SendOutcome
    {
        public override string Sentence => "The text was handed to the provider.";
    }

    /// <summary>Surely not processed. May be asked again, not before <see cref="RetryAfter"/>.</summary>
    public sealed record Busy(Duration? RetryAfter) : SendOutcome
    {
        public override string Sentence =>
            "The provider was too busy to take the text. It will be tried again within its window.";
    }

    /// <summary>Surely not processed: the request never left us. May be asked again.</summary>
    public sealed record NotReached(string Why) : SendOutcome
    {
        public override string Sentence =>
            $"The provider could not be reached ({Why}). Nothing was sent; it will be tried again within its window.";
    }

    /// <summary>Surely not sent: too little was left of the window, or it closed while the text waited at the provider.</summary>
    public sealed record TooLate : SendOutcome
    {
        public override string Sentence => "The text came too late for its window and was not sent.";
    }

    /// <summary>May have been sent. Never ask again before the provider's list proves that it was not.</summary>
    public sealed record Unknown(string Why) : SendOutcome
    {
        public override string Sentence =>
            $"The provider did not say whether it took the text ({Why}). It is not sent again until that is known.";
    }

    /// <summary>This number cannot get texts, now or later.</summary>
    public sealed record WrongRecipient(int Code) : SendOutcome
    {
        public override string Sentence =>
            $"This number cannot be texted (provider code {Code}). No more texts go to it; please ask the participant for another.";
    }

    /// <summary>The participant has opted out with the provider or the carrier.</summary>
    public sealed record OptedOut : SendOutcome
    {
        public override string Sentence =>
            "The participant has stopped texts from this number. No more texts go to them unless they text START.";
    }

    /// <summary>Our account, sender or permissions are wrong. Every further text would fail alike.</summary>
    public sealed record OurSetUp(int Code) : SendOutcome
    {
        public override string Sentence =>
            $"The text service is not set up correctly (provider code {Code}). Texts are kept; an administrator must mend it.";
    }

    /// <summary>We send faster than the sender may.</summary>
    public sealed record TooFast(int Code) : SendOutcome
    {
        public override string Sentence =>
            $"The sender's limit is reached (provider code {Code}). What the provider has not taken waits and goes on by itself; if this comes back, the sender needs a higher limit.";
    }

    /// <summary>A carrier refused the words.</summary>
    public sealed record Filtered(int Code) : SendOutcome
    {
        public override string Sentence =>
            $"The carrier blocked the text for its content (provider code {Code}). It is not sent again; an administrator should look at its wording.";
    }

    /// <summary>The phone could not be reached, which may pass.</summary>
    public sealed record Handset(int Code) : SendOutcome
    {
        public override string Sentence =>
            $"The phone could not be reached (provider code {Code}). It may be off or out of range.";
    }

    /// <summary>A failure that is not in our table. Permanent for this text.</summary>
    public sealed record Other(int Code) : SendOutcome
    {
        public override string Sentence =>
            $"The provider refused the text for a reason we do not know (code {Code}). It is not sent again; an administrator should look the code up.";
    }
}
