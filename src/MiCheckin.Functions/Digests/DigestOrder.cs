using System.Text.Json;
using MiCheckin.Core.Digests;
using MiCheckin.Core.Participants;

namespace MiCheckin.Functions.Digests;

/// <summary>The message of queue digests: which coach, which week.</summary>
internal sealed record DigestOrder(CoachId Coach, DigestWeek Week)
{
    public string ToJson() =>
        JsonSerializer.Serialize(
            new Stored(
                1,
                Coach.Value,
                Week.WeekYear,
                Week.Week,
                Week.From.ToUnixTimeSeconds(),
                Week.Until.ToUnixTimeSeconds(),
                Week.Zone.Id
            )
        );

    /// <summary>A message nobody of ours wrote is a <see cref="FormatException"/>: the host sets it aside.</summary>
    public static DigestOrder Parse(string json)
    {
        Stored? stored;
        try
        {
            stored = JsonSerializer.Deserialize<Stored>(json);
        }
        catch (JsonException broken)
        {
            throw new FormatException("The message is no digest order.", broken);
        }

        return stored is { Version: 1 } && DateTimeZoneProviders.Tzdb.GetZoneOrNull(stored.Zone) is { } zone
            ? new DigestOrder(
                new CoachId(stored.Coach),
                new DigestWeek(
                    stored.WeekYear,
                    stored.Week,
                    Instant.FromUnixTimeSeconds(stored.From),
                    Instant.FromUnixTimeSeconds(stored.Until),
                    zone
                )
            )
            : throw new FormatException("The message is no digest order of a version this program knows.");
    }

    private sealed record Stored(
        int Version,
        string Coach,
        int WeekYear,
        int Week,
        long From,
        long Until,
        string Zone
    );
}
