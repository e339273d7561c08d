using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Conversations;

/// <summary>The person's goal and first step: asked, kept in their own words, shown back, changed by a text.</summary>
internal static class Goals
{
    /// <summary>The longest that a text can give back between quotation marks.</summary>
    public const int LongestWords = 60;

    private static readonly string[] Openings = (
        "my new goal is now |my new goal is |my goal is now |my goal now is |my goal is |new goal: |"
        + "new goal |goal: |goal is |goal |mi nueva meta es |mi meta ahora es |mi meta es ahora |"
        + "mi meta es |nueva meta: |meta: |meta "
    ).Split('|');

    private static readonly string[] NoGoals = (
        "goal|my goal|meta|mi meta|i don't have one|i dont have one|no tengo|idk|i don't know|i dont know|don't know|dont know|dunno|not sure|i'm not sure|im not sure|no idea|nothing|none|whatever|"
        + "hard to say|ok|okay|thanks|thank you|later|what|huh|hm|hmm|no sé|no se|nada|no lo sé|no lo se|ninguna|gracias"
    ).Split('|');

    private static readonly string[] Loose = (
        "without|and|or|but|so|to|the|a|an|my|with|for|of|in|on|at|not|no|when|because|that|i|sin|y|o|pero|para|con|el|la|los|las|mi|"
        + "mis|de|en|que|un|una|no|cuando|porque|a|al|del"
    ).Split('|');

    private static readonly char[] Gaps = [' ', ',', '.', '!', ';', ':', '\n'];

    private static readonly string[] Noes = (
        "no|not|never|nothing|none|cant|dont|wont|isnt|hate|tired|hard|too|busy|nada|nunca|odio|cansado|"
        + "cansada|difícil"
    ).Split('|');

    /// <summary>The new goal in a text that sets one ("GOAL walk to church"); null in any other text.</summary>
    public static string? Changed(Heard heard)
    {
        var lines = heard.ToAnswer.Split('\n', StringSplitOptions.TrimEntries);
        var (at, opening) = lines
            .Index()
            .Select(l => (l.Index, Opening: OpeningOf(l.Item)))
            .LastOrDefault(l => l.Opening is not null);
        return opening is null ? null : Kept(string.Join(' ', lines[at..])[opening.Length..]);
    }

    private static string? OpeningOf(string line) =>
        Openings.FirstOrDefault(o => line.StartsWith(o, StringComparison.OrdinalIgnoreCase));

    /// <summary>A goal that is set by a text of its own is a thread of its own, so that it is shown back whatever was said before.</summary>
    public static Heard Apart(Heard heard) =>
        Changed(heard) is not null && heard.Prompt is not { PromptId: Cells.GoalAsk, Answers: 0 }
            ? heard with
            {
                Prompt = null,
                GoesOn = false,
                Unclear = false,
                Reading = heard.Reading.Talk is Talk.Sustain or Talk.Mixed
                    ? heard.Reading with
                    {
                        Talk = Talk.Unsure,
                        Kind = TalkKind.None,
                    }
                    : heard.Reading,
            }
            : heard;

    /// <summary>Words that can be kept as a goal or a step; null where they say nothing that could be one.</summary>
    public static string? Kept(string words)
    {
        var plain = Cut(
            string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Trim('.', '!', ' ', '"', ':', '-')
        );
        return
            plain.Length < 3
            || plain.Contains('?', StringComparison.Ordinal)
            || plain.Contains('"', StringComparison.Ordinal)
            ? null
            : plain;
    }

    /// <summary>Keeps a goal or a first step, whether or not anything may be said about it.</summary>
    public static Turn Keep(Turn turn, Heard heard) =>
        heard.Prompt?.PromptId switch
        {
            _ when Changed(heard) is { } goal => SetGoal(turn, goal),
            Cells.GoalAsk when Of(heard) is { } goal => SetGoal(turn, goal),
            Cells.GoalThanks when StepOf(heard, turn.State.Goal) is { } step => turn.With(s =>
                    s with
                    {
                        FirstStep = step,
                    }
                )
                .Note(new Fact.FirstStepSet(step)),
            _ => turn,
        };

    /// <summary>The goal or step in a reply that was asked for one; null where the reply can be none.</summary>
    public static string? Of(Heard heard) =>
        !heard.GoesOn && CanBe(heard.Reading, heard.Words) && !SaysNothing(heard.Words)
            ? Kept(heard.Words)
            : null;

    /// <summary>The first step in a reply to "how would you begin?"; null also where it only says the goal again.</summary>
    public static string? StepOf(Heard heard, string? goal) =>
        Of(heard) is { } step && !SaysAgain(step, goal) ? step : null;

