using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MiCheckin.Functions.Hosting;

/// <summary><c>GET /healthz</c>: whether the program runs. It asks nothing of storage, so that a probe cannot fail for another's fault.</summary>
internal static class Health
{
    public const string Path = "/healthz";

    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet(Path, Get);

    public static string Version { get; } =
        typeof(Health)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion
        ?? "unknown";

    private static ContentHttpResult Get() => TypedResults.Text($"ok {Version}\n");
}
