using MiCheckin.Functions.Coaches;

namespace MiCheckin.Functions.Enrolment;

/// <summary>Reads where a person belongs: the cohort, which decides the program, and the coach.</summary>
internal sealed class CohortReader(CheckedLine line, EnrolmentSetting setting)
{
    public Cohort? Cohort()
    {
        var written = line.Cell(EnrolmentColumns.Cohort) is { Length: > 0 } cell
            ? cell
            : setting.DefaultCohort;
        var ids = setting.Cohorts.Select(c => c.Id).ToList();

        if (written.Length == 0 && setting.Cohorts.Count == 1)
        {
            return OfProgram(setting.Cohorts[0]);
        }

        if (written.Length == 0)
        {
            line.Wrong(
                EnrolmentColumns.Cohort,
                "The cohort is missing.",
                ids.Count == 0 ? "Make a cohort first." : $"Write one of: {string.Join(", ", ids)}."
            );
            return null;
        }

        var found = setting.Cohorts.FirstOrDefault(c =>
            CheckedLine.Same(c.Id, written) || CheckedLine.Same(c.Name, written)
        );

        if (found is null)
        {
            var hint = Nearest.Hint(written, ids);
            line.Wrong(
                EnrolmentColumns.Cohort,
                "There is no such cohort.",
                $"{hint}The cohorts are: {string.Join(", ", ids)}."
            );
        }

        return found is null ? null : OfProgram(found);
    }

    /// <summary>The cohort decides the program; a column that says otherwise is a mistake in one of the two.</summary>
    private Cohort OfProgram(Cohort cohort)
    {
        if (
            line.Cell(EnrolmentColumns.Program) is { Length: > 0 } program
            && !CheckedLine.Same(program, cohort.ProgramId)
        )
        {
            line.Wrong(
                EnrolmentColumns.Program,
                $"Cohort {cohort.Id} runs {cohort.ProgramId}.",
                "Leave the program empty, or name a cohort that runs this program."
            );
        }

        return cohort;
    }

    public Coach? CoachOf(Cohort cohort)
    {
        var written = line.Cell(EnrolmentColumns.Coach);
        var coaches = setting.Coaches.Where(c => cohort.Coaches.Contains(c.Id)).ToList();
        var ids = string.Join(", ", coaches.Select(c => c.Id.Value));

        if (written.Length == 0)
        {
            if (coaches.Count != 1)
            {
                line.Wrong(
                    EnrolmentColumns.Coach,
                    "The coach is missing.",
                    coaches.Count == 0
                        ? $"Cohort {cohort.Id} has no coach yet: add one first."
                        : $"Write one of: {ids}."
                );
            }

            return coaches is [var only] ? only : null;
        }

        var found = coaches.FirstOrDefault(c =>
            CheckedLine.Same(c.Id.Value, written)
            || CheckedLine.Same(c.Name.Reveal(), written)
            || CheckedLine.Same(c.Email.Reveal(), written)
        );

        if (found is null)
        {
            var hint = Nearest.Hint(written, coaches.Select(c => c.Id.Value));
            line.Wrong(
                EnrolmentColumns.Coach,
                $"Cohort {cohort.Id} has no such coach.",
                $"{hint}Its coaches are: {ids}."
            );
        }

        return found;
    }
}
