using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace MiCheckin.Functions.Console;

/// <summary>The console's own style sheet, script and icon, carried inside the program. Nothing comes from elsewhere.</summary>
internal static class Assets
{
    public const string Path = "/console/assets";

    private static readonly FrozenDictionary<string, Asset> All = new[]
    {
        Load("console.css", "text/css; charset=utf-8"),
        Load("console.js", "text/javascript; charset=utf-8"),
        Load("icon.svg", "image/svg+xml"),
    }.ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);

    /// <summary>The address changes with the content, so that a browser may keep what it has for good.</summary>
    public static string Href(string name) => $"{Path}/{name}?v={All[name].Version}";

    public static void MapAssets(this IEndpointRouteBuilder routes) => routes.MapGet(Path + "/{name}", Get);

    private static Results<FileContentHttpResult, NotFound> Get(string name, HttpResponse response)
    {
        if (!All.TryGetValue(name, out var asset))
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.File(asset.Bytes, asset.Type);
    }

    private static Asset Load(string name, string type)
    {
        // A resource is memory of the assembly: its stream holds nothing to give back.
        var stream =
            typeof(Assets).Assembly.GetManifestResourceStream("Console." + name)
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new Asset(name, type, bytes, WebEncoders.Base64UrlEncode(SHA256.HashData(bytes)[..6]));
    }

    private sealed record Asset(string Name, string Type, byte[] Bytes, string Version);
}
