using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Weighs the words of leaving against what speaks of somebody else's texts in the same breath.</summary>
internal static class StopDoubt
{
    /// <summary>So many words from an opt-out, what speaks against it still means it.</summary>
    private const int Beside = 6;

    /// <summary>
    /// What speaks against an opt-out takes it away where it stands beside it. Further off in the same sentence it may
    /// speak of something else, so a person looks; in another sentence it says nothing of it.
    /// </summary>
    public static ControlWord Weigh(Hit stop, Scratch scratch, Meaning[] meanings)
    {
        var word = ControlWord.Stop;

        foreach (var hit in scratch.Hits)
        {
            if (
                meanings[hit.Rule] is { Family: Family.Looks, Code: (int)Look.NotStop }
                && IsOneSentence(scratch, hit, stop)
            )
            {
                var isBeside = hit.From <= stop.To + Beside && stop.From <= hit.To + Beside;
                word =
                    isBeside ? ControlWord.None
                    : word == ControlWord.Stop ? ControlWord.Ask
                    : word;
            }
        }

        return word;
    }

    /// <summary>Whether no sentence ends between two hits.</summary>
    private static bool IsOneSentence(Scratch scratch, Hit one, Hit other)
    {
        var (from, to) = one.To <= other.From ? (one.To, other.From) : (other.To, one.From);

        for (var i = from; i <= to && i < scratch.Tokens.Length; i++)
        {
            if (scratch.Tokens[i].AfterBreak)
            {
                return false;
            }
        }

        return true;
    }
}
