using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Gathers the characters each finding rests on.</summary>
internal static class Findings
{
    /// <summary>Cues shown for one reply; more than these explain nothing.</summary>
    private const int MostCues = 3;

    public static IReadOnlyList<Span> Gather(
        Scratch scratch,
        Meaning[] meanings,
        ControlFinding control,
        RiskFinding risk,
        RulerFinding ruler,
        TalkFinding talk
    )
    {
        List<Span>? found = null;

        if (control.Word != ControlWord.None)
        {
            Add(ref found, scratch, control.Hit, "control");
        }

        if (risk.Kind != RiskKind.None)
        {
            Add(ref found, scratch, risk.Hit, "risk");
        }

        if (ruler.Status == RulerStatus.Read)
        {
            Add(ref found, scratch, new Hit(0, ruler.From, ruler.To), "ruler");
        }

        var before = found?.Count ?? 0;

        foreach (var hit in scratch.Hits)
        {
            if (Speaks(meanings[hit.Rule], talk.Talk) && (found?.Count ?? 0) - before < MostCues)
            {
                Add(ref found, scratch, hit, "talk");
            }
        }

        return found is null ? [] : found;
    }

    /// <summary>Adds the characters of a hit unless the same finding holds some of them already.</summary>
    private static void Add(ref List<Span>? found, Scratch scratch, Hit hit, string finding)
    {
        var (start, length) = scratch.Characters(hit.From, hit.To);
        found ??= new List<Span>(2);

        foreach (var span in found)
        {
            var isSame = string.Equals(span.Finding, finding, StringComparison.Ordinal);

            if (isSame && span.Start < start + length && start < span.Start + span.Length)
            {
                return;
            }
        }

        found.Add(new Span(start, length, finding));
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
