using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Conversations;

/// <summary>Takes a reply: for which prompt, joined with the fragments before it, and, where two rulers wait, for the one that is named.</summary>
internal static class Hearing
{
    private static readonly Duration TwoDays = Duration.FromDays(2);

    /// <summary>The reply as it is taken, its reading weighed against what the conversation knows.</summary>
    public static Heard Of(Turn turn, ConversationEvent.Replied reply)
    {
        var heard = Take(turn, reply);
        var weighed = Plausible.Weigh(heard.Reading, heard.Words, heard.Prompt, turn.State.Stage?.Stage);
        var asks =
            QuestionsToUs.AskForAdvice(heard.ToAnswer) || Information.IsAskedAndKnown(turn, heard.ToAnswer)
                ? weighed with
                {
                    AsksForInformation = true,
                }
                : weighed;
        var own = OfItsOwn(heard with { Reading = asks });
        return Goals.Apart(Plans.Timed(turn, Goals.Named(turn, own)));
    }

    /// <summary>What somebody says after the stage questions, and is no answer to them, begins a thread of its own.</summary>
    private static Heard OfItsOwn(Heard heard) =>
        heard is { Prompt: { Answered: true } prompt, Reading.YesNo: null }
        && StageQuestions.IsQuestion(prompt.PromptId)
            ? heard with
            {
                Prompt = null,
            }
            : heard;

    private static Heard Take(Turn turn, ConversationEvent.Replied reply)
    {
        var (state, words) = (turn.State, reply.Words.Reveal());
        var likely = Reopened(Attribution.Likely(state, turn.At, words, turn.Program), words, turn);
        var reading =
            likely == Attribution.Likely(state, turn.At) ? reply.Reading : Read(words, likely, turn);
        var heard = new Heard
        {
            ReplyId = reply.ReplyId,
            Prompt = likely,
            Reading = likely is { Expects: Expects.YesNo }
                ? StageAnswers.Fill(likely, reading, words)
                : reading,
            Words = words,
        };

        if (
            likely is { Clarified: true, PromptId: var id }
            && id is not Cells.TimeUnclear
            && Settled(turn, heard) is { } settled
        )
        {
            return settled;
        }

        return likely is { PromptId: Cells.TimeUnclear }
            ? heard with
            {
                Reading = TimeIn(words, reading, turn),
            }
            : Joining.Join(turn, heard) with
            {
                Unclear = IsUnclear(turn, heard),
            };
    }

    /// <summary>"Sorry, I meant 6" after an 8: the ruler takes the number anew.</summary>
    private static OpenPrompt? Reopened(OpenPrompt? prompt, string words, Turn turn) =>
        prompt is { Ruler: not null, Score: not null, Expects: not Expects.Ruler }
        && prompt with { Expects = Expects.Ruler } is var ruler
        && Phrases.Corrections.Any(c => words.TrimStart().StartsWith(c, StringComparison.OrdinalIgnoreCase))
        && Read(words, ruler, turn).RulerStatus is RulerStatus.Read
            ? ruler
            : prompt;

    /// <summary>One line asks which of two rulers a number was for; the number is kept until then.</summary>
    public static Turn AskWhich(Turn turn, Heard heard)
    {
        var marked = turn
            .State.OpenPrompts.Where(p => Attribution.Waits(p, turn.At))
            .Aggregate(turn, (t, p) => Prompts.Replace(t, p with { Clarified = true, AnsweredAt = null }));
        var (said, words) = Wording.Say(marked, Cells.Clarify);
        return said.SendNow($"{heard.ReplyId}-a0", TextKind.Answer, words);
    }

    /// <summary>Danger that only two fragments together speak of ("I want to" + "die").</summary>
    public static ConversationEvent.Replied WithJoinedRisk(Turn turn, ConversationEvent.Replied reply)
    {
        if (reply.Reading.Risk is not RiskKind.None || Joining.Before(turn) is not { } last)
        {
            return reply;
        }

        var joined = ReplyReader.Read(
            Joining.WithLinesBefore(last, reply.Words.Reveal()),
            Attribution.AskedOf(Attribution.Likely(turn.State, turn.At), turn.State, turn.Program)
        );
        return joined.Risk is RiskKind.None || last.HadRisk
            ? reply
            : reply with
            {
                Reading = reply.Reading with { Risk = joined.Risk, Urgency = joined.Urgency },
            };
    }

