namespace MiCheckin.Core.Replies.Words;

/// <summary>What people do to the letters of a word on purpose: draw them out ("soooo"), put digits for them ("su1cide").</summary>
internal static class TypedOnPurpose
{
    /// <summary>Three or more of one letter in a row.</summary>
    public static bool HasRun(ReadOnlySpan<char> letters)
    {
        for (var i = 2; i < letters.Length; i++)
        {
            if (letters[i] == letters[i - 1] && letters[i] == letters[i - 2])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Runs of three or more of one letter, cut to <paramref name="most"/>.</summary>
    public static ReadOnlySpan<char> Squeeze(ReadOnlySpan<char> letters, Span<char> buffer, int most)
    {
        var length = 0;

        for (var i = 0; i < letters.Length; )
        {
            var end = i + 1;
            while (end < letters.Length && letters[end] == letters[i])
            {
                end++;
            }

            for (var n = Math.Min(end - i, end - i >= 3 ? most : 2); n > 0; n--)
            {
                buffer[length++] = letters[i];
            }

            i = end;
        }

        return buffer[..length];
    }

    /// <summary>Letters for the digits that stand in their place ("su1cide"); false where there are none.</summary>
    public static bool PlainLetters(ReadOnlySpan<char> letters, Span<char> buffer)
    {
        var (digits, others) = (0, 0);

        for (var i = 0; i < letters.Length; i++)
        {
            buffer[i] = letters[i] switch
            {
                '0' => 'o',
                '1' => 'i',
                '3' => 'e',
                '4' => 'a',
                '5' => 's',
                '7' => 't',
                var c => c,
            };
            digits += buffer[i] == letters[i] ? 0 : 1;
            others += char.IsLetter(letters[i]) ? 1 : 0;
        }

        return digits > 0 && others > 1;
    }
}
