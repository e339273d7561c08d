using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Outbound.Pacing;
using MiCheckin.Functions.Storage;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MiCheckin.Functions.Telemetry;

/// <summary>Sends traces and metrics by OTLP, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to. Without it nothing leaves.</summary>
internal sealed class Exporting(TracerProvider traces, MeterProvider metrics) : IHostedService, IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTo(WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[Endpoint]))
        {
            return;
        }

        var service = ResourceBuilder.CreateDefault().AddService("micheckin", serviceVersion: Health.Version);
        builder.Services.AddHostedService(_ => new Exporting(Traces(service), Metrics(service)));
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        traces.ForceFlush();
        metrics.ForceFlush();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        traces.Dispose();
        metrics.Dispose();
    }

    // Query strings carry message ids and one-time tokens, so the spans of requests are left to the host; ours name functions.
    private static TracerProvider Traces(ResourceBuilder service) =>
        Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(service)
            .AddSource(ServiceMetrics.Name)
            // Each call's span has the request's as its parent, which nobody records here: by the default sampler none would leave.
            .SetSampler(new AlwaysOnSampler())
            .AddOtlpExporter()
            .Build();

    private static MeterProvider Metrics(ResourceBuilder service) =>
        Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(service)
            .AddMeter(ServiceMetrics.Name, PaceBook.MeterName, StorageRequests.MeterName)
            .AddOtlpExporter()
            .Build();
}
