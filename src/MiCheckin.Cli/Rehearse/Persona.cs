using MiCheckin.Core.Conversations;
using MiCheckin.Core.Programs;

namespace MiCheckin.Cli.Rehearse;

/// <summary>A made-up person who answers: for each prompt, by its id, what they say first and what they say to what comes back.</summary>
internal sealed record Persona(string Name, IReadOnlyDictionary<string, string[]> Says)
{
    /// <summary>Somebody who begins doubtful about moving more, warms to it, begins, slips and goes on.</summary>
    public static Persona Warming { get; } =
        new(
            "warming",
            new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                [Cells.StageNow] = ["no", "yes"],
                [Cells.StageSoon] = ["yes"],
                [Cells.StageMonth] = ["no"],
                [Cells.GoalAsk] = ["keep up with my grandkids at the park"],
                [Cells.GoalThanks] = ["walk to the corner after dinner on monday"],
                ["day-now"] =
                [
                    "it doesn't really. I have no time and I'm too tired after work",
                    "dancing at my sister's party. I want to feel like that again",
                ],
                ["good-move"] =
                [
                    "walking by the lake with my kids. I want more of that",
                    "I would have more energy at night",
                ],
                ["like-different"] =
                [
                    "I want to move more but the couch wins most nights",
                    "I think I could walk at lunch instead",
                ],
                ["importance-1"] = ["6", "because my grandkids need me healthy"],
                [Cells.RulerStepUp] =
                [
                    "if my sister walked with me I could do it",
                    "I will walk with my neighbor on saturday",
                    "if it was in my calendar I would do it",
                    "I will put it in on sunday night",
                ],
                ["reasons"] =
                [
                    "I would sleep better and have more energy",
                    "I want to play with my grandkids",
                ],
                ["best-day"] =
                [
                    "like today. I walked around the block with the dog",
                    "I went right after breakfast, before I could talk myself out of it",
                ],
                ["confidence-1"] = ["5", "because I know I can do hard things"],
                ["people"] =
                [
                    "my grandson would. I walked twice this week!",
                    "I asked my neighbor to come with me",
                ],
                ["body-says"] = ["I will walk at lunch on tuesday", "I want my neighbor to come with me"],
                ["small-piece"] =
                [
                    "I skipped my walks this week, work was crazy",
                    "I can do ten minutes at lunch, I know that now",
                ],
                ["readiness-1"] =
                [
                    "8",
                    "because I walked three times this week and I feel better",
                    "I want to plan my walks with my neighbor",
                ],
                ["past-win"] = ["I quit smoking. I did it one day at a time", "I can do hard things"],
                ["look-back"] = ["I walked three times this week", "I planned it with my neighbor"],
                ["strengths"] = ["I keep my word. I walked every day this week", "it clears my head"],
                [Cells.Summary] =
                [
                    "I want this for me and for my grandkids",
                    "I will walk after dinner this week",
                ],
                [Cells.Efficacy] = ["that I can do it when I plan it", "I feel proud of that"],
                ["in-the-way"] = ["work, but I walk at lunch now", "I can do ten minutes"],
                ["energy"] = ["in the morning. I walked before work today", "it felt good"],
                ["enjoy"] = ["I love walking by the lake", "I want to do the whole loop"],
            }
        );

    /// <summary>What this person answers to the prompt that is open, the <paramref name="nth"/> time; null when there is nothing more to say.</summary>
    public string? Answer(OpenPrompt prompt, int nth) =>
        Says.TryGetValue(prompt.PromptId, out var words) && nth < words.Length ? words[nth] : null;
}
