using System.CommandLine;
using MiCheckin.Cli.Enrol;
using MiCheckin.Cli.Export;
using MiCheckin.Cli.Ledger;
using MiCheckin.Cli.Publish;
using MiCheckin.Cli.Rehearse;
using MiCheckin.Functions.Programs;
using MiCheckin.Functions.Storage.Embedded;
using MiCheckin.Tests.Safety;
using MiCheckin.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Keys = MiCheckin.Functions.Storage.Keys;

namespace MiCheckin.Tests.Enrolment;

public sealed class CliTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_folder_without_data_or_no_storage_at_all_is_told_with_what_to_do()
    {
        using var folder = new TemporaryFolder();

        var (code, _, error) = await RunAsync(LedgerCommand.Create(), "verify", "--data", folder.Path);
        Assert.Equal(2, code);
        Assert.Contains("Start the service once", error, StringComparison.Ordinal);

        (code, _, error) = await RunAsync(ExportCommand.Create());
        Assert.Equal(2, code);
        Assert.Contains("--storage with a connection string", error, StringComparison.Ordinal);

        (code, _, error) = await RunAsync(EnrolCommand.Create(), "x.csv", "--server", "nowhere");
        Assert.Equal(2, code);
        Assert.Contains("--token", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_is_published_into_the_folder_of_a_service_that_is_stopped()
    {
        using var folder = new TemporaryFolder();
        await using (var opened = await OpenAsync(folder))
        {
            await opened.CreateAsync(Keys.Programs, Cancellation);
            await opened.CreateAsync(Functions.Storage.PeopleKeys.AuditTable, Cancellation);
        }

        var file = Path.Combine(folder.Path, "own.json");
        var own = EmbeddedPrograms
            .Json("move-more.json")
            .Replace("\"id\": \"move-more\"", "\"id\": \"walk-daily\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, own, Cancellation);

        var (code, output, _) = await RunAsync(PublishCommand.Create(), file, "--data", folder.Path);
        Assert.Equal(0, code);
        Assert.Contains("walk-daily version 1 is published", output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, "{}", Cancellation);
        (code, output, _) = await RunAsync(PublishCommand.Create(), file, "--data", folder.Path);
        Assert.Equal(1, code);
        Assert.Contains("Nothing was published", output, StringComparison.Ordinal);

        await using var after = await OpenAsync(folder);
        Assert.NotNull(
            await after.FindAsync(
                Keys.Programs,
                Functions.Storage.Keys.Program("walk-daily", 1),
                Cancellation
            )
        );
    }

    /// <summary>By day the welcome is due at once, by night it waits: both must be played.</summary>
    [Fact]
    public async Task A_rehearsal_begins_with_the_welcome_at_any_hour_and_holds_both_sides()
    {
        var (code, output, _) = await RunAsync(RehearseCommand.Create(), "--weeks", "1");

        Assert.Equal(0, code);
        Assert.Contains("Reply YES to begin", output, StringComparison.Ordinal);
        Assert.Contains("Rosa: Yes", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_data_dictionary_names_every_column()
    {
        var (code, output, _) = await RunAsync(ExportCommand.Create(), "--dictionary");

        Assert.Equal(0, code);
        Assert.All(
            ExportColumns.Dictionary,
            column =>
                Assert.Contains(
                    $"\n{column.Name},",
                    output.ReplaceLineEndings("\n"),
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("plain", "plain")]
    public void A_cell_is_quoted_and_never_a_formula(string cell, string written) =>
        Assert.Equal(written, ExportColumns.Quoted(cell));

    [Fact]
    public async Task A_ledger_agrees_until_somebody_changes_the_state_behind_its_back()
    {
        await using var clinic = await Clinic.OpenAsync();
        var cleo = await clinic.EnrolAsync("Cleo");
        await clinic.SaysAsync(cleo, "SM1", "YES", new Core.Replies.Reading { YesNo = true });
        var replay = new LedgerReplay(clinic.Tables, clinic.Store, clinic.Shelf);
        Assert.Equal(1, (await replay.VerifyAsync(Cancellation)).Agree);

        var row = (await clinic.Tables.FindAsync(Keys.Participants, Keys.State(cleo.Id), Cancellation))!;
        var person = Functions.Storage.ParticipantRows.Read(row)!;
        var forged = person with { State = person.State with { Stale = true } };
        await clinic.Tables.SubmitAsync(
            Keys.Participants,
            [
                new Functions.Storage.TableWrite.Upsert(
                    row.Key,
                    Functions.Storage.ParticipantRows.Write(forged)
                ),
            ],
            Cancellation
        );

        var different = Assert.Single((await replay.VerifyAsync(Cancellation)).Different);
        Assert.Equal((cleo.Id, "state"), different);
    }

    private static Task<EmbeddedTables> OpenAsync(TemporaryFolder folder) =>
        EmbeddedTables.OpenAsync(
            Path.Combine(folder.Path, "tables"),
            NullLogger<EmbeddedTables>.Instance,
            Cancellation
        );

    private static async Task<(int Code, string Output, string Error)> RunAsync(
        Command command,
        params string[] arguments
    )
    {
        var settings = new InvocationConfiguration
        {
            Output = new StringWriter(),
            Error = new StringWriter(),
        };
        var code = await command.Parse(arguments).InvokeAsync(settings, Cancellation);
        return (code, settings.Output.ToString()!, settings.Error.ToString()!);
    }
}
