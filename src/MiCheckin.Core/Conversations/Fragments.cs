namespace MiCheckin.Core.Conversations;

/// <summary>Tells one answer split over several texts from a new answer to what we said in between.</summary>
internal static class Fragments
{
    /// <summary>Texts further apart than this are answers of their own.</summary>
    public static readonly Duration Within = Duration.FromMinutes(5);

    /// <summary>Nobody has read our answer and typed theirs in less, from their own text or from our answer to it.</summary>
    private static readonly Duration TooSoonToAnswer = Duration.FromMinutes(1);
    private static readonly Duration TooSoonToHaveRead = Duration.FromSeconds(20);

    private static readonly string[] Joints = (
        "and but also because cuz cause bc plus or so then especially y pero porque tambien también "
        + "además o"
    ).Split(' ');

    /// <summary>After a question of ours these begin an answer to it: "Why 5 and not 2?" "Because ...".</summary>
    private static readonly string[] Becauses = "because cuz cause bc porque".Split(' ');

    /// <summary>
    /// Whether a text within five minutes goes on with the last: it came too soon to answer ours, nothing was asked in
    /// between, or its first word, or the last one before, joins the two.
    /// </summary>
    public static bool GoesOn(LastReply last, string words, Instant at) =>
        at - last.At <= TooSoonToAnswer
        || at - (last.AnswerAt ?? last.At) <= TooSoonToHaveRead
        || !last.AskedBack
        || words.TrimStart().StartsWith('*')
        || (
            IsJoint(FirstWord(words))
            && !Becauses.Contains(FirstWord(words), StringComparer.OrdinalIgnoreCase)
        )
        || IsJoint(LastWord(last.Words))
        || EndsOpen(last.Words);

    private static bool EndsOpen(string words)
    {
        var end = words.TrimEnd();
        return end.EndsWith(',')
            || end.EndsWith("...", StringComparison.Ordinal)
            || end.EndsWith('…')
            || end.EndsWith('-');
    }

    private static bool IsJoint(string word) => Joints.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static string FirstWord(string words) =>
        words
            .Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault("")
            .Trim(',', '.');

    private static string LastWord(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).LastOrDefault("").Trim(',', '.');
}
