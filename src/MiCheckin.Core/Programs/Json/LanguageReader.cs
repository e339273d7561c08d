using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;

namespace MiCheckin.Core.Programs.Json;

/// <summary>Makes the texts of one language of what stands in the file.</summary>
internal sealed class LanguageReader(MistakeList mistakes)
{
    public LanguageTexts Read(SourceValue source)
    {
        var fields = new Fields(source, Shapes.Language, mistakes);

        return new LanguageTexts
        {
            Name = Short(fields, "name", "program"),
            Change = fields.Text("change"),
            Contact = Short(fields, "contact", "contact"),
            Prompts = Prompts(fields),
            Cells = new CellsReader(mistakes).Read(fields),
            Safety = Safety(fields),
            Facts = Facts(fields),
        };
    }

    private string Short(Fields fields, string property, string placeholder)
    {
        var text = fields.Text(property);
        var most = Placeholders.Longest[placeholder];

        if (text.Length > most)
        {
            mistakes.Add(
                fields.Find(property)!,
                $"\"{text}\" is too long.",
                $"Use at most {most} characters."
            );
        }

        return text;
    }

    private List<Prompt> Prompts(Fields fields)
    {
        var all = fields.List("prompts").Select(v => new Fields(v, Shapes.Prompt, mistakes)).ToList();
        ProgramReader.Unique(all, "prompts", mistakes);

        if (fields.Find("prompts") is { } prompts && all.Count == 0)
        {
            mistakes.Add(prompts, "There is no prompt.", "Add at least one prompt.");
        }

        return [.. all.Select(Prompt)];
    }

    private Prompt Prompt(Fields fields)
    {
        var prompt = new Prompt
        {
            Id = ProgramReader.Slug(fields, "id", mistakes),
            Text = Plain(fields, "text"),
            Expects = fields.OneOf("expects", Words.Expects, Expects.Open),
            Ruler = fields.Find("ruler") is { } ruler
                ? fields.OneOf(ruler, Words.Rulers, RulerKind.Importance)
                : null,
            AsksFor = fields.OneOf("asksFor", Words.AskedFor, AskedFor.Anything),
            Stages =
            [
                .. fields
                    .List("stages")
                    .Select(s => fields.OneOf(s, Words.Stages, Stage.Contemplation))
                    .Distinct(),
            ],
            Choices = [.. fields.List("choices").Select(fields.TextOf)],
        };

        if (prompt.Expects == Expects.Ruler != prompt.Ruler is not null)
        {
            const string Fix =
                "Give a ruler prompt \"expects\": \"ruler\" and \"ruler\": \"importance\" (or another).";
            mistakes.Add(fields.At, "A ruler prompt names its ruler; no other prompt does.", Fix);
        }

        if (prompt.Expects == Expects.Choice ? prompt.Choices.Count < 2 : prompt.Choices.Count > 0)
        {
            const string Fix = "Give a choice prompt \"expects\": \"choice\" and two choices or more.";
            mistakes.Add(fields.At, "A choice prompt has choices; no other prompt does.", Fix);
        }

        return prompt;
    }

    private OrderedDictionary<string, SafetyTexts> Safety(Fields fields)
    {
        var byCountry = new OrderedDictionary<string, SafetyTexts>(StringComparer.Ordinal);

        foreach (var (country, value) in fields.Map("safety"))
        {
            if (!(country.Length == 2 && country.All(char.IsAsciiLetterUpper)))
            {
                const string Fix = "Use the two capital letters of ISO 3166-1, such as US or MX.";
                mistakes.Add(value, $"\"{country}\" is not a country.", Fix);
            }

            var texts = new Fields(value, Shapes.Safety, mistakes);
            byCountry.Add(
                country,
                new SafetyTexts(Plain(texts, "crisis"), Plain(texts, "medical"), Plain(texts, "violence"))
                {
                    Numbers = Short(texts, "numbers", "numbers"),
                }
            );
        }

        if (fields.Find("safety") is { } safety && byCountry.Count == 0)
        {
            mistakes.Add(
                safety,
                "There are no safety texts.",
                "Add those of every country you enrol people in."
            );
        }

        return byCountry;
    }

    private List<ProgramFact> Facts(Fields fields)
    {
        var all = fields.List("facts").Select(v => new Fields(v, Shapes.Fact, mistakes)).ToList();
        ProgramReader.Unique(all, "facts", mistakes);

        return
        [
            .. all.Select(f => new ProgramFact(
                ProgramReader.Slug(f, "id", mistakes),
                [.. f.List("keywords").Select(f.TextOf)],
                Plain(f, "text"),
                f.Text("source")
            )),
        ];
    }

    /// <summary>A text that is sent as it stands.</summary>
    private string Plain(Fields fields, string name)
    {
        var text = fields.Text(name);

        if (text.AsSpan().ContainsAny('{', '}'))
        {
            mistakes.Add(fields.Find(name)!, "This text is sent as it stands.", "Take the braces out.");
        }

        return text;
    }
}
