using MiCheckin.Core.Conversations;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Cli.Rehearse;

/// <summary>A made-up person who answers: lines of talk in the order they are said, and where they stand on the rulers over time.</summary>
internal sealed record Persona(
    string Name,
    IReadOnlyList<string> Talk,
    IReadOnlyList<string> Rulers,
    string Goal,
    string Step,
    bool ChangeSoon
)
{
    /// <summary>Somebody who begins doubtful about moving more, and warms to it.</summary>
    public static Persona Warming { get; } =
        new(
            "warming",
            [
                "honestly im tired after work, tv is easier",
                "i guess id have more energy. my sister walks and she sleeps better",
                "ok",
                "i want to keep up with my grandkids at the park",
                "its too cold out right now tho",
                "walked around the block with the dog on sunday",
                "i felt good after. slept like a rock",
                "part of me wants to but the couch wins most nights",
                "im thinking about walking at lunch instead",
                "walked twice this week!",
                "it clears my head. i dont snap at everyone after",
                "skipped the whole week, work was crazy",
                "i can do ten minutes, thats nothing really",
                "walked 3 times",
                "im going to ask my neighbor to come along on saturday",
                "we did the whole lake loop. my knees held up",
                "i like having it planned, then i just go",
                "going out after dinner is my thing now",
            ],
            ["6", "4", "5", "7", "6", "7", "8"],
            "keep up with my grandkids",
            "walk to the corner after dinner on mondays",
            ChangeSoon: true
        );

    /// <summary>What this person answers to the prompt that is open; null when there is nothing to say.</summary>
    public string? Answer(OpenPrompt prompt, int talked, int ruled) =>
        prompt switch
        {
            { Expects: Expects.Ruler } => Rulers[Math.Min(ruled, Rulers.Count - 1)],
            { PromptId: Cells.StageNow } => ruled > 4 ? "yes" : "no",
            { Expects: Expects.YesNo } => ChangeSoon ? "yes" : "not really",
            { PromptId: Cells.GoalAsk } => Goal,
            { PromptId: Cells.GoalThanks } => Step,
            _ => talked < Talk.Count ? Talk[talked] : null,
        };
}
