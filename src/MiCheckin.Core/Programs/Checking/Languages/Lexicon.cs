using System.Text.RegularExpressions;

namespace MiCheckin.Core.Programs.Checking.Languages;

/// <summary>What the rules of tone look for in one language.</summary>
public sealed record Lexicon
{
    private const RegexOptions Options =
        RegexOptions.IgnoreCase
        | RegexOptions.CultureInvariant
        | RegexOptions.NonBacktracking
        | RegexOptions.ExplicitCapture;

    /// <summary>Telling people what to do: should, must, need to.</summary>
    public required Regex Directive { get; init; }

    /// <summary>Advice nobody asked for. Looked for at the start of a sentence or clause.</summary>
    public required Regex Advice { get; init; }

    /// <summary>Threats and fear.</summary>
    public required Regex Warning { get; init; }

    /// <summary>Arguing, calling to account.</summary>
    public required Regex Confrontation { get; init; }

    /// <summary>Words that shame, or that label a person.</summary>
    public required Regex Shame { get; init; }

    /// <summary>Praise as a judge gives it. An affirmation names what the person did, and leaves the judging to them.</summary>
    public required Regex Praise { get; init; }

    /// <summary>Opens a question that yes or no would answer.</summary>
    public required Regex ClosedStart { get; init; }

    /// <summary>Makes a question open.</summary>
    public required Regex OpenWord { get; init; }

    /// <summary>Asks for a bare number.</summary>
    public required Regex Counting { get; init; }

    /// <summary>Questions by the control word that would answer them naturally.</summary>
    public required IReadOnlyList<ControlAnswer> ControlAnswers { get; init; }

    /// <summary>Words to the service: no choice may be one of them.</summary>
    public required Regex ControlWord { get; init; }

    public required Regex But { get; init; }
    public required Regex And { get; init; }

    /// <summary>Words that would tell another reader of the phone about violence.</summary>
    public required Regex Violence { get; init; }

    /// <summary>What some cells must say, each as a pattern and as an author would write it.</summary>
    public required IReadOnlyList<RequiredWords> Required { get; init; }

    /// <summary>Letters of the language outside the GSM 7-bit alphabet.</summary>
    public string OwnLetters { get; init; } = "";

    /// <summary>How hard a text is to read.</summary>
    public required Func<string, Readability> Read { get; init; }

    /// <summary>Null where the checker does not know the language.</summary>
    public static Lexicon? For(string language) =>
        language switch
        {
            "en" => English.Lexicon,
            "es" => Spanish.Lexicon,
            _ => null,
        };

    internal static Regex Any(string words) => new($"\\b({words})\\b", Options);

    internal static Regex Pattern(string pattern) => new(pattern, Options);

    internal static Regex Exact(string pattern) => new(pattern, Options & ~RegexOptions.IgnoreCase);
}

/// <summary>A shape of question, and the control word that answers it.</summary>
public sealed record ControlAnswer(Regex Question, string Answer);

/// <summary>Words that every wording of a cell must hold.</summary>
public sealed record RequiredWords(string Cell, Regex Pattern, string Shown, string Why);

/// <summary>How hard a text is to read, by the formula of its language.</summary>
/// <param name="Verdict">Null where it reads easily enough.</param>
/// <param name="Shown">The measure in words: "grade 7.1 (Flesch-Kincaid)".</param>
public sealed record Readability(Severity? Verdict, decimal Score, string Shown);
