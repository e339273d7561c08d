using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>
/// A wish to leave that no rule knows, sensed by the model of talk: people say it in more ways than anybody can list. It
/// never opts anyone out by itself; a coach asks, and so too where it doubts a rule's opt-out.
/// </summary>
internal static class LeavingSense
{
    /// <summary>Below this score a reply is as far from leaving as ordinary ones are.</summary>
    private const float Calm = -4;

    /// <summary>So much more must speak for it where a rule knows the words as meant of something else.</summary>
    private const float Beyond = 2;

    /// <summary>What the rules found in a part of the text, unless the model has reason to ask.</summary>
    public static ControlFinding Both(
        ControlFinding ruled,
        float score,
        Scratch scratch,
        Seen seen,
        TalkModel talk
    )
    {
        var isElse = seen.Has(Look.NotStop) || seen.Has(Look.Answer);
        return ruled.Word switch
        {
            ControlWord.Stop when TalkModel.IsCalm(score, Calm, scratch) => ruled with
            {
                Word = ControlWord.Ask,
            },
            ControlWord.None when score >= talk.LeavingFrom + (isElse ? Beyond : 0) => new ControlFinding(
                ControlWord.Ask,
                talk.Shown(scratch, TalkModel.Leaving)
            ),
            _ => ruled,
        };
    }
}
