using System.Text.Json;
using MiCheckin.Cli.Check;
using MiCheckin.Functions.Programs;
using MiCheckin.Tests.Programs;

namespace MiCheckin.Tests.Check;

public sealed class CheckCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("micheckin-check");
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task A_program_without_errors_is_fine_also_with_a_warning()
    {
        Assert.Equal(
            CheckCommand.Fine,
            await RunAsync(File("fine.json", EmbeddedPrograms.Json("move-more.json")))
        );
        Assert.Contains("0 errors, 2 warnings", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_is_told_with_its_path_its_text_and_a_fix()
    {
        var file = File(
            "bad.json",
            ProgramFile.With("prompts", "You should walk. What do you think?").ToJsonString()
        );

        Assert.Equal(CheckCommand.HasErrors, await RunAsync(file));
        var report = _output.ToString();
        Assert.Contains("error (directive) at $.texts.en.prompts[0].text", report, StringComparison.Ordinal);
        Assert.Contains("text: You should walk.", report, StringComparison.Ordinal);
        Assert.Contains("fix:  Leave the choice with the person.", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_cannot_be_read_and_the_others_are_still_checked()
    {
        var fine = File("fine.json", EmbeddedPrograms.Json("quit-smoking.json"));

        Assert.Equal(
            CheckCommand.Unreadable,
            await RunAsync(Path.Combine(_folder.FullName, "none.json"), fine)
        );
        Assert.Contains("none.json: cannot be read", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("fine.json: 0 errors", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_country_without_safety_texts_is_an_error_where_people_live_there()
    {
        var file = File("fine.json", EmbeddedPrograms.Json("move-more.json"));

        var code = await CheckCommand.RunAsync(
            [file],
            ["NZ"],
            CheckReport.Text,
            _output,
            _error,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(CheckCommand.HasErrors, code);
    }

    [Fact]
    public async Task The_report_can_be_read_by_programs()
    {
        var file = File("broken.json", "{");

        Assert.Equal(CheckCommand.HasErrors, await RunAsync(CheckReport.Json, file));
        using var report = JsonDocument.Parse(_output.ToString());
        Assert.Equal(1, report.RootElement.GetProperty("errors").GetInt32());
        Assert.Equal("form", report.RootElement.GetProperty("findings")[0].GetProperty("rule").GetString());
    }

    private string File(string name, string json)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, json);
        return path;
    }

    private Task<int> RunAsync(params string[] files) => RunAsync(CheckReport.Text, files);

    private Task<int> RunAsync(
        Func<string, MiCheckin.Core.Programs.Checking.CheckOutcome, string> report,
        params string[] files
    ) => CheckCommand.RunAsync(files, [], report, _output, _error, TestContext.Current.CancellationToken);
}
