using MiCheckin.Functions.Settings;

namespace MiCheckin.Tests.Settings;

public sealed class LaunchArgumentsTests
{
    [Theory]
    [InlineData()]
    [InlineData("--urls", "http://127.0.0.1:7071")]
    [InlineData("--urls=http://*:80;http://localhost:81", "--data", "here and there")]
    [InlineData("--storage", "UseDevelopmentStorage=true", "--texts", "simulator")]
    [InlineData("--storage=DefaultEndpointsProtocol=https;AccountName=a;AccountKey=b")]
    public void Known_switches_with_values_are_taken(params string[] arguments) =>
        Assert.Empty(LaunchArguments.Read(arguments).Mistakes);

    [Theory]
    [InlineData("--dta is no option", "--dta", "x")]
    [InlineData("x is no option", "x")]
    [InlineData("-x is no option", "-x=1")]
    [InlineData("--data needs a value", "--data")]
    [InlineData("--data needs a value", "--data=")]
    [InlineData("--data needs a value", "--data", "--storage", "embedded")]
    public void A_mistake_is_told_with_what_to_write(string told, params string[] arguments) =>
        Assert.Contains(
            LaunchArguments.Read(arguments).Mistakes,
            mistake => mistake.Contains(told, StringComparison.Ordinal)
        );

    [Fact]
    public void All_mistakes_are_told_at_once_and_what_is_good_is_taken_all_the_same()
    {
        var launch = LaunchArguments.Read("--dta", "x", "--data", "--texts", "pigeon", "--storage=");

        Assert.Equal(3, launch.Mistakes.Count);
        Assert.Equal([KeyValuePair.Create("MiCheckin:Texts", (string?)"pigeon")], launch.Settings);
    }

    [Fact]
    public void Help_names_every_switch() =>
        Assert.All(
            LaunchArguments.Switches,
            name => Assert.Contains(name, LaunchArguments.Help, StringComparison.Ordinal)
        );
}
