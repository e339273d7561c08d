using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells the numbers that are dated by what follows, or hold on some days only.</summary>
internal static class RulerThen
{
    public static Standing? Of(RulerNumber number, bool isAlone, Scratch scratch, RulerWords words)
    {
        var length = PastLength(number.To, scratch, words);

        if (
            length > 0
            && (!BelongsToNext(scratch, number.To + length) || IsNow(scratch, number.To + length + 1))
        )
        {
            return Standing.Other;
        }

        var isWhen =
            !isAlone
            && RulerNumbers.Letters(scratch, number.To) is "when" or "cuando"
            && !IsPast(scratch, number.From - 1, words);
        var isBareNo =
            number.From == 2
            && RulerNumbers.Letters(scratch, 1) is "no"
            && !scratch.Tokens[2].AfterComma
            && !scratch.Tokens[2].AfterBreak;
        return IsSomeDays(scratch, number.From) || isWhen ? Standing.Sometimes
            : isBareNo || IsTagged(number, scratch) ? Standing.Doubtful
            : null;
    }

    /// <summary>"some days 2", "a ratos 3".</summary>
    private static bool IsSomeDays(Scratch scratch, int from) =>
        RulerNumbers.Letters(scratch, from - 1)
            is "days"
                or "dias"
                or "nights"
                or "times"
                or "veces"
                or "ratos"
        && RulerNumbers.Letters(scratch, from - 2)
            is "some"
                or "other"
                or "most"
                or "good"
                or "bad"
                or "work"
                or "a"
                or "unos"
                or "otros"
                or "algunos"
                or "otras";

    /// <summary>"was a 5 when you lot asked".</summary>
    private static bool IsPast(Scratch scratch, int at, RulerWords words)
    {
        at = RulerNumbers.IsArticle(scratch, at) ? at - 1 : at;
        return RulerNumbers.Letters(scratch, at) is "was" or "were" or "era" or "estaba" or "been"
            || words.Was.Contains(scratch.Tokens[Math.Max(at - 1, 0)].Word)
                && RulerNumbers.Letters(scratch, at) is "be";
    }

    /// <summary>"un 7, ¿no?" typed without its signs.</summary>
    private static bool IsTagged(RulerNumber number, Scratch scratch) =>
        RulerNumbers.Letters(scratch, number.To) is "no" or "verdad"
        && !scratch.Tokens[number.To].AfterComma
        && scratch.Tokens[number.To + 1].Kind == TokenKind.Edge;

    /// <summary>"when we started", "last week", "la semana pasada": how many words, 0 for none.</summary>
    private static int PastLength(int at, Scratch scratch, RulerWords words)
    {
        var one = RulerNumbers.Letters(scratch, at);
        var two = RulerNumbers.Letters(scratch, at + 1);
        var three = RulerNumbers.Letters(scratch, at + 2);

        if (scratch.Tokens[at].AfterBreak || scratch.Tokens[at].AfterComma && !ClosesSoon(scratch, at))
        {
            return 0;
        }

        return one switch
        {
            "last" => two is "week" or "month" or "time" or "year" or "night" or "summer" or "winter" ? 2 : 0,
            "when" => IsOnceWhen(scratch, at + 1) ? 3 : 0,
            "cuando" => two is "empece" or "empezamos" or "entre" or "inicie" or "era" ? 2 : 0,
            "yesterday" or "ayer" or "anoche" or "originally" or "previously" => 1,
            "before" or "antes" => two is "but" or "and" or "y" or "pero"
            || scratch.Tokens[at + 1] is { AfterComma: true } or { Kind: TokenKind.Edge or TokenKind.Number }
                ? 1
                : 0,
            "the" => two is "night" or "day" or "week" or "month" or "time" && three is "before" ? 3 : 0,
            "at" => two is "first" ? 2
            : two is "the" && three is "start" or "beginning" ? 3
            : 0,
            "al" => two is "principio" or "inicio" or "empezar" ? 2 : 0,
            "back" => two is "then" or "in" ? 2 : 0,
            "la" => two is "semana" or "vez" && three is "pasada" ? 3 : 0,
            "in" or "en" => words.Months.Contains(
                scratch.Tokens[Math.Min(at + 1, scratch.Tokens.Length - 1)].Word
            )
                ? 2
                : 0,
            _ => 0,
        };
    }

    /// <summary>"7, yesterday" dates the 7; "6, yesterday I had 3" does not.</summary>
    private static bool ClosesSoon(Scratch scratch, int at)
    {
        for (var i = at + 1; i <= at + 3 && i < scratch.Tokens.Length; i++)
        {
            if (scratch.Tokens[i] is { Kind: TokenKind.Edge } or { AfterBreak: true } or { AfterComma: true })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"when we started", behind the "when".</summary>
    private static bool IsOnceWhen(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "i" or "we" or "you" or "it" or "they" or "this"
        && RulerNumbers.Letters(scratch, at + 1)
            is "started"
                or "began"
                or "joined"
                or "signed"
                or "first"
                or "asked"
                or "was"
                or "talked"
                or "texted"
                or "had";

    /// <summary>"7 this week", with nothing more: it holds now, whatever was said before it.</summary>
    public static bool IsNow(Scratch scratch, int at)
    {
        var length = RulerNumbers.Letters(scratch, at) switch
        {
            "now" or "today" or "tonight" or "currently" or "ahora" or "hoy" or "ahorita" => 1,
            "this" or "esta" or "este" => RulerNumbers.Letters(scratch, at + 1)
                is "week"
                    or "month"
                    or "time"
                    or "semana"
                    or "vez"
                    or "mes"
                ? 2
                : 0,
            _ => 0,
        };
        return length > 0
            && !scratch.Tokens[at].AfterBreak
            && scratch.Tokens[Math.Min(at + length, scratch.Tokens.Length - 1)]
                is { Kind: TokenKind.Edge }
                    or { AfterBreak: true }
                    or { AfterComma: true };
    }

    /// <summary>"4 last week was 2": the date is the next number's.</summary>
    private static bool BelongsToNext(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "was" or "it" or "i" or "era" or "were" or "estaba" or "fue"
        || at < scratch.Tokens.Length
            && scratch.Tokens[at].Value >= 0
            && scratch.Tokens[at].Kind != TokenKind.Edge;
}
