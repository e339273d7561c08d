using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells the numbers where somebody started, would be, will be, or is said to have been.</summary>
internal static class RulerMoves
{
    /// <summary>Whether <paramref name="number"/> is of another time, where <paramref name="lead"/> is the word before it.</summary>
    public static bool Is(RulerNumber number, int lead, bool isAlone, Scratch scratch, Asked asked) =>
        IsStart(scratch, lead)
        || IsAim(scratch, lead)
        || IsSpanishAim(number, scratch)
        || isAlone && IsTomorrow(scratch, lead, asked)
        || IsToSomebody(scratch, number.To)
        || !isAlone && (IsLater(scratch, number) || WasSomething(number, scratch))
        || IsFromSaid(scratch, number, asked)
        || IsThanThat(number, scratch);

    /// <summary>"went from 20 to 8", "used to be 20, now 8": what is compared with a number off the scale is a count.</summary>
    public static bool IsFromMany(Span<RulerNumber> numbers, Scratch scratch)
    {
        var (many, compared) = (false, false);

        if (numbers[0].From == 1 && scratch.Tokens[numbers[0].To].AfterBreak)
        {
            return false;
        }

        foreach (var number in numbers)
        {
            many |= number.Value is > 10 and <= 100 && IsCompared(number, scratch);
        }

        foreach (var token in scratch.Tokens)
        {
            compared |=
                scratch.Letters(token)
                    is "down"
                        or "from"
                        or "used"
                        or "instead"
                        or "vez"
                        or "anymore"
                        or "antes"
                        or "now"
                        or "baje"
                        or "ahora";
        }

        return many && compared;
    }

    /// <summary>A bare number: no unit, no year, no age stands by it.</summary>
    private static bool IsCompared(RulerNumber number, Scratch scratch) =>
        RulerNumbers.Letters(scratch, number.From - 1)
            is "from"
                or "was"
                or "smoke"
                or "smoked"
                or "drink"
                or "drank"
                or "of"
                or "had"
                or "de"
                or "be"
                or "fumaba"
                or "del"
        && (
            scratch.Tokens[number.To].Kind == TokenKind.Edge
            || scratch.Tokens[number.To].AfterComma
            || scratch.Tokens[number.To].AfterBreak
            || RulerNumbers.Letters(scratch, number.To)
                is "to"
                    or "down"
                    or "now"
                    or "and"
                    or "a"
                    or "al"
                    or "ahora"
                    or "baje"
                    or "bajo"
                    or "pase"
                    or "paso"
                    or "but"
        );

    /// <summary>"4 was last week, this week 5", "sorry, 6 was my grandson".</summary>
    private static bool WasSomething(RulerNumber number, Scratch scratch) =>
        RulerNumbers.Letters(scratch, number.To) is "was" or "were" or "era" or "fue"
        && !scratch.Tokens[number.To].AfterBreak
        && !scratch.Tokens[number.To].AfterComma;

    /// <summary>"mas cerca del 8 que del 7": the second.</summary>
    private static bool IsThanThat(RulerNumber number, Scratch scratch) =>
        RulerNumbers.Letters(scratch, number.From - 1) is "del" or "de" or "un" or "al"
        && RulerNumbers.Letters(scratch, number.From - 2) is "que" or "q"
        && number.From > 4
        && scratch.Tokens[number.From - 3].Value >= 0
        && scratch.Tokens[number.From - 3].Kind != TokenKind.Edge;

