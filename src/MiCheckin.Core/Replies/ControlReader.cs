using System.Runtime.InteropServices;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>
/// Reads words to the service. Three answers are possible for leaving: yes, no, and "ask a person"; nothing that
/// speaks of quitting a habit is ever read as leaving the texts.
/// </summary>
internal static class ControlReader
{
    /// <summary>Where one text asks for several things, the first of these holds.</summary>
    private static readonly ControlWord[] Order =
    [
        ControlWord.Stop,
        ControlWord.Ask,
        ControlWord.Start,
        ControlWord.Coach,
        ControlWord.Time,
        ControlWord.Snooze,
        ControlWord.Pause,
        ControlWord.Resume,
        ControlWord.Less,
        ControlWord.More,
        ControlWord.Later,
        ControlWord.Help,
    ];

    private const int StopSign = 0x1F6D1;

    public static ControlFinding Read(
        Scratch scratch,
        Meaning[] meanings,
        Seen seen,
        Asked asked,
        WishWords words
    )
    {
        var found =
            seen.Has(Family.Control) || seen.Has(Look.Time)
                ? Said(scratch, meanings, seen)
                : new ControlFinding(ControlWord.None, default);
        found =
            found.Word is ControlWord.None or ControlWord.Less
            && Unsaid(scratch, meanings, seen, asked, words) is { Word: not ControlWord.None } unsaid
                ? unsaid
                : found;
        found = found.Word == ControlWord.None ? Wished(scratch, seen, words, found) : found;
        return Filled(found, scratch, asked);
    }

    /// <summary>A wish that no phrase knows, unless something in the text speaks against it.</summary>
    private static ControlFinding Wished(
        Scratch scratch,
        Seen seen,
        WishWords words,
        ControlFinding nothing
    ) =>
        WishReader.Read(scratch, words) switch
        {
            { Word: ControlWord.Ask } when seen.Has(Look.NotStop) => nothing,
            { Word: not (ControlWord.Snooze or ControlWord.Pause) } when seen.Has(Look.NotTime) => nothing,
            var wish => wish,
        };

    /// <summary>With the hour or the days that it names, and as what it is by them.</summary>
    private static ControlFinding Filled(ControlFinding found, Scratch scratch, Asked asked) =>
        found.Word switch
        {
            ControlWord.Time when ClockWords.IsToday(scratch) => found with { Word = ControlWord.Later },
            ControlWord.Time => found with { Time = ClockWords.Read(scratch, found.Hit) },
            ControlWord.Snooze => found with { Off = DaysOff.Said(scratch, found.Hit) },
            ControlWord.Pause when DaysOff.Ahead(scratch, 1) is { IsSaid: true } off => found with
            {
                Word = ControlWord.Snooze,
                Off = off,
            },
            ControlWord.Stop when DaysOff.RightAfter(scratch, found.Hit.To) is { IsSaid: true } off =>
                found with
                {
                    Word = ControlWord.Snooze,
                    Off = off,
                },
            ControlWord.Resume when asked.OptedOut => found with { Word = ControlWord.Ask },
            _ => found,
        };

    private static ControlFinding Said(Scratch scratch, Meaning[] meanings, Seen seen)
    {
        var found = new ControlFinding(ControlWord.None, default);

        foreach (var hit in scratch.Hits)
        {
            var meaning = meanings[hit.Rule];

            if (meaning.Family == Family.Control || meaning is { Family: Family.Looks, Code: (int)Look.Time })
            {
                var word = meaning.Family == Family.Control ? (ControlWord)meaning.Code : ControlWord.Time;
                found = Better(found, new ControlFinding(Weigh(word, hit, scratch, meanings, seen), hit));
            }
        }

        return found;
    }

    private static ControlWord Weigh(
        ControlWord word,
        Hit hit,
        Scratch scratch,
        Meaning[] meanings,
        Seen seen
    )
    {
        var guessed = false;

        foreach (var token in scratch.Tokens[hit.From..hit.To])
        {
            guessed |= token.Guessed;
        }

        return word switch
        {
            ControlWord.Stop
                when seen.Has(Look.NotStop)
                    && StopDoubt.Weigh(hit, scratch, meanings) is not ControlWord.Stop and var doubted =>
                doubted,
            ControlWord.Stop or ControlWord.Start when guessed => ControlWord.Ask,
            ControlWord.Coach when seen.Has(Look.NotCoach) => ControlWord.None,
            ControlWord.Time when seen.Has(Look.NotTime) => ControlWord.None,
            ControlWord.Less when seen.Has(Look.NotLess) => ControlWord.None,
            _ => word,
        };
    }

