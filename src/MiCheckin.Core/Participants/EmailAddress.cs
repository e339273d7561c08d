using System.Diagnostics.CodeAnalysis;

namespace MiCheckin.Core.Participants;

/// <summary>A mail address that is safe to put into a header. Printing one shows only its domain.</summary>
public readonly record struct EmailAddress
{
    private readonly string? _text;

    private EmailAddress(string text) => _text = text;

    /// <summary>The full address, such as <c>ana@clinic.example</c>.</summary>
    public string Reveal() =>
        _text ?? throw new InvalidOperationException("A default EmailAddress holds no address.");

    /// <summary>The same for a text that is known to be one. The exception does not repeat it.</summary>
    public static EmailAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException("That is no e-mail address.");

    /// <summary>
    /// Accepts the plain form that mail servers agree on: a dot-atom of at most 64 characters, <c>@</c>, and a domain
    /// name. No quotes, comments, spaces, line ends or letters outside ASCII.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EmailAddress address)
    {
        address = default;

        if (
            text is not { Length: <= 254 }
            || text.Split('@') is not [var local, var domain]
            || !IsLocalPart(local)
            || !IsDomain(domain)
        )
        {
            return false;
        }

        address = new EmailAddress(text);
        return true;
    }

    public override string ToString() => _text is null ? "(none)" : $"…{_text[_text.IndexOf('@')..]}";

    private static bool IsLocalPart(string text) =>
        text.Length is >= 1 and <= 64
        && text.Split('.').All(atom => atom.Length > 0 && atom.All(IsAtomCharacter));

    private static bool IsDomain(string text) => text.Split('.').All(IsLabel);

    private static bool IsLabel(string label) =>
        label.Length is >= 1 and <= 63
        && label[0] != '-'
        && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool IsAtomCharacter(char c) =>
        char.IsAsciiLetterOrDigit(c) || "!#$%&'*+/=?^_`{|}~-".Contains(c, StringComparison.Ordinal);
}
