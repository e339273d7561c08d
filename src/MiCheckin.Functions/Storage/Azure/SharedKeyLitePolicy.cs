using Azure.Core;

namespace MiCheckin.Functions.Storage.Azure;

/// <summary>
/// The signature of requests to tables.
/// https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key#shared-key-lite-and-table-service-format-for-2009-09-19-and-later
/// </summary>
internal sealed class SharedKeyLitePolicy(string account, byte[] key, IClock clock)
    : SharedKeySigning("SharedKeyLite", account, key, clock)
{
    protected override string StringToSign(Request request, string date)
    {
        var uri = request.Uri.ToUri();
        var comp = uri.Query.TrimStart('?').Split('&').FirstOrDefault(IsComp);
        return $"{date}\n/{Account}{uri.AbsolutePath}{(comp is null ? "" : "?" + comp)}";
    }

    private static bool IsComp(string part) => part.StartsWith("comp=", StringComparison.Ordinal);
}
