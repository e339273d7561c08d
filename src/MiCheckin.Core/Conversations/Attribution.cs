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

    private const int LongestJoined = 480;

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
        var others = Candidates(state, now)
            .Where(p => p != likely && !p.Answered && now <= p.AnswerBy)
            .ToList();

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
            Choices =
                program
                    .In(state.Profile.Language)
                    .Prompts.FirstOrDefault(p => p.Id.Is(prompt?.PromptId))
                    ?.Choices
                ?? [],
        };

    public static Heard Of(Turn turn, ConversationEvent.Replied reply)
    {
        var (state, words) = (turn.State, reply.Words.Reveal());
        var likely = Likely(state, turn.At, words, turn.Program);
        var reading = likely == Likely(state, turn.At) ? reply.Reading : Read(words, likely, turn);
        var heard = new Heard
        {
            ReplyId = reply.ReplyId,
            Prompt = likely,
            Reading = reading,
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
            : Join(turn, heard) with
            {
                Unclear = IsUnclear(turn, heard),
            };
    }

    /// <summary>One line asks which of two rulers a number was for; the number is kept until then.</summary>
    public static Turn AskWhich(Turn turn, Heard heard)
    {
        var marked = turn
            .State.OpenPrompts.Where(p => Waits(p, turn.At))
            .Aggregate(turn, (t, p) => Prompts.Replace(t, p with { Clarified = true, AnsweredAt = null }));
        var (said, words) = Wording.Say(marked, Cells.Clarify);
        return said.SendNow($"{heard.ReplyId}-a0", TextKind.Answer, words);
    }

    /// <summary>Danger that only two fragments together speak of ("I want to" + "die").</summary>
    public static ConversationEvent.Replied WithJoinedRisk(Turn turn, ConversationEvent.Replied reply)
    {
        if (reply.Reading.Risk is not RiskKind.None || Before(turn) is not { } last)
        {
            return reply;
        }

        var joined = ReplyReader.Read(
            Joined(last, reply.Words.Reveal()),
            AskedOf(Likely(turn.State, turn.At), turn.State, turn.Program)
        );
        return joined.Risk is RiskKind.None || last.HadRisk
            ? reply
            : reply with
            {
                Reading = reply.Reading with { Risk = joined.Risk, Urgency = joined.Urgency },
            };
    }

    private static IReadOnlyList<OpenPrompt> Candidates(ConversationState state, Instant now)
    {
        var open = state.OpenPrompts.Where(p => p.AskedAt <= now && now <= p.AnswerBy + Late).ToList();
        return
        [
            .. open.Where(p =>
                    p.AnsweredAt is not { } at
                    || now - at <= TalkLasts
                    || (p.Expects is Expects.YesNo && now <= p.AnswerBy)
                )
                .Where(p => now <= p.AnswerBy || p == open[^1])
                .OrderBy(p => p.AnsweredAt is { } at ? Instant.Max(at, p.AskedAt) : p.AskedAt),
        ];
    }

    private static bool Fits(OpenPrompt prompt, string words, ConversationState state, ProgramScript program)
    {
        var reading = ReplyReader.Read(words, AskedOf(prompt, state, program));

        return prompt.Expects switch
        {
            Expects.Ruler => reading.RulerStatus is not RulerStatus.None,
            Expects.YesNo => reading.YesNo is not null,
            Expects.Choice => reading.Choice is not null,
            _ => !IsBareNumber(words),
        };
    }

    private static bool IsBareNumber(string words) =>
        words.Any(char.IsAsciiDigit)
        && words.Trim().All(c => char.IsAsciiDigit(c) || c is '.' or '/' or ' ' or '!' or '-');

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

        var waiting = turn.State.OpenPrompts.Where(p => Waits(p, turn.At)).ToList();
        return waiting.Select(p => p.Ruler).Distinct().Count() > 1
            && !waiting.Any(p => p.Clarified)
            && Named(heard.Words, waiting) is null;
    }

    private static bool Waits(OpenPrompt prompt, Instant now) =>
        prompt is { Expects: Expects.Ruler, Answered: false }
        && now <= prompt.AnswerBy
        && prompt.AskedAt <= now;

    /// <summary>After the clarifier: the ruler that is named takes the number given before, or the one given now.</summary>
    private static Heard? Settled(Turn turn, Heard heard)
    {
        var waiting = turn.State.OpenPrompts.Where(p => Waits(p, turn.At)).ToList();

        if (waiting.Count is 0 || Named(heard.Words, waiting) is not { } named)
        {
            return null;
        }

        var now = Read(heard.Words, named, turn);
        var kept = turn.State.LastReply is { } last ? Read(last.Words, named, turn) : now;
        return heard with { Prompt = named, Reading = now.RulerStatus is RulerStatus.Read ? now : kept };
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

    /// <summary>The text before, where this one goes on with it: within five minutes, to the same prompt.</summary>
    private static Heard Join(Turn turn, Heard heard)
    {
        if (
            Before(turn) is not { } last
            || !last.PromptKey.Is(heard.Prompt?.TextKey ?? "")
            || !Fragments.GoesOn(last, heard.Words, turn.At)
        )
        {
            return heard;
        }

        var words = Joined(last, heard.Words);
        var joint = Read(words, heard.Prompt, turn);
        var own = heard.Reading;
        var reading = own;

        if (own.RulerStatus is not RulerStatus.Read && joint.RulerStatus is RulerStatus.Read)
        {
            reading = reading with { RulerStatus = joint.RulerStatus, Ruler = joint.Ruler };
        }

        if (own.Talk is Talk.Neutral or Talk.Unsure && joint.Talk is not (Talk.Neutral or Talk.Unsure))
        {
            reading = reading with
            {
                Talk = joint.Talk,
                Kind = joint.Kind,
                Confidence = joint.Confidence,
                Strength = joint.Strength,
            };
        }

        return heard with
        {
            Words = words,
            Reading = reading,
            GoesOn = last.Answered && !NeedsAnswer(own),
        };
    }

    /// <summary>What is answered even when it only follows on: anger at us, and a question to us.</summary>
    private static bool NeedsAnswer(Reading reading) =>
        reading.Talk is Talk.Discord || reading.AsksForInformation || reading.RulerStatus is RulerStatus.Read;

    private static LastReply? Before(Turn turn) =>
        turn.State.LastReply is { } last && turn.At >= last.At && turn.At - last.At <= Fragments.Within
            ? last
            : null;

    private static string Joined(LastReply last, string words)
    {
        var joined = $"{last.Words}\n{words}";
        return joined.Length <= LongestJoined ? joined : joined[^LongestJoined..];
    }

    private static Reading Read(string words, OpenPrompt? prompt, Turn turn) =>
        ReplyReader.Read(words, AskedOf(prompt, turn.State, turn.Program));

    /// <summary>"7pm", said after we asked which 7 was meant.</summary>
    private static Reading TimeIn(string words, Reading reading, Turn turn) =>
        reading.PreferredTime is not null
            ? reading
            : reading with
            {
                PreferredTime = Read($"TIME {words}", null, turn).PreferredTime,
            };

    private static int WordsOf(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
