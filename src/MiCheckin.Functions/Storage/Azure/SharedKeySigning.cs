using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MiCheckin.Functions.Storage.Azure;

/// <summary>
/// Signs each try of a request with the account's key, with its own date: the service refuses one older than 15 minutes.
/// What is signed differs between tables and queues.
/// </summary>
internal abstract class SharedKeySigning(string scheme, string account, byte[] key, IClock clock)
    : HttpPipelineSynchronousPolicy
{
    protected string Account => account;

    public override void OnSendingRequest(HttpMessage message)
    {
        var date = clock.GetCurrentInstant().ToDateTimeUtc().ToString("R", CultureInfo.InvariantCulture);
        message.Request.Headers.SetValue("x-ms-date", date);
        var signed = Encoding.UTF8.GetBytes(StringToSign(message.Request, date));
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, signed));
        message.Request.Headers.SetValue("Authorization", $"{scheme} {account}:{signature}");
    }

    /// <summary>What the service signs too; <paramref name="date"/> is among the headers already.</summary>
    protected abstract string StringToSign(Request request, string date);
}
