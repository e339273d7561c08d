using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>
/// Tells apart the numbers of several rulers in one text: "importance 6, remembering 2". Where every number names its
/// own side, the one that was asked is the answer; a lone number that names another side is asked about.
/// </summary>
internal static class RulerSides
{
    private enum Side
    {
        None,
        Importance,
        Confidence,
        Readiness,

        /// <summary>Something that no ruler of ours asks: "remembering 2".</summary>
        Doing,
    }

    public static void Settle(Span<RulerNumber> all, Scratch scratch, RulerWords words, Asked asked)
    {
        if (!NamesAny(all, scratch, words) || Asks(asked.Prompt) is not (var side and not Side.None))
        {
            return;
        }

        var (mine, others) = (0, 0);

        foreach (var number in all)
        {
            var said = number.Standing == Standing.Answer ? Of(number, scratch, words) : Side.None;
            mine += said == side ? 1 : 0;
            others += said != side && said != Side.None ? 1 : 0;
        }

        for (var i = 0; i < all.Length && others > 0; i++)
        {
            if (
                all[i].Standing != Standing.Answer
                || Of(all[i], scratch, words) is not (var said and not Side.None)
            )
            {
                continue;
            }

            if (said != side && (mine == 1 || said != Side.Doing))
            {
                all[i].Standing = mine == 1 ? Standing.Other : Standing.Doubtful;
            }
        }
    }

    /// <summary>Whether a number names a side of ours, before the prompt is looked at: few do.</summary>
    private static bool NamesAny(Span<RulerNumber> all, Scratch scratch, RulerWords words)
    {
        foreach (var number in all)
        {
            if (
                number.Standing == Standing.Answer
                && Of(number, scratch, words) is Side.Importance or Side.Confidence or Side.Readiness
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a prompt asks; none where it names no side, or two.</summary>
    private static Side Asks(string prompt)
    {
        var importance =
            Has(prompt, "importan")
            || Has(prompt, "matter")
            || Has(prompt, "importa ")
            || Has(prompt, "importa?");
        var confidence =
            Has(prompt, "confiden") || Has(prompt, " sure") || Has(prompt, "confia") || Has(prompt, "segur");
        var readiness =
            Has(prompt, "ready")
            || Has(prompt, "readiness")
            || Has(prompt, " listo")
            || Has(prompt, " lista")
            || Has(prompt, "prepara");
        return (importance, confidence, readiness) switch
        {
            (true, false, false) => Side.Importance,
            (false, true, false) => Side.Confidence,
            (false, false, true) => Side.Readiness,
            _ => Side.None,
        };
    }

    private static bool Has(string prompt, string part) =>
        prompt.Contains(part, StringComparison.OrdinalIgnoreCase);

    /// <summary>The side that stands by a number, before it or behind.</summary>
    private static Side Of(RulerNumber number, Scratch scratch, RulerWords words)
    {
        var isApart = scratch.Tokens[number.From].AfterBreak || IsComma(scratch, number.From);
        var before = isApart ? Side.None : Before(number, scratch, words);

        if (before != Side.None)
        {
            return before;
        }

        var next = number.To;

        if (scratch.Tokens[next].AfterBreak || scratch.Tokens[next].AfterComma)
        {
            return Side.None;
        }

        next = RulerNumbers.Letters(scratch, next) is "for" or "on" or "in" or "de" or "en" ? next + 1 : next;
        next = RulerNumbers.Letters(scratch, next) is "the" or "la" ? next + 1 : next;
        return SideOf(RulerNumbers.Letters(scratch, next));
    }

    private static Side Before(RulerNumber number, Scratch scratch, RulerWords words)
    {
        var at = number.From - 1;

        while (at > 1 && IsLink(RulerNumbers.Letters(scratch, at)) && !scratch.Tokens[at].AfterBreak)
        {
            at--;
        }

        var word = RulerNumbers.Letters(scratch, at);
        var isDoing =
            at == number.From - 1
            && word.Length > 5
            && word.EndsWith("ing")
            && !word.EndsWith("thing")
            && !words.Led.Contains(scratch.Tokens[at].Word);
        return isDoing ? Side.Doing : SideOf(word);
    }

    /// <summary>"importance: 6" is one; "9 for importance, 3 ..." is two.</summary>
    private static bool IsComma(Scratch scratch, int at) =>
        scratch.Tokens[at].AfterComma && RulerNumbers.SignBetween(scratch, at - 1, at) == ',';

    private static bool IsLink(ReadOnlySpan<char> word) =>
        word is "is" or "a" or "an" or "at" or "like" or "about" or "es" or "un" or "de" or "side" or "en";

    private static Side SideOf(ReadOnlySpan<char> word) =>
        word switch
        {
            "importance" or "important" or "importancia" or "importante" => Side.Importance,
            "confidence" or "confident" or "confianza" or "seguridad" => Side.Confidence,
            "readiness" or "ready" or "preparacion" => Side.Readiness,
            _ => Side.None,
        };
}
