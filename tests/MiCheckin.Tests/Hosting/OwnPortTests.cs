using System.Net;
using System.Net.Sockets;
using MiCheckin.Functions.Hosting;
using MiCheckin.Tests.Tools;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace MiCheckin.Tests.Hosting;

public sealed class OwnPortTests
{
    [Fact]
    public void A_port_that_was_chosen_is_nobody_elses_before_the_server_starts()
    {
        var own = OwnPort.Open(0);
        using var other = new TcpListener(IPAddress.Loopback, own.Number);

        Assert.Throws<SocketException>(other.Start);
        Assert.NotEqual(own.Number, OwnPort.Open(own.Number).Number);
    }

    [Fact]
    public void The_wanted_port_is_taken_where_it_is_free()
    {
        var wanted = Ports.Free();

        Assert.Equal(wanted, OwnPort.Open(wanted).Number);
    }

    [Fact]
    public async Task The_server_answers_on_the_port_that_was_chosen_before()
    {
        var stop = TestContext.Current.CancellationToken;
        var own = OwnPort.Open(0);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(own.Address);
        own.HandTo(builder);
        await using var app = builder.Build();
        app.MapGet("/", () => "here");
        await app.StartAsync(stop);
        using var client = new HttpClient();

        Assert.Equal("here", await client.GetStringAsync(own.Address, stop));
        Assert.Equal(own.Address, app.Urls.Single());
    }
}
