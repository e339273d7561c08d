using MiCheckin.Functions.Storage;

namespace MiCheckin.Tests.Storage;

/// <summary>What queries give, and what is refused before it reaches a store.</summary>
public abstract class TablesQueryContract : TablesWriteContract
{
    private string Partition => Key("").Partition;

    [Fact]
    public async Task A_query_gives_the_slice_in_ordinal_order()
    {
        await SubmitAsync(Insert("b"), Insert("B"), Insert("a|2"), Insert("a|10"), Insert("a"), Insert("c"));
        await ReopenAsync();

        Assert.Equal(["B", "a", "a|10", "a|2", "b", "c"], await RowsAsync(new RowRange(Partition)));
        Assert.Equal(["a|10", "a|2", "b"], await RowsAsync(new RowRange(Partition, "a|", "c")));
        Assert.Equal(["a|10", "a|2"], await RowsAsync(RowRange.Prefix(Partition, "a|")));
        Assert.Equal(["a|10"], await RowsAsync(RowRange.Prefix(Partition, "a|", 1)));
        Assert.Equal(["B", "a"], await RowsAsync(new RowRange(Partition, To: "a|10")));
        Assert.Equal(["b", "c"], await RowsAsync(new RowRange(Partition, From: "b")));
        Assert.Empty(await RowsAsync(new RowRange(Partition, "d", "a")));
        Assert.Empty(await RowsAsync(new RowRange(Partition + "x")));
    }

    [Fact]
    public async Task A_query_over_many_pages_gives_every_row_once()
    {
        foreach (var part in Enumerable.Range(0, 1300).Chunk(100))
        {
            await SubmitAsync([.. part.Select(i => Insert($"{i:D4}", i))]);
        }

        Assert.Equal(
            [.. Enumerable.Range(0, 1300).Select(i => $"{i:D4}")],
            await RowsAsync(new RowRange(Partition))
        );
        Assert.Equal(1100, (await RowsAsync(new RowRange(Partition, Max: 1100))).Count);
    }

    [Fact]
    public async Task A_scan_gives_all_partitions_in_order()
    {
        const string table = "Scanned";
        await Tables.CreateAsync(table, Cancel);
        foreach (
            var (partition, row) in new[]
            {
                (Partition + "b", "1"),
                (Partition + "a", "2"),
                (Partition + "a", "1"),
            }
        )
        {
            await Tables.SubmitAsync(table, [new TableWrite.Insert(new(partition, row), [])], Cancel);
        }

        await ReopenAsync();
        var rows = await Tables
            .ScanAsync(table, Cancel)
            .Where(row => row.Key.Partition.StartsWith(Partition, StringComparison.Ordinal))
            .Select(row => row.Key)
            .ToListAsync(Cancel);
        Assert.Equal([new(Partition + "a", "1"), new(Partition + "a", "2"), new(Partition + "b", "1")], rows);
    }

    [Fact]
    public async Task A_call_is_counted_as_one_request_and_a_query_as_one_for_each_page()
    {
        using var requests = StorageRequests.Scope();
        await SubmitAsync(Insert("a"), Insert("b"));
        await FindAsync("a");
        await RowsAsync(new RowRange(Partition));

        Assert.Equal([$"submit {Table}", $"find {Table}", $"query {Table}"], requests.Seen);
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Tables.SubmitAsync(Table, [Insert("a")], cancelled.Token)
        );
        Assert.Null(await FindAsync("a"));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\u0085b")]
    public async Task A_key_that_the_service_refuses_is_refused_before(string key)
    {
        await Refused(Insert(key));
        await Refused(new TableWrite.Upsert(new RowKey(key, "a"), []));
        await Assert.ThrowsAsync<ArgumentException>(() => FindAsync(key));
        await Assert.ThrowsAsync<ArgumentException>(() => RowsAsync(new RowRange(key)));
    }

    [Fact]
    public async Task A_batch_that_the_service_refuses_is_refused_before()
    {
        await Refused();
        await Refused(Insert("a"), Insert("a"));
        await Refused(Insert("a"), new TableWrite.Insert(new RowKey("elsewhere", "b"), []));
        await Refused([.. Enumerable.Range(0, 101).Select(i => Insert($"{i:D3}"))]);
        await Refused(Insert(new string('k', 513)));
        await Refused(Insert("half \ud83d pair"));
        await Refused([.. Enumerable.Range(0, 6).Select(i => Wide($"{i}", 15, new string('é', 32_768)))]);
        Assert.Null(await FindAsync("a"));
    }

    [Fact]
    public async Task A_row_that_the_service_refuses_is_refused_before()
    {
        await Refused(Wide("a", 1, new string('x', 32_769)));
        await Refused(Wide("a", 1, new byte[65_537]));
        await Refused(Wide("a", 17, new string('x', 32_768)));
        await Refused(Wide("a", 252, 1));
        await Refused(Wide("a", 1, 1.5f));
        await Refused(Wide("a", 1, double.NaN));
        await Refused(Wide("a", 1, DateTimeOffset.MinValue));
        foreach (var name in new[] { "op_", "PartitionKey", "Timestamp", "has space", "1st", "" })
        {
            await Refused(new TableWrite.Insert(Key("a"), new Columns { [name] = 1 }));
        }

        Assert.Null(await FindAsync("a"));
    }

    [Fact]
    public async Task The_largest_row_is_stored()
    {
        await SubmitAsync(Wide("text", 15, new string('é', 32_768)), Wide("many", 251, 1));
        await SubmitAsync(Wide("bytes", 15, new byte[65_536]));
        await ReopenAsync();

        Assert.Equal(32_768, (await FindAsync("text"))!.Columns.Text("C14")!.Length);
        Assert.Equal(251, (await FindAsync("many"))!.Columns.Count);
        Assert.Equal(65_536, ((byte[])(await FindAsync("bytes"))!.Columns["C0"]!).Length);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("1st")]
    [InlineData("with-dash")]
    [InlineData("Tables")]
    public Task A_table_name_that_the_service_refuses_is_refused_before(string name) =>
        Assert.ThrowsAsync<ArgumentException>(() => Tables.CreateAsync(name, Cancel));

    private TableWrite.Insert Wide(string row, int columns, object value) =>
        new(
            Key(row),
            new Columns(
                Enumerable.Range(0, columns).Select(i => KeyValuePair.Create($"C{i}", (object?)value))
            )
        );

    private async Task Refused(params TableWrite[] writes) =>
        await Assert.ThrowsAsync<ArgumentException>(() => SubmitAsync(writes));
}
