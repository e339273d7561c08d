using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Conversations;

/// <summary>Rulers: thank, ask why not lower, then what the next step up would take; work on the lower of importance and confidence.</summary>
internal static class Rulers
{
    private const int Remembered = 40;
    private const decimal Highest = 10;
    private const int FewestWordsOfAReason = 5;

    /// <summary>A number given longer ago is no longer on anybody's mind.</summary>
    private static readonly Duration StillKnown = Duration.FromDays(15);

    /// <summary>A ruler comes after at least two other prompts.</summary>
    private const int OthersBetween = 2;

    public static decimal Least(RulerScale scale) => scale is RulerScale.ZeroToTen ? 0 : 1;

    /// <summary>Whether the next prompt is a ruler's turn.</summary>
    public static bool IsTurn(Turn turn)
    {
        var rulers = turn.Texts.Prompts.Where(p => p.Expects is Expects.Ruler).Select(p => p.Id).ToList();
        var last = turn.State.Prompted.TakeLast(OthersBetween).ToList();
        return last.Count is OthersBetween
            && !last.Any(u => rulers.Contains(u.PromptId, StringComparer.Ordinal));
    }

    /// <summary>The ruler never answered first, the one asked less often of those; then, of importance and confidence, the lower; then readiness.</summary>
    public static Prompt? Choose(Turn turn, IReadOnlyList<Prompt> free) =>
        free.OrderBy(p => Weight(turn, p.Ruler ?? RulerKind.Readiness)).FirstOrDefault();

    /// <summary>The last answer of a kind on a scale; scales never mix.</summary>
    public static RulerAnswer? Last(ConversationState state, RulerKind kind, RulerScale scale) =>
        state.Rulers.LastOrDefault(r => r.Kind == kind && r.Scale == scale);

    public static Turn Keep(Turn turn, RulerKind kind, RulerScore score, string replyId)
    {
        var answer = new RulerAnswer(kind, turn.Program.Scale, score, turn.At, replyId);
        return turn.With(s => s with { Rulers = [.. s.Rulers.TakeLast(Remembered - 1), answer] })
            .Note(new Fact.RulerRead(answer));
    }

    /// <summary>
    /// Reflects the number and asks why it is not a lower one, which evokes reasons for change; never why not higher. Where the
    /// reasons came with the number they are reflected, and the next number is asked about.
    /// </summary>
    public static Turn Answer(Turn turn, Heard heard, RulerScore score, OpenPrompt prompt)
    {
        var scored = prompt with { Score = score.Low, Expects = Expects.Open };
        var taken = heard with { Prompt = scored };
        var marked = Prompts.Replace(turn, scored).With(s => s with { StepUp = null });

        if (SaysWhy(heard) && NextStep(scored) is not null)
        {
            return Reflecting.Answer(marked, taken);
        }

        var fill = ("score", Wording.Number(score.Low));
        var thanks = new Filled(Cells.RulerThanks, ("score", Said(score)));
        var least = Least(turn.Program.Scale);
        var question =
            score.Low <= least
                ? new Filled(Cells.RulerZero)
                : new Filled(
                    Cells.RulerWhyNotLower,
                    fill,
                    ("lower", Wording.Number(Lower(score.Low, least)))
                );
        var owed = score.Low > least && score.Low < Highest ? new StepUp(score.Low, turn.At) : null;
        return Answers.Say(marked.With(s => s with { StepUp = owed }), taken, [thanks, question], asks: true);
    }

    /// <summary>The check-in after a ruler asks what the next number would take, so that two answers follow a prompt and no more.</summary>
    public static Filled? StepUpDue(Turn turn) =>
        turn.State.StepUp is { } owed
        && turn.At - owed.At <= StillKnown
        && turn.Texts.Cells.ContainsKey(Cells.RulerStepUp)
            ? new Filled(
                Cells.RulerStepUp,
                ("score", Wording.Number(owed.Score)),
                ("next", Wording.Number(Math.Floor(owed.Score) + 1))
            )
            : null;

    /// <summary>"6-7" to somebody who said 6 or 7, where that is short enough to say.</summary>
    private static string Said(RulerScore score)
    {
        var range = $"{Wording.Number(score.Low)}-{Wording.Number(score.High)}";
        return score.Low < score.High && range.Length <= Placeholders.Longest["score"]
            ? range
            : Wording.Number(score.Low);
    }

    /// <summary>More than a number and a word or two, and it leans one way.</summary>
    private static bool SaysWhy(Heard heard) =>
        heard.Reading.Talk is not (Talk.Neutral or Talk.Unsure)
        && heard.Words.Split((char[]?)null).Count(w => w.Any(char.IsLetter)) >= FewestWordsOfAReason;

    /// <summary>Asks for the number again, once.</summary>
    public static Turn AskAgain(Turn turn, Heard heard, OpenPrompt prompt)
    {
        var clarified = prompt with { Clarified = true };
        return Answers.Say(
            Prompts.Replace(turn, clarified),
            heard with
            {
                Prompt = clarified,
            },
            [new Filled(Cells.RulerClarify)],
            asks: true,
            atOnce: true,
            Expects.Ruler
        );
    }

    /// <summary>The question that follows the reasons given for a score; null where there is no number above it.</summary>
    public static Filled? NextStep(OpenPrompt prompt) =>
        prompt is { Score: { } score and < Highest }
            ? new Filled(
                Cells.RulerNext,
                ("score", Wording.Number(score)),
                ("next", Wording.Number(Math.Floor(score) + 1))
            )
            : null;

    private static decimal Lower(decimal score, decimal least) => Math.Max(least, Math.Ceiling(score) - 3);

    private static decimal Weight(Turn turn, RulerKind kind)
    {
        var asked = turn
            .Texts.Prompts.Where(p => p.Ruler == kind)
            .Select(p => p.Id)
            .ToHashSet(StringComparer.Ordinal);
        var times = turn.State.Prompted.Count(u => asked.Contains(u.PromptId));

        return (Last(turn.State, kind, turn.Program.Scale), kind) switch
        {
            (null, _) => -100 + (10 * times) + (int)kind,
            (_, RulerKind.Readiness) => 20,
            ({ } known, _) => known.Score.Low,
        };
    }
}
