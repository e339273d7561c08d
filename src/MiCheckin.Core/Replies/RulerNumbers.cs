using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Finds the numbers of a text, joins halves and fractions, and says what each is good for.</summary>
internal static class RulerNumbers
{
    public static int Find(Scratch scratch, RulerWords words, Asked asked, Span<RulerNumber> into)
    {
        var tokens = scratch.Tokens;
        var count = 0;

        for (var i = AfterPrompt(scratch, asked); i < tokens.Length - 1 && count < into.Length; )
        {
            if (!IsNumber(tokens[i], asked) && RulerHeard.Of(scratch, i, asked) < 0)
            {
                i++;
                continue;
            }

            var number = Joined(scratch, i, asked);
            into[count++] = number;
            i = number.To;
        }

        if (count == 0 && RulerHeard.IsSpelled(scratch, out var spelled))
        {
            into[count++] = spelled;
        }

        var found = into[..count];

        for (var i = 0; i < found.Length; i++)
        {
            found[i].Standing = RulerStanding.Of(found, i, scratch, words, asked);
        }

        RulerSettling.Settle(found, scratch, words, asked);
        return count;
    }

    public static bool IsNumber(in Token token, Asked asked) =>
        token.Kind is TokenKind.Number or TokenKind.Clock
        || (
            token.Kind == TokenKind.Word
            && token.Value >= 0
            && (token.Value != 11 || token.LettersLength > 4 || asked.IsSpanish)
        );

    /// <summary>The sign that stands directly between two tokens, blanks aside; a blank where there is none.</summary>
    public static char SignBetween(Scratch scratch, int left, int right)
    {
        var between = scratch
            .Folded[scratch.Tokens[left].End..Math.Max(scratch.Tokens[right].Start, scratch.Tokens[left].End)]
            .Trim();
        return between.Length == 0 ? ' ' : between[0];
    }

    public static Link Between(RulerNumber left, RulerNumber right, Scratch scratch, RulerWords words)
    {
        var (isLinked, isCorrected, isJoined) = (true, false, right.From == left.To);
        var sign = right.From == left.To ? SignBetween(scratch, left.To - 1, right.From) : ' ';

        if (sign == '*')
        {
            return Link.Correction;
        }

        for (var i = left.To; i < right.From; i++)
        {
            var token = scratch.Tokens[i];
            var isUnit = scratch.Letters(token) is "ish" or "out" or "of";
            isLinked &=
                words.Links.Contains(token.Word)
                || isUnit
                || i > left.To && (IsArticle(scratch, i) || Letters(scratch, i) is "el")
                || token.Word == 0 && i == left.To && !scratch.Tokens[right.From].AfterBreak;
            isCorrected |= words.Corrects.Contains(token.Word) && !IsStillNow(scratch, left, i);
        }

        return isCorrected ? Link.Correction
            : isJoined
                ? sign is '-' or '~'
                    || sign == '/' && IsNextTo(left, right, scratch)
                    || IsVague(left, right, scratch)
                        ? Link.Range
                    : Link.None
            : isLinked && right.From - left.To <= 3 || IsHedged(left, right, scratch) ? Link.Range
            : Link.None;
    }

    /// <summary>"9 right now, ...": the now is the left number's.</summary>
    private static bool IsStillNow(Scratch scratch, RulerNumber left, int at) =>
        at - left.To <= 1
        && !scratch.Tokens[left.To].AfterComma
        && !scratch.Tokens[left.To].AfterBreak
        && scratch.Letters(scratch.Tokens[at]) is "now" or "today" or "ahora" or "hoy"
        && (at == left.To || scratch.Tokens[at + 1].AfterComma || scratch.Tokens[at + 1].AfterBreak);

