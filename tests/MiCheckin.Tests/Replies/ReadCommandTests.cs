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

    [Theory]
    [InlineData("""{"id":"\ud83d","text":"7 \ud83d","asked":"\udc00?","expects":"ruler"}""", 7)]
    [InlineData("""{"text":"\uDe00\n\"8\"\u0020\ud83d\ude00","expects":"ruler","choices":["\ud800"]}""", 8)]
    public void Half_of_a_character_is_read_without_harm(string line, int number)
    {
        var answer = JsonDocument.Parse(ReadCommand.Answer(line, 1, explain: false)).RootElement;
        Assert.Equal(number, answer.GetProperty("ruler").GetProperty("low").GetInt32());
        Assert.Contains("On the ruler", ReadCommand.Answer(line, 1, explain: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Spans_count_the_characters_of_the_text_as_it_was_sent()
    {
        const string Line = """{"text":"\ud83d \ud83d\ude00 \n 6","expects":"ruler"}""";
        var answer = JsonDocument.Parse(ReadCommand.Answer(Line, 1, explain: false)).RootElement;
        Assert.Equal(7, answer.GetProperty("spans")[0].GetProperty("start").GetInt32());
    }
}
