using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Programs;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Enrolment;

/// <summary>What whoever enrols asks for.</summary>
/// <param name="Actor">For the audit trail: an admin's sign-in name.</param>
/// <param name="Cohort">Meant where a row names none; empty: the only cohort there is.</param>
/// <param name="SkipBad">True enrols the good rows and leaves the bad ones out; false enrols nobody unless all are good.</param>
internal sealed record EnrolmentRequest(string Actor, string Cohort = "", bool SkipBad = false);

/// <summary>The admin's rules that a file must meet.</summary>
internal sealed record EnrolmentRules(bool SimulatedPhones);

/// <summary>
/// Enrols people from a file. The whole file is checked first. A number can be enrolled once, whoever asks at the same
/// time; what a crash cut short is finished by the same file sent again.
/// </summary>
internal sealed class EnrolmentFlow(
    CoachBook coaches,
    ProgramShelf programs,
    PhoneBook phones,
    ParticipantStore people,
    Enroller enroller,
    EnrolmentRules rules
)
{
    /// <summary>Requests under way at once: enough to hide the distance to a storage account, too few to burden it.</summary>
    private const int AtOnce = 8;

    public async Task<EnrolmentCheck> CheckAsync(
        Stream file,
        EnrolmentRequest request,
        CancellationToken cancellationToken
    )
    {
        var (lines, broken) = await EnrolmentFile.ReadAsync(file, cancellationToken);

        if (broken.Count > 0)
        {
            return new EnrolmentCheck([], [], broken);
        }

        var setting = await SettingAsync(request.Cohort, cancellationToken);
        List<EnrolmentRow> rows = [];
        List<EnrolmentProblem> problems = [];
        List<(int Row, PhoneNumber Phone)> numbers = [];

        foreach (var line in lines)
        {
            var reader = new RowReader(line, setting);

            if (reader.Read() is { } row)
            {
                rows.Add(row);
            }

            problems.AddRange(reader.Problems);
            numbers.AddRange(reader.Number is { } number ? [(line.Row, number)] : []);
        }

        problems.AddRange(Twice(numbers));
        var bad = problems.Select(p => p.Row).ToHashSet();
        return await SortAsync([.. rows.Where(row => !bad.Contains(row.Row))], problems, cancellationToken);
    }

    public async Task<EnrolmentResult> EnrolAsync(
        Stream file,
        EnrolmentRequest request,
        CancellationToken cancellationToken
    )
    {
        var check = await CheckAsync(file, request, cancellationToken);

        if (!check.IsGood && !request.SkipBad)
        {
            return new EnrolmentResult([], check.Already.Count, check.Problems);
        }

        var enrolled = new ConcurrentDictionary<int, ParticipantId>();
        await EachAsync(
            check.Rows,
            async row =>
            {
                if (
                    await enroller.EnrolAsync(row, request.Actor, cancellationToken) is { Created: true } made
                )
                {
                    enrolled[row.Row] = made.Id;
                }
            },
            cancellationToken
        );
        await EachAsync(
            check.Already,
            known => enroller.FinishAsync(known.Person, cancellationToken),
            cancellationToken
        );
        var fresh = enrolled.OrderBy(pair => pair.Key).Select(pair => pair.Value).ToList();
        var before = check.Already.Count + check.Rows.Count - fresh.Count;
        return new EnrolmentResult(fresh, before, check.Problems);
    }

    private async Task<EnrolmentSetting> SettingAsync(string cohort, CancellationToken cancellationToken)
    {
        var cohorts = await coaches.CohortsAsync(cancellationToken);
        var scripts = new Dictionary<string, ProgramScript>(StringComparer.Ordinal);

        foreach (var known in cohorts)
        {
            scripts[known.Id] =
                await programs.FindAsync(known.ProgramId, known.ProgramVersion, cancellationToken)
                ?? throw new StorageException(
                    "ProgramNotFound",
                    $"Cohort '{known.Id}' runs program '{known.ProgramId}' version {known.ProgramVersion}, which is not published. Publish it, or change the cohort."
                );
        }

        var all = await coaches.CoachesAsync(cancellationToken);
        return new EnrolmentSetting(cohorts, all, scripts, cohort, rules.SimulatedPhones);
    }

    /// <summary>Tells the rows to enrol from those whose number is enrolled. A number without a person is a cut run's: to enrol.</summary>
    private async Task<EnrolmentCheck> SortAsync(
        IReadOnlyList<EnrolmentRow> rows,
        List<EnrolmentProblem> problems,
        CancellationToken cancellationToken
    )
    {
        var known = new ConcurrentDictionary<int, AlreadyEnrolled>();
        await EachAsync(
            rows,
            async row =>
            {
                if (
                    await phones.FindAsync(row.Phone, cancellationToken) is { } id
                    && await people.FindAsync(id, cancellationToken) is { } person
                )
                {
                    known[row.Row] = new AlreadyEnrolled(row.Row, id, row.Phone, WhatToDo(row, person));
                }
            },
            cancellationToken
        );
        return new EnrolmentCheck(
            [.. rows.Where(row => !known.ContainsKey(row.Row))],
            [.. known.Values.OrderBy(already => already.Row)],
            [.. problems.OrderBy(problem => problem.Row)]
        );
    }

    private static string WhatToDo(EnrolmentRow row, StoredParticipant person) =>
        person.State.Consent is Consent.Stopped
            ? "Opted out. Only the person can come back, by texting START."
        : string.Equals(person.Profile.Cohort, row.Profile.Cohort, StringComparison.Ordinal)
            ? "Enrolled already: nothing to do."
        : $"Enrolled in cohort {person.Profile.Cohort}. One number belongs to one person: change the cohort on their page.";

    private static IEnumerable<EnrolmentProblem> Twice(IReadOnlyList<(int Row, PhoneNumber Phone)> numbers) =>
        numbers
            .GroupBy(row => row.Phone)
            .Where(same => same.Count() > 1)
            .SelectMany(same =>
                same.Skip(1)
                    .Select(row => new EnrolmentProblem(
                        row.Row,
                        EnrolmentColumns.Phone,
                        PhoneReader.Masked(row.Phone.E164),
                        $"Row {same.First().Row} has the same number.",
                        "One number belongs to one person: keep one of the rows."
                    ))
            );

    private static Task EachAsync<T>(
        IReadOnlyList<T> all,
        Func<T, Task> one,
        CancellationToken cancellationToken
    ) =>
        Parallel.ForEachAsync(
            all,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (item, _) => await one(item)
        );
}

