using System.Globalization;
using MiCheckin.Core.Programs.Json;

namespace MiCheckin.Core.Programs.Checking.Rules;

/// <summary>At least half of the reflections are complex, so that what is sent can reach MITI 4.2's "good".</summary>
internal static class ComplexShareRule
{
    public static Rule Rule { get; } = new("complex-share", Find);

    private static IEnumerable<Finding> Find(CheckedProgram program)
    {
        foreach (var (language, texts) in program.Script.Texts)
        {
            var cells = Cells.All.Where(c =>
                c.Role == CellRole.Reflection && texts.Cells.ContainsKey(c.Name)
            );
            var all = cells.SelectMany(c => texts.Cells[c.Name]).ToList();
            var share = all.Count == 0 ? 1 : (decimal)all.Count(v => v.Complex) / all.Count;

            if (share < 0.5m)
            {
                yield return new Finding(
                    share < 0.4m ? Severity.Error : Severity.Warning,
                    "complex-share",
                    Paths.Member(Paths.Member("$.texts", language), "cells"),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{share:P0} of the reflections are complex; MITI 4.2 calls 50 % good and 40 % fair."
                    ),
                    "",
                    "Write more reflections that add meaning, and mark them \"complex\": true."
                );
            }
        }
    }
}
