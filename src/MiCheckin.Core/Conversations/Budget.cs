using MiCheckin.Core.Programs;

namespace MiCheckin.Core.Conversations;

/// <summary>The burden budget: how many automated texts a person gets at most. Safety texts and confirmations are exempt.</summary>
internal static class Budget
{
    /// <summary>Automated answers that follow one prompt at most.</summary>
    public const int AnswersPerPrompt = 2;

    private static readonly Duration Week = Duration.FromDays(7);

    public static bool Counts(TextKind kind) =>
        kind is TextKind.Prompt or TextKind.Reminder or TextKind.Answer;

    public static ConversationState Count(ConversationState state, Instant at) =>
        state with
        {
            Planned = [.. state.Planned.Where(p => p > at - Week).TakeLast(39), at],
        };

    /// <summary>How many more automated texts may be planned now, by the day and by the week.</summary>
    public static int Left(Turn turn)
    {
        var program = turn.Program;
        var hours = turn.Hours;
        var today = hours.DateOf(turn.At);
        var day = turn.State.Planned.Count(p => hours.DateOf(p) == today);
        var week = turn.State.Planned.Count(p => p > turn.At - Week);
        return Math.Max(0, Math.Min(PerDay(program) - day, PerWeek(program) - week));
    }

    private static int PerDay(ProgramScript program) => Math.Max(0, program.TextsPerDay);

    private static int PerWeek(ProgramScript program) => Math.Max(0, program.TextsPerWeek);
}
