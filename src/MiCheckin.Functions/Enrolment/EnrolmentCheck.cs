using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;

namespace MiCheckin.Functions.Enrolment;

/// <summary>One thing in the file that must be mended, and how. A phone number is shown by its last two digits.</summary>
internal sealed record EnrolmentProblem(int Row, string Column, string Value, string Reason, string Fix);

/// <summary>A row that can be enrolled. The profile's id is only made when it is.</summary>
internal sealed record EnrolmentRow(int Row, Profile Profile, PhoneNumber Phone);

/// <summary>A row whose number is enrolled already: nothing is done, and nothing needs to be.</summary>
internal sealed record AlreadyEnrolled(int Row, ParticipantId Person, PhoneNumber Phone, string WhatToDo);

/// <summary>The whole file, checked.</summary>
internal sealed record EnrolmentCheck(
    IReadOnlyList<EnrolmentRow> Rows,
    IReadOnlyList<AlreadyEnrolled> Already,
    IReadOnlyList<EnrolmentProblem> Problems
)
{
    public bool IsGood => Problems.Count == 0;

    /// <summary>"12 people can be enrolled; 3 are enrolled already; 2 rows must be mended."</summary>
    public string Sentence =>
        $"{Rows.Count} can be enrolled; {Already.Count} enrolled already; {Problems.Count} to mend.";
}

/// <summary>How enrolling a file ended.</summary>
/// <param name="Enrolled">The new participants, in the order of the file.</param>
/// <param name="AlreadyThere">How many were enrolled before, by this file or another.</param>
/// <param name="Problems">Rows left out. Unless rows were to be skipped, nobody was enrolled when there are any.</param>
internal sealed record EnrolmentResult(
    IReadOnlyList<ParticipantId> Enrolled,
    int AlreadyThere,
    IReadOnlyList<EnrolmentProblem> Problems
)
{
    public string Sentence =>
        (Enrolled.Count, AlreadyThere, Problems.Count) switch
        {
            (0, > 0, 0) => $"Nothing new: all {AlreadyThere} are enrolled already.",
            (0, _, > 0) => $"Nobody was enrolled: {Problems.Count} to mend first.",
            _ =>
                $"{Enrolled.Count} enrolled; {AlreadyThere} were enrolled already; {Problems.Count} left out.",
        };
}
