using System.Buffers;
using System.Globalization;
using System.Text;

namespace MiCheckin.Core.Replies.Words;

/// <summary>
/// Folds a text to small plain letters, remembering where each came from: full-width and circled forms, other
/// scripts' digits, accents, curly quotes and keycaps all become what a keyboard would have typed.
/// </summary>
internal static class Folding
{
    private const char Dropped = '\0';

    /// <summary>What folds to one small letter or sign in its own place, as most texts do from end to end.</summary>
    private static readonly SearchValues<char> Plainest = SearchValues.Create([
        .. Enumerable.Range(' ', '\u007F' - ' ').Select(c => (char)c),
        '\n',
    ]);

    private static readonly char[] Single = BuildSingle();

    /// <summary>The folded form into <paramref name="scratch"/>; at most three units for one.</summary>
    public static void Fold(ReadOnlySpan<char> text, Scratch scratch)
    {
        scratch.Start(text.Length);
        var other = text.IndexOfAnyExcept(Plainest);
        var plain = other < 0 ? text.Length : other;
        Ascii.ToLower(text[..plain], scratch.AppendUnmoved(plain), out _);

        for (var i = plain; i < text.Length; i++)
        {
            var c = text[i];

            if (char.IsSurrogate(c))
            {
                i += FoldPair(text, i, scratch);
                continue;
            }

            var folded = Single[c];

            if (folded != Dropped)
            {
                scratch.Append(folded, i);
            }
            else if (Several(c, scratch.Last) is { } several)
            {
                Append(several, i, scratch);
            }
        }
    }

    private static int FoldPair(ReadOnlySpan<char> text, int at, Scratch scratch)
    {
        if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
        {
            scratch.Append(' ', at);
            return 0;
        }

        var point = char.ConvertToUtf32(text[at], text[at + 1]);

        if (PlainForms.OfMath(point) is { } plain)
        {
            scratch.Append(plain, at);
        }
        else if (point == 0x1F51F)
        {
            Append(char.IsAsciiDigit(scratch.Last) ? " 10" : "10", at, scratch);
        }
        else if (point is not (>= 0x1F3FB and <= 0x1F3FF))
        {
            scratch.Append(text[at], at);
            scratch.Append(text[at + 1], at + 1);
        }

        return 1;
    }

    private static void Append(string several, int at, Scratch scratch)
    {
        foreach (var c in several)
        {
            scratch.Append(c, at);
        }
    }

    private static string? Several(char c, char before) =>
        c switch
        {
            '½' => char.IsAsciiDigit(before) ? ".5" : "1/2",
            '¼' => char.IsAsciiDigit(before) ? ".25" : "1/4",
            '¾' => char.IsAsciiDigit(before) ? ".75" : "3/4",
            '…' => "...",
            'ß' => "ss",
            'æ' or 'Æ' => "ae",
            '⑩' => "10",
            _ => null,
        };

    private static char[] BuildSingle()
    {
        var table = new char[char.MaxValue + 1];

        for (var c = 0; c < table.Length; c++)
        {
            table[c] = One((char)c);
        }

        return table;
    }

    private static char One(char c)
    {
        if (c < 0x80)
        {
            return c is < ' ' and not '\n' ? ' ' : char.ToLowerInvariant(c);
        }

        if (char.IsSurrogate(c) || Several(c, ' ') is not null || IsInvisible(c))
        {
            return Dropped;
        }

        if (CharUnicodeInfo.GetDecimalDigitValue(c) is var digit and >= 0)
        {
            return (char)('0' + digit);
        }

        return Mark(c) ?? PlainForms.Of(c) ?? char.ToLowerInvariant(c);
    }

    private static bool IsInvisible(char c) =>
        c is '\u00AD' or '\uFE0F' or '\uFE0E' or '\u20E3' or '\uFEFF'
        || c is >= '\u200B' and <= '\u200F'
        || c is >= '\u202A' and <= '\u202E'
        || c is >= '\u2060' and <= '\u2069'
        || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static char? Mark(char c) =>
        c switch
        {
            '‘' or '’' or 'ʼ' or '´' or '‛' or '′' => '\'',
            '“' or '”' or '„' or '«' or '»' or '″' => '"',
            '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
            '⁄' or '∕' => '/',
            '¿' or '¡' => ' ',
            _ when char.IsWhiteSpace(c) => ' ',
            _ => null,
        };
}
