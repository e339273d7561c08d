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
        Assert.Empty(LaunchArguments.Mistakes(arguments));

    [Theory]
    [InlineData("--dta is no option", "--dta", "x")]
    [InlineData("x is no option", "x")]
    [InlineData("--data needs a value", "--data")]
    [InlineData("--data needs a value", "--data=")]
    [InlineData("--data needs a value", "--data", "--storage", "embedded")]
    [InlineData("'notaurl' is no address", "--urls", "notaurl")]
    [InlineData("'https://127.0.0.1:7071' is no address", "--urls", "https://127.0.0.1:7071")]
    [InlineData("'http://127.0.0.1:x' is no address", "--urls", "http://127.0.0.1:x")]
    public void A_mistake_is_told_with_what_to_write(string told, params string[] arguments) =>
        Assert.Contains(
            LaunchArguments.Mistakes(arguments),
            mistake => mistake.Contains(told, StringComparison.Ordinal)
        );

    [Fact]
    public void All_mistakes_are_told_at_once() =>
        Assert.Equal(3, LaunchArguments.Mistakes(["--dta", "x", "--urls", "y", "--texts"]).Count);

    [Fact]
    public void Help_names_every_switch() =>
        Assert.All(
            LaunchArguments.Switches.Keys,
            name => Assert.Contains(name, LaunchArguments.Help, StringComparison.Ordinal)
        );
}
