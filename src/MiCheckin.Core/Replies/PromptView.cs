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
    public static PromptView Of(string prompt, Language language, Meaning[] meanings)
    {
        var scratch = _scratch ??= new Scratch();
        language.Take(prompt, language.Prompts, scratch);
        return ViewOf(scratch, meanings, language.Talk);
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
            if (hit.From >= from - 1 && hit.To <= to)
            {
                marks |= 1u << meanings[hit.Rule].Code;
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

/// <summary>What the lists of talk and of danger say of words.</summary>
internal sealed class TalkWords
{
    private readonly WordView[] _views;

    public TalkWords(RuleBook book, Lexicon words)
    {
        Habit = WordSet.Of(book, words, "habit");
        Good = WordSet.Of(book, words, "good");
        QuitWords = WordSet.Of(book, words, "quitwords");
        Classes = new WordClasses(book, words, WordClasses.Kin);
        var signs = new WordClasses(book, words, WordClasses.Signs, WordClasses.NearSigns);
        SignsAlone = (uint)
            book.Lists.Keys.Count(l => l.StartsWith(WordClasses.Signs, StringComparison.Ordinal));
        _views =
        [
            .. Enumerable
                .Range(0, words.Count)
                .Select(w => new WordView(
                    (byte)Classes.Of(w),
                    (byte)signs.Of(w),
                    Habit.Contains(w),
                    Good.Contains(w)
                )),
        ];
    }

    public WordSet Habit { get; }
    public WordSet Good { get; }
    public WordSet QuitWords { get; }

    /// <summary>The classes of kindred words.</summary>
    public WordClasses Classes { get; }

    /// <summary>
    /// So many of the classes of signs of danger count by themselves; the others only beside one of them.
    /// </summary>
    public uint SignsAlone { get; }

    /// <summary>All of it for one word, in one look.</summary>
    public WordView Of(int word) => (uint)word < (uint)_views.Length ? _views[word] : default;
}

/// <summary>A word's class of kindred words and of signs of danger, 0 for none, and which way it is wished to go.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordView(byte Kin, byte Sign, bool IsHabit, bool IsGood);
