using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace MiCheckin.Tests.Storage.Embedded;

/// <summary>A random history of batches gives what a naive model gives, also after reopening at random moments.</summary>
public sealed class EmbeddedTablesProperties
{
    private enum Kind
    {
        Insert,
        ReplaceCurrent,
        ReplaceStale,
        Upsert,
        Delete,
        DeleteCurrent,
    }

    private sealed record Step(
        int Partition,
        IReadOnlyList<(Kind Kind, string Row, int N)> Writes,
        bool Reopen
    );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Gen<Step> Steps =>
        from partition in Gen.Choose(0, 1)
        from rows in Gen.Shuffle(["a", "b", "c", "d"])
        from count in Gen.Choose(1, 4)
        from kinds in Gen.ArrayOf(Gen.Elements(Enum.GetValues<Kind>()), count)
        from numbers in Gen.ArrayOf(Gen.Choose(0, 99), count)
        from reopen in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Step(partition, [.. kinds.Zip(rows, numbers)], reopen);

    [Fact]
    public void In_memory() =>
        Prop.ForAll(Gen.ListOf(Steps).ToArbitrary(), history => AgreesAsync(history, new Reopened(null)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void On_disk() =>
        Prop.ForAll(
                Gen.ListOf(Steps).ToArbitrary(),
                async history =>
                {
                    using var folder = new TemporaryFolder();
                    return await AgreesAsync(history, new Reopened(folder.Path));
                }
            )
            .QuickCheckThrowOnFailure();

    private static async Task<bool> AgreesAsync(IEnumerable<Step> history, Reopened store)
    {
        var model = new NaiveTables();
        await using (store)
        {
            await store.OpenAsync();
            foreach (var step in history)
            {
                var writes = step.Writes.Select(w => Write(model, $"p{step.Partition}", w)).ToList();
                var expected = model.Submit(writes);
                var outcome = await store.Tables.SubmitAsync("People", writes, Cancel);
                if (outcome is BatchOutcome.Committed committed && expected is null)
                {
                    model.Tag(writes, committed.Tags);
                }
                else if (!outcome.Equals(expected))
                {
                    return false;
                }

                if (step.Reopen)
                {
                    await store.OpenAsync();
                }

                if (!model.SameRows(await store.Tables.ScanAsync("People", Cancel).ToListAsync(Cancel)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static TableWrite Write(NaiveTables model, string partition, (Kind Kind, string Row, int N) write)
    {
        var key = new RowKey(partition, write.Row);
        var columns = new Columns { ["N"] = write.N };
        var current = model.Find(key)?.Tag ?? "7777777";
        return write.Kind switch
        {
            Kind.Insert => new TableWrite.Insert(key, columns),
            Kind.ReplaceCurrent => new TableWrite.Replace(key, columns, current),
            Kind.ReplaceStale => new TableWrite.Replace(key, columns, "0"),
            Kind.Upsert => new TableWrite.Upsert(key, columns),
            Kind.Delete => new TableWrite.Delete(key),
            _ => new TableWrite.Delete(key, current),
        };
    }

    /// <summary>The tables under test, closed and opened again; in memory they just stay.</summary>
    private sealed class Reopened(string? folder) : IAsyncDisposable
    {
        private EmbeddedTables? tables;

        public EmbeddedTables Tables => tables!;

        public async Task OpenAsync()
        {
            if (folder is not null)
            {
                await DisposeAsync();
                tables = await EmbeddedTables.OpenAsync(
                    folder,
                    3,
                    NullLogger<EmbeddedTables>.Instance,
                    Cancel
                );
            }

            tables ??= EmbeddedTables.InMemory();
            await tables.CreateAsync("People", Cancel);
        }

        public async ValueTask DisposeAsync()
        {
            if (tables is not null)
            {
                await tables.DisposeAsync();
            }
        }
    }
}
