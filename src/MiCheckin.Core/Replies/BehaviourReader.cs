using System.Runtime.InteropServices;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>
/// Reads what the person says was done or left: one report, the latest where there are two. Wishes, plans, habits,
/// questions and other people's acts are no reports.
/// </summary>
internal static class BehaviourReader
{
    public static BehaviourReport? Read(Scratch scratch, Meaning[] meanings, Seen seen)
    {
        var text = seen.Has(Family.Act) ? scratch.Folded.TrimEnd() : [];

        if (text.Length == 0 || text[^1] == '?')
        {
            return null;
        }

        var best = default(Hit);
        var kind = Act.None;

        foreach (var hit in scratch.Hits)
        {
            if (meanings[hit.Rule] is not { Family: Family.Act } meaning || meaning.Code == (int)Act.No)
            {
                continue;
            }

            if (!IsTakenAway(hit, scratch, meanings) && IsBetter(kind, best, (Act)meaning.Code, hit))
            {
                (kind, best) = ((Act)meaning.Code, hit);
            }
        }

        return kind == Act.None ? null : Report(kind, best, scratch);
    }

    /// <summary>A wish or plan stands before it in the same sentence.</summary>
    private static bool IsTakenAway(Hit hit, Scratch scratch, Meaning[] meanings)
    {
        var sentence = -1;

        foreach (var other in scratch.Hits)
        {
            if (
                meanings[other.Rule] is { Family: Family.Act, Code: (int)Act.No }
                && other.From <= hit.From + 1
            )
            {
                // Looked for once a hit and not once a pair, so that no text can make it slow.
                sentence = sentence < 0 ? SentenceOf(scratch, hit.From) : sentence;

                if (sentence < Math.Max(other.From + 1, 2))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The token at or before <paramref name="at"/> that a new thought begins with; 0 for the first.</summary>
    private static int SentenceOf(Scratch scratch, int at)
    {
        for (var i = at; i >= 2; i--)
        {
            var token = scratch.Tokens[i];

            if (token.AfterBreak || token.AfterComma || scratch.Letters(token) is "but" or "so" or "then")
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>A run of days tells most, then a slip; else the later report stands.</summary>
    private static bool IsBetter(Act kind, Hit best, Act other, Hit hit) =>
        kind == Act.None
        || (other == Act.Streak && kind != Act.Streak)
        || (kind != Act.Streak && other == Act.Slip && kind != Act.Slip)
        || (kind is not Act.Streak and not Act.Slip && Later(kind, best, other, hit));

    private static bool Later(Act kind, Hit best, Act other, Hit hit) =>
        other == Act.Amount ? kind == Act.Amount && hit.To > best.To
        : kind == Act.Amount ? true
        : hit.From < best.To && best.From < hit.To ? hit.To - hit.From > best.To - best.From
        : hit.From > best.From || (hit.From == best.From && hit.To > best.To);

    private static BehaviourReport Report(Act kind, Hit hit, Scratch scratch)
    {
        var amount = Amounts.Read(scratch);
        var when = kind == Act.Streak && !Whens.HasSince(scratch) ? "none" : Whens.Read(scratch, hit);
        var (start, length) = scratch.Characters(hit.From, hit.To);
        return new BehaviourReport(
            kind switch
            {
                Act.Streak => BehaviourKind.Streak,
                Act.Slip => BehaviourKind.Slip,
                Act.DidNot => BehaviourKind.DidNot,
                Act.Did => BehaviourKind.Did,
                _ => BehaviourKind.Amount,
            },
            amount.Value,
            amount.Unit,
            when,
            new Span(start, length, "behaviour")
        );
    }
}

/// <summary>How much, and of what.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HowMuch(decimal? Value, string Unit);
