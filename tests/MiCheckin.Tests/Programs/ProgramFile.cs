using System.Text.Json.Nodes;
using MiCheckin.Core.Programs;
using MiCheckin.Functions.Programs;

namespace MiCheckin.Tests.Programs;

/// <summary>A shipped program as JSON, to be broken in one place.</summary>
internal static class ProgramFile
{
    public static JsonObject MoveMore() => Node("move-more.json");

    public static JsonObject Node(string name) => JsonNode.Parse(EmbeddedPrograms.Json(name))!.AsObject();

    public static ProgramReadOutcome Read(JsonNode json) => ProgramJson.Read(json.ToJsonString());

    public static JsonObject English(this JsonObject program) => program["texts"]!["en"]!.AsObject();

    public static JsonArray Cell(this JsonObject program, string cell, string language = "en") =>
        program["texts"]![language]!["cells"]![cell]!.AsArray();

    /// <summary>The program with one wording, or one prompt where the cell is "prompts", put in place of the first.</summary>
    public static JsonObject With(string cell, string text, string language = "en")
    {
        var program = MoveMore();
        var list = cell is "prompts"
            ? program["texts"]![language]!["prompts"]!.AsArray()
            : program.Cell(cell, language);
        list[0]!["text"] = text;
        return program;
    }
}
