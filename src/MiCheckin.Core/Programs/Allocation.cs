namespace MiCheckin.Core.Programs;

/// <summary>The arm a person was given, and how likely it was: what a trial's analysis needs.</summary>
/// <param name="Arm">The id of the arm.</param>
/// <param name="Probability">Its share of all shares.</param>
public sealed record Allocation(string Arm, decimal Probability)
{
    /// <summary>
    /// Gives an arm by the draw of the enrolment and nothing else, so that no one can choose it or foresee it, and the
    /// same draw always gives the same arm. Null where the program has no arms.
    /// </summary>
    public static Allocation? Of(ProgramScript program, double draw)
    {
        ArgumentNullException.ThrowIfNull(program);

        if (program.Arms is not [.., var last])
        {
            return null;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(draw, 1);
        var total = program.Arms.Sum(a => a.Share);
        var left = (decimal)draw * total;

        foreach (var arm in program.Arms)
        {
            if (left < arm.Share)
            {
                return new Allocation(arm.Id, arm.Share / total);
            }

            left -= arm.Share;
        }

        return new Allocation(last.Id, last.Share / total);
    }

    /// <summary>The prompts a person of this arm is asked, in the program's order; all of them outside a trial.</summary>
    public static IReadOnlyList<Prompt> PromptsOf(ProgramScript program, string language, string? arm)
    {
        ArgumentNullException.ThrowIfNull(program);
        var prompts = program.In(language).Prompts;
        var only =
            program.Arms.FirstOrDefault(a => string.Equals(a.Id, arm, StringComparison.Ordinal))?.Prompts
            ?? [];
        return only.Count == 0
            ? prompts
            : [.. prompts.Where(p => only.Contains(p.Id, StringComparer.Ordinal))];
    }
}