/// <summary>Enrols one person: participant, roster, trail. Each step can be repeated.</summary>
internal sealed class Enroller(ParticipantStore people, CoachBook coaches, Audit audit, IClock clock)
{
    public async Task<CreateOutcome> EnrolAsync(
        EnrolmentRow row,
        string actor,
        CancellationToken cancellationToken
    )
    {
        var enrolled = new ConversationEvent.Enrolled(clock.GetCurrentInstant(), Draw());
        var profile = row.Profile with { Id = ParticipantStore.NewId() };
        var made = await people.CreateAsync(profile, row.Phone, enrolled, cancellationToken);
        await FinishAsync(made.Id, cancellationToken);

        if (made.Created)
        {
            await audit.WriteAsync(actor, AuditAct.Enrolled, made.Id, cancellationToken);
        }

        return made;
    }

    /// <summary>Puts somebody on the roster of the coach they are enrolled with, where a cut run left that out.</summary>
    public async Task FinishAsync(ParticipantId id, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(id, cancellationToken) is { } person)
        {
            await coaches.JoinAsync(person.Profile.Coach, id, cancellationToken);
        }
    }

    /// <summary>53 random bits as a number in [0, 1), from the system's own generator: an allocation must not be guessable.</summary>
    private static double Draw() =>
        (BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) >> 11)
        * (1.0 / (1UL << 53));
}
