namespace MiCheckin.Simulation;

public sealed class SimulationTests
{
    /// <summary>Enough for every build; <c>dotnet run -- --seeds 20000</c> is for nights.</summary>
    private const int SeedsEach = 3;

    public static TheoryData<int> Starts => [1, 1001, 2001, 3001, 4001, 5001, 6001, 7001, 8001, 9001];

    [Theory]
    [MemberData(nameof(Starts))]
    public async Task Every_promise_holds_whatever_fails_dies_or_sleeps(int start)
    {
        for (var seed = start; seed < start + SeedsEach; seed++)
        {
            var result = await Simulator.RunAsync(seed);
            Assert.True(result.Broken.Count == 0, result.ToString());
        }
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_run()
    {
        var first = await Simulator.RunAsync(77);
        var second = await Simulator.RunAsync(77);
        Assert.Equal(first.Tally, second.Tally);
        Assert.True(first.Tally.Accepted > 0);
    }
}
