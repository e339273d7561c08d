using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Conversations;

/// <summary>
/// Which open prompt a reply answers: late, out of order, with two open, or split over several texts. A guess is only made
/// where a person would make it; else one line asks.
/// </summary>
internal static class Attribution
{
    /// <summary>A prompt that went out so shortly before was hardly read when the reply was written.</summary>
    private static readonly Duration TooNew = Duration.FromSeconds(20);

    /// <summary>Talk goes on with the prompt it was about for so long; afterwards it starts anew.</summary>
    private static readonly Duration TalkLasts = Duration.FromHours(24);

    private static readonly Duration Late = Duration.FromDays(7);

    /// <summary>The prompt a text most likely answers, before its words are known.</summary>
    public static OpenPrompt? Likely(ConversationState state, Instant now)
    {
        var open = Candidates(state, now);
        var newest = open is [.., var last] ? last : null;
        var before = open.LastOrDefault(p => !p.Answered && p != newest);
        return newest is { Answered: false } && now - newest.AskedAt < TooNew && before is not null
            ? before
            : newest;
    }

    /// <summary>The prompt that these words answer: a bare number goes to the ruler that waits for one, yes or no to the closed question.</summary>
    public static OpenPrompt? Likely(
        ConversationState state,
        Instant now,
        string words,
        ProgramScript program
    )
    {
        var likely = Likely(state, now);
        var others = Candidates(state, now).Where(p => p != likely && !p.Answered).ToList();

        if (likely is null || others.Count is 0 || (likely.Expects is Expects.Open && WordsOf(words) > 4))
        {
            return likely;
        }

        if (Fits(likely, words, state, program))
        {
            return likely;
        }

        return others.LastOrDefault(p =>
                p.Expects is Expects.Ruler or Expects.YesNo && Fits(p, words, state, program)
            )
            ?? others.LastOrDefault(p =>
                p.Expects is Expects.Open && likely.Expects is not Expects.Open && WordsOf(words) > 2
            )
            ?? likely;
    }

    public static Asked AskedOf(OpenPrompt? prompt, ConversationState state, ProgramScript program) =>
        new()
        {
            Prompt = prompt?.Words ?? "",
            Expects = prompt?.Expects ?? Expects.None,
            Scale = program.Scale,
            Language = state.Profile.Language,
            OptedOut = state.Consent is Consent.Stopped,
            IsPaused = state.PausedUntil == Instant.MaxValue,
            Choices =
                program
                    .In(state.Profile.Language)
                    .Prompts.FirstOrDefault(p => p.Id.Is(prompt?.PromptId))
                    ?.Choices
                ?? [],
        };

    /// <summary>
    /// Oldest first by when they were last touched. Past its answer-by time a question is only still meant if nothing newer
    /// was asked, or if it waits for a number or a yes that answers nothing else.
    /// </summary>
    private static IReadOnlyList<OpenPrompt> Candidates(ConversationState state, Instant now)
    {
        var open = state.OpenPrompts.Where(p => p.AskedAt <= now && now <= p.AnswerBy + Late).ToList();
        return
        [
            .. open.Where(p => p.AnsweredAt is not { } at || now - at <= TalkLasts)
                .Where(p => now <= p.AnswerBy || p == open[^1] || Waits(p, now))
                .OrderBy(p => p.AnsweredAt is { } at ? Instant.Max(at, p.AskedAt) : p.AskedAt),
        ];
    }

    private static bool Fits(OpenPrompt prompt, string words, ConversationState state, ProgramScript program)
    {
        var reading = ReplyReader.Read(words, AskedOf(prompt, state, program));

        return prompt.Expects switch
        {
            Expects.Ruler => reading.RulerStatus is not RulerStatus.None,
            Expects.YesNo => StageAnswers.Fill(prompt, reading, words).YesNo is not null,
            Expects.Choice => reading.Choice is not null,
            _ => !IsBareNumber(words),
        };
    }

    private static bool IsBareNumber(string words) =>
        words.Any(char.IsAsciiDigit)
        && words.Trim().All(c => char.IsAsciiDigit(c) || c is '.' or '/' or ' ' or '!' or '-');

    public static bool Waits(OpenPrompt prompt, Instant now) =>
        prompt is { Expects: Expects.Ruler or Expects.YesNo, Answered: false }
        && prompt.AskedAt <= now
        && now <= prompt.AnswerBy + Late;

    private static int WordsOf(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
