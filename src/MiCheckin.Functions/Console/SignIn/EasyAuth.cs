using System.Text.Json;
using System.Text.Json.Serialization;

namespace MiCheckin.Functions.Console.SignIn;

/// <summary>Who App Service authentication says is calling.</summary>
/// <param name="Session">The stable id of the account.</param>
internal sealed record Principal(string Name, string Session, ConsoleRole? Role);

/// <summary>
/// Reads <c>X-MS-CLIENT-PRINCIPAL</c>, base64 JSON that App Service sets and that no caller can: it strips the header
/// from outside. learn.microsoft.com/azure/app-service/configure-authentication-user-identities
/// </summary>
internal static class EasyAuth
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";
    public const string AdminRole = "MiCheckin.Admin";
    public const string CoachRole = "MiCheckin.Coach";
    private static readonly string[] NameClaims = ["preferred_username", "email", "emails", "upn"];
    private static readonly string[] IdClaims =
    [
        "http://schemas.microsoft.com/identity/claims/objectidentifier",
        "oid",
        "sub",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier",
    ];

    /// <summary>Null for a header that is missing, broken, or names nobody.</summary>
    public static Principal? Read(string? header)
    {
        if (Parse(header) is not { Claims: { } claims } principal)
        {
            return null;
        }

        var name = First(claims, [.. NameClaims, principal.NameType ?? ""]);
        var id = First(claims, IdClaims);
        return name is null || id is null ? null : new Principal(name, id, RoleOf(principal, claims));
    }

    private static ConsoleRole? RoleOf(Json principal, IReadOnlyList<Claim> claims)
    {
        var roles = claims
            .Where(c =>
                c.Type is "roles" or "role"
                || string.Equals(c.Type, principal.RoleType, StringComparison.Ordinal)
            )
            .Select(c => c.Value)
            .ToHashSet(StringComparer.Ordinal);

        if (roles.Contains(AdminRole))
        {
            return ConsoleRole.Admin;
        }

        return roles.Contains(CoachRole) ? ConsoleRole.Coach : null;
    }

    private static string? First(IReadOnlyList<Claim> claims, IEnumerable<string> types) =>
        types
            .Select(type =>
                claims
                    .FirstOrDefault(c =>
                        string.Equals(c.Type, type, StringComparison.Ordinal) && c.Value is { Length: > 0 }
                    )
                    ?.Value
            )
            .FirstOrDefault(value => value is not null);

    private static Json? Parse(string? header)
    {
        var bytes = new byte[(header?.Length ?? 0) + 4];

        if (header is null || !Convert.TryFromBase64String(header, bytes, out var length))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Json>(bytes.AsSpan(0, length));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Json(
        [property: JsonPropertyName("name_typ")] string? NameType,
        [property: JsonPropertyName("role_typ")] string? RoleType,
        [property: JsonPropertyName("claims")] IReadOnlyList<Claim>? Claims
    );

    private sealed record Claim(
        [property: JsonPropertyName("typ")] string? Type,
        [property: JsonPropertyName("val")] string? Value
    );
}
