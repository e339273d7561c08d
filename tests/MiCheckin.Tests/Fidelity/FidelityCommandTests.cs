using System.Text.Json;
using MiCheckin.Cli.Fidelity;
using MiCheckin.Core.Fidelity;

namespace MiCheckin.Tests.Fidelity;

public sealed class FidelityCommandTests : IDisposable
{
    private const string Answer =
        """{"participant":"p1","at":"2026-03-02T17:41:00Z","from":"service","words":"You want this. What would be different for you?","parts":["reflect.desire/1","ask.desire/1"],"program":"move-more"}""";

    private const string Advice =
        """{"participant":"p2","at":"2026-03-02T17:41:00Z","from":"service","words":"You should walk."}""";

    private readonly string _file = Path.GetTempFileName();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        File.Delete(_file);
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task Transcripts_in_keeping_with_MI_end_in_zero()
    {
        Assert.Equal(FidelityCommand.Fine, await RunAsync(FidelityText.Of, Answer));
        Assert.Contains("MI-inconsistent texts: 0", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_MI_would_not_say_is_shown_and_ends_in_one()
    {
        Assert.Equal(FidelityCommand.MiInconsistent, await RunAsync(FidelityText.Of, Answer + "\n" + Advice));
        Assert.Contains("You should walk.", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_can_be_read_by_programs()
    {
        await RunAsync(FidelityText.Json, Answer);

        using var report = JsonDocument.Parse(_output.ToString());
        Assert.Equal(1, report.RootElement.GetProperty("all").GetProperty("reflections").GetInt32());
    }

    [Fact]
    public async Task Every_line_that_cannot_be_read_is_named()
    {
        Assert.Equal(
            FidelityCommand.Unreadable,
            await RunAsync(FidelityText.Of, $"{Answer}\nnonsense\n{{\"participant\":\"p\"}}")
        );
        Assert.Contains("line 2: it is not a JSON object", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("line 3: \"at\" is no instant", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"participant\":\"\\ud800\"}")]
    [InlineData("{\"participant\":\"p\",\"at\":\"2026-03-02T17:41:00Z\",\"from\":\"7\"}")]
    public void Odd_lines_are_refused(string line) => Assert.Single(TranscriptLines.Read(line).Mistakes);

    private async Task<int> RunAsync(Func<FidelityReport, string> write, string lines)
    {
        await File.WriteAllTextAsync(_file, lines, TestContext.Current.CancellationToken);
        return await FidelityCommand.RunAsync(
            [_file],
            [],
            write,
            _output,
            _error,
            TestContext.Current.CancellationToken
        );
    }
}
