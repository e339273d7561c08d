using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MiCheckin.Functions.Storage.Azure;

/// <summary>
/// Signs each try of a request to queues, with its own date.
/// https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key#blob-queue-and-file-services-shared-key-authorization
/// </summary>
internal sealed class SharedKeyPolicy(string account, byte[] key, IClock clock)
    : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = clock.GetCurrentInstant().ToDateTimeUtc().ToString("R", CultureInfo.InvariantCulture);
        message.Request.Headers.SetValue("x-ms-date", date);
        var signature = Convert.ToBase64String(
            HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(StringToSign(message.Request)))
        );
        message.Request.Headers.SetValue("Authorization", $"SharedKey {account}:{signature}");
    }

    /// <summary>The date line is empty because x-ms-date is among the headers; a length of zero is an empty line.</summary>
    private string StringToSign(Request request)
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
        return $"/{account}{uri.AbsolutePath}{string.Concat(parameters)}";
    }

    private static string Header(Request request, string name) =>
        request.Headers.TryGetValue(name, out var value) ? value : "";
}
