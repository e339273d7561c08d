using System.Globalization;
using System.Runtime.InteropServices;

namespace MiCheckin.Core.Replies.Words;

/// <summary>Cuts folded text into words and numbers, in one pass; spellings and contractions become whole words.</summary>
internal static class Tokenizer
{
    /// <summary>Longer runs of letters are cut here: no word is that long.</summary>
    private const int LongestWord = 48;

    public static void Cut(Scratch scratch, Spelling spelling)
    {
        var text = scratch.Folded;
        var (afterBreak, afterComma) = (true, false);
        AddEdge(scratch, Lexicon.Begin, 0);

        for (var i = 0; i < text.Length; )
        {
            var c = text[i];

            if (c == ' ')
            {
                i++;
            }
            else if (char.IsAsciiDigit(c))
            {
                i = CutNumber(text, i, new Pause(afterBreak, afterComma), scratch, spelling);
                (afterBreak, afterComma) = (false, false);
            }
            else if (char.IsLetter(c))
            {
                i = CutWord(text, i, new Pause(afterBreak, afterComma), scratch, spelling);
                (afterBreak, afterComma) = (false, false);
            }
            else
            {
                afterBreak |= c is '.' or '!' or '?' or ';' or '\n';
                afterComma |= c is not ' ';
                i += CutSign(text, i, scratch);
            }
        }

        AddEdge(scratch, Lexicon.End, text.Length);
    }

    private static int CutSign(ReadOnlySpan<char> text, int at, Scratch scratch)
    {
        var c = text[at];

        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            scratch.Add(new Emoji(char.ConvertToUtf32(c, text[at + 1]), scratch.Tokens.Length, at));
            return 2;
        }

        if (c is >= '\u2190' and < '\u2C00')
        {
            scratch.Add(new Emoji(c, scratch.Tokens.Length, at));
        }

        return 1;
    }

    private static int CutWord(
        ReadOnlySpan<char> text,
        int at,
        Pause pause,
        Scratch scratch,
        Spelling spelling
    )
    {
        var end = at;
        var most = Math.Min(text.Length, at + LongestWord);
        var hash = Lexicon.HashStart;

        while (
            end < most
            && (
                char.IsAsciiLetterLower(text[end])
                || char.IsLetterOrDigit(text[end])
                || (text[end] == '\'' && IsLetterAt(text, end + 1))
            )
        )
        {
            hash = Lexicon.HashOn(hash, text[end]);
            end++;
        }

        if (text[at] == 'w' && end == at + 1 && end < text.Length && text[end] == '/')
        {
            var without = IsAt(text, end + 1, 'o') && !IsLetterAt(text, end + 2);
            end += without ? 2 : 1;
            spelling.AddPlain(without ? "without" : "with", new Place(at, end, pause), scratch);
            return end;
        }

        spelling.Add(text[at..end], Lexicon.HashEnd(hash), new Place(at, end, pause), scratch);
        return end;
    }

    private static int CutNumber(
        ReadOnlySpan<char> text,
        int at,
        Pause pause,
        Scratch scratch,
        Spelling spelling
    )
    {
        var end = at + 1;
        while (end < text.Length && end - at < LongestWord && IsPartOfNumber(text, end))
        {
            end++;
        }

        var letters = end;
        while (letters < text.Length && letters - at < LongestWord && char.IsLetterOrDigit(text[letters]))
        {
            letters++;
        }

        if (letters > end && !spelling.IsUnit(text[end..letters]))
        {
            var hash = Lexicon.HashOf(text[at..letters]);
            spelling.Add(text[at..letters], hash, new Place(at, letters, pause), scratch);
            return letters;
        }

        var digits = text[at..end];
        var digitsHash = Lexicon.HashOf(digits);
        var kind = digits.Contains(':') ? TokenKind.Clock : TokenKind.Number;
        scratch.Add(
            new Token
            {
                Start = at,
                End = end,
                Letters = at,
                LettersLength = digits.Length,
                Word = Lexicon.Digits,
                Literal = spelling.Literal(digits, digitsHash),
                Hash = digitsHash,
                Value = Value(digits),
                Kind = kind,
                AfterBreak = pause.Break,
                AfterComma = pause.Comma,
            }
        );
        return end;
    }

    /// <summary>A digit, or a point, comma or colon with a digit behind it.</summary>
    private static bool IsPartOfNumber(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiDigit(text[at])
        || (text[at] is '.' or ',' or ':' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]));

    private static decimal Value(ReadOnlySpan<char> digits)
    {
        Span<char> plain = stackalloc char[LongestWord];
        var (length, points) = (0, 0);

        for (var i = 0; i < digits.Length && length < 24; i++)
        {
            var isThousands = digits[i] == ',' && digits.Length - i - 1 == 3 && i <= 3;

            if (char.IsAsciiDigit(digits[i]))
            {
                plain[length++] = digits[i];
            }
            else if (!isThousands)
            {
                if (points++ > 0 || digits[i] == ':')
                {
                    break;
                }

                plain[length++] = '.';
            }
        }

        return decimal.TryParse(
            plain[..length],
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : decimal.MaxValue;
    }

    private static void AddEdge(Scratch scratch, int word, int at) =>
        scratch.Add(
            new Token
            {
                Start = at,
                End = at,
                Word = word,
                Hash = (uint)word,
                Kind = TokenKind.Edge,
            }
        );

    private static bool IsLetterAt(ReadOnlySpan<char> text, int at) =>
        at < text.Length && char.IsLetter(text[at]);

    private static bool IsAt(ReadOnlySpan<char> text, int at, char c) => at < text.Length && text[at] == c;
}

/// <summary>The punctuation before a token.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Pause(bool Break, bool Comma);

/// <summary>Where a token stands in the folded text.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(int Start, int End, Pause Pause)
{
    /// <summary>The same place for a further word, with no punctuation before it.</summary>
    public Place After() => this with { Pause = default };
}
