using MiCheckin.Core.Replies;
using MiCheckin.Core.Schedules;
using NodaTime.Text;

namespace MiCheckin.Core.Programs.Json;

/// <summary>Makes a program of what stands in its file.</summary>
internal sealed class ProgramReader(MistakeList mistakes)
{
    public const string SlugFix =
        "Use lower-case letters and digits, parts joined by a hyphen: \"quit-smoking\".";

    public ProgramScript Read(SourceValue source)
    {
        var fields = new Fields(source, Shapes.Program, mistakes);
        fields.Text("$schema");
        var texts = Languages(fields);
        Alike(fields, texts);

        return new ProgramScript
        {
            Id = Slug(fields, "id", mistakes),
            Version = fields.Whole("version", 1, 1, 1_000_000),
            ContentHash = ContentHash.Of(source),
            Texts = texts,
            Cadence = Cadence(fields),
            Window = Window(fields),
            Scale = fields.OneOf("scale", Words.Scales, RulerScale.ZeroToTen),
            RemindAfterHours = fields.Whole("remindAfterHours", 24, 1, 168),
            AnswerWithinHours = fields.Whole("answerWithinHours", 72, 1, 336),
            AnswerAfterSeconds = fields.Whole("answerAfterSeconds", 45, 0, 300),
            TextsPerDay = fields.Whole("textsPerDay", 4, 1, 20),
            TextsPerWeek = fields.Whole("textsPerWeek", 12, 1, 100),
            MissedBeforeStale = fields.Whole("missedBeforeStale", 4, 1, 50),
            StageQuestionsEveryWeeks = fields.Whole("stageQuestionsEveryWeeks", 6, 4, 52),
            SummaryEveryWeeks = fields.Whole("summaryEveryWeeks", 4, 1, 52),
            Weeks = fields.Find("weeks") is null ? null : fields.Whole("weeks", 1, 1, 520),
            Arms = Arms(fields, texts),
        };
    }

    public static string Slug(Fields fields, string name, MistakeList mistakes)
    {
        var slug = fields.Text(name);

        if (slug.Length > 0 && !IsSlug(slug))
        {
            mistakes.Add(fields.Find(name)!, $"\"{slug}\" cannot be an id.", SlugFix);
        }

        return slug;
    }

