using System.Security.Cryptography;
using System.Text;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Settings;
using Microsoft.AspNetCore.WebUtilities;

namespace MiCheckin.Functions.Console.SignIn;

/// <summary>
/// Proof that a form came from a page that this console gave to this session: an HMAC of the session. ASP.NET's own
/// antiforgery keeps a key ring per process, which instances that share nothing in memory cannot read; this needs one key, derived from the service's own.
/// </summary>
internal sealed class FormTokens(ServiceOptions options)
{
    public const string Field = "form-token";

    private readonly byte[] _key = HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(options.PhoneKey is "" ? SignInLink.NewSecret() : options.PhoneKey),
        "form tokens of the console"u8
    );

    public string For(ConsoleUser user) =>
        WebEncoders.Base64UrlEncode(
            HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes("form|" + user.Session))
        );

    /// <summary>The hidden field that every form of the console carries.</summary>
    public Html FieldFor(ConsoleUser user) =>
        Html.Of($"""<input type="hidden" name="{Field}" value="{For(user)}">""");

    /// <summary>Whether this request may change something on behalf of <paramref name="user"/>.</summary>
    public async Task<bool> AllowsAsync(
        HttpRequest request,
        ConsoleUser user,
        CancellationToken cancellationToken
    )
    {
        if (
            request.Headers["Sec-Fetch-Site"] is [not ("same-origin" or "none")]
            || !request.HasFormContentType
        )
        {
            return false;
        }

        var form = await request.ReadFormAsync(cancellationToken);
        return form[Field] is [{ } token] && SignInLink.SameSecret(token, For(user));
    }
}
