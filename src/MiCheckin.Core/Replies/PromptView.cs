using System.Runtime.InteropServices;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>What a prompt asks for, and whether its target is to be done less (1) or more (2); 0 where it is not said.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PromptView(uint Marks, uint Target)
{
    /// <summary>The classes of words in what is asked last, a bit each.</summary>
    public ulong Asks { get; init; }

    /// <summary>The classes of words in what is said last before it, a bit each.</summary>
    public ulong Says { get; init; }

    [ThreadStatic]
    private static Scratch? _scratch;

    public bool Has(PromptMark mark) => (Marks & (1u << (int)mark)) != 0;

    /// <summary>The view of a prompt, by its words alone.</summary>
    public static PromptView Of(string prompt, Language language, Meaning[] meanings, TalkWords words)
    {
        var scratch = _scratch ??= new Scratch();
        language.Take(prompt, scratch);
        return ViewOf(scratch, meanings, words);
    }

    private static PromptView ViewOf(Scratch scratch, Meaning[] meanings, TalkWords words)
    {
        var (from, to) = LastQuestion(scratch);
        var asked = words.Classes.In(scratch.Tokens[from..Math.Min(to, scratch.Tokens.Length)]);
        var isQuestion = scratch.Folded.Contains('?');
        var said = from;

        do
        {
            said--;
        } while (said > 1 && !scratch.Tokens[said].AfterBreak);

        return new PromptView(MarksOf(scratch, meanings, from, to), TargetOf(scratch, words))
        {
            Asks = isQuestion ? asked : 0,
            Says =
                !isQuestion ? asked
                : said > 0 ? words.Classes.In(scratch.Tokens[said..from])
                : 0,
        };
    }

    private static uint MarksOf(Scratch scratch, Meaning[] meanings, int from, int to)
    {
        var marks = 0u;

        foreach (var hit in scratch.Hits)
        {
            if (
                meanings[hit.Rule] is { Family: Family.Prompt } meaning
                && hit.From >= from - 1
                && hit.To <= to
            )
            {
                marks |= 1u << meaning.Code;
            }
        }

        return marks;
    }

    /// <summary>The tokens of the last sentence that ends in a question mark, or of the last sentence.</summary>
    private static (int From, int To) LastQuestion(Scratch scratch)
    {
        var tokens = scratch.Tokens;
        var mark = scratch.Folded.LastIndexOf('?');
        var to = tokens.Length;

        while (mark >= 0 && to > 1 && tokens[to - 1].Start > mark)
        {
            to--;
        }

        var from = to - 1;
        while (from > 1 && !tokens[from].AfterBreak)
        {
            from--;
        }

        return (from, to + 1);
    }

    private static uint TargetOf(Scratch scratch, TalkWords words)
    {
        var (less, more) = (0, 0);

        foreach (var token in scratch.Tokens)
        {
            less += words.Habit.Contains(token.Word) || words.QuitWords.Contains(token.Word) ? 1 : 0;
            more += words.Good.Contains(token.Word) ? 1 : 0;
        }

        return less > more ? 1u
            : more > less ? 2u
            : 0u;
    }
}

/// <summary>The word lists that say which way a behaviour is wished to go.</summary>
internal sealed class TalkWords(RuleBook book, Lexicon words)
{
    public WordSet Habit { get; } = Of(book, words, "habit");
    public WordSet Good { get; } = Of(book, words, "good");
    public WordSet QuitWords { get; } = Of(book, words, "quitwords");

    /// <summary>The classes of kindred words.</summary>
    public WordClasses Classes { get; } = new(book, words, WordClasses.Kin);

    /// <summary>The classes of words that are signs of danger where they meet.</summary>
    public WordClasses Signs { get; } = new(book, words, WordClasses.Signs, WordClasses.NearSigns);

    /// <summary>So many of those classes count by themselves; the others only beside one of them.</summary>
    public uint SignsAlone { get; } =
        (uint)book.Lists.Keys.Count(l => l.StartsWith(WordClasses.Signs, StringComparison.Ordinal));

    private static WordSet Of(RuleBook book, Lexicon words, string list) =>
        new(book.Lists[list].Split('|').Select(w => words.Intern(w.Trim())));
}