    public static void Unique(IEnumerable<Fields> all, string what, MistakeList mistakes)
    {
        var named = all.Select(f => f.Find("id")).OfType<SourceValue>().Where(v => v.Text.Length > 0);

        foreach (var again in named.GroupBy(v => v.Text, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
        {
            mistakes.Add(again, $"Two {what} have the id \"{again.Text}\".", "Give one of them another id.");
        }
    }

    private OrderedDictionary<string, LanguageTexts> Languages(Fields fields)
    {
        var texts = new OrderedDictionary<string, LanguageTexts>(StringComparer.Ordinal);

        foreach (var (language, value) in fields.Map("texts"))
        {
            if (!(language.Length == 2 && language.All(char.IsAsciiLetterLower)))
            {
                const string Fix = "Use the two lower-case letters of ISO 639-1, such as en or es.";
                mistakes.Add(value, $"\"{language}\" is not a language.", Fix);
            }

            texts.Add(language, new LanguageReader(mistakes).Read(value));
        }

        if (fields.Find("texts") is { } empty && texts.Count == 0)
        {
            mistakes.Add(empty, "The program has no language.", "Add the texts of at least one language.");
        }

        return texts;
    }

    /// <summary>Languages of one program ask the same prompts, so that people can change language on the way.</summary>
    private void Alike(Fields fields, OrderedDictionary<string, LanguageTexts> texts)
    {
        if (texts.Count < 2)
        {
            return;
        }

        var (first, model) = texts.GetAt(0);

        foreach (var (language, other) in texts.Skip(1))
        {
            var at = fields
                .Find("texts")!
                .Members.First(m => string.Equals(m.Name, language, StringComparison.Ordinal))
                .Value;
            var byId = other
                .Prompts.DistinctBy(p => p.Id, StringComparer.Ordinal)
                .ToDictionary(p => p.Id, StringComparer.Ordinal);

            foreach (var prompt in model.Prompts.Where(p => !SameKind(p, byId.GetValueOrDefault(p.Id))))
            {
                var problem = $"{language} has no prompt \"{prompt.Id}\" of the kind that {first} has.";
                mistakes.Add(
                    at,
                    problem,
                    "Give it the same id, expects, ruler and stages in every language."
                );
            }

            foreach (var id in byId.Keys.Except(model.Prompts.Select(p => p.Id), StringComparer.Ordinal))
            {
                mistakes.Add(
                    at,
                    $"{first} has no prompt \"{id}\", and {language} has.",
                    "Write it in every language."
                );
            }
        }
    }

    private static bool SameKind(Prompt prompt, Prompt? other) =>
        other is not null
        && prompt.Expects == other.Expects
        && prompt.Ruler == other.Ruler
        && prompt.Choices.Count == other.Choices.Count
        && prompt.Stages.Order().SequenceEqual(other.Stages.Order());

    private List<CadencePhase> Cadence(Fields fields)
    {
        var phases = new List<CadencePhase>();
        var values = fields.List("cadence");

        foreach (var value in values)
        {
            var phase = new Fields(value, Shapes.Phase, mistakes);
            phases.Add(new CadencePhase(phase.Whole("weeks", 1, 0, 520), phase.Number("perWeek", 7)));
        }

        if (fields.Find("cadence") is { } cadence && !LastsToTheEnd(phases))
        {
            const string Fix = "Give every phase its weeks, and the last one 0 weeks: it lasts.";
            mistakes.Add(cadence, "The last phase, and only the last, has 0 weeks.", Fix);
        }

        return phases;
    }

    private static bool LastsToTheEnd(List<CadencePhase> phases) =>
        phases.Count > 0 && phases[^1].Weeks == 0 && phases.Take(phases.Count - 1).All(p => p.Weeks > 0);

    private SendWindow Window(Fields fields)
    {
        if (fields.Find("window") is not { } value)
        {
            return SendWindow.Default;
        }

        var window = new Fields(value, Shapes.Window, mistakes);
        var read = new SendWindow(Time(window, "from"), Time(window, "until"));

        if (read.From >= read.Until)
        {
            mistakes.Add(
                value,
                "The window ends before it begins.",
                "Write from and until as 09:00 and 20:00."
            );
        }

        return read;
    }

    private LocalTime Time(Fields window, string name)
    {
        var written = window.Text(name);
        var time = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(written);

        if (!time.Success && written.Length > 0)
        {
            mistakes.Add(
                window.Find(name)!,
                $"\"{written}\" is no time of day.",
                "Write hours and minutes: \"09:00\"."
            );
        }

        return time.Success ? time.Value : new LocalTime(name is "from" ? 9 : 20, 0);
    }

    private List<Arm> Arms(Fields fields, OrderedDictionary<string, LanguageTexts> texts)
    {
        var arms = fields.List("arms").Select(v => new Fields(v, Shapes.Arm, mistakes)).ToList();
        Unique(arms, "arms", mistakes);
        var known = texts
            .Values.SelectMany(t => t.Prompts)
            .Select(p => p.Id)
            .ToHashSet(StringComparer.Ordinal);

        foreach (var unknown in arms.SelectMany(a => a.List("prompts")).Where(p => !known.Contains(p.Text)))
        {
            mistakes.Add(unknown, $"There is no prompt \"{unknown.Text}\".", "Name prompts by their id.");
        }

        return
        [
            .. arms.Select(a => new Arm(
                Slug(a, "id", mistakes),
                a.Number("share", 1),
                [.. a.List("prompts").Select(a.TextOf)]
            )),
        ];
    }

    private static bool IsSlug(string text) =>
        text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && text[0] != '-'
        && text[^1] != '-'
        && !text.Contains("--", StringComparison.Ordinal);
}
