using System.Net;
using MiCheckin.Functions.Outbound;

namespace MiCheckin.Functions.Twilio;

/// <summary>What Twilio's error codes mean to us, whether the call or a later status report gives them.</summary>
/// <remarks>Each code has its page: twilio.com/docs/api/errors/CODE.</remarks>
internal static class TwilioErrors
{
    public static SendOutcome Classify(int code) =>
        code switch
        {
            20429 => new SendOutcome.Busy(RetryAfter: null),
            20500 or 20503 => new SendOutcome.Unknown($"provider code {code}"),
            21211 or 21604 or 21612 or 21614 or 21635 or 30004 or 30005 or 30006 =>
                new SendOutcome.WrongRecipient(code),
            21610 => new SendOutcome.OptedOut(),
            20003
            or 20404
            or 21212
            or 21408
            or 21603
            or 21606
            or 21608
            or 21609
            or 21703
            or 21704
            or 30002
            or 30032
            or 30034 => new SendOutcome.OurSetUp(code),
            21611 or 30001 or 30017 or 30022 or 30023 or 30027 => new SendOutcome.TooFast(code),
            30007 => new SendOutcome.Filtered(code),
            30003 or 30008 or 30500 => new SendOutcome.Handset(code),

            // Our ValidityPeriod ended in the provider's queue: as asked for, the window had closed.
            30036 => new SendOutcome.TooLate(),
            _ => new SendOutcome.Other(code),
        };

    /// <summary>
    /// The class of a refusal. The status goes first where it says whether the request was processed: 429 surely was
    /// not, and after a 5xx or 408 nobody knows (twilio.com/docs/api/errors/20500 warns that a retry can send twice).
    /// </summary>
    public static SendOutcome Classify(HttpStatusCode status, int? code, Duration? retryAfter) =>
        (int)status switch
        {
            429 => new SendOutcome.Busy(retryAfter),
            408 or >= 500 => new SendOutcome.Unknown(
                $"HTTP {(int)status}{(code is { } c ? $", code {c}" : "")}"
            ),

            // The account, the key or a permission, whatever the code says of it: every text would fail alike.
            401 or 403 when code is { } known && Classify(known) is SendOutcome.Other =>
                new SendOutcome.OurSetUp(known),
            _ when code is { } known => Classify(known) is SendOutcome.Busy
                ? new SendOutcome.Busy(retryAfter)
                : Classify(known),
            401 or 403 or 404 or 405 or (>= 300 and < 400) => new SendOutcome.OurSetUp((int)status),
            var other => new SendOutcome.Other(other),
        };
}
