using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Embedded;

namespace MiCheckin.Tests.Storage.Embedded;

/// <summary>What a crash may leave, and what is damage.</summary>
public sealed class JournalTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ListLogger<EmbeddedTables> log = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Journal => folder.File("tables.journal");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_journal_cut_off_at_any_byte_keeps_every_commit_acknowledged_before_it()
    {
        var acknowledged = await WriteSmallHistoryAsync();
        var whole = await File.ReadAllBytesAsync(Journal, Cancel);

        for (var cut = 0; cut <= whole.Length; cut++)
        {
            await File.WriteAllBytesAsync(Journal, whole.AsMemory(0, cut), Cancel);
            var expected = acknowledged.Where(a => a.Length <= cut).Select(a => a.Rows).LastOrDefault("");

            await using (var tables = await OpenAsync())
            {
                await tables.CreateAsync("People", Cancel);
                Assert.Equal(expected, await RowsAsync(tables));
                await tables.SubmitAsync("People", [Insert("later", cut)], Cancel);
            }

            await using var again = await OpenAsync();
            Assert.Equal(
                cut,
                (await again.FindAsync("People", new("p", "later"), Cancel))!.Columns.Number("N")
            );
        }
    }

    [Fact]
    public async Task A_journal_with_any_byte_damaged_is_refused_and_left_as_it_is()
    {
        await WriteSmallHistoryAsync();
        var whole = await File.ReadAllBytesAsync(Journal, Cancel);

        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x20;
            await File.WriteAllBytesAsync(Journal, damaged, Cancel);

            var fault = await Assert.ThrowsAsync<StorageException>(OpenAsync);
            Assert.Equal("JournalDamaged", fault.Code);
            Assert.Contains(Journal, fault.Message, StringComparison.Ordinal);
            Assert.Equal(damaged, await File.ReadAllBytesAsync(Journal, Cancel));
        }
    }

    [Fact]
    public async Task The_refusal_of_a_damaged_journal_says_where_and_what_to_do()
    {
        var acknowledged = await WriteSmallHistoryAsync();
        var bytes = await File.ReadAllBytesAsync(Journal, Cancel);
        bytes[acknowledged[2].Length + 20] ^= 1;
        await File.WriteAllBytesAsync(Journal, bytes, Cancel);

        var fault = await Assert.ThrowsAsync<StorageException>(OpenAsync);

        Assert.Contains(
            $"byte {acknowledged[2].Length} of {bytes.Length}",
            fault.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"{acknowledged.Count - 4} sound records follow",
            fault.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("backup", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"truncate -s {acknowledged[2].Length}", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(5000)]
    public async Task An_end_that_lost_power_before_it_was_written_is_dropped_with_a_warning(int zeros)
    {
        var acknowledged = await WriteSmallHistoryAsync();
        await File.AppendAllBytesAsync(Journal, new byte[zeros], Cancel);

        await using var tables = await OpenAsync();

        Assert.Equal(acknowledged[^1].Rows, await RowsAsync(tables));
        var warning = Assert.Single(log.Lines);
        Assert.Contains($"the last {zeros} bytes", warning, StringComparison.Ordinal);
        Assert.Equal(acknowledged[^1].Length, new FileInfo(Journal).Length);
    }

    [Fact]
    public async Task A_journal_of_a_newer_version_is_refused()
    {
        await WriteSmallHistoryAsync();
        var bytes = await File.ReadAllBytesAsync(Journal, Cancel);
        bytes["MICHECKIN TABLES ".Length] = (byte)'2';
        await File.WriteAllBytesAsync(Journal, bytes, Cancel);

        var fault = await Assert.ThrowsAsync<StorageException>(OpenAsync);

        Assert.Equal("JournalNewer", fault.Code);
        Assert.Contains("format 2", fault.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Journal, Cancel));
    }

    [Fact]
    public async Task A_file_that_is_no_journal_is_refused()
    {
        await File.WriteAllTextAsync(Journal, "name,phone\n", Cancel);

        Assert.Equal("JournalDamaged", (await Assert.ThrowsAsync<StorageException>(OpenAsync)).Code);
    }

    private async Task<List<(long Length, string Rows)>> WriteSmallHistoryAsync()
    {
        var acknowledged = new List<(long, string)>();
        await using var tables = await OpenAsync();
        await tables.CreateAsync("People", Cancel);
        for (var i = 0; i < 6; i++)
        {
            await tables.SubmitAsync("People", [Insert($"row{i}", i), Insert($"log{i}", i)], Cancel);
            acknowledged.Add((new FileInfo(Journal).Length, await RowsAsync(tables)));
            if (i % 2 == 1)
            {
                await tables.SubmitAsync("People", [new TableWrite.Delete(new("p", $"row{i - 1}"))], Cancel);
                acknowledged.Add((new FileInfo(Journal).Length, await RowsAsync(tables)));
            }
        }

        return acknowledged;
    }

    private static TableWrite.Insert Insert(string row, int n) =>
        new(new RowKey("p", row), new Columns { ["N"] = n, ["Said"] = "walked 😀" });

    private static async Task<string> RowsAsync(EmbeddedTables tables) =>
        string.Join(
            ',',
            await tables
                .ScanAsync("People", Cancel)
                .Select(row => $"{row.Key.Row}={row.Columns.Number("N")}@{row.Tag}")
                .ToListAsync(Cancel)
        );

    private Task<EmbeddedTables> OpenAsync() => EmbeddedTables.OpenAsync(folder.Path, log, Cancel);
}
