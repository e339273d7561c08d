using MiCheckin.Functions.Storage;

namespace MiCheckin.Tests.Storage;

/// <summary>What every implementation of tables promises. A class for each runs it.</summary>
public abstract class TablesContract : IAsyncLifetime
{
    protected const string Table = "Contract";

    private ITables? tables;

    /// <summary>Each test has partitions of its own, for the stores that all tests share.</summary>
    private readonly string partition = Guid.NewGuid().ToString("N");

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected ITables Tables => tables!;

    private protected abstract Task<ITables> OpenAsync();

    /// <summary>Lets go of everything in memory, and opens what was stored.</summary>
    private protected virtual Task<ITables> ReopenAsync(ITables current) => Task.FromResult(current);

    public async ValueTask InitializeAsync()
    {
        tables = await OpenAsync();
        await tables.CreateAsync(Table, Cancel);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (tables is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private protected async Task ReopenAsync() => tables = await ReopenAsync(Tables);

    private protected RowKey Key(string row) => new(partition, row);

    private protected Task<TableRow?> FindAsync(string row) => Tables.FindAsync(Table, Key(row), Cancel);

    private protected Task<BatchOutcome> SubmitAsync(params TableWrite[] writes) =>
        Tables.SubmitAsync(Table, writes, Cancel);

    private protected TableWrite Insert(string row, int n = 0) =>
        new TableWrite.Insert(Key(row), new Columns { ["N"] = n });

    private protected async Task<string> TagAsync(string row) => (await FindAsync(row))!.Tag;

    private protected async Task<List<string>> RowsAsync(RowRange range) =>
        await Tables.QueryAsync(Table, range, Cancel).Select(row => row.Key.Row).ToListAsync(Cancel);

    [Fact]
    public async Task A_row_comes_back_with_its_types()
    {
        var at = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(-8)).AddTicks(1_234_567);
        var id = Guid.NewGuid();
        var columns = new Columns
        {
            ["Text"] = "“Not yet” – said \\ she \"there\" ✓ 😀\n",
            ["Empty"] = "",
            ["Flag"] = true,
            ["Int"] = -7,
            ["Long"] = long.MaxValue,
            ["Whole"] = 3.0,
            ["Half"] = 2.5,
            ["At"] = at,
            ["Id"] = id,
            ["Bytes"] = new byte[] { 0, 255, 1 },
            ["Nothing"] = null,
        };

        Assert.IsType<BatchOutcome.Committed>(
            await SubmitAsync(new TableWrite.Insert(Key("it's 1 é%+&"), columns))
        );
        await ReopenAsync();
        var row = await FindAsync("it's 1 é%+&");

        Assert.NotNull(row);
        Assert.Equal(Key("it's 1 é%+&"), row.Key);
        columns.Remove("Nothing");
        columns["At"] = at.ToUniversalTime();
        Assert.Equal(
            new SortedDictionary<string, object?>(columns, StringComparer.Ordinal),
            new SortedDictionary<string, object?>(row.Columns, StringComparer.Ordinal)
        );
        Assert.Equal(TimeSpan.Zero, ((DateTimeOffset)row.Columns["At"]!).Offset);
        Assert.IsType<double>(row.Columns["Whole"]);
    }

    [Fact]
    public async Task A_row_that_is_not_there_is_null() => Assert.Null(await FindAsync("nobody"));

    [Fact]
    public async Task Half_of_a_surrogate_pair_is_stored_as_a_replacement_character()
    {
        await SubmitAsync(new TableWrite.Insert(Key("a"), new Columns { ["Text"] = "a\ud83db\0c" }));

        Assert.Equal("a\ufffdb\0c", (await FindAsync("a"))!.Columns.Text("Text"));
    }

    [Fact]
    public async Task What_a_caller_does_to_its_columns_later_changes_nothing_stored()
    {
        var columns = new Columns { ["N"] = 1 };
        await SubmitAsync(new TableWrite.Insert(Key("a"), columns));
        columns["N"] = 2;
        (await FindAsync("a"))!.Columns["N"] = 3;

        Assert.Equal(1, (await FindAsync("a"))!.Columns.Number("N"));
    }

    [Fact]
    public async Task Making_a_table_again_keeps_its_rows()
    {
        await SubmitAsync(Insert("a", 5));
        await Tables.CreateAsync(Table, Cancel);

        Assert.Equal(5, (await FindAsync("a"))!.Columns.Number("N"));
    }

    [Fact]
    public async Task A_table_that_was_never_made_is_named_plainly()
    {
        async Task Refused(Func<Task> use)
        {
            var fault = await Assert.ThrowsAsync<StorageException>(use);
            Assert.Equal("TableNotFound", fault.Code);
            Assert.Contains("NeverMade", fault.Message, StringComparison.Ordinal);
        }

        await Refused(() => Tables.FindAsync("NeverMade", Key("a"), Cancel));
        await Refused(() => Tables.SubmitAsync("NeverMade", [Insert("a")], Cancel));
        await Refused(() => Tables.SubmitAsync("NeverMade", [Insert("a"), Insert("b")], Cancel));
        await Refused(() => Tables.SubmitAsync("NeverMade", [new TableWrite.Delete(Key("a"))], Cancel));
        await Refused(async () => await Tables.ScanAsync("NeverMade", Cancel).AnyAsync(Cancel));
        await Refused(async () =>
            await Tables.QueryAsync("NeverMade", new RowRange("p"), Cancel).AnyAsync(Cancel)
        );
    }

    [Fact]
    public async Task Deleted_and_replaced_rows_can_be_forgotten_and_the_rest_stays()
    {
        await SubmitAsync(Insert("a", 1), Insert("b", 2));
        await SubmitAsync(new TableWrite.Delete(Key("a")));
        await Tables.ForgetRemovedAsync(Cancel);
        await ReopenAsync();

        Assert.Null(await FindAsync("a"));
        Assert.Equal(2, (await FindAsync("b"))!.Columns.Number("N"));
    }
}
