using MiCheckin.Functions.Settings;
using Microsoft.Extensions.Logging.Console;

namespace MiCheckin.Functions.Hosting;

/// <summary>Logs to standard output: JSON lines under the Functions host, which collects them; short lines on a laptop.</summary>
internal static class Logs
{
    public static void AddLogs(this WebApplicationBuilder builder, ServiceOptions settings)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("System", LogLevel.Warning);
        if (settings.UnderFunctionsHost)
        {
            builder.Logging.AddJsonConsole(json =>
            {
                json.IncludeScopes = true;
                json.UseUtcTimestamp = true;
                json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
            return;
        }

        builder.Logging.AddFilter("MiCheckin", LogLevel.Warning);
        builder.Logging.AddSimpleConsole(line =>
        {
            line.SingleLine = true;
            line.ColorBehavior = LoggerColorBehavior.Disabled;
        });
    }
}
