using MiCheckin.Core.Participants;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Digests;

/// <summary>How far one coach's digest of one ISO week has come.</summary>
internal sealed record DigestMark(Instant? QueuedAt, Instant? LeaseUntil, Instant? SentAt, string Tag);

/// <summary>The marks by which a coach gets one digest a week, whoever asks how often.</summary>
internal sealed class DigestMarks(ITables tables)
{
    public async Task<DigestMark?> FindAsync(
        CoachId coach,
        int weekYear,
        int week,
        CancellationToken cancellationToken
    ) =>
        await tables.FindAsync(
            PeopleKeys.CoachesTable,
            PeopleKeys.DigestMark(coach, weekYear, week),
            cancellationToken
        )
            is { } row
            ? new DigestMark(
                row.Columns.Instant("queuedAt"),
                row.Columns.Instant("leaseUntil"),
                row.Columns.Instant("sentAt"),
                row.Tag
            )
            : null;

    /// <summary>The mark as stored; null where another worker was faster.</summary>
    public async Task<DigestMark?> TryWriteAsync(
        CoachId coach,
        (int Year, int Week) of,
        DigestMark mark,
        CancellationToken cancellationToken
    )
    {
        var key = PeopleKeys.DigestMark(coach, of.Year, of.Week);
        var columns = new Columns
        {
            ["queuedAt"] = mark.QueuedAt?.ToDateTimeOffset(),
            ["leaseUntil"] = mark.LeaseUntil?.ToDateTimeOffset(),
            ["sentAt"] = mark.SentAt?.ToDateTimeOffset(),
        };
        TableWrite write =
            mark.Tag.Length == 0
                ? new TableWrite.Insert(key, columns)
                : new TableWrite.Replace(key, columns, mark.Tag);
        return
            await tables.SubmitAsync(PeopleKeys.CoachesTable, [write], cancellationToken)
                is BatchOutcome.Committed { Tags: [var tag] }
            ? mark with
            {
                Tag = tag,
            }
            : null;
    }
}
