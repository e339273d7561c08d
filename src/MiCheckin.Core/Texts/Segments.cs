using System.Globalization;

namespace MiCheckin.Core.Texts;

/// <summary>How a text is carried.</summary>
public enum TextEncoding
{
    Gsm7,
    Ucs2,
}

/// <summary>What one text costs: its encoding, its units (septets or UTF-16 units) and the segments they fill.</summary>
public sealed record SegmentCount(TextEncoding Encoding, int Units, int Segments);

/// <summary>
/// Counts segments as the provider bills them: 160 septets, or 153 each when split; 70 UTF-16 units, or 67 each. An
/// escaped character is never split between two segments, nor is what a reader sees as one character.
/// </summary>
/// <remarks>The provider's own calculator packs in this way: twilio.com/docs/glossary/what-sms-character-limit.</remarks>
public static class Segments
{
    public static SegmentCount Count(string text) =>
        Gsm7.Holds(text)
            ? Count(TextEncoding.Gsm7, text.Select(Gsm7.CostOf), alone: 160, split: 153)
            : Count(TextEncoding.Ucs2, Characters(text), alone: 70, split: 67);

    private static SegmentCount Count(TextEncoding encoding, IEnumerable<int> costs, int alone, int split)
    {
        var units = 0;
        var segments = 1;
        var used = 0;

        foreach (var cost in costs)
        {
            units += cost;
            used += cost;

            if (used > split)
            {
                segments++;
                used = cost;
            }
        }

        return new SegmentCount(encoding, units, units <= alone ? 1 : segments);
    }

    /// <summary>The UTF-16 length of each character as a reader sees it; one too long for a segment goes by code points.</summary>
    private static IEnumerable<int> Characters(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var length = StringInfo.GetNextTextElementLength(text, at);

            if (length > 67)
            {
                length = char.IsSurrogatePair(text, at) ? 2 : 1;
            }

            yield return length;
            at += length;
        }
    }
}
