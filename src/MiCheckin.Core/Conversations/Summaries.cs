using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Conversations;

/// <summary>Gives people back what they themselves said: reasons gathered in a summary, and past successes.</summary>
internal static class Summaries
{
    private const int Remembered = 12;
    private const int LongestInSummary = 48;
    private const int LowConfidence = 5;

    public static Turn Keep(Turn turn, OwnWords quote) =>
        turn.State.Quotes.Any(q => q.Clause.Is(quote.Clause))
            ? turn
            : turn.With(s => s with { Quotes = [.. s.Quotes.TakeLast(Remembered - 1), quote] });

    /// <summary>Due every few weeks, where two reasons of the person's own are there to be given back.</summary>
    public static bool IsDue(Turn turn)
    {
        var since = turn.State.SummaryAt ?? turn.State.Begun ?? turn.At;
        return turn.At - since >= Duration.FromDays(7 * turn.Program.SummaryEveryWeeks)
            && Reasons(turn, since).Count >= 2;
    }

    public static Turn Ask(Turn turn, string key)
    {
        var reasons = Reasons(turn, turn.State.SummaryAt ?? turn.State.Begun ?? turn.At);
        var (said, words) = Wording.Say(
            turn,
            new Filled(Cells.Summary, ("first", reasons[^2].Clause), ("second", reasons[^1].Clause)),
            new Filled(Cells.SummaryAsk)
        );
        return Agenda.Send(
            said.With(s => s with { SummaryAt = turn.At }),
            key,
            Cells.Summary,
            words,
            Expects.Open,
            ruler: null
        );
    }

    /// <summary>A success the person told us, to bring back after a slip or where confidence is low; null where there is none or it was just done.</summary>
    public static string? SuccessToRecall(Turn turn)
    {
        var state = turn.State;
        var success = state.Quotes.LastOrDefault(q => q.Kind is OwnWordsKind.Success);
        var confidence = Rulers.Last(state, RulerKind.Confidence, turn.Program.Scale);
        var isLow =
            confidence is { Score.Low: <= LowConfidence }
            || (
                state.Signals is [.., var last]
                && state.Signals.Any(s => s.Class is Stages.SignalClass.Slip && s.ReplyId.Is(last.ReplyId))
            );
        var variants = turn.Texts.Cells.GetValueOrDefault(Cells.Efficacy) ?? [];
        var lately = state.Prompted.Any(u =>
            u.PromptId.Is(Cells.Efficacy) && turn.At - u.At < Duration.FromDays(28)
        );
        return success is null || !isLow || lately || variants.Count is 0 ? null : success.Clause;
    }

    private static List<OwnWords> Reasons(Turn turn, Instant since) =>
        [
            .. turn.State.Quotes.Where(q =>
                q.Kind is OwnWordsKind.Change && q.At >= since && q.Clause.Length <= LongestInSummary
            ),
        ];
}
