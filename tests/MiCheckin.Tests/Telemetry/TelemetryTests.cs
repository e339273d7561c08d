using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using MiCheckin.Tests.Hosting;
using MiCheckin.Tests.Storage.Azure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace MiCheckin.Tests.Telemetry;

/// <summary>What leaves the program for whoever watches it: traces and metrics by OTLP, log lines on standard output.</summary>
[Collection(Azurite.Collection)]
public sealed class TelemetryTests(OpenClinic open) : IClassFixture<OpenClinic>
{
    private readonly HostedClinic clinic = open.Fresh();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Traces_and_metrics_arrive_by_OTLP_where_the_environment_says()
    {
        await using var collector = await Collector.StartAsync(Stop);
        var settings = new Dictionary<string, string>(clinic.Settings, StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
        };
        await using var host = await FunctionsHost.StartAsync(clinic.Azurite.Account, settings, Stop);

        Assert.Equal(CallOutcome.Succeeded, (await host.FireAsync("SendDueCheckIns", Stop)).Outcome);
        Assert.Equal(CallOutcome.Succeeded, (await host.FireAsync("EscalateAlerts", Stop)).Outcome);

        await collector.UntilAsync("/v1/traces", "SendDueCheckIns", Stop);
        await collector.UntilAsync("/v1/metrics", "micheckin.due.oldest", Stop);
        await collector.UntilAsync("/v1/metrics", "micheckin.risk.unacknowledged", Stop);
        await collector.UntilAsync("/v1/metrics", "micheckin.storage.requests", Stop);
    }

    [Fact]
    public async Task Log_lines_are_JSON_and_carry_the_invocations_id()
    {
        Assert.Equal(CallOutcome.Succeeded, (await clinic.Host.FireAsync("SendDueCheckIns", Stop)).Outcome);
        JsonNode? line = null;
        await clinic.Host.RunUntilAsync(() => (line = Standing(clinic.Host.Said)) is not null, Stop);

        Assert.Equal(0, (int)line!["State"]!["OldestDueSeconds"]! % 1);
        var ids = line["Scopes"]!.AsArray().Select(scope => (string?)scope!["InvocationId"]).OfType<string>();
        Assert.True(Guid.TryParse(Assert.Single(ids), out _));
    }

    /// <summary>The line that an alert rule counts on, as the program wrote it.</summary>
    private static JsonNode? Standing(string said) =>
        said.Split('\n')
            .Where(line => line.StartsWith('{'))
            .Select(line => JsonNode.Parse(line))
            .FirstOrDefault(line => (int?)line!["EventId"] == 4201);

    /// <summary>Takes what an OTLP collector is sent over HTTP. Names stand in protocol buffers as they are.</summary>
    private sealed class Collector(WebApplication app, ConcurrentQueue<(string Path, string Body)> got)
        : IAsyncDisposable
    {
        public string Address => app.Urls.First();

        public static async Task<Collector> StartAsync(CancellationToken cancellationToken)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            ConcurrentQueue<(string, string)> got = new();
            app.Run(async http =>
            {
                using var body = new MemoryStream();
                await http.Request.Body.CopyToAsync(body, http.RequestAborted);
                got.Enqueue((http.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
            });
            await app.StartAsync(cancellationToken);
            return new Collector(app, got);
        }

        public async Task UntilAsync(string path, string name, CancellationToken cancellationToken)
        {
            using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
            using var most = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            most.CancelAfter(TimeSpan.FromMinutes(1));
            while (!got.Any(g => g.Path == path && g.Body.Contains(name, StringComparison.Ordinal)))
            {
                await beat.WaitForNextTickAsync(most.Token);
            }
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
