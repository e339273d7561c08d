using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace MiCheckin.Tests.Storage.Embedded;

/// <summary>One folder, one process; and the journal does not grow for ever.</summary>
public sealed class EmbeddedFolderTests : IDisposable
{
    private const string Secret = "i had one last night";

    private readonly TemporaryFolder folder = new();
    private readonly ListLogger<EmbeddedTables> log = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Journal => folder.File("tables.journal");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_second_process_is_refused_until_the_first_has_ended()
    {
        await using (await OpenAsync())
        {
            var fault = await Assert.ThrowsAsync<StorageException>(() => OpenAsync());
            Assert.Equal("FolderInUse", fault.Code);
            Assert.Contains(folder.Path, fault.Message, StringComparison.Ordinal);
        }

        await using var next = await OpenAsync();
    }

    [Fact]
    public async Task A_folder_that_was_refused_is_not_held()
    {
        await File.WriteAllTextAsync(Journal, "not ours", Cancel);
        await Assert.ThrowsAsync<StorageException>(() => OpenAsync());
        File.Delete(Journal);

        await using var tables = await OpenAsync();
    }

    [Fact]
    public async Task Rows_written_again_and_again_do_not_make_the_journal_grow_for_ever()
    {
        var longest = 0L;
        await using (var tables = await MakeAsync(compactAfter: 20))
        {
            for (var i = 0; i < 300; i++)
            {
                await UpsertAsync(tables, "state", $"{i}");
                longest = Math.Max(longest, new FileInfo(Journal).Length);
            }
        }

        await using var again = await OpenAsync();
        Assert.Equal(
            "299",
            (await again.FindAsync("People", new("p", "state"), Cancel))!.Columns.Text("Said")
        );
        Assert.InRange(longest, 1, 3_000);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task What_a_crash_left_of_a_rewritten_journal_is_ignored()
    {
        await using (var tables = await MakeAsync())
        {
            await UpsertAsync(tables, "state", "kept");
        }

        await File.WriteAllTextAsync(Journal + ".new", "MICHECKIN TABLES 1\nhalf a rec", Cancel);

        await using var again = await OpenAsync();
        Assert.Equal(
            "kept",
            (await again.FindAsync("People", new("p", "state"), Cancel))!.Columns.Text("Said")
        );
        await again.ForgetRemovedAsync(Cancel);
        Assert.False(File.Exists(Journal + ".new"));
    }

    [Fact]
    public async Task What_was_erased_and_forgotten_is_in_no_file()
    {
        await using var tables = await MakeAsync();
        await UpsertAsync(tables, "in|SM1", Secret);
        await tables.SubmitAsync("People", [new TableWrite.Delete(new("p", "in|SM1"))], Cancel);
        Assert.Contains(Secret, await WholeFolderAsync(), StringComparison.Ordinal);

        await tables.ForgetRemovedAsync(Cancel);

        Assert.DoesNotContain(Secret, await WholeFolderAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_that_cannot_be_rewritten_goes_on_as_it_is()
    {
        await using (var tables = await MakeAsync(compactAfter: 5))
        {
            Directory.CreateDirectory(Journal + ".new");
            for (var i = 0; i < 20; i++)
            {
                await UpsertAsync(tables, "state", $"{i}");
            }

            Assert.NotEmpty(log.Lines);
            var fault = await Assert.ThrowsAsync<StorageException>(() => tables.ForgetRemovedAsync(Cancel));
            Assert.Equal("NotForgotten", fault.Code);
        }

        Directory.Delete(Journal + ".new");
        await using var again = await OpenAsync();
        Assert.Equal(
            "19",
            (await again.FindAsync("People", new("p", "state"), Cancel))!.Columns.Text("Said")
        );
    }

    [Fact]
    public async Task After_a_fault_of_the_disk_nothing_more_is_accepted()
    {
        await using var tables = await MakeAsync();
        await UpsertAsync(tables, "state", "before");
        File.Delete(Journal);
        Directory.CreateDirectory(Path.Combine(Journal, "in the way"));

        var faults = new List<StorageException>();
        faults.Add(await Assert.ThrowsAsync<StorageException>(() => tables.ForgetRemovedAsync(Cancel)));
        faults.Add(await Assert.ThrowsAsync<StorageException>(() => UpsertAsync(tables, "state", "after")));
        faults.Add(await Assert.ThrowsAsync<StorageException>(() => tables.ForgetRemovedAsync(Cancel)));

        Assert.All(faults, fault => Assert.Equal("JournalUnwritable", fault.Code));
        Assert.Equal(
            "before",
            (await tables.FindAsync("People", new("p", "state"), Cancel))!.Columns.Text("Said")
        );
    }

    [Fact]
    public async Task Commits_made_at_once_are_all_kept()
    {
        await using (var tables = await MakeAsync())
        {
            var outcomes = await Task.WhenAll(
                Enumerable.Range(0, 200).Select(i => UpsertAsync(tables, $"{i}", $"{i}"))
            );
            Assert.Equal(
                200,
                outcomes
                    .SelectMany(o => ((BatchOutcome.Committed)o).Tags)
                    .Distinct(StringComparer.Ordinal)
                    .Count()
            );
        }

        await using var again = await OpenAsync();
        Assert.Equal(200, await again.ScanAsync("People", Cancel).CountAsync(Cancel));
    }

    private static Task<BatchOutcome> UpsertAsync(EmbeddedTables tables, string row, string said) =>
        tables.SubmitAsync(
            "People",
            [new TableWrite.Upsert(new("p", row), new Columns { ["Said"] = said })],
            Cancel
        );

    private async Task<string> WholeFolderAsync()
    {
        var texts = Directory
            .EnumerateFiles(folder.Path)
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
            .Select(file => File.ReadAllTextAsync(file, Cancel));
        return string.Join('\n', await Task.WhenAll(texts));
    }

    private async Task<EmbeddedTables> MakeAsync(int compactAfter = 10_000)
    {
        var tables = await EmbeddedTables.OpenAsync(folder.Path, compactAfter, log, Cancel);
        await tables.CreateAsync("People", Cancel);
        return tables;
    }

    private Task<EmbeddedTables> OpenAsync() =>
        EmbeddedTables.OpenAsync(folder.Path, NullLogger<EmbeddedTables>.Instance, Cancel);
}
