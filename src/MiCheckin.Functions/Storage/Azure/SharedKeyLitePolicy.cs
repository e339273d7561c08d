using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MiCheckin.Functions.Storage.Azure;

/// <summary>
/// Signs each try of a request to tables, with its own date: the service refuses one older than 15 minutes.
/// https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key#shared-key-lite-and-table-service-format-for-2009-09-19-and-later
/// </summary>
internal sealed class SharedKeyLitePolicy(string account, byte[] key, IClock clock)
    : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = clock.GetCurrentInstant().ToDateTimeUtc().ToString("R", CultureInfo.InvariantCulture);
        var uri = message.Request.Uri.ToUri();
        var comp = uri.Query.TrimStart('?').Split('&').FirstOrDefault(IsComp);
        var signed = $"{date}\n/{account}{uri.AbsolutePath}{(comp is null ? "" : "?" + comp)}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {account}:{signature}");
    }

    private static bool IsComp(string part) => part.StartsWith("comp=", StringComparison.Ordinal);
}
