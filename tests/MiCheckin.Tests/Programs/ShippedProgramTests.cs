using MiCheckin.Core.Programs;
using MiCheckin.Functions.Programs;

namespace MiCheckin.Tests.Programs;

public sealed class ShippedProgramTests
{
    public static TheoryData<string> Files => [.. EmbeddedPrograms.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_shipped_program_reads_without_a_mistake(string file) =>
        Assert.Equal([], ProgramJson.Read(EmbeddedPrograms.Json(file)).Mistakes);

    [Fact]
    public void Both_programs_ship() =>
        Assert.Contains("move-more", EmbeddedPrograms.All.Select(p => p.Id), StringComparer.Ordinal);
}
