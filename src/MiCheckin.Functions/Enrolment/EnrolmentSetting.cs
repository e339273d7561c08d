using MiCheckin.Core.Programs;
using MiCheckin.Functions.Coaches;

namespace MiCheckin.Functions.Enrolment;

/// <summary>What rows are checked against: the cohorts, coaches and programs there are.</summary>
/// <param name="DefaultCohort">Meant where a row names none; empty where there is no such default.</param>
/// <param name="Simulated">True where phones are simulated, so that made-up numbers are good.</param>
internal sealed record EnrolmentSetting(
    IReadOnlyList<Cohort> Cohorts,
    IReadOnlyList<Coach> Coaches,
    IReadOnlyDictionary<string, ProgramScript> Programs,
    string DefaultCohort,
    bool Simulated
)
{
    /// <summary>The program a cohort runs; null without a cohort.</summary>
    public ProgramScript? Program(Cohort? cohort) =>
        cohort is null ? null : Programs.GetValueOrDefault(cohort.Id);
}
