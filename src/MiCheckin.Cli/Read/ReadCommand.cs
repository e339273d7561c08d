using System.CommandLine;
using System.Text;
using System.Text.Json;
using MiCheckin.Core.Replies;

namespace MiCheckin.Cli.Read;

/// <summary>micheckin read: JSON lines in, JSON lines out in the same order; --explain answers in sentences.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("file")
        {
            Description = "JSON lines to read; standard input without it.",
            DefaultValueFactory = _ => null,
        };
        var explain = new Option<bool>("--explain") { Description = "Answer in sentences for people." };
        var command = new Command("read", "Read replies: what a text asks, answers, reports and leans to.")
        {
            file,
            explain,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var input = parsed.GetValue(file) is { } path
                    ? new StreamReader(path, Encoding.UTF8)
                    : new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
                var output = parsed.InvocationConfiguration.Output;
                await CopyAsync(input, output, parsed.GetValue(explain), cancellationToken);
                return 0;
            }
        );
        return command;
    }

    /// <summary>Reads line by line, so that a long file streams; a bad line is answered, never skipped.</summary>
    internal static async Task CopyAsync(
        TextReader input,
        TextWriter output,
        bool explain,
        CancellationToken cancellationToken
    )
    {
        var number = 0;

        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;

            if (!string.IsNullOrWhiteSpace(line))
            {
                await output.WriteLineAsync(Answer(line, number, explain).AsMemory(), cancellationToken);
            }
        }
    }

    internal static string Answer(string line, int number, bool explain)
    {
        string? id = null;

        try
        {
            using var document = JsonDocument.Parse(line);
            id = ReadRequest.IdOf(document.RootElement);
            var request = ReadRequest.Of(document.RootElement);
            var reading = ReplyReader.Read(request.Text, request.Asked);
            return explain
                ? $"{request.Id ?? $"line {number}"}: {Explanation.Of(request.Text, reading)}"
                : ReadAnswer.Json(id, reading);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return ReadAnswer.Error(
                id,
                number,
                e is FormatException ? e.Message : "This line is not JSON that can be read."
            );
        }
    }
}
