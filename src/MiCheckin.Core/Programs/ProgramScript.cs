using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Schedules;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Programs;

/// <summary>A program: every word it may say and when. Written by people, loaded from a file, never composed by code.</summary>
public sealed record ProgramScript
{
    /// <summary>A slug such as quit-smoking.</summary>
    public required string Id { get; init; }

    /// <summary>Rises with every edit. People stay on the version they were enrolled in.</summary>
    public required int Version { get; init; }

    /// <summary>A fingerprint of everything the file says: two files with the same version and another hash are a mistake.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>How the program calls itself in texts, by language: "Move More".</summary>
    public required IReadOnlyDictionary<string, LanguageTexts> Texts { get; init; }

    /// <summary>How often it asks, phase by phase; the last phase lasts.</summary>
    public required IReadOnlyList<CadencePhase> Cadence { get; init; }
    public SendWindow Window { get; init; } = SendWindow.Default;
    public RulerScale Scale { get; init; }

    /// <summary>Hours after which an unanswered prompt is reminded of, once.</summary>
    public int RemindAfterHours { get; init; } = 24;

    /// <summary>Hours after which an answer no longer belongs to a prompt.</summary>
    public int AnswerWithinHours { get; init; } = 72;

    /// <summary>Seconds for which an answer waits, in case the person goes on in a second text.</summary>
    public int AnswerAfterSeconds { get; init; } = 45;

    /// <summary>Automated texts a person gets at most: to one prompt (always 2), a day, a week.</summary>
    public int TextsPerDay { get; init; } = 4;
    public int TextsPerWeek { get; init; } = 12;

    /// <summary>Unanswered prompts in a row after which a record is stale.</summary>
    public int MissedBeforeStale { get; init; } = 4;

    /// <summary>Weeks between two rounds of the stage questions (URI short form), and between two summaries.</summary>
    public int StageQuestionsEveryWeeks { get; init; } = 6;
    public int SummaryEveryWeeks { get; init; } = 4;

    /// <summary>Weeks after which the program closes with a closing text; null runs on.</summary>
    public int? Weeks { get; init; }

    /// <summary>Arms of a randomised trial; empty outside one.</summary>
    public IReadOnlyList<Arm> Arms { get; init; } = [];

    /// <summary>The texts in a language, or in the program's first where there are none.</summary>
    public LanguageTexts In(string language) => Texts.GetValueOrDefault(language) ?? Texts.Values.First();
}

/// <summary>For so many weeks (0: for good), so many check-ins per week (0.5: every second week).</summary>
public sealed record CadencePhase(int Weeks, decimal PerWeek);

/// <summary>One arm of a trial.</summary>
/// <param name="Share">Its weight in the allocation: chance = share / sum of shares.</param>
/// <param name="Prompts">Ids of the prompts that this arm is asked; empty: all.</param>
public sealed record Arm(string Id, decimal Share, IReadOnlyList<string> Prompts);

/// <summary>Everything the program says in one language.</summary>
public sealed record LanguageTexts
{
    /// <summary>How the program calls itself: "Move More".</summary>
    public required string Name { get; init; }

    /// <summary>The change as a verb phrase that fits "you want to …": "move more", "quit smoking".</summary>
    public required string Change { get; init; }

    /// <summary>Whom people can reach, as said in HELP: a phone number or an address.</summary>
    public required string Contact { get; init; }

    /// <summary>The scheduled questions, in the order they are first asked.</summary>
    public required IReadOnlyList<Prompt> Prompts { get; init; }

    /// <summary>Every other text, by cell name (see <see cref="Cells"/>), several variants each.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Variant>> Cells { get; init; }

    /// <summary>The fixed, reviewed safety texts by country (ISO 3166-1 alpha-2).</summary>
    public required IReadOnlyDictionary<string, SafetyTexts> Safety { get; init; }

    /// <summary>The safety texts of a country, or of the first that has some: a person abroad is still told something.</summary>
    public SafetyTexts SafetyIn(string country) => Safety.GetValueOrDefault(country) ?? Safety.Values.First();

    /// <summary>Facts people may be told after they have said yes to hearing one.</summary>
    public IReadOnlyList<ProgramFact> Facts { get; init; } = [];
}

/// <summary>A scheduled question.</summary>
public sealed record Prompt
{
    public required string Id { get; init; }
    public required string Text { get; init; }
    public Expects Expects { get; init; } = Expects.Open;

    /// <summary>Which ruler, where <see cref="Expects"/> is a ruler.</summary>
    public RulerKind? Ruler { get; init; }

    /// <summary>What kind of answer it asks for, where that decides what a plain answer means.</summary>
    public AskedFor AsksFor { get; init; }

    /// <summary>Whom to ask it; empty: everybody.</summary>
    public IReadOnlyList<Stage> Stages { get; init; } = [];
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>What a question asks people to tell.</summary>
public enum AskedFor
{
    Anything,

    /// <summary>Something to try.</summary>
    Idea,

    /// <summary>What gets in the way.</summary>
    Hurdle,

    /// <summary>What works, what was gained or learned.</summary>
    Strength,

    /// <summary>What would make the difference.</summary>
    Condition,
}

/// <summary>One wording of a cell. The id is stable, so that no one gets the same one twice running.</summary>
/// <param name="Complex">For reflections: true where it adds meaning to what was said (MITI 4.2, complex reflection).</param>
public sealed record Variant(string Id, string Text, bool Complex = false);

/// <summary>What is said at once when a text may speak of danger. No question, no MI.</summary>
/// <param name="Crisis">Suicidal thought, self-harm, harm to others, unclear danger, worry for somebody else.</param>
/// <param name="Medical">Overdose, chest pain, an attempt under way: the emergency number first.</param>
/// <param name="Violence">Violence at home: neutral, in case another person reads the phone.</param>
public sealed record SafetyTexts(string Crisis, string Medical, string Violence)
{
    /// <summary>Whom to call, in a few words, for the welcome and HELP: "call or text 988, or call 911".</summary>
    public string Numbers { get; init; } = "";
}

/// <summary>One fact, told only after permission.</summary>
/// <param name="Keywords">Words of a question that it answers.</param>
/// <param name="Source">Where the fact is from, for reviewers; not texted.</param>
public sealed record ProgramFact(string Id, IReadOnlyList<string> Keywords, string Text, string Source);
