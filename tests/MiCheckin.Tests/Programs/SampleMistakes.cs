using System.Text.Json.Nodes;

namespace MiCheckin.Tests.Programs;

/// <summary>A way to break a program file, and what is then said.</summary>
/// <param name="BySchema">Whether a JSON schema can see it.</param>
internal sealed record SampleMistake(
    string Path,
    string Problem,
    Action<JsonObject> Break,
    bool BySchema = true
);

/// <summary>One sample of each mistake an author can make.</summary>
internal static class SampleMistakes
{
    private const string En = "$.texts.en";

    public static IReadOnlyDictionary<string, SampleMistake> All { get; } =
        new Dictionary<string, SampleMistake>(StringComparer.Ordinal)
        {
            ["an unknown property"] = new("$.colour", "no property \"colour\"", p => p["colour"] = "red"),
            ["a missing property"] = new("$", "has no \"version\"", p => p.Remove("version")),
            ["an id with capitals"] = new("$.id", "cannot be an id", p => p["id"] = "Move More"),
            ["a text where a number belongs"] = new(
                "$.version",
                "where a whole number",
                p => p["version"] = "one"
            ),
            ["a version of zero"] = new("$.version", "the number 0", p => p["version"] = 0),
            ["a number out of range"] = new("$.textsPerDay", "the number 99", p => p["textsPerDay"] = 99),
            ["an unknown scale"] = new("$.scale", "\"0-100\"", p => p["scale"] = "0-100"),
            ["no phase at all"] = new("$.cadence", "The last phase", p => p["cadence"] = new JsonArray()),
            ["a last phase that ends"] = new(
                "$.cadence",
                "The last phase",
                p => p["cadence"]![2]!["weeks"] = 3,
                false
            ),
            ["too many a week"] = new(
                "$.cadence[0].perWeek",
                "the number 8",
                p => p["cadence"]![0]!["perWeek"] = 8
            ),
            ["a window that ends before it begins"] = new(
                "$.window",
                "ends before",
                p => p["window"]!["until"] = "08:00",
                false
            ),
            ["no time of day"] = new(
                "$.window.from",
                "no time of day",
                p => p["window"]!["from"] = "9 o'clock"
            ),
            ["no language"] = new("$.texts", "no language", p => p["texts"] = new JsonObject()),
            ["a language by its name"] = new("$.texts.english", "is not a language", Rename),
            ["a missing prompt in one language"] = new(
                "$.texts.es",
                "no prompt \"day-now\"",
                p => p["texts"]!["es"]!["prompts"]!.AsArray().RemoveAt(0),
                false
            ),
            ["a name too long"] = new(
                En + ".name",
                "too long",
                p => p.English()["name"] = "Move More And More And More"
            ),
            ["an empty text"] = new(En + ".change", "empty", p => p.English()["change"] = " "),
            ["a ruler without its kind"] = new(En + ".prompts[3]", "names its ruler", NoRuler, false),
            ["a choice without choices"] = new(
                En + ".prompts[0]",
                "has choices",
                p => p.English()["prompts"]![0]!["expects"] = "choice",
                false
            ),
            ["an unknown stage"] = new(
                En + ".prompts[0].stages[0]",
                "\"relapse\"",
                p => p.English()["prompts"]![0]!["stages"] = new JsonArray("relapse")
            ),
            ["two prompts with one id"] = new(
                En + ".prompts[1].id",
                "Two prompts",
                p => p.English()["prompts"]![1]!["id"] = "day-now",
                false
            ),
            ["a placeholder in a prompt"] = new(
                En + ".prompts[0].text",
                "as it stands",
                p => p.English()["prompts"]![0]!["text"] = "How are you, {name}?"
            ),
            ["an unknown cell"] = new(
                En + ".cells.wellcome",
                "no cell \"wellcome\"",
                p => p.English()["cells"]!["wellcome"] = new JsonArray()
            ),
            ["a missing cell"] = new(
                En + ".cells",
                "\"reflect.slip\" is missing",
                p => p.English()["cells"]!.AsObject().Remove("reflect.slip")
            ),
            ["too few wordings"] = new(
                En + ".cells['ask.need']",
                "has 7 wordings",
                p => Keep(p.Cell("ask.need"), 7)
            ),
            ["two wordings with one id"] = new(
                En + ".cells.reminder[1].id",
                "Two wordings",
                p => p.Cell("reminder")[1]!["id"] = "1",
                false
            ),
            ["a text instead of a wording"] = new(
                En + ".cells.reminder[0]",
                "a variant object",
                p => p.Cell("reminder")[0] = "Still here."
            ),
            ["a placeholder the cell cannot fill"] = new(
                En + ".cells.help[0].text",
                "{goal} cannot be filled",
                p => Append(p, "help", " {goal}"),
                false
            ),
            ["a missing placeholder"] = new(
                En + ".cells['personal.change'][0].text",
                "{theirs} is missing",
                p => p.Cell("personal.change")[0]!["text"] = "So.",
                false
            ),
            ["a lone brace"] = new(
                En + ".cells.help[0].text",
                "A brace stands alone",
                p => Append(p, "help", " {"),
                false
            ),
            ["a question marked complex"] = new(
                En + ".cells['ask.need'][0]",
                "Only a reflection",
                p => p.Cell("ask.need")[0]!["complex"] = true,
                false
            ),
            ["no safety texts"] = new(
                En + ".safety",
                "no safety texts",
                p => p.English()["safety"] = new JsonObject()
            ),
            ["a country by its name"] = new(
                En + ".safety.Mexico",
                "is not a country",
                p => p.English()["safety"]!["Mexico"] = p.English()["safety"]!["MX"]!.DeepClone()
            ),
            ["a missing safety text"] = new(
                En + ".safety.US",
                "has no \"violence\"",
                p => p.English()["safety"]!["US"]!.AsObject().Remove("violence")
            ),
            ["two facts with one id"] = new(
                En + ".facts[1].id",
                "Two facts",
                p => p.English()["facts"]![1]!["id"] = "how-much",
                false
            ),
            ["an arm without a share"] = new(
                "$.arms[0]",
                "has no \"share\"",
                p => p["arms"] = new JsonArray(new JsonObject { ["id"] = "a" })
            ),
            ["an arm with an unknown prompt"] = new(
                "$.arms[0].prompts[0]",
                "no prompt \"nothing\"",
                p => p["arms"] = OneArm("nothing"),
                false
            ),
        };

    private static JsonArray OneArm(string prompt) =>
        new(
            new JsonObject
            {
                ["id"] = "a",
                ["share"] = 0.5,
                ["prompts"] = new JsonArray(prompt),
            }
        );

    private static void Rename(JsonObject program)
    {
        var english = program.English().DeepClone();
        program["texts"] = new JsonObject { ["english"] = english };
    }

    private static void NoRuler(JsonObject program)
    {
        foreach (var language in new[] { "en", "es" })
        {
            program["texts"]![language]!["prompts"]![3]!.AsObject().Remove("ruler");
        }

        program["texts"]!.AsObject().Remove("es");
    }

    private static void Keep(JsonArray cell, int count)
    {
        while (cell.Count > count)
        {
            cell.RemoveAt(cell.Count - 1);
        }
    }

    private static void Append(JsonObject program, string cell, string more) =>
        program.Cell(cell)[0]!["text"] = program.Cell(cell)[0]!["text"]!.GetValue<string>() + more;
}
