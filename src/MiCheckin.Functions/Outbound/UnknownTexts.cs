using System.Runtime.CompilerServices;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Outbound;

/// <summary>The index of texts of which nobody knows whether they were sent. Rows may be stale, never missing.</summary>
internal sealed class UnknownTexts(ITables tables)
{
    public Task AddAsync(ParticipantId id, StoredText text, CancellationToken cancellationToken) =>
        tables.SubmitAsync(
            Keys.DueTable,
            [
                new TableWrite.Upsert(
                    Keys.Unknown(id, Since(text), text.Key),
                    new Columns
                    {
                        ["participant"] = id.Value,
                        ["text"] = text.Key,
                        ["at"] = Since(text).ToDateTimeOffset(),
                    }
                ),
            ],
            cancellationToken
        );

    public async IAsyncEnumerable<UnknownText> ListAsync(
        int max,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var range = new RowRange(Keys.UnknownTexts, Max: max);

        await foreach (var row in tables.QueryAsync(Keys.DueTable, range, cancellationToken))
        {
            yield return new UnknownText(
                new ParticipantId(row.Columns.Text("participant") ?? ""),
                row.Columns.Text("text") ?? "",
                row.Key
            );
        }
    }

    public Task RemoveAsync(UnknownText row, CancellationToken cancellationToken) =>
        tables.SubmitAsync(Keys.DueTable, [new TableWrite.Delete(row.Key)], cancellationToken);

    private static Instant Since(StoredText text) => text.CalledAt ?? text.Plan.PlannedAt;
}

/// <summary>One row of the index.</summary>
internal readonly record struct UnknownText(ParticipantId Participant, string TextKey, RowKey Key);
