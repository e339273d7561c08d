namespace MiCheckin.Core.Programs;

/// <summary>What a cell's texts are in the terms of MITI 4.2: what the checker lints and the fidelity report counts.</summary>
public enum CellRole
{
    /// <summary>Words to the service: consent, STOP, HELP, PAUSE. Neither reflection nor question.</summary>
    Service,
    Reflection,
    Question,
    Affirmation,

    /// <summary>Supports the person's choice ("It is up to you").</summary>
    Autonomy,

    /// <summary>Whole texts that hold a reflection and a question themselves.</summary>
    Whole,
}

/// <summary>One cell of a program's table: its name, role, the placeholders its texts may hold and how many wordings it needs.</summary>
public sealed record CellSpec(string Name, CellRole Role, int MinVariants, params string[] Placeholders)
{
    /// <summary>Those of the placeholders that no wording may leave out.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];
}

/// <summary>
/// Every cell a program must fill. An answer is a reflection and then a question, so most classes of talk have one cell
/// of each. The names are those of the JSON.
/// </summary>
/// <remarks>
/// What the conversation puts into placeholders: <c>{theirs}</c>, <c>{first}</c>, <c>{second}</c> and <c>{success}</c> are the
/// person's own clause turned to "you": lower case, starts with "you", "your", "you're" …, no full stop, at most 60 characters. <c>{goal}</c> and
/// <c>{step}</c> are the person's own words as they came, at most 60 characters: only right between quotation marks.
/// <c>{score}</c>, <c>{lower}</c> and <c>{next}</c> are numbers, <c>{days}</c> a number with its word ("3 days"), <c>{time}</c> a local time ("6 PM"),
/// <c>{numbers}</c> the crisis and emergency numbers of the person's country (<see cref="SafetyTexts.Numbers"/>).
/// </remarks>
public static class Cells
{
    public const string Welcome = "welcome";
    public const string ConsentThanks = "consent.thanks";
    public const string StopConfirm = "stop.confirm";
    public const string StartAgain = "start.again";
    public const string Help = "help";
    public const string PauseConfirm = "pause.confirm";
    public const string ResumeConfirm = "resume.confirm";
    public const string SnoozeConfirm = "snooze.confirm";
    public const string LaterConfirm = "later.confirm";
    public const string LessConfirm = "less.confirm";
    public const string MoreConfirm = "more.confirm";
    public const string TimeConfirm = "time.confirm";
    public const string TimeUnclear = "time.unclear";
    public const string CoachConfirm = "coach.confirm";
    public const string WrongNumberConfirm = "wrong-number.confirm";
    public const string Media = "media";
    public const string Reminder = "reminder";
    public const string RulerClarify = "ruler.clarify";
    public const string Clarify = "clarify";
    public const string Closing = "closing";
    public const string GoalAsk = "goal.ask";
    public const string GoalThanks = "goal.thanks";
    public const string StepThanks = "step.thanks";
    public const string RulerThanks = "ruler.thanks";
    public const string RulerWhyNotLower = "ruler.why-not-lower";
    public const string RulerNext = "ruler.next";
    public const string RulerStepUp = "ruler.step-up";
    public const string RulerZero = "ruler.zero";
    public const string PersonalChange = "personal.change";
    public const string PersonalSustain = "personal.sustain";
    public const string Discrepancy = "discrepancy";
    public const string Efficacy = "efficacy";
    public const string Summary = "summary";
    public const string SummaryAsk = "summary.ask";

    /// <summary>What follows a plan that names its time: never "when?".</summary>
    public const string AskPlan = "ask.plan";
    public const string InfoPermission = "info.permission";
    public const string InfoNone = "info.none";
    public const string InfoAfter = "info.after";

    /// <summary>YES: the person already lives the change ("Do you walk most days now?", "Have you quit?").</summary>
    public const string StageNow = "stage.now";

    /// <summary>YES: thinks of changing within the next six months.</summary>
    public const string StageSoon = "stage.soon";

    /// <summary>YES: thinks of changing within the next 30 days.</summary>
    public const string StageMonth = "stage.month";

    /// <summary>YES: tried for at least 24 hours in the past year.</summary>
    public const string StageAttempt = "stage.attempt";
    public const string StageThanks = "stage.thanks";

    private static readonly string[] Classes =
    [
        "desire",
        "ability",
        "reason",
        "need",
        "commitment",
        "activation",
        "steps",
        "sustain",
        "mixed",
        "discord",
        "slip",
        "neutral",
    ];

    /// <summary>How somebody is, where they say nothing of the change.</summary>
    private static readonly string[] Moods = ["hard", "glad"];

