using System.Globalization;
using MiCheckin.Core.Programs.Json;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Programs.Checking.Rules;

/// <summary>Whatever a person's stage and arm, there are prompts enough for eight weeks without hearing one twice.</summary>
internal static class RepeatRule
{
    private const int Weeks = 8;

    /// <summary>MORE at most doubles the cadence.</summary>
    private const int More = 2;

    public static Rule Rule { get; } = new("repeat-8-weeks", Find);

    private static IEnumerable<Finding> Find(CheckedProgram program) =>
        from language in program.Script.Texts.Keys
        from arm in program.Script.Arms.Select(a => a.Id).DefaultIfEmpty()
        from stage in Enum.GetValues<Stage>()
        let has = Allocation
            .PromptsOf(program.Script, language, arm)
            .Count(p => p.Stages.Count == 0 || p.Stages.Contains(stage))
        let asked = AskedInWeeks(program.Script)
        where has < asked * More
        select new Finding(
            has < asked ? Severity.Error : Severity.Warning,
            "repeat-8-weeks",
            Paths.Member(Paths.Member("$.texts", language), "prompts"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"In {stage} {(arm is null ? "" : $"of arm {arm} ")}there are {has} prompts; eight weeks ask {asked}, and {asked * More} after MORE."
            ),
            "",
            "Write more prompts for this stage, or for all stages."
        );

    /// <summary>Check-ins in the densest run of eight weeks, which is the first: cadences thin out.</summary>
    private static int AskedInWeeks(ProgramScript program) =>
        Enumerable
            .Range(0, program.Cadence.Sum(p => p.Weeks) + 1)
            .Select(start => (int)Math.Ceiling(Enumerable.Range(start, Weeks).Sum(w => PerWeek(program, w))))
            .Max();

    private static decimal PerWeek(ProgramScript program, int week)
    {
        foreach (var phase in program.Cadence)
        {
            if (phase.Weeks == 0 || week < phase.Weeks)
            {
                return phase.PerWeek;
            }

            week -= phase.Weeks;
        }

        return 0;
    }
}
