using MiCheckin.Functions.Settings;

namespace MiCheckin.Tests.Settings;

public sealed class ListeningAddressTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("http://127.0.0.1:7071")]
    [InlineData("http://*:80;http://localhost:81")]
    [InlineData("http://[::1]:0")]
    public void Addresses_to_listen_on_are_taken(string? urls) => Assert.Null(ListeningAddress.Mistake(urls));

    [Theory]
    [InlineData("notaurl")]
    [InlineData("https://127.0.0.1:7071")]
    [InlineData("http://127.0.0.1:x")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://unix:/tmp/socket")]
    public void What_is_none_is_told_with_what_to_write(string url) =>
        Assert.Contains(
            $"'{url}' is no address",
            ListeningAddress.Mistake($"http://localhost:80;{url}"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("http://0.0.0.0:80", "http://localhost:80")]
    [InlineData("http://*:81", "http://localhost:81")]
    [InlineData("http://127.0.0.1:82", "http://127.0.0.1:82")]
    public void An_address_on_every_interface_is_reached_by_this_machines_own_name(
        string listens,
        string reached
    ) => Assert.Equal(reached, ListeningAddress.Reachable(listens));
}
