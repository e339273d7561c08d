namespace MiCheckin.Core.Conversations;

/// <summary>
/// The rewriting for Spanish: one plain clause about oneself, whose first verb is known, becomes one about "tú". Spanish leaves
/// the "yo" out, so a second verb could hide anywhere: a clause that may hold one is left alone.
/// </summary>
internal static class SpanishMirror
{
    private const int Fewest = 2;
    private const int Most = 12;

    /// <summary>The first person and the second, by the first verb of the clause.</summary>
    private static readonly Dictionary<string, string> Verbs = Pairs(
        "quiero quieres|puedo puedes|voy vas|tengo tienes|espero esperas|deseo deseas|prefiero prefieres|"
            + "pienso piensas|siento sientes|camino caminas|corro corres|fumo fumas|disfruto disfrutas|"
            + "extraño extrañas|amo amas|estoy estás|llevo llevas|intento intentas|trato tratas|he has|"
            + "quisiera quisieras|podría podrías|podria podrías|odio odias|necesito necesitas|hago haces|"
            + "dejé dejaste|caminé caminaste|fui fuiste|empecé empezaste|comencé comenzaste|logré lograste|"
            + "pude pudiste|hice hiciste|salí saliste|bajé bajaste|corrí corriste|subí subiste|bailé bailaste|"
            + "tiré tiraste|fumé fumaste|usé usaste|jugué jugaste|nadé nadaste|monté montaste|probé probaste|"
            + "aguanté aguantaste|reduje redujiste|cumplí cumpliste|terminé terminaste|decidí decidiste"
    );

    /// <summary>Verbs whose person stands before them: "me gusta caminar".</summary>
    private static readonly Dictionary<string, string> AfterMe = Pairs(
        "gusta gusta|gustaría gustaría|gustaria gustaría|encanta encanta|encantaría encantaría|"
            + "encantaria encantaría|importa importa|preocupa preocupa|cuesta cuesta|duele duele|duelen duelen|"
            + "da da|hace hace|ayuda ayuda|siento sientes|canso cansas|animo animas|propongo propones|"
            + "sentí sentiste|propuse propusiste|animé animaste"
    );

    private static readonly Dictionary<string, string> Persons = Pairs(
        "me te|mi tu|mis tus|mí ti|conmigo contigo|mío tuyo|mía tuya|míos tuyos|mías tuyas|mismo mismo"
    );