    /// <summary>Somebody who names a goal or a step when asked for one does not speak against it, and has not done it yet.</summary>
    public static Heard Named(Turn turn, Heard heard) =>
        heard.Prompt?.PromptId is Cells.GoalAsk or Cells.GoalThanks && !TellsWhatWas(heard.Words)
            ? Willing(
                turn,
                heard with
                {
                    Reading = heard.Reading with
                    {
                        Behaviour =
                        [
                            .. heard.Reading.Behaviour.Where(b =>
                                b.Kind is not (BehaviourKind.Did or BehaviourKind.Streak)
                            ),
                        ],
                    },
                }
            )
            : Willing(turn, heard);

    private static bool TellsWhatWas(string words) =>
        $" {words.Replace('\u2019', '\'')} " is var plain
        && Phrases.WhatWas.Any(w => plain.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static Heard Willing(Turn turn, Heard heard) =>
        heard.Reading.Talk is Talk.Sustain or Talk.Mixed
        && (
            (heard.Prompt?.PromptId.Is(Cells.GoalAsk) ?? false) && Of(heard) is not null
            || (heard.Prompt?.PromptId.Is(Cells.GoalThanks) ?? false)
                && StepOf(heard, turn.State.Goal) is not null
        )
            ? heard with
            {
                Reading = heard.Reading with { Talk = Talk.Unsure, Kind = TalkKind.None },
            }
            : heard;

    public static Turn ShowGoal(Turn turn, Heard heard, string goal) =>
        ShowBack(turn, heard, Cells.GoalThanks, asks: true, ("goal", goal));

    public static Turn ShowStep(Turn turn, Heard heard, string step) =>
        ShowBack(turn, heard, Cells.StepThanks, asks: false, ("step", step));

    private static Turn SetGoal(Turn turn, string goal) =>
        turn.With(s => s with { Goal = goal, GoalAsked = true }).Note(new Fact.GoalSet(goal));

    /// <summary>Plain words for an act ("walk on Mondays") can read as leaning either way; a goal they are unless they say no.</summary>
    private static bool CanBe(Reading reading, string words) =>
        reading.Talk is not Talk.Discord
        && (reading.Talk is not (Talk.Sustain or Talk.Mixed) || !words.Split(Gaps).Any(SaysNo))
        && reading.NotAnAnswer is NotAnAnswer.None
        && reading is { AsksForInformation: false, YesNo: null };

    private static bool SaysNo(string word) =>
        Noes.Contains(word, StringComparer.OrdinalIgnoreCase)
        || word.EndsWith("n't", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith("n\u2019t", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether nearly all the words that matter were in the goal already.</summary>
    private static bool SaysAgain(string step, string? goal)
    {
        var (said, before) = (Matter(step), Matter(goal ?? ""));
        return said.Count > 0 && 5 * said.Count(before.Contains) >= 4 * said.Count;
    }

    private static HashSet<string> Matter(string words) =>
        words.Split(Gaps).Where(w => w.Length > 3).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>"I don't know" is an answer, and no goal.</summary>
    private static bool SaysNothing(string words)
    {
        var plain = words.Replace('\u2019', '\'').Trim().TrimEnd('.', '!', ' ').ToLowerInvariant();
        return NoGoals.Contains(plain, StringComparer.Ordinal)
            || NoGoals.Any(n => n.Length > 6 && plain.StartsWith(n, StringComparison.Ordinal));
    }

    private static Turn ShowBack(
        Turn turn,
        Heard heard,
        string cell,
        bool asks,
        params (string, string)[] fill
    )
    {
        var prompt = heard.Prompt ?? Answers.Thread(turn, heard);
        var opened = turn.State.OpenPrompts.Contains(prompt) ? turn : Prompts.Open(turn, prompt);
        var turned = prompt with { PromptId = cell };
        return Answers.Say(
            Prompts.Replace(opened, turned),
            heard with
            {
                Prompt = turned,
            },
            [new Filled(cell, fill)],
            asks
        );
    }

    private static string Cut(string words)
    {
        if (words.Length <= LongestWords)
        {
            return words;
        }

        var end = words.LastIndexOf(' ', LongestWords - 3);
        return end < 20
            ? words[..(LongestWords - 3)] + "..."
            : WithoutLooseEnd(words[..end].TrimEnd(',', ';', ' ')) + "...";
    }

    /// <summary>"with my kids without..." would say the contrary: what only joins is cut off too.</summary>
    private static string WithoutLooseEnd(string words)
    {
        var cut = words;

        while (
            cut.LastIndexOf(' ') is > 20 and var end
            && Loose.Contains(cut[(end + 1)..], StringComparer.OrdinalIgnoreCase)
        )
        {
            cut = cut[..end].TrimEnd(',', ';', ' ');
        }

        return cut;
    }
}
