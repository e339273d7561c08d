using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace MiCheckin.Functions.Twilio;

/// <summary>Builds the one HTTP client that talks to Twilio, with its time-outs and credentials.</summary>
internal static class TwilioHttp
{
    /// <summary>The longest that a call may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Redirects are not followed: a 307 would post the text a second time.</summary>
    public static HttpClient Create(TwilioOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        };

        var (user, password) = options is { ApiKeySid: { } key, ApiKeySecret: { } secret }
            ? (key, secret)
            : (options.AccountSid, options.AuthToken);

        return new HttpClient(handler)
        {
            BaseAddress = new Uri(options.ApiBaseUrl),
            Timeout = Patience,
            DefaultRequestVersion = HttpVersion.Version11,
            DefaultRequestHeaders =
            {
                Authorization = new AuthenticationHeaderValue(
                    "Basic",
                    Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))
                ),
                Accept = { new MediaTypeWithQualityHeaderValue("application/json") },
            },
        };
    }
}