    /// <summary>Two rulers of different kinds wait, both asked within two days, and a number came that names neither.</summary>
    private static bool IsUnclear(Turn turn, Heard heard)
    {
        if (
            heard.Reading.RulerStatus is not RulerStatus.Read
            || heard.Prompt is not { Expects: Expects.Ruler, Answered: false }
        )
        {
            return false;
        }

        var newest = heard.Prompt.AskedAt;
        var waiting = turn
            .State.OpenPrompts.Where(p => p.Expects is Expects.Ruler && Attribution.Waits(p, turn.At))
            .Where(p => newest - p.AskedAt <= TwoDays && p.AskedAt - newest <= TwoDays)
            .ToList();
        return waiting.Select(p => p.Ruler).Distinct().Count() > 1
            && !waiting.Any(p => p.Clarified)
            && Named(heard.Words, waiting) is null;
    }

    /// <summary>After the clarifier: the ruler that is named takes the number given before, or the one given now.</summary>
    private static Heard? Settled(Turn turn, Heard heard)
    {
        var waiting = turn.State.OpenPrompts.Where(p => Attribution.Waits(p, turn.At)).ToList();

        if (waiting.Count is 0 || Named(heard.Words, waiting) is not { } named)
        {
            return null;
        }

        var now = Read(heard.Words, named, turn);
        var kept = turn.State.LastReply is { } last ? Read(last.Words, named, turn) : now;
        var number = now.RulerStatus is RulerStatus.Read ? now : kept;
        return heard with
        {
            Prompt = named,
            Reading = number with { Talk = Talk.Neutral, Kind = TalkKind.None, Behaviour = [] },
        };
    }

    private static OpenPrompt? Named(string words, IReadOnlyList<OpenPrompt> waiting)
    {
        RulerKind? kind = words switch
        {
            _ when Has(words, "importan") => RulerKind.Importance,
            _ when Has(words, "confid")
                    || Has(words, "sure")
                    || Has(words, "confianza")
                    || Has(words, "segur") => RulerKind.Confidence,
            _ when Has(words, "ready") || Has(words, "readiness") || Has(words, "list") =>
                RulerKind.Readiness,
            _ => null,
        };
        return kind is null ? null : waiting.LastOrDefault(p => p.Ruler == kind);
    }

    private static bool Has(string words, string part) =>
        words.Contains(part, StringComparison.OrdinalIgnoreCase);

    public static Reading Read(string words, OpenPrompt? prompt, Turn turn) =>
        ReplyReader.Read(words, Attribution.AskedOf(prompt, turn.State, turn.Program));

    /// <summary>"7pm", said after we asked which 7 was meant.</summary>
    private static Reading TimeIn(string words, Reading reading, Turn turn) =>
        reading.PreferredTime is not null
            ? reading
            : reading with
            {
                PreferredTime = Read($"TIME {words}", null, turn).PreferredTime ?? PartOfDay(words),
            };

    /// <summary>"In the evening", said where a time was asked for again: the reply names the hour, so that it can be changed.</summary>
    private static LocalTime? PartOfDay(string words) =>
        words switch
        {
            _ when words.Any(char.IsAsciiDigit) => null,
            _ when Has(words, "noon") && !Has(words, "after") => LocalTime.Noon,
            _ when Has(words, "mediod") => LocalTime.Noon,
            _ when Has(words, "morning") || Has(words, "mañana") || Has(words, "manana") => new LocalTime(
                9,
                0
            ),
            _ when Has(words, "afternoon") || Has(words, "tarde") => new LocalTime(15, 0),
            _ when Has(words, "evening") || Has(words, "night") || Has(words, "noche") => new LocalTime(
                18,
                0
            ),
            _ => null,
        };
}
