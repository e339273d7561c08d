using System.Text.Json.Nodes;
using MiCheckin.Core.Programs;
using MiCheckin.Tests.Conversations;

namespace MiCheckin.Tests.Programs;

/// <summary>People stay on the version they began with for months, so what an earlier release published must go on working.</summary>
public sealed class PublishedProgramTests
{
    [Fact]
    public void A_program_from_before_a_cell_came_and_with_a_property_that_went_is_still_read()
    {
        var old = ProgramFile.MoveMore();
        old["colour"] = "green";
        Without(old, Cells.RulerStepUp);

        Assert.Null(ProgramFile.Read(old).Program);
        var read = ProgramJson.ReadPublished(old.ToJsonString());

        Assert.Equal("move-more", read!.Id);
        Assert.False(read.Texts["en"].Cells.ContainsKey(Cells.RulerStepUp));
        Assert.Equal(
            ProgramFile.Read(ProgramFile.MoveMore()).Program!.Texts["en"].Prompts.Select(p => p.Text),
            read.Texts["en"].Prompts.Select(p => p.Text)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":"x","version":1,"texts":{}}""")]
    public void What_is_no_program_at_all_is_not_taken_for_one(string json) =>
        Assert.Null(ProgramJson.ReadPublished(json));

    /// <summary>Twelve weeks with every kind of reply, once without each cell: nothing throws, and there are still texts.</summary>
    [Fact]
    public void Whatever_cell_a_program_lacks_its_conversation_goes_on()
    {
        var seed = 0;

        foreach (var cell in Cells.All)
        {
            var old = ProgramFile.MoveMore();
            Without(old, cell.Name);
            var program = ProgramJson.ReadPublished(old.ToJsonString())!;

            Assert.NotEmpty(new Simulated(program, ++seed).Run().Sent);
        }
    }

    private static void Without(JsonObject program, string cell)
    {
        foreach (var language in (string[])["en", "es"])
        {
            program["texts"]![language]!["cells"]!.AsObject().Remove(cell);
        }
    }
}
