using System.Globalization;
using Azure.Core;

namespace MiCheckin.Functions.Storage.Azure;

/// <summary>
/// The signature of requests to queues.
/// https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key#blob-queue-and-file-services-shared-key-authorization
/// </summary>
internal sealed class SharedKeyPolicy(string account, byte[] key, IClock clock)
    : SharedKeySigning("SharedKey", account, key, clock)
{
    /// <summary>The date line is empty because x-ms-date is among the headers; a length of zero is an empty line.</summary>
    protected override string StringToSign(Request request, string date)
    {
        long length = 0;
        request.Content?.TryComputeLength(out length);
        string[] lines =
        [
            request.Method.Method,
            Header(request, "Content-Encoding"),
            Header(request, "Content-Language"),
            length == 0 ? "" : length.ToString(CultureInfo.InvariantCulture),
            Header(request, "Content-MD5"),
            Header(request, "Content-Type"),
            "",
            Header(request, "If-Modified-Since"),
            Header(request, "If-Match"),
            Header(request, "If-None-Match"),
            Header(request, "If-Unmodified-Since"),
            Header(request, "Range"),
            .. Headers(request),
            Resource(request.Uri.ToUri()),
        ];
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Headers(Request request) =>
        request
            .Headers.Where(header => header.Name.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase))
            .Select(header => (Name: header.Name.ToLowerInvariant(), header.Value))
            .OrderBy(header => header.Name, StringComparer.Ordinal)
            .Select(header => $"{header.Name}:{header.Value.Trim()}");

    private string Resource(Uri uri)
    {
        var parameters = uri
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Select(pair =>
                (
                    Name: Uri.UnescapeDataString(pair[0]).ToLowerInvariant(),
                    Value: Uri.UnescapeDataString(pair[^1])
                )
            )
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
            .Select(parameter => $"\n{parameter.Name}:{parameter.Value}");
        return $"/{Account}{uri.AbsolutePath}{string.Concat(parameters)}";
    }

    private static string Header(Request request, string name) =>
        request.Headers.TryGetValue(name, out var value) ? value : "";
}
