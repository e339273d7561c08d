using System.Text.Json;
using MiCheckin.Cli.Read;

namespace MiCheckin.Tests.ReplyReading;

public sealed class ReadCommandTests
{
    [Fact]
    public async Task Lines_are_answered_in_order_and_a_bad_line_by_an_error()
    {
        const string Lines = """
            {"id":1,"text":"7","expects":"ruler"}
            not json
            {"id":"b","text":"STOP"}
            {"id":"c"}
            {"id":"d","text":"7"}
            """;
        await using var output = new StringWriter();
        await ReadCommand.CopyAsync(
            new StringReader(Lines),
            output,
            explain: false,
            TestContext.Current.CancellationToken
        );
        var answers = output
            .ToString()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => JsonDocument.Parse(l).RootElement)
            .ToList();
        Assert.Equal(5, answers.Count);
        Assert.Equal(7, answers[0].GetProperty("ruler").GetProperty("low").GetInt32());
        Assert.Equal(1, answers[0].GetProperty("id").GetInt32());
        Assert.Equal(2, answers[1].GetProperty("line").GetInt32());
        Assert.Equal("stop", answers[2].GetProperty("control").GetString());
        Assert.Equal("c", answers[3].GetProperty("id").GetString());
        Assert.Equal("none", answers[4].GetProperty("rulerStatus").GetString());
    }

    [Fact]
    public void People_get_sentences() =>
        Assert.Contains(
            "A word to the service: stop",
            ReadCommand.Answer("""{"text":"stop"}""", 1, explain: true),
            StringComparison.Ordinal
        );
}