    /// <summary>What a plain answer is, by what the prompt asked for.</summary>
    private static readonly string[] Answering = ["idea", "hurdle", "strength", "condition"];

    /// <summary>The reflection that opens an answer to this class of reply: <c>reflect.sustain</c>.</summary>
    public static string Reflect(string name) => $"reflect.{name}";

    /// <summary>The question (or the words of autonomy) that closes it: <c>ask.sustain</c>.</summary>
    public static string Ask(string name) => $"ask.{name}";

    /// <summary>The question that follows a reflection of this class: who does not know is asked as anybody who says little.</summary>
    public static string AskAfter(string name) => Ask(name is "dunno" ? "neutral" : name);

    /// <summary>All cells, with what each must hold.</summary>
    public static IReadOnlyList<CellSpec> All { get; } =
    [
        new(Welcome, CellRole.Service, 1, "name", "program", "contact", "numbers")
        {
            Required = ["program", "numbers"],
        },
        new(ConsentThanks, CellRole.Whole, 1, "program"),
        new(StopConfirm, CellRole.Service, 1, "program") { Required = ["program"] },
        new(StartAgain, CellRole.Service, 1, "program"),
        new(Help, CellRole.Service, 1, "program", "contact", "numbers")
        {
            Required = ["program", "contact", "numbers"],
        },
        new(PauseConfirm, CellRole.Service, 1, "program"),
        new(ResumeConfirm, CellRole.Service, 1, "program"),
        new(SnoozeConfirm, CellRole.Service, 1, "days") { Required = ["days"] },
        new(LaterConfirm, CellRole.Service, 1),
        new(LessConfirm, CellRole.Service, 1),
        new(MoreConfirm, CellRole.Service, 1),
        new(TimeConfirm, CellRole.Service, 1, "time") { Required = ["time"] },
        new(TimeUnclear, CellRole.Service, 1),
        new(CoachConfirm, CellRole.Service, 1),
        new(WrongNumberConfirm, CellRole.Service, 1),
        new(Media, CellRole.Service, 1),
        new(Reminder, CellRole.Service, 4),
        new(RulerClarify, CellRole.Service, 2),
        new(Clarify, CellRole.Service, 1),
        new(Closing, CellRole.Service, 1, "goal"),
        new(GoalAsk, CellRole.Whole, 1),
        new(GoalThanks, CellRole.Whole, 2, "goal") { Required = ["goal"] },
        new(StepThanks, CellRole.Affirmation, 2, "step") { Required = ["step"] },
        new(RulerThanks, CellRole.Reflection, 6, "score") { Required = ["score"] },
        new(RulerWhyNotLower, CellRole.Question, 3, "score", "lower") { Required = ["score", "lower"] },
        new(RulerNext, CellRole.Question, 3, "score", "next") { Required = ["next"] },
        new(RulerStepUp, CellRole.Whole, 2, "score", "next") { Required = ["score", "next"] },
        new(RulerZero, CellRole.Question, 2),
        new(PersonalChange, CellRole.Reflection, 8, "theirs") { Required = ["theirs"] },
        new(PersonalSustain, CellRole.Reflection, 8, "theirs") { Required = ["theirs"] },
        new(Discrepancy, CellRole.Reflection, 4, "goal") { Required = ["goal"] },
        new(Efficacy, CellRole.Whole, 4, "success") { Required = ["success"] },
        new(Summary, CellRole.Reflection, 2, "first", "second") { Required = ["first", "second"] },
        new(SummaryAsk, CellRole.Question, 2),
        new(InfoPermission, CellRole.Question, 2),
        new(InfoNone, CellRole.Service, 1),
        new(InfoAfter, CellRole.Question, 2),
        new(StageNow, CellRole.Whole, 1),
        new(StageSoon, CellRole.Whole, 1),
        new(StageMonth, CellRole.Whole, 1),
        new(StageAttempt, CellRole.Whole, 1),
        new(StageThanks, CellRole.Whole, 1),
        .. Classes.Select(c => new CellSpec(Reflect(c), CellRole.Reflection, 8)),
        .. Classes.Select(c => new CellSpec(Ask(c), CellRole.Question, 8)),
        new(AskPlan, CellRole.Question, 4),
        new(Reflect("dunno"), CellRole.Reflection, 4),
        .. Moods.Select(m => new CellSpec(Reflect(m), CellRole.Reflection, 4)),
        .. Moods.Select(m => new CellSpec(Ask(m), CellRole.Question, 4)),
        .. Answering.Select(a => new CellSpec(Reflect(a), CellRole.Reflection, 4)),
        .. Answering.Select(a => new CellSpec(Ask(a), CellRole.Question, 4)),
    ];
}