    /// <summary>Left off at the start: they join, they say nothing.</summary>
    private static readonly HashSet<string> Openers = new(
        "porque pues bueno la verdad es que y sí yo sinceramente".Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Between the person and the verb: "ya no" is not among them, a denial is not ours to repeat.</summary>
    private static readonly HashSet<string> Adverbs = new(
        "ya también tambien siempre todavía todavia hoy ayer ahora realmente solo".Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Refused = new(
        (
            "tú usted ustedes te ti tu tus contigo vos le les nos nosotros nuestro nuestra nuestros nuestras "
            + "no nunca nada nadie ni sin jamás jamas tampoco pero aunque sino excepto que qué si cuando donde "
            + "como porque pues quizá quizás quizas talvez creo supongo morir morirme matar matarme muerto muerta "
            + "gordo gorda inútil inutil tonto tonta idiota mierda carajo chingar chingada pinche puta puto culo "
            + "jaja jajaja lol"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Where a clause may begin without a verb: "por mis hijos" is said back as "es por tus hijos".</summary>
    private static readonly HashSet<string> Purposes = new("por para".Split(' '), StringComparer.Ordinal);

    /// <summary>What may follow "y" in the same clause: no verb of one's own.</summary>
    private static readonly HashSet<string> AfterAnd = new(
        "mi mis el la los las un una con por para más mas menos otro otra su sus a de".Split(' '),
        StringComparer.Ordinal
    );

    public static string? Mirror(string words)
    {
        if (words.Contains('\n', StringComparison.Ordinal))
        {
            return null;
        }

        var plain = words.Trim().TrimEnd('.', '!', ' ').TrimStart('¡', ' ');

        if (plain.Length is 0 or > 80 || !plain.All(IsPlain) || !plain.Any(char.IsLower))
        {
            return null;
        }

        var tokens = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = tokens.SkipWhile(t => Openers.Contains(t.ToLowerInvariant())).ToArray();
        var clause = kept.Select(t => t.ToLowerInvariant()).ToArray();
        var said = IsOneClause(clause, kept) ? Begin(clause, kept) : null;
        return said?.Length <= Mirroring.Longest ? said : null;
    }

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c is ' ' or '-';

    private static bool IsOneClause(string[] clause, string[] asWritten) =>
        clause.Length is >= Fewest and <= Most
        && !clause.Any(Refused.Contains)
        && !asWritten.Any(w => w.Length > 1 && !w.Any(char.IsLower) && w.Any(char.IsLetter))
        && !clause.Any(HasTwoPronouns)
        && clause.Index().All(w => w.Item is not ("y" or "e" or "o") || MayFollow(clause, w.Index + 1));

    /// <summary>The verb turned, then all that follows it.</summary>
    private static string? Begin(string[] clause, string[] asWritten)
    {
        var at = clause.TakeWhile(Adverbs.Contains).Count();
        var before = clause.Take(at);
        var rest = clause.Skip(at).ToArray();

        return rest switch
        {
            ["me", var verb, _, ..] when AfterMe.TryGetValue(verb, out var turned) => Turn(
                [.. before, "te", turned],
                asWritten[(at + 2)..]
            ),
            ["lo", var verb, _, ..] when Verbs.TryGetValue(verb, out var turned) => Turn(
                [.. before, "lo", turned],
                asWritten[(at + 2)..]
            ),
            [var verb, _, ..] when Verbs.TryGetValue(verb, out var turned) => Turn(
                [.. before, turned],
                asWritten[(at + 1)..]
            ),
            [var purpose, _, ..] when at is 0 && rest.Length <= 6 && Purposes.Contains(purpose) => Turn(
                ["es"],
                asWritten
            ),
            _ => null,
        };
    }

    /// <summary>Null where another verb in the first person may stand in what follows.</summary>
    private static string? Turn(string[] begin, string[] rest)
    {
        var lower = rest.Select(w => w.ToLowerInvariant()).ToArray();
        return lower.Any(IsMine) || lower.Any(IsFinitePast)
            ? null
            : string.Join(' ', begin.Concat(lower.Zip(rest, (low, asWritten) => Word(low, asWritten))));
    }

    private static bool IsMine(string word) => Verbs.ContainsKey(word) && word is not ("camino" or "intento");

    /// <summary>"caminé", "salí": a verb of one's own that is not on the list. "café" is no verb.</summary>
    private static bool IsFinitePast(string word) =>
        word.Length > 3
        && (word.EndsWith('é') || word.EndsWith('í'))
        && word is not ("café" or "ahí" or "aquí" or "allí" or "bebé" or "esquí" or "sofá");

    private static bool HasTwoPronouns(string word) =>
        word.Length > 5
        && (
            word.EndsWith("melo", StringComparison.Ordinal)
            || word.EndsWith("mela", StringComparison.Ordinal)
            || word.EndsWith("melos", StringComparison.Ordinal)
            || word.EndsWith("melas", StringComparison.Ordinal)
        )
        && word is not "caramelo" and not "caramelos";

    private static bool MayFollow(string[] clause, int next) =>
        next < clause.Length && (AfterAnd.Contains(clause[next]) || IsInfinitive(clause[next]));

    private static bool IsInfinitive(string word) =>
        word.Length > 3
        && Stem(word) is var stem
        && (
            stem.EndsWith("ar", StringComparison.Ordinal)
            || stem.EndsWith("er", StringComparison.Ordinal)
            || stem.EndsWith("ir", StringComparison.Ordinal)
        );

    private static string Stem(string word) =>
        word.EndsWith("me", StringComparison.Ordinal) || word.EndsWith("lo", StringComparison.Ordinal)
            ? word[..^2]
            : word;

    /// <summary>"sentirme" to "sentirte", "cuidándome" to "cuidándote"; other words stay as they were written.</summary>
    private static string Word(string lower, string asWritten) =>
        lower switch
        {
            _ when Persons.TryGetValue(lower, out var turned) => turned,
            _ when lower.Length > 4
                    && lower.EndsWith("me", StringComparison.Ordinal)
                    && TakesAPronoun(lower) => lower[..^2] + "te",
            _ => asWritten,
        };

    private static bool TakesAPronoun(string word) =>
        word[..^2] is var stem
        && (
            stem.EndsWith("ar", StringComparison.Ordinal)
            || stem.EndsWith("er", StringComparison.Ordinal)
            || stem.EndsWith("ir", StringComparison.Ordinal)
            || stem.EndsWith("ír", StringComparison.Ordinal)
            || stem.EndsWith("ndo", StringComparison.Ordinal)
        );

    private static Dictionary<string, string> Pairs(string words) =>
        words
            .Split('|')
            .Select(pair => pair.Split(' '))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
