using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Gathers the characters each finding rests on.</summary>
internal static class Findings
{
    /// <summary>Cues shown for one reply; more than these explain nothing.</summary>
    private const int MostCues = 3;

    /// <summary>One each of a control word, a danger and a ruler, and the cues.</summary>
    public const int Most = 3 + MostCues;

    public static IReadOnlyList<Span> Gather(
        Scratch scratch,
        Meaning[] meanings,
        ControlFinding control,
        RiskFinding risk,
        RulerFinding ruler,
        TalkFinding talk
    )
    {
        var count = 0;

        if (control.Word != ControlWord.None)
        {
            Add(ref count, scratch, control.Hit, "control");
        }

        if (risk.Kind != RiskKind.None)
        {
            Add(ref count, scratch, risk.Hit, "risk");
        }

        if (ruler.Status == RulerStatus.Read)
        {
            Add(ref count, scratch, new Hit(0, ruler.From, ruler.To), "ruler");
        }

        if (talk.Talk is not (Talk.Neutral or Talk.Unsure))
        {
            AddCues(ref count, scratch, meanings, talk.Talk);
        }

        return count == 0 ? [] : scratch.Found[..count].ToArray();
    }

    private static void AddCues(ref int count, Scratch scratch, Meaning[] meanings, Talk talk)
    {
        var most = count + MostCues;

        foreach (var hit in scratch.Hits)
        {
            if (count < most && Speaks(meanings[hit.Rule], talk))
            {
                Add(ref count, scratch, hit, "talk");
            }
        }
    }

    /// <summary>Adds the characters of a hit unless the same finding holds some of them already.</summary>
    private static void Add(ref int count, Scratch scratch, Hit hit, string finding)
    {
        var (start, length) = scratch.Characters(hit.From, hit.To);

        foreach (var span in scratch.Found[..count])
        {
            var isSame = string.Equals(span.Finding, finding, StringComparison.Ordinal);

            if (isSame && span.Start < start + length && start < span.Start + span.Length)
            {
                return;
            }
        }

        scratch.Found[count++] = new Span(start, length, finding);
    }

    private static bool Speaks(Meaning meaning, Talk talk)
    {
        if (meaning.Family != Family.Cue)
        {
            return false;
        }

        var cue = (Cue)meaning.Code;
        var isChange = cue is >= Cue.ChangeDesire and <= Cue.ChangeSteps;
        var isSustain = cue is >= Cue.SustainDesire and <= Cue.SustainSteps;
        return talk switch
        {
            Talk.Change => isChange,
            Talk.Sustain => isSustain,
            Talk.Mixed => isChange || isSustain,
            Talk.Discord => cue == Cue.Discord,
            _ => false,
        };
    }
}
