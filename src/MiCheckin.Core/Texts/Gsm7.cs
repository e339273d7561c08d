using System.Buffers;
using System.Text;

namespace MiCheckin.Core.Texts;

/// <summary>The GSM 7-bit alphabet (3GPP TS 23.038): what a phone network carries at 160 characters a segment.</summary>
public static class Gsm7
{
    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
    );

    /// <summary>Carried behind an escape, so each costs two.</summary>
    private static readonly SearchValues<char> Extension = SearchValues.Create("\f^{}\\[~]|€");

    /// <summary>Whether every character of the text is in the alphabet.</summary>
    public static bool Holds(string text) => text.All(c => CostOf(c) > 0);

    /// <summary>Units that a character costs: 1, 2, or 0 when it is not in the alphabet.</summary>
    public static int CostOf(char c)
    {
        if (Basic.Contains(c))
        {
            return 1;
        }

        return Extension.Contains(c) ? 2 : 0;
    }

    /// <summary>
    /// The same words with typographer's punctuation replaced by typewriter's, so that a quote pasted from a word
    /// processor does not double a text's price. Letters are never changed. For our own templates only.
    /// </summary>
    public static string Normalise(string template)
    {
        var plain = new StringBuilder(template.Length);

        foreach (var c in Accents.Compose(template))
        {
            plain.Append(CostOf(c) > 0 ? c.ToString() : Replacement(c));
        }

        return plain.ToString();
    }

    private static string Replacement(char c) =>
        c switch
        {
            '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '`' or '\u00B4' => "'",
            '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => "\"",
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' => "-",
            '\u2022' or '\u00B7' => "-",
            '\u2026' => "...",
            '\t' or '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => " ",
            '\u2028' or '\u2029' => "\n",
            '\u200B' or '\uFEFF' or '\u00AD' or '\u2060' => "",
            _ => c.ToString(),
        };
}
