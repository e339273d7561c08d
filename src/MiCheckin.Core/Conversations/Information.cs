using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Conversations;

/// <summary>Information only after permission: ask, tell one fact of the program, ask what they make of it.</summary>
internal static class Information
{
    /// <summary>Says that they want to know, and asks whether they want to hear it.</summary>
    public static Turn AskPermission(Turn turn, Heard heard)
    {
        if (FactFor(turn, heard.Words) is not { } fact)
        {
            return Answers.Say(turn, heard, [new Filled(Cells.InfoNone)], asks: false);
        }

        var prompt = heard.Prompt ?? Answers.Thread(turn, heard);
        var asking = prompt with { PromptId = Cells.InfoPermission, About = fact.Id };
        var opened = turn.State.OpenPrompts.Contains(prompt)
            ? Prompts.Replace(turn, asking)
            : Prompts.Open(turn, asking);
        return Answers.Say(
            opened,
            heard with
            {
                Prompt = asking,
            },
            [new Filled(Cells.InfoPermission)],
            asks: true,
            expects: Expects.YesNo
        );
    }

    /// <summary>After YES the fact, then what they make of it; after NO nothing of the kind.</summary>
    public static Turn Tell(Turn turn, Heard heard, OpenPrompt prompt)
    {
        var fact = turn.Texts.Facts.FirstOrDefault(f => f.Id.Is(prompt.About));
        return fact is null
            ? turn
            : Answers.Say(
                turn,
                heard,
                new Said(fact.Text, [$"fact/{fact.Id}"]),
                [new Filled(Cells.InfoAfter)],
                asks: true
            );
    }

    /// <summary>"how long do cravings last", typed without a question mark: asked, where the program knows something of it.</summary>
    public static bool IsAskedAndKnown(Turn turn, string words) =>
        QuestionsToUs.BeginLikeAQuestion(words) && FactFor(turn, words) is not null;

    private static ProgramFact? FactFor(Turn turn, string words) =>
        turn
            .Texts.Facts.Select(f => (Fact: f, Hits: f.Keywords.Count(k => Mentions(words, k))))
            .Where(f => f.Hits > 0)
            .OrderByDescending(f => f.Hits)
            .Select(f => f.Fact)
            .FirstOrDefault();

    /// <summary>Whole words or their beginnings: "craving" is found in "cravings", not "art" in "start".</summary>
    private static bool Mentions(string words, string keyword)
    {
        var at = words.IndexOf(keyword, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at is 0 || !char.IsLetterOrDigit(words[at - 1]));
    }
}
