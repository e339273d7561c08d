using MiCheckin.Functions.Storage;

namespace MiCheckin.Tests.Storage;

/// <summary>How writes and batches end.</summary>
public abstract class TablesWriteContract : TablesContract
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Inserting_a_row_that_is_there_says_so(bool inBatch)
    {
        await SubmitAsync(Insert("a", 1));

        Assert.Equal(
            new BatchOutcome.AlreadyExists(Key("a")),
            await SubmitAsync(With(inBatch, Insert("a", 2)))
        );
        await NothingElseHappenedAsync("a", 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Replacing_with_an_old_tag_says_that_the_row_changed(bool inBatch)
    {
        await SubmitAsync(Insert("a", 1));
        var old = await TagAsync("a");
        await SubmitAsync(Replace("a", 2, old));

        Assert.Equal(
            new BatchOutcome.Changed(Key("a")),
            await SubmitAsync(With(inBatch, Replace("a", 3, old)))
        );
        await NothingElseHappenedAsync("a", 2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Replacing_a_missing_row_says_that_it_is_missing(bool inBatch)
    {
        await SubmitAsync(Insert("a"));
        var tag = await TagAsync("a");
        await SubmitAsync(new TableWrite.Delete(Key("a"), tag));

        Assert.Equal(
            new BatchOutcome.Missing(Key("a")),
            await SubmitAsync(With(inBatch, Replace("a", 1, tag)))
        );
        Assert.Null(await FindAsync("a"));
        Assert.Null(await FindAsync("other"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Deleting_a_missing_row_says_that_it_is_missing(bool inBatch)
    {
        var outcome = await SubmitAsync(With(inBatch, new TableWrite.Delete(Key("a"))));

        Assert.Equal(new BatchOutcome.Missing(Key("a")), outcome);
        Assert.Null(await FindAsync("other"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Deleting_with_an_old_tag_says_that_the_row_changed(bool inBatch)
    {
        await SubmitAsync(Insert("a", 1));
        var old = await TagAsync("a");
        await SubmitAsync(Replace("a", 2, old));

        Assert.Equal(
            new BatchOutcome.Changed(Key("a")),
            await SubmitAsync(With(inBatch, new TableWrite.Delete(Key("a"), old)))
        );
        await NothingElseHappenedAsync("a", 2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_write_of_each_kind_does_what_it_says(bool inBatch)
    {
        await SubmitAsync(Insert("replaced"), Insert("deleted"), Insert("tagged"));
        TableWrite[] writes =
        [
            Insert("inserted", 1),
            Replace("replaced", 2, await TagAsync("replaced")),
            new TableWrite.Upsert(Key("upserted"), new Columns { ["N"] = 3 }),
            new TableWrite.Delete(Key("deleted")),
            new TableWrite.Delete(Key("tagged"), await TagAsync("tagged")),
        ];
        foreach (var part in inBatch ? [writes] : writes.Chunk(1))
        {
            Assert.IsType<BatchOutcome.Committed>(await SubmitAsync(part));
        }

        await ReopenAsync();
        Assert.Equal(1, (await FindAsync("inserted"))!.Columns.Number("N"));
        Assert.Equal(2, (await FindAsync("replaced"))!.Columns.Number("N"));
        Assert.Equal(3, (await FindAsync("upserted"))!.Columns.Number("N"));
        Assert.Null(await FindAsync("deleted"));
        Assert.Null(await FindAsync("tagged"));
    }

    [Fact]
    public async Task Replacing_and_upserting_write_the_whole_row()
    {
        await SubmitAsync(new TableWrite.Insert(Key("a"), new Columns { ["A"] = "1", ["B"] = "2" }));
        await SubmitAsync(new TableWrite.Upsert(Key("a"), new Columns { ["B"] = "3" }));
        Assert.Equal("B", Assert.Single((await FindAsync("a"))!.Columns).Key);

        await SubmitAsync(new TableWrite.Replace(Key("a"), new Columns { ["C"] = "4" }, await TagAsync("a")));
        Assert.Equal("C", Assert.Single((await FindAsync("a"))!.Columns).Key);
    }

    [Fact]
    public async Task Every_write_gives_a_new_tag_also_to_a_row_made_again()
    {
        var tags = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            await SubmitAsync(Insert("a"));
            tags.Add(await TagAsync("a"));
            await SubmitAsync(new TableWrite.Upsert(Key("a"), new Columns { ["N"] = 0 }));
            tags.Add(await TagAsync("a"));
            await SubmitAsync(new TableWrite.Delete(Key("a")));
            await Tables.ForgetRemovedAsync(Cancel);
            await ReopenAsync();
        }

        Assert.Equal(tags.Count, tags.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_tag_is_the_same_by_find_and_by_query_and_after_reopening()
    {
        await SubmitAsync(Insert("a"), Insert("b"));
        var tag = await TagAsync("a");
        await ReopenAsync();

        Assert.Equal(tag, await TagAsync("a"));
        Assert.Equal(
            tag,
            (
                await Tables
                    .QueryAsync(Table, new RowRange(Key("a").Partition, Max: 1), Cancel)
                    .FirstAsync(Cancel)
            ).Tag
        );
    }

    [Fact]
    public async Task A_batch_of_a_hundred_names_the_write_that_stopped_it()
    {
        await SubmitAsync(Insert("057"));
        var writes = Enumerable.Range(0, 100).Select(i => Insert($"{i:D3}")).ToArray();

        Assert.Equal(new BatchOutcome.AlreadyExists(Key("057")), await SubmitAsync(writes));
        Assert.Null(await FindAsync("000"));

        await SubmitAsync(new TableWrite.Delete(Key("057")));
        Assert.IsType<BatchOutcome.Committed>(await SubmitAsync(writes));
        Assert.Equal(100, (await RowsAsync(new RowRange(Key("").Partition))).Count);
    }

    [Fact]
    public async Task Of_many_that_race_for_one_row_one_wins()
    {
        await SubmitAsync(Insert("state"));
        var tag = await TagAsync("state");

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i => Task.Run(() => SubmitAsync(Replace("state", i, tag), Insert($"log{i}")), Cancel))
        );

        Assert.Single(outcomes, outcome => outcome is BatchOutcome.Committed);
        Assert.Equal(11, outcomes.Count(outcome => outcome.Equals(new BatchOutcome.Changed(Key("state")))));
        Assert.Single(await RowsAsync(RowRange.Prefix(Key("").Partition, "log")));
    }

    private TableWrite.Replace Replace(string row, int n, string tag) =>
        new(Key(row), new Columns { ["N"] = n }, tag);

    /// <summary>Alone, or second of a batch whose first write would go through.</summary>
    private TableWrite[] With(bool inBatch, TableWrite write) => inBatch ? [Insert("other"), write] : [write];

    private async Task NothingElseHappenedAsync(string row, int n)
    {
        Assert.Equal(n, (await FindAsync(row))!.Columns.Number("N"));
        Assert.Null(await FindAsync("other"));
    }
}
