using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Schedules;

namespace MiCheckin.Tests.Programs;

public sealed class ProgramJsonTests
{
    [Fact]
    public void A_program_reads_as_it_was_written()
    {
        var program = ProgramFile.Read(ProgramFile.MoveMore()).Program!;

        Assert.Equal("move-more", program.Id);
        Assert.Equal(1, program.Version);
        Assert.Equal(["en", "es"], program.Texts.Keys);
        Assert.Equal(
            [new CadencePhase(4, 2), new CadencePhase(8, 1), new CadencePhase(0, 0.5m)],
            program.Cadence
        );
        Assert.Equal(SendWindow.Default, program.Window);
        Assert.Equal(RulerScale.ZeroToTen, program.Scale);
        Assert.Null(program.Weeks);
        var ruler = program.In("en").Prompts.First(p => p.Expects is Expects.Ruler);
        Assert.Equal(RulerKind.Importance, ruler.Ruler);
        Assert.Contains("988", program.In("en").SafetyIn("US").Numbers, StringComparison.Ordinal);
    }

    [Fact]
    public void A_country_without_safety_texts_gets_those_of_the_first() =>
        Assert.Equal(
            ProgramFile.Read(ProgramFile.MoveMore()).Program!.In("en").SafetyIn("US"),
            ProgramFile.Read(ProgramFile.MoveMore()).Program!.In("en").SafetyIn("NZ")
        );

    public static TheoryData<string> Mistakes => [.. SampleMistakes.All.Keys];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Every_mistake_is_told_with_its_path(string name)
    {
        var sample = SampleMistakes.All[name];
        var program = ProgramFile.MoveMore();
        sample.Break(program);

        var outcome = ProgramFile.Read(program);

        Assert.Null(outcome.Program);
        var mistake = Assert.Single(
            outcome.Mistakes,
            m => m.Problem.Contains(sample.Problem, StringComparison.Ordinal)
        );
        Assert.Equal(sample.Path, mistake.Path);
        Assert.NotEmpty(mistake.Fix);
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var program = ProgramFile.MoveMore();

        foreach (
            var name in new[] { "an unknown property", "a text where a number belongs", "a missing cell" }
        )
        {
            SampleMistakes.All[name].Break(program);
        }

        Assert.Equal(3, ProgramFile.Read(program).Mistakes.Count);
    }

    [Fact]
    public void A_mistake_names_its_line()
    {
        var outcome = ProgramJson.Read("{\n  \"id\": \"x\",\n  \"colour\": 1\n}");

        Assert.Equal(3, Assert.Single(outcome.Mistakes, m => m.Path is "$.colour").Line);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("{\n\"id\": }", 2)]
    [InlineData("{\n\n\"id\": \"x\",}", 3)]
    [InlineData("{} {}", 1)]
    public void What_is_not_JSON_is_told_with_its_line(string text, int line)
    {
        var mistake = Assert.Single(ProgramJson.Read(text).Mistakes);

        Assert.StartsWith("This is not JSON", mistake.Problem, StringComparison.Ordinal);
        Assert.Equal(line, mistake.Line);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"id\": \"\\ud800\"}")]
    [InlineData("{\"texts\": {\"en\": {\"cells\": {\"welcome\": [1, null, {}]}}}}")]
    public void Odd_JSON_is_refused_with_a_reason(string text) =>
        Assert.NotEmpty(ProgramJson.Read(text).Mistakes);

    [Fact]
    public void Any_text_at_all_gives_a_program_or_a_mistake() =>
        Prop.ForAll<string?>(text => ProgramJson.Read(text ?? "").Mistakes.Count > 0)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_value_put_anywhere_gives_a_program_or_a_mistake()
    {
        string[] values = ["null", "true", "-1", "1e400", "\"\"", "\"{\"", "[]", "[[]]", "{}", "{\"id\":3}"];
        var paths = Gen.Elements<Func<JsonObject, JsonNode>>(
            p => p,
            p => p["texts"]!,
            p => p.English(),
            p => p.English()["prompts"]![0]!,
            p => p.English()["cells"]!,
            p => p.Cell("welcome")[0]!,
            p => p.English()["safety"]!,
            p => p.English()["safety"]!["US"]!,
            p => p.English()["facts"]![0]!,
            p => p["cadence"]![0]!,
            p => p["window"]!
        );
        var broken =
            from path in paths
            from value in Gen.Elements(values)
            from member in Gen.Choose(0, 40)
            select (path, value, member);

        Prop.ForAll(
                Arb.From(broken),
                b =>
                {
                    var program = ProgramFile.MoveMore();
                    var at = b.path(program).AsObject();
                    at[at.ElementAt(b.member % at.Count).Key] = JsonNode.Parse(
                        b.value is "1e400" ? "1e40" : b.value
                    );
                    var outcome = ProgramFile.Read(program);
                    return outcome.Program is null == outcome.Mistakes.Count > 0;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_content_hash_survives_reformatting_and_nothing_else()
    {
        var program = ProgramFile.MoveMore();
        var hash = ProgramFile.Read(program).Program!.ContentHash;
        var turned = new JsonObject(
            program.Reverse().Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))
        );

        Assert.Equal(hash, ProgramFile.Read(turned).Program!.ContentHash);
        program.Cell("later.confirm")[0]!["text"] = "OK, later.";
        Assert.NotEqual(hash, ProgramFile.Read(program).Program!.ContentHash);
    }
}