    /// <summary>"7 on dry days maybe 8": the next one up, behind a maybe in the same breath.</summary>
    private static bool IsHedged(RulerNumber left, RulerNumber right, Scratch scratch)
    {
        var at = right.From - (IsArticle(scratch, right.From - 1) ? 2 : 1);

        if (
            right.Value != left.Value + 1
            || at - left.To > 4
            || Letters(scratch, at)
                is not ("maybe" or "mebbe" or "perhaps" or "possibly" or "quiza" or "quizas")
        )
        {
            return false;
        }

        for (var i = left.To; i <= right.From; i++)
        {
            if (scratch.Tokens[i].AfterBreak)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"4.. 5.. somewhere round there".</summary>
    private static bool IsVague(RulerNumber left, RulerNumber right, Scratch scratch) =>
        right.Value == left.Value + 1
        && Letters(scratch, right.To)
            is "somewhere"
                or "something"
                or "thereabouts"
                or "around"
                or "ish"
                or "por";

    /// <summary>"5/6 ish".</summary>
    private static bool IsNextTo(RulerNumber left, RulerNumber right, Scratch scratch) =>
        right.Value == left.Value + 1 && Letters(scratch, right.To) is "ish";

    /// <summary>Where the answer starts when someone copied the prompt in front of it.</summary>
    private static int AfterPrompt(Scratch scratch, Asked asked)
    {
        var text = scratch.Folded.Trim();
        var prompt = asked.Prompt.AsSpan().Trim();

        if (
            prompt.Length < 12
            || text.Length <= prompt.Length
            || !text.StartsWith(prompt, StringComparison.OrdinalIgnoreCase)
        )
        {
            return 1;
        }

        var end = scratch.Folded.Length - scratch.Folded.TrimStart().Length + prompt.Length;
        var at = 1;

        while (at < scratch.Tokens.Length && scratch.Tokens[at].Start < end)
        {
            at++;
        }

        return at;
    }

    /// <summary>"six and a half", "7 1/2", "seven point five" are one number.</summary>
    private static RulerNumber Joined(Scratch scratch, int at, Asked asked)
    {
        var tokens = scratch.Tokens;
        var value = tokens[at].Value >= 0 ? tokens[at].Value : RulerHeard.Of(scratch, at, asked);
        var next = at + 1;

        if (Letters(scratch, next) is "and" or "n" or "y" && IsHalf(scratch, next + 1) is var halfEnd and > 0)
        {
            return new RulerNumber(value + 0.5m, at, halfEnd, default, false);
        }

        if (
            IsHalf(scratch, next) is var fraction and > 0
            && scratch.Tokens[next].Kind == TokenKind.Number
            && value > 0
        )
        {
            return new RulerNumber(value + 0.5m, at, fraction, default, false);
        }

        if (
            Letters(scratch, next) is "point" or "punto"
            && IsNumber(tokens[Math.Min(next + 1, tokens.Length - 1)], asked)
        )
        {
            return new RulerNumber(value + (tokens[next + 1].Value / 10), at, next + 2, default, false);
        }

        return new RulerNumber(value, at, next, default, false);
    }

    /// <summary>The token after "half", "a half", "1/2", "medio"; 0 if there is none.</summary>
    private static int IsHalf(Scratch scratch, int at)
    {
        if (Letters(scratch, at) is "half" or "medio" or "media" or "1/2")
        {
            return at + 1;
        }

        if (Letters(scratch, at) is "a" && Letters(scratch, at + 1) is "half")
        {
            return at + 2;
        }

        return
            Letters(scratch, at) is "1"
            && Letters(scratch, at + 1) is "2"
            && SignBetween(scratch, at, at + 1) == '/'
            ? at + 2
            : 0;
    }

    public static bool IsHedge(Scratch scratch, int at) =>
        Letters(scratch, at) is "about" or "around" or "round" or "like" or "maybe" or "roughly";

    public static bool IsArticle(Scratch scratch, int at) => Letters(scratch, at) is "a" or "an" or "un";

    public static ReadOnlySpan<char> Letters(Scratch scratch, int at) =>
        at > 0 && at < scratch.Tokens.Length ? scratch.Letters(scratch.Tokens[at]) : [];
}
