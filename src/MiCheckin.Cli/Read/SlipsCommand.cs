using System.CommandLine;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Cli.Read;

/// <summary>
/// micheckin slips: the real words of a word list that the reader would take for slips of others. Those that people write
/// belong into Rules/known.txt, whenever a word is added to Rules/slips.txt.
/// </summary>
internal static class SlipsCommand
{
    public static Command Create()
    {
        var list = new Argument<string>("list") { Description = "A file with one real word a line." };
        var command = new Command("slips", "Show which real words the reader would take for slips of others.")
        {
            list,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var output = parsed.InvocationConfiguration;
                var file = await FileText.ReadAsync(parsed.GetValue(list)!, cancellationToken);

                if (file.Text is null)
                {
                    await output.Error.WriteLineAsync(file.Problem);
                    return 1;
                }

                foreach (var line in Mended(file.Text.Split('\n', StringSplitOptions.TrimEntries)))
                {
                    await output.Output.WriteLineAsync(line);
                }

                return 0;
            }
        );
        return command;
    }

    /// <summary>Each word that would be mended, and what to; once, in small plain letters.</summary>
    public static IEnumerable<string> Mended(IEnumerable<string> words)
    {
        var (language, scratch) = (Language.Known, new Scratch());

        foreach (var word in words.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            language.Take(word, language.Replies, scratch);

            if (scratch.Tokens is [_, { Guessed: true } token, _])
            {
                yield return $"{scratch.Letters(token)} {language.Words.Word(token.Word)}";
            }
        }
    }
}
