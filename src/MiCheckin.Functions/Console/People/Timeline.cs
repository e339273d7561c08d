using MiCheckin.Core.Participants;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Console.People;

/// <summary>One line of somebody's story.</summary>
internal sealed record Moment(Instant At, Html Line);

/// <summary>Texts, replies with how each was read, and what happened, in one order of time, newest first.</summary>
internal sealed class Timeline(ParticipantStore people)
{
    public async Task<IReadOnlyList<Moment>> OfAsync(ParticipantId id, CancellationToken cancellationToken)
    {
        var replies = await people.InboxAsync(id, cancellationToken);
        var texts = await people.OutboxAsync(id, cancellationToken);
        var ledger = await people.LogAsync(id, cancellationToken);
        return
        [
            .. replies
                .Select(Of)
                .Concat(texts.Select(Of))
                .Concat(ledger.SelectMany(Of))
                .OrderByDescending(m => m.At),
        ];
    }

    /// <summary>Grouped by local day, as people remember.</summary>
    public static Html Show(IEnumerable<Moment> moments, DateTimeZone zone) =>
        Html.Of(
            $"""
            {moments.GroupBy(m => m.At.InZone(zone).Date).Select(day => Html.Of($"""
                <h3 class="day">{Times.DayOf(day.First().At, zone)}</h3>
                <ol class="timeline">{day.Select(m => Html.Of($"<li>{Times.ClockTime(m.At, zone)}{m.Line}</li>"))}</ol>
                """))}
            """
        );

    /// <summary>What became of a text, for people.</summary>
    public static string Life(TextLife life) =>
        life switch
        {
            TextLife.Planned => "planned",
            TextLife.Claimed or TextLife.Calling => "being sent",
            TextLife.Unknown => "outcome unknown",
            TextLife.Accepted => "handed over",
            TextLife.Sent => "sent",
            TextLife.Delivered => "delivered",
            TextLife.Undelivered => "not delivered",
            TextLife.Failed => "refused",
            TextLife.Suppressed => "held back",
            TextLife.Expired => "too late to send",
            _ => life.ToString(),
        };

    private static Moment Of(StoredReply reply) =>
        new(
            reply.At,
            Html.Of(
                $"""
                <div class="them"><p>{Highlight.Of(reply.Words.Reveal(), reply.Reading.Spans)}{Media(
                    reply.Media
                )}</p>
                <p class="quiet"><span class="tag {ReadingWords.Tone(reply.Reading)}">{ReadingWords.Short(
                    reply.Reading
                )}</span> {Sure(reply.Reading)}</p></div>
                """
            )
        );

    private static Moment Of(StoredText text) =>
        new(
            text.AcceptedAt ?? text.CalledAt ?? text.SettledAt ?? text.Plan.PlannedAt,
            Html.Of(
                $"""
                <div class="us"><p>{text.Plan.Body.Reveal()}</p><p class="quiet">{Life(text.Life)}{Why(
                    text
                )}</p></div>
                """
            )
        );

    private static IEnumerable<Moment> Of(LedgerEntry entry) =>
        new[] { FactWords.Of(entry.Happened) }
            .Concat(entry.Facts.Select(FactWords.Of))
            .OfType<string>()
            .Select(words => new Moment(entry.Happened.At, Html.Of($"""<p class="event">{words}</p>""")));

    private static string Media(int count) => count is 0 ? "" : $" [{Times.Count(count, "picture or file")}]";

    private static string Why(StoredText text) =>
        (text.Life, text.Error) switch
        {
            (_, null or "") or (TextLife.Expired, _) => "",
            (TextLife.Suppressed, { } reason) => $": {PeopleWords.WhyHeldBack(reason)}",
            (_, { } sentence) => $": {sentence}",
        };

    private static string Sure(Reading reading) =>
        reading
            is {
                Talk: Talk.Change or Talk.Sustain or Talk.Mixed or Talk.Discord or Talk.Unsure,
                Control: ControlWord.None
            }
            ? $"{reading.Confidence.ToString("P0", System.Globalization.CultureInfo.InvariantCulture)} sure"
            : "";
}