    /// <summary>"started at a zero": where somebody came from.</summary>
    private static bool IsStart(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "at" or "with" or "on" or "en" or "con"
        && RulerNumbers.Letters(scratch, at - 1)
            is "started"
                or "began"
                or "starting"
                or "opened"
                or "empece"
                or "arranque";

    /// <summary>"going to be a 7", "want to get to 8", "need to be a 10": where somebody would be.</summary>
    private static bool IsAim(Scratch scratch, int at)
    {
        at = RulerNumbers.Letters(scratch, at) is "at" or "to" ? at - 1 : at;
        return RulerNumbers.Letters(scratch, at) is "be" or "get" or "reach" or "hit"
            && (
                RulerNumbers.Letters(scratch, at - 1) is "to"
                    && RulerNumbers.Letters(scratch, at - 2)
                        is "going"
                            or "want"
                            or "need"
                            or "trying"
                            or "hoping"
                            or "hope"
                            or "supposed"
                            or "ought"
                            or "like"
                            or "love"
                || RulerNumbers.Letters(scratch, at - 1) is "will" or "might" or "should"
                    && RulerNumbers.Letters(scratch, at - 2) is not ("that" or "it")
            );
    }

    /// <summary>"quiero llegar a 10", "me gusta estar en 10": an infinitive says no place; "puede ser un 6" does.</summary>
    private static bool IsSpanishAim(RulerNumber number, Scratch scratch)
    {
        var at = number.From - 1;
        at = RulerNumbers.Letters(scratch, at) is "a" or "al" or "en" or "un" or "el" ? at - 1 : at;
        return RulerNumbers.Letters(scratch, at) is "llegar" or "subir" or "alcanzar" or "ser" or "estar"
            && RulerNumbers.Letters(scratch, at - 1) is not ("puede" or "podria" or "debe" or "ha" or "de");
    }

    /// <summary>"mañana un 10", where no tomorrow was asked about.</summary>
    private static bool IsTomorrow(Scratch scratch, int at, Asked asked) =>
        RulerNumbers.Letters(scratch, at) is "tomorrow" or "manana"
        && RulerNumbers.Letters(scratch, at - 1) is not ("la" or "esta" or "about" or "for")
        && !asked.Prompt.Contains("tomorrow", StringComparison.OrdinalIgnoreCase)
        && !asked.Prompt.Contains("mañana", StringComparison.OrdinalIgnoreCase);

    /// <summary>"I said 5 to my sister".</summary>
    private static bool IsToSomebody(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "to" or "a"
        && RulerNumbers.Letters(scratch, at + 1) is "my" or "him" or "her" or "them" or "mi"
        && RulerNumbers.Letters(scratch, at - 2) is "said" or "told" or "wrote" or "put" or "gave" or "dije";

    /// <summary>"ask me again in january and it's a 4", "tomorrow a 3".</summary>
    private static bool IsLater(Scratch scratch, RulerNumber number)
    {
        for (var i = number.From - 1; i >= 1 && number.From - i <= 9; i--)
        {
            if (scratch.Tokens[i + 1].AfterBreak)
            {
                return false;
            }

            if (
                RulerNumbers.Letters(scratch, i) is "ask"
                    && RulerNumbers.Letters(scratch, i + 1) is "me"
                    && RulerNumbers.Letters(scratch, i + 2) is not ("and" or "now" or "today")
                || RulerNumbers.Letters(scratch, i) is "tomorrow" or "someday" or "eventually"
                    && number.From - i <= 4
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"from 5 to 8", where the prompt said the 5 back.</summary>
    private static bool IsFromSaid(Scratch scratch, RulerNumber number, Asked asked)
    {
        if (
            RulerNumbers.Letters(scratch, number.From - 1) is not ("from" or "de" or "del")
            || RulerNumbers.Letters(scratch, number.To) is not ("to" or "a" or "al")
        )
        {
            return false;
        }

        foreach (var said in (ReadOnlySpan<string>)["said ", "dijo ", "dijiste ", "gave a ", "gave "])
        {
            var at = asked.Prompt.IndexOf(said, StringComparison.OrdinalIgnoreCase);

            if (
                at >= 0
                && asked
                    .Prompt.AsSpan(at + said.Length)
                    .StartsWith(scratch.Letters(scratch.Tokens[number.From]))
            )
            {
                return true;
            }
        }

        return false;
    }
}
