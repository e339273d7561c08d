namespace MiCheckin.Core.Programs.Json;

/// <summary>The properties an object of a program file may have. The published schema says the same; a test holds both together.</summary>
internal sealed record Shape(string Name, IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    public bool Knows(string property) =>
        Required.Concat(Optional).Contains(property, StringComparer.Ordinal);
}

/// <summary>Every kind of object in a program file.</summary>
internal static class Shapes
{
    public static Shape Program { get; } =
        new(
            "program",
            ["id", "version", "cadence", "texts"],
            [
                "$schema",
                "window",
                "scale",
                "remindAfterHours",
                "answerWithinHours",
                "answerAfterSeconds",
                "textsPerDay",
                "textsPerWeek",
                "missedBeforeStale",
                "stageQuestionsEveryWeeks",
                "summaryEveryWeeks",
                "weeks",
                "arms",
            ]
        );

    public static Shape Phase { get; } = new("phase", ["weeks", "perWeek"], []);
    public static Shape Window { get; } = new("window", ["from", "until"], []);
    public static Shape Arm { get; } = new("arm", ["id", "share"], ["prompts"]);

    public static Shape Language { get; } =
        new("language", ["name", "change", "contact", "prompts", "cells", "safety"], ["facts"]);

    public static Shape Prompt { get; } =
        new("prompt", ["id", "text"], ["expects", "ruler", "asksFor", "stages", "choices"]);

    public static Shape Variant { get; } = new("variant", ["id", "text"], ["complex"]);
    public static Shape Safety { get; } = new("safety", ["crisis", "medical", "violence", "numbers"], []);
    public static Shape Fact { get; } = new("fact", ["id", "keywords", "text", "source"], []);

    public static IReadOnlyList<Shape> All { get; } =
    [Program, Phase, Window, Arm, Language, Prompt, Variant, Safety, Fact];
}
