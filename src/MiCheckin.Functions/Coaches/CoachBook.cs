using MiCheckin.Core.Participants;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Coaches;

/// <summary>
/// Coaches, cohorts and rosters. A roster row says only that a person belongs to a coach; what stands where is read
/// from the person's own partition, so a case-load page costs one query and one read per person, however many others there are.
/// </summary>
internal sealed class CoachBook(ITables tables)
{
    public async Task SaveAsync(Coach coach, CancellationToken cancellationToken) =>
        await tables.SubmitAsync(
            PeopleKeys.CoachesTable,
            [new TableWrite.Upsert(PeopleKeys.Coach(coach.Id), CoachRows.Write(coach))],
            cancellationToken
        );

    public async Task SaveAsync(Cohort cohort, CancellationToken cancellationToken) =>
        await tables.SubmitAsync(
            PeopleKeys.CohortsTable,
            [new TableWrite.Upsert(PeopleKeys.Cohort(cohort.Id), CoachRows.Write(cohort))],
            cancellationToken
        );

    public async Task<Coach?> FindCoachAsync(CoachId id, CancellationToken cancellationToken)
    {
        var row = PeopleKeys.IsSlug(id.Value)
            ? await tables.FindAsync(PeopleKeys.CoachesTable, PeopleKeys.Coach(id), cancellationToken)
            : null;
        return row is null ? null : CoachRows.ReadCoach(row);
    }

    public async Task<Cohort?> FindCohortAsync(string id, CancellationToken cancellationToken)
    {
        var row = PeopleKeys.IsSlug(id)
            ? await tables.FindAsync(PeopleKeys.CohortsTable, PeopleKeys.Cohort(id), cancellationToken)
            : null;
        return row is null ? null : CoachRows.ReadCohort(row);
    }

    public async Task<IReadOnlyList<Coach>> CoachesAsync(CancellationToken cancellationToken)
    {
        var all = new RowRange(PeopleKeys.AllCoaches);
        List<Coach> coaches = [];

        await foreach (var row in tables.QueryAsync(PeopleKeys.CoachesTable, all, cancellationToken))
        {
            coaches.Add(CoachRows.ReadCoach(row));
        }

        return coaches;
    }

    public async Task<IReadOnlyList<Cohort>> CohortsAsync(CancellationToken cancellationToken)
    {
        var all = new RowRange(PeopleKeys.AllCohorts);
        List<Cohort> cohorts = [];

        await foreach (var row in tables.QueryAsync(PeopleKeys.CohortsTable, all, cancellationToken))
        {
            cohorts.Add(CoachRows.ReadCohort(row));
        }

        return cohorts;
    }

    /// <summary>Safe to repeat.</summary>
    public async Task JoinAsync(CoachId coach, ParticipantId person, CancellationToken cancellationToken) =>
        await tables.SubmitAsync(
            PeopleKeys.CoachesTable,
            [new TableWrite.Upsert(PeopleKeys.Roster(coach, person), [])],
            cancellationToken
        );

    /// <summary>Safe to repeat: someone who is not on the roster is off it already.</summary>
    public async Task LeaveAsync(CoachId coach, ParticipantId person, CancellationToken cancellationToken) =>
        await tables.SubmitAsync(
            PeopleKeys.CoachesTable,
            [new TableWrite.Delete(PeopleKeys.Roster(coach, person))],
            cancellationToken
        );

    /// <summary>The coach's own people, in the order of their ids.</summary>
    public async Task<IReadOnlyList<ParticipantId>> RosterAsync(
        CoachId coach,
        CancellationToken cancellationToken
    )
    {
        var range = PeopleKeys.RosterOf(coach);
        List<ParticipantId> people = [];

        await foreach (var row in tables.QueryAsync(PeopleKeys.CoachesTable, range, cancellationToken))
        {
            people.Add(PeopleKeys.PersonOnRoster(row.Key));
        }

        return people;
    }
}
