using System.Globalization;
using MiCheckin.Core.Participants;

namespace MiCheckin.Functions.Twilio;

/// <summary>A text that Twilio received for us.</summary>
internal sealed record InboundText
{
    /// <summary>Twilio's name of the text; a second post with the same one is the same text.</summary>
    public required string MessageSid { get; init; }

    /// <summary>Null when it came from no telephone number, such as a short code or a company's name: no participant.</summary>
    public required PhoneNumber? From { get; init; }

    public required PhoneNumber? To { get; init; }

    /// <summary>The words; empty when only pictures came.</summary>
    public required MessageText Body { get; init; }

    /// <summary>What came with the words. Never fetched: the coach is told of it.</summary>
    public required IReadOnlyList<InboundMedia> Media { get; init; }

    public required OptOutType OptOut { get; init; }

    public required string? MessagingServiceSid { get; init; }

    /// <summary>Pictures or sounds without a word.</summary>
    public bool IsMediaOnly => Media.Count > 0 && string.IsNullOrWhiteSpace(Body.Reveal());

    /// <summary>Null when the form is no text: it has no usable MessageSid or no From.</summary>
    public static InboundText? Parse(TwilioForm form) =>
        TwilioSid.IsOne(form["MessageSid"]) && form["From"] is { Length: > 0 } from
            ? new InboundText
            {
                MessageSid = form["MessageSid"]!,
                From = PhoneNumber.TryParse(from, out var sender) ? sender : null,
                To = PhoneNumber.TryParse(form["To"], out var receiver) ? receiver : null,
                Body = new MessageText(MangledBody.Mend(form["Body"] ?? "")),
                Media = [.. MediaOf(form)],
                OptOut = ToOptOut(form["OptOutType"]),
                MessagingServiceSid = form["MessagingServiceSid"],
            }
            : null;

    /// <summary>NumMedia says how many there are; where it says nothing readable, the fields themselves do.</summary>
    private static IEnumerable<InboundMedia> MediaOf(TwilioForm form)
    {
        var said = int.TryParse(
            form["NumMedia"],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var count
        );

        for (var n = 0; n < (said ? Math.Min(count, 10) : 10); n++)
        {
            var type = form[string.Create(CultureInfo.InvariantCulture, $"MediaContentType{n}")];
            var url = form[string.Create(CultureInfo.InvariantCulture, $"MediaUrl{n}")];

            if (said || url is not null)
            {
                yield return new InboundMedia(url ?? "", type ?? "");
            }
        }
    }

    private static OptOutType ToOptOut(string? word) =>
        word switch
        {
            null or "" => OptOutType.None,
            "STOP" => OptOutType.Stop,
            "START" => OptOutType.Start,
            "HELP" => OptOutType.Help,
            _ => OptOutType.Other,
        };
}

/// <summary>A picture or sound. The address is as private as words, so printing it shows only what kind it is.</summary>
internal sealed record InboundMedia(string Url, string ContentType)
{
    public override string ToString() => ContentType;
}

/// <summary>The control word that Twilio found; unless it is None, Twilio has answered the text already.</summary>
internal enum OptOutType
{
    None,
    Stop,
    Start,
    Help,
    Other,
}
