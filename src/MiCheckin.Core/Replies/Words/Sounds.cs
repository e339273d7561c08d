namespace MiCheckin.Core.Replies.Words;

/// <summary>
/// What a word sounds like to those who write by ear, in English and in Spanish alike: "nife" and "knife", "aser" and "hacer",
/// "biola" and "viola" have one sound. Rough on purpose: only words that nobody knows are looked for by it.
/// </summary>
internal static class Sounds
{
    /// <summary>Stand for ch and sh, which are sounds of their own.</summary>
    private const char Chair = '1';
    private const char Shoe = '2';

    /// <summary>Writes the sound into <paramref name="sound"/>, which is as long as the word; its length.</summary>
    public static int Of(ReadOnlySpan<char> word, Span<char> sound)
    {
        var length = 0;

        for (var at = 0; at < word.Length; )
        {
            var (letter, taken) = Next(word, at);
            at += taken;

            if (letter != default && (length == 0 || sound[length - 1] != letter))
            {
                sound[length++] = letter;
            }
        }

        return length;
    }

    /// <summary>The sound that begins at a letter, or none, and how many letters it takes.</summary>
    private static (char Letter, int Taken) Next(ReadOnlySpan<char> word, int at)
    {
        var next = at + 1 < word.Length ? word[at + 1] : default;
        return (word[at], next) switch
        {
            ('c', 'h') => (Chair, 2),
            ('s', 'h') => (Shoe, 2),
            ('p', 'h') => ('f', 2),
            ('c', 'e' or 'i' or 'y') => ('s', 1),
            ('q', 'u') when at + 2 < word.Length && word[at + 2] is 'e' or 'i' => ('k', 2),
            ('c' or 'q', _) => ('k', 1),
            ('g', 'e' or 'i') => ('j', 1),
            ('n', 'b' or 'v' or 'p') => ('m', 1),
            ('k', 'n') or ('w', 'r') when at == 0 => (default, 1),
            ('l', 'l') when at == 0 => ('i', 2),
            ('v', _) => ('b', 1),
            ('z', _) => ('s', 1),
            ('y', _) => ('i', 1),
            ('h', _) => (default, 1),
            var (letter, _) => (letter, 1),
        };
    }
}
