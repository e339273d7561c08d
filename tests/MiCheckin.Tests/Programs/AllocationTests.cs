using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Core.Programs;

namespace MiCheckin.Tests.Programs;

public sealed class AllocationTests
{
    private static readonly ProgramScript Trial = ProgramFile.Read(ProgramFile.MoveMore()).Program! with
    {
        Arms =
        [
            new("usual", 1m / 2, []),
            new("rulers", 1m / 4, ["importance-1", "day-now"]),
            new("rest", 1m / 4, []),
        ],
    };

    [Theory]
    [InlineData(0, "usual", 0.5)]
    [InlineData(0.4999, "usual", 0.5)]
    [InlineData(0.5, "rulers", 0.25)]
    [InlineData(0.7499, "rulers", 0.25)]
    [InlineData(0.75, "rest", 0.25)]
    [InlineData(0.9999999, "rest", 0.25)]
    public void The_draw_alone_gives_the_arm_and_its_probability(
        double draw,
        string arm,
        double probability
    ) => Assert.Equal(new Allocation(arm, (decimal)probability), Allocation.Of(Trial, draw));

    [Fact]
    public void Outside_a_trial_there_is_no_arm() =>
        Assert.Null(Allocation.Of(Trial with { Arms = [] }, 0.5));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    public void A_draw_outside_of_zero_to_one_is_a_bug(double draw) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Allocation.Of(Trial, draw));

    [Fact]
    public void Over_many_draws_each_arm_gets_its_share()
    {
        var arms = Enumerable.Range(0, 10_000).Select(i => Allocation.Of(Trial, i / 10_000d)!.Arm);

        Assert.Equal(
            [("rest", 2500), ("rulers", 2500), ("usual", 5000)],
            arms.CountBy(a => a, StringComparer.Ordinal).Select(c => (c.Key, c.Value)).Order()
        );
    }

    [Fact]
    public void Shares_need_not_add_up_to_one() =>
        Prop.ForAll(
                Arb.From(Gen.Choose(1, 9).ListOf(3)),
                shares =>
                {
                    var trial = Trial with
                    {
                        Arms = [.. shares.Select((s, i) => new Arm($"a{i}", s / 10m, []))],
                    };
                    var given = Enumerable
                        .Range(0, 50)
                        .Select(i => Allocation.Of(trial, i / 50d)!)
                        .Distinct()
                        .ToList();
                    return given.All(a =>
                        a.Probability
                        == trial.Arms.Single(arm => arm.Id == a.Arm).Share / trial.Arms.Sum(x => x.Share)
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void An_arm_is_asked_its_own_prompts_in_the_order_of_the_program() =>
        Assert.Equal(
            ["day-now", "importance-1"],
            Allocation.PromptsOf(Trial, "en", "rulers").Select(p => p.Id)
        );

    [Theory]
    [InlineData("usual")]
    [InlineData(null)]
    public void Everybody_else_is_asked_them_all(string? arm) =>
        Assert.Equal(Trial.In("en").Prompts, Allocation.PromptsOf(Trial, "en", arm));
}
