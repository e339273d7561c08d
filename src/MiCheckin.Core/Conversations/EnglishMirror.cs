namespace MiCheckin.Core.Conversations;

/// <summary>The rewriting for English: a plain clause about oneself, whose verb is known, becomes one about "you".</summary>
internal static class EnglishMirror
{
    private const int Fewest = 3;
    private const int Most = 13;

    private static readonly Dictionary<string, string> Persons = new(StringComparer.Ordinal)
    {
        ["i"] = "you",
        ["i'm"] = "you're",
        ["im"] = "you're",
        ["i've"] = "you've",
        ["ive"] = "you've",
        ["i'd"] = "you'd",
        ["i'll"] = "you'll",
        ["me"] = "you",
        ["my"] = "your",
        ["mine"] = "yours",
        ["myself"] = "yourself",
    };

    /// <summary>Left off at the start: they join, they say nothing.</summary>
    private static readonly HashSet<string> Openers = new(
        "because cause cuz bc well honestly so and yeah yes yea um just that".Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Adverbs = new(
        "really just still also always sometimes definitely already finally only usually".Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Forms that are the same for I and you, so that the clause stays right when the person changes.</summary>
    private static readonly HashSet<string> Verbs = new(
        (
            "want wanna need can could will would should might have had did do like love hate hope wish "
            + "miss plan think feel felt know enjoy get got go went walk walked ran run quit stopped started "
            + "start cut skipped skip took take made make threw tried try used use told bought ate eat drank "
            + "drink smoke smoked sleep slept save saved lost gained kept keep left said decided stayed "
            + "managed did played joined climbed biked swam chose found care worry prefer deserve breathe"
        ).Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Refused = new(
        (
            "you your u ur yours you're we us our ours we're i'd fuck fucking shit damn hell ass bitch crap "
            + "stupid idiot die dead kill fat lazy loser failure lol lmao jk idk if not no never don't dont "
            + "can't cant won't wont didn't didnt isn't wasn't ain't nothing nobody without couldn't wouldn't "
            + "shouldn't haven't hasn't doesn't aren't neither nor but though although however except unless "
            + "guess suppose maybe what why how who when where"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Written with a capital whatever a thumb typed. "may" and "march" are words too.</summary>
    private static readonly string[] Days = (
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September October "
        + "November December Christmas"
    ).Split(' ');

    public static string? Mirror(string words)
    {
        if (words.Contains('\n', StringComparison.Ordinal))
        {
            return null;
        }

        var plain = words.Trim().TrimEnd('.', '!', ' ').Replace('\u2019', '\'');

        if (plain.Length is 0 || plain.Length > 80 || !plain.All(IsPlain) || IsShouted(plain))
        {
            return null;
        }

        var tokens = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = tokens.SkipWhile(t => Openers.Contains(t.ToLowerInvariant())).ToArray();
        var clause = kept.Select(t => t.ToLowerInvariant()).ToArray();
        return Accepts(clause) && !kept.Any(IsShouting) && !IsAPurpose(tokens, clause)
            ? Turn(clause, kept)
            : null;
    }

    /// <summary>"So I can get off the pills" says what for, not what is.</summary>
    private static bool IsAPurpose(string[] tokens, string[] clause) =>
        tokens[0].ToLowerInvariant() is "so" or "that" && clause[1] is "can" or "could" or "would" or "will";

    /// <summary>A word in capitals is meant in a way that is not ours to repeat.</summary>
    private static bool IsShouting(string word) =>
        word.Length > 1
        && !word.Any(char.IsAsciiLetterLower)
        && word.Any(char.IsAsciiLetter)
        && !word.StartsWith("I'", StringComparison.Ordinal);

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is ' ' or '\'' or '-';

    private static bool IsShouted(string words) => words.Length > 6 && !words.Any(char.IsAsciiLetterLower);

    private static bool Accepts(string[] clause) =>
        clause.Length is >= Fewest and <= Most
        && !clause.Any(Refused.Contains)
        && OneSubject(clause)
        && VerbFollows(clause);

    /// <summary>One clause only: a second "I" could need another rewriting.</summary>
    private static bool OneSubject(string[] clause) =>
        clause.Count(w => w is "i" or "i'm" or "im" or "i've" or "ive" or "i'll") is 1
        && !clause.Skip(1).Contains("am", StringComparer.Ordinal) == (clause is not ["i", "am", ..]);

    private static bool VerbFollows(string[] clause)
    {
        var next = clause.Skip(1).FirstOrDefault(w => !Adverbs.Contains(w)) ?? "";

        return clause[0] switch
        {
            "i" => Verbs.Contains(next) || next is "am" or "was",
            "i'm" or "im" => IsState(next),
            "i've" or "ive" => next
                is "been"
                    or "got"
                    or "had"
                    or "started"
                    or "cut"
                    or "walked"
                    or "gone"
                    or "tried"
                    or "lost"
                    or "saved"
                    or "made",
            "i'll" => Verbs.Contains(next) || next is "be",
            _ => false,
        };
    }

    private static bool IsState(string word) =>
        word.EndsWith("ing", StringComparison.Ordinal)
        || word
            is "ready"
                or "tired"
                or "proud"
                or "scared"
                or "worried"
                or "willing"
                or "determined"
                or "happy"
                or "sick"
                or "done";

    /// <summary>Words that stay keep their capitals: Monday, Mum.</summary>
    private static string? Turn(string[] clause, string[] asWritten)
    {
        var turned = clause.Select(
            (w, at) => Person(w, at, clause) is var said && said.Is(w) ? Named(asWritten[at]) : said
        );
        var clauseSaid = string.Join(' ', turned);
        return clauseSaid.Length <= Mirroring.Longest ? clauseSaid : null;
    }

    private static string Named(string word) =>
        Days.FirstOrDefault(d => d.Equals(word, StringComparison.OrdinalIgnoreCase)) ?? word;

    private static string Person(string word, int at, string[] clause) =>
        (word, at > 0 ? clause[at - 1] : "") switch
        {
            ("am", _) => "are",
            ("was", "i") => "were",
            ("wanna", _) => "want to",
            var (w, _) => Persons.GetValueOrDefault(w, w),
        };
}