    /// <summary>What no phrase says outright: it may be leaving, or coming back.</summary>
    private static ControlFinding Unsaid(
        Scratch scratch,
        Meaning[] meanings,
        Seen seen,
        Asked asked,
        WishWords words
    )
    {
        if (StopWords.IsDrawnOut(scratch))
        {
            return new ControlFinding(ControlWord.Stop, new Hit(0, 1, 2));
        }

        if (
            StopWords.Sentence(scratch, words) is { Word: not ControlWord.None } alone
            && !seen.Has(Look.Answer)
        )
        {
            return alone;
        }

        if (
            seen.Has(Look.Stop)
            && !seen.Has(Look.Answer)
            && !seen.Has(Look.NotStop)
            && !StopWords.IsOfHabit(scratch)
        )
        {
            return new ControlFinding(ControlWord.Ask, First(scratch, meanings, Look.Stop));
        }

        var onlyStopSign = scratch.Tokens.Length == 2 && scratch.Emojis is [{ CodePoint: StopSign }, ..];
        return onlyStopSign
            ? new ControlFinding(ControlWord.Ask, new Hit(0, 0, 2))
            : ComingBack(scratch, meanings, seen, asked);
    }

    /// <summary>A way back for who has left, and the end of a rest for who asked for one.</summary>
    private static ControlFinding ComingBack(Scratch scratch, Meaning[] meanings, Seen seen, Asked asked)
    {
        if (asked.OptedOut && seen.Has(Look.Yes) && IsBareYes(scratch))
        {
            return new ControlFinding(ControlWord.Start, new Hit(0, 1, 2));
        }

        if (seen.Has(Look.Back) && !asked.OptedOut && IsAtRest(asked))
        {
            return new ControlFinding(ControlWord.Resume, First(scratch, meanings, Look.Back));
        }

        if (asked.OptedOut && (seen.Has(Look.ComeBack) || seen.Has(Look.Back)))
        {
            return new ControlFinding(
                ControlWord.Ask,
                First(scratch, meanings, seen.Has(Look.ComeBack) ? Look.ComeBack : Look.Back)
            );
        }

        return new ControlFinding(ControlWord.None, default);
    }

    /// <summary>Where nothing is sent for now, and that was the last thing we said, "ok go on" asks for the texts.</summary>
    private static bool IsAtRest(Asked asked) =>
        asked.IsPaused
        || asked.Prompt.Contains("pause", StringComparison.OrdinalIgnoreCase)
        || asked.Prompt.Contains("pausa", StringComparison.OrdinalIgnoreCase)
        || asked.Prompt.Contains("on hold", StringComparison.OrdinalIgnoreCase)
        || asked.Prompt.Contains("taking a break", StringComparison.OrdinalIgnoreCase);

    /// <summary>YES alone, as it was typed: "yeah" does not bring anyone back in.</summary>
    private static bool IsBareYes(Scratch scratch) =>
        scratch.Tokens.Length == 3
        && scratch.Folded[scratch.Tokens[1].Start..scratch.Tokens[1].End] is "yes" or "si";

    private static ControlFinding Better(ControlFinding one, ControlFinding other)
    {
        var (a, b) = (Array.IndexOf(Order, one.Word), Array.IndexOf(Order, other.Word));
        return b >= 0 && (a < 0 || b < a || (a == b && other.Hit.To > one.Hit.To)) ? other : one;
    }

    private static Hit First(Scratch scratch, Meaning[] meanings, Look look)
    {
        foreach (var hit in scratch.Hits)
        {
            if (meanings[hit.Rule] is { Family: Family.Looks } meaning && meaning.Code == (int)look)
            {
                return hit;
            }
        }

        return default;
    }
}

/// <summary>A word to the service, and where it was read.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ControlFinding(ControlWord Word, Hit Hit)
{
    public LocalTime? Time { get; init; }
    public DaysOff Off { get; init; }
}
