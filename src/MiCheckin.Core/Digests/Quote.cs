using System.Globalization;
using System.Text;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Digests;

/// <summary>A person's own words as a digest can carry them: one line, no control or direction marks, not endless.</summary>
public sealed record Quote(Instant At, MessageText Words)
{
    /// <summary>Text elements after which a quote is cut.</summary>
    public const int Longest = 280;

    private const int MostQuotes = 2;
    private const double SureEnough = 0.5;

    public static Quote Of(HeardReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return new(reply.At, new MessageText(Clean(reply.Words.Reveal())));
    }

    /// <summary>The strongest change talk of the week, in the order in which it was said.</summary>
    internal static IReadOnlyList<Quote> ChangeTalkOf(PersonWeek person, DigestWeek week) =>
        [
            .. person
                .Replies.Where(reply =>
                    week.Holds(reply.At)
                    && reply.Reading.Talk is Talk.Change or Talk.Mixed
                    && reply.Reading.Confidence >= SureEnough
                )
                .OrderByDescending(reply => reply.Reading.Strength)
                .ThenBy(reply => reply.At)
                .Take(MostQuotes)
                .OrderBy(reply => reply.At)
                .Select(Of),
        ];

    /// <summary>White space becomes one space; marks that could turn or hide the text around it are dropped.</summary>
    public static string Clean(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var line = new StringBuilder();

        foreach (var rune in words.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                AppendSpace(line);
            }
            else if (!TurnsText(rune))
            {
                line.Append(rune);
            }
        }

        var whole = line.ToString().TrimEnd();
        var elements = new StringInfo(whole);
        return elements.LengthInTextElements <= Longest
            ? whole
            : elements.SubstringByTextElements(0, Longest).TrimEnd() + "…";
    }

    private static void AppendSpace(StringBuilder line)
    {
        if (line.Length > 0 && line[^1] != ' ')
        {
            line.Append(' ');
        }
    }

    /// <summary>The bidirectional controls of Unicode (UAX #9), which could reorder what stands around a quote.</summary>
    private static bool TurnsText(Rune rune) =>
        rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
