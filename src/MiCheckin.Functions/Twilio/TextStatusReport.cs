using System.Globalization;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Outbound;

namespace MiCheckin.Functions.Twilio;

/// <summary>What Twilio reports of a text that we sent. Reports come late, twice and in any order.</summary>
/// <param name="MessageId">Our own name of the text, from the query of the callback; null when Twilio was given none.</param>
internal sealed record TextStatusReport(
    string MessageSid,
    MessageId? MessageId,
    DeliveryStatus Status,
    int? ErrorCode
)
{
    /// <summary>What went wrong and what to do; null while nothing has.</summary>
    public SendOutcome? Trouble => ErrorCode is > 0 and { } code ? TwilioErrors.Classify(code) : null;

    /// <summary>A report with the same key says nothing new.</summary>
    public string Key => $"{MessageSid}|{Status.Word}|{ErrorCode ?? 0}";

    /// <summary>Null when the form is no report: no usable MessageSid or no status.</summary>
    public static TextStatusReport? Parse(TwilioForm form, string? messageId) =>
        TwilioSid.IsOne(form["MessageSid"]) && form["MessageStatus"] is { Length: > 0 } status
            ? new TextStatusReport(
                form["MessageSid"]!,
                Core.Texts.MessageId.TryParse(messageId, out var id) ? id : null,
                DeliveryStatus.Parse(status),
                int.TryParse(form["ErrorCode"], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                    ? code
                    : null
            )
            : null;
}
