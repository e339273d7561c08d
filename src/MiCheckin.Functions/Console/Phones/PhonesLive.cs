using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using MiCheckin.Functions.Console.Markup;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MiCheckin.Functions.Console.Phones;

/// <summary>A piece of a page that has changed: the element of this id is replaced by this markup.</summary>
internal sealed record LivePiece(string Id, string Html);

/// <summary>Tells an open page of phones what has changed, as it changes.</summary>
internal static class PhonesLive
{
    /// <summary>How soon a new text is seen, and how often an idle page asks a number in memory.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);

    public static ServerSentEventsResult<LivePiece> Stream(
        PhoneWall wall,
        IClock clock,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => TypedResults.ServerSentEvents(WatchAsync(wall, clock, time, cancellationToken));

    private static async IAsyncEnumerable<SseItem<LivePiece>> WatchAsync(
        PhoneWall wall,
        IClock clock,
        TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        long? version = null;
        IReadOnlyList<WallPhone> phones = [];
        using var timer = new PeriodicTimer(Glance, time);

        do
        {
            if (Changed(seen, "clock", ClockBar.Time(clock.GetCurrentInstant())) is { } moved)
            {
                yield return moved;
            }

            if (wall.Version != version)
            {
                version = wall.Version;
                phones = await wall.AllAsync(cancellationToken);
            }

            foreach (var piece in phones.SelectMany(p => Pieces(seen, p, clock.GetCurrentInstant())))
            {
                yield return piece;
            }
        } while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private static IEnumerable<SseItem<LivePiece>> Pieces(
        Dictionary<string, string> seen,
        WallPhone phone,
        Instant now
    )
    {
        if (Changed(seen, $"z-{phone.Id}", PhoneCard.Place(phone, now)) is { } time)
        {
            yield return time;
        }

        if (Changed(seen, $"b-{phone.Id}", PhoneCard.Bubbles(phone)) is { } bubbles)
        {
            yield return bubbles;
        }
    }

    private static SseItem<LivePiece>? Changed(Dictionary<string, string> seen, string id, Html now)
    {
        var markup = now.ToString();

        if (seen.TryGetValue(id, out var before) && string.Equals(before, markup, StringComparison.Ordinal))
        {
            return null;
        }

        seen[id] = markup;
        return new SseItem<LivePiece>(new LivePiece(id, markup), "piece");
    }
}
