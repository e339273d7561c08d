using System.CommandLine;
using MiCheckin.Cli.Storage;
using MiCheckin.Functions.Coaches;

namespace MiCheckin.Cli.Export;

/// <summary><c>export</c>: participants' records as JSON lines or CSV, under their pseudonyms, with words only when asked for.</summary>
internal static class ExportCommand
{
    private static readonly Option<bool> WithWords = new("--with-words")
    {
        Description = "Also what people wrote. This is audited.",
    };
    private static readonly Option<string?> Person = new("--person")
    {
        Description = "Only this participant, by the pseudonym that pages and logs show.",
    };
    private static readonly Option<bool> Dictionary = new("--dictionary")
    {
        Description = "Only print what each column means.",
    };

    public static Command Create()
    {
        var format = new Option<string>("--format")
        {
            Description = "jsonl (default) or csv.",
            DefaultValueFactory = _ => "jsonl",
        };
        format.AcceptOnlyFromAmong("jsonl", "csv");
        var storage = new StorageOptions();
        var command = new Command("export", "Write participants' events to the output.")
        {
            format,
            WithWords,
            Person,
            Dictionary,
        };
        storage.AddTo(command);
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var output = parsed.InvocationConfiguration.Output;
                var csv = string.Equals(parsed.GetValue(format), "csv", StringComparison.Ordinal);
                return parsed.GetValue(Dictionary)
                    ? DictionaryAsync(output)
                    : storage.RunAsync(
                        parsed,
                        opened =>
                            RunAsync(
                                opened,
                                new ExportOrder(csv, parsed.GetValue(WithWords), parsed.GetValue(Person)),
                                output,
                                cancellationToken
                            ),
                        cancellationToken
                    );
            }
        );
        return command;
    }

    private static async Task<int> DictionaryAsync(TextWriter output)
    {
        await output.WriteLineAsync("column,meaning");

        foreach (var (name, meaning) in ExportColumns.Dictionary)
        {
            await output.WriteLineAsync($"{name},{ExportColumns.Quoted(meaning)}");
        }

        return StorageOptions.Fine;
    }

    internal static async Task<int> RunAsync(
        OpenedStorage opened,
        ExportOrder order,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (order.Csv)
        {
            await output.WriteLineAsync(string.Join(',', ExportColumns.Dictionary.Select(c => c.Name)));
        }

        var found = order.Person is null;

        await foreach (var person in opened.People.EverybodyAsync(cancellationToken))
        {
            if (order.Person is { } only && !string.Equals(person.Id.Value, only, StringComparison.Ordinal))
            {
                continue;
            }

            found = true;
            await opened.Trail.WriteAsync("cli", AuditAct.Exported, person.Id, cancellationToken);

            foreach (var entry in await opened.People.LogAsync(person.Id, cancellationToken))
            {
                var line = ExportColumns.Of(person, entry, order.WithWords);
                await output.WriteLineAsync(order.Csv ? ExportColumns.Csv(line) : ExportColumns.Json(line));
            }
        }

        return found
            ? StorageOptions.Fine
            : throw new UsageException($"There is no participant {order.Person}.");
    }
}

/// <summary>What the command line asks for.</summary>
internal sealed record ExportOrder(bool Csv, bool WithWords, string? Person);
