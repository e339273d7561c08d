using System.Text.Json.Nodes;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Programs.Json;
using MiCheckin.Functions.Programs;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Programs;

/// <summary>The published schema and the loader say the same.</summary>
public sealed class SchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(File.ReadAllText(Path()))!.AsObject();

    public static TheoryData<string> Files => [.. EmbeddedPrograms.Names];

    public static TheoryData<string> SeenBySchema =>
        [.. SampleMistakes.All.Where(m => m.Value.BySchema).Select(m => m.Key)];

    public static TheoryData<string> ShapeNames => [.. Shapes.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(ShapeNames))]
    public void Each_object_has_the_same_properties_in_both(string name)
    {
        var shape = Shapes.All.Single(s => s.Name == name);
        var definition = Schema["$defs"]![name]!;

        Assert.Equal(Names(definition["required"]!), shape.Required.Order(StringComparer.Ordinal));
        Assert.Equal(
            definition["properties"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal),
            shape.Required.Concat(shape.Optional).Order(StringComparer.Ordinal)
        );
        Assert.False(definition["additionalProperties"]!.GetValue<bool>());
    }

    [Fact]
    public void The_schema_has_no_other_object() =>
        Assert.Equal(
            Shapes.All.Select(s => s.Name).Order(StringComparer.Ordinal),
            Schema["$defs"]!.AsObject().Select(d => d.Key).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_schema_has_every_cell_with_its_number_of_wordings_and_its_placeholders()
    {
        var cells = Schema["$defs"]!["language"]!["properties"]!["cells"]!;

        Assert.Equal(Cells.All.Select(c => c.Name).Order(StringComparer.Ordinal), Names(cells["required"]!));
        Assert.All(
            Cells.All,
            spec =>
            {
                var cell = cells["properties"]![spec.Name]!;
                Assert.Equal(spec.MinVariants, cell["minItems"]!.GetValue<int>());
                var description = cell["description"]!.GetValue<string>();
                Assert.All(
                    spec.Placeholders,
                    p => Assert.Contains($"{{{p}}}", description, StringComparison.Ordinal)
                );
            }
        );
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_shipped_program_follows_the_schema_it_names(string file)
    {
        var program = ProgramFile.Node(file);

        Assert.Equal("./program.schema.json", program["$schema"]!.GetValue<string>());
        Assert.True(new JsonSchema(Schema).Accepts(program));
    }

    [Theory]
    [MemberData(nameof(SeenBySchema))]
    public void A_mistake_that_a_schema_can_see_is_seen_by_both(string name)
    {
        var program = ProgramFile.MoveMore();
        SampleMistakes.All[name].Break(program);

        Assert.False(new JsonSchema(Schema).Accepts(program));
        Assert.Null(ProgramFile.Read(program).Program);
    }

    [Fact]
    public void Everything_an_author_can_write_is_described() =>
        Assert.All(
            Schema["$defs"]!.AsObject(),
            definition =>
                Assert.All(
                    definition.Value!["properties"]!.AsObject(),
                    p =>
                        Assert.True(p.Value!["description"] is not null || p.Value["$ref"] is not null, p.Key)
                )
        );

    private static IEnumerable<string> Names(JsonNode list) =>
        list.AsArray().Select(n => n!.GetValue<string>()).Order(StringComparer.Ordinal);

    private static string Path() => Checkout.At("programs", "program.schema.json");
}
