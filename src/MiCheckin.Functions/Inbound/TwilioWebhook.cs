using System.Net.Mime;
using MiCheckin.Core.Replies;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Twilio;

namespace MiCheckin.Functions.Inbound;

/// <summary>The doors Twilio knocks on: check the signature, parse, hand over, answer once it is stored.</summary>
/// <remarks>Replies go out through the outbox, never as TwiML, so the answer to Twilio is always empty.</remarks>
internal static class TwilioWebhook
{
    private const string EmptyTwiml = """<?xml version="1.0" encoding="UTF-8"?><Response/>""";

    public static void MapTwilioWebhook(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(TwilioPaths.Inbound, ReceiveTextAsync);
        routes.MapPost(TwilioPaths.Status, ReceiveStatusAsync);
    }

    internal static async Task<IResult> ReceiveTextAsync(
        HttpRequest request,
        TwilioRequestReader reader,
        InboundFlow flow,
        CancellationToken cancellationToken
    ) =>
        await reader.ReadInboundAsync(request, cancellationToken) switch
        {
            // What is signed is stored even if Twilio hangs up meanwhile: it would not send it again after an answer that it got.
            WebhookReading<InboundText>.Parsed { Value: var text } => await HandOverAsync(text, flow),
            WebhookReading<InboundText>.Refused => TypedResults.StatusCode(StatusCodes.Status403Forbidden),
            WebhookReading<InboundText>.Bad { Why: var why } => TypedResults.BadRequest(why),
            var other => throw new InvalidOperationException($"No answer for {other}."),
        };

    internal static async Task<IResult> ReceiveStatusAsync(
        HttpRequest request,
        TwilioRequestReader reader,
        StatusFlow flow,
        CancellationToken cancellationToken
    )
    {
        switch (await reader.ReadStatusAsync(request, cancellationToken))
        {
            case WebhookReading<TextStatusReport>.Parsed { Value: var report }:
                await flow.HandleAsync(report, CancellationToken.None);
                return TypedResults.Content(EmptyTwiml, MediaTypeNames.Text.Xml);
            case WebhookReading<TextStatusReport>.Refused:
                return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
            case WebhookReading<TextStatusReport>.Bad { Why: var why }:
                return TypedResults.BadRequest(why);
            case var other:
                throw new InvalidOperationException($"No answer for {other}.");
        }
    }

    private static async Task<IResult> HandOverAsync(InboundText text, InboundFlow flow)
    {
        if (text.From is not { } from)
        {
            // A short code or a company's name: nobody we could know, and nobody to answer.
            return TypedResults.Content(EmptyTwiml, MediaTypeNames.Text.Xml);
        }

        var sms = new InboundSms(text.MessageSid, from, text.Body, text.Media.Count, Answered(text.OptOut));
        return await flow.HandleAsync(sms, CancellationToken.None) is InboundOutcome.TryAgain
            ? TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Content(EmptyTwiml, MediaTypeNames.Text.Xml);
    }

    private static ControlWord Answered(OptOutType optOut) =>
        optOut switch
        {
            OptOutType.Stop => ControlWord.Stop,
            OptOutType.Start => ControlWord.Start,
            OptOutType.Help => ControlWord.Help,
            _ => ControlWord.None,
        };
}
