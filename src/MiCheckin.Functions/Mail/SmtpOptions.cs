using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MiCheckin.Core.Participants;

namespace MiCheckin.Functions.Mail;

/// <summary>How the connection to the mail server is protected.</summary>
internal enum SmtpSecurity
{
    /// <summary>Starts in the clear and must turn to TLS before anything is said (port 587). Never goes on without.</summary>
    StartTls,

    /// <summary>TLS from the first byte (port 465).</summary>
    Tls,

    /// <summary>None: only for a server on this machine.</summary>
    None,
}

/// <summary>Settings under <c>Mail</c>. Printing them shows no secret.</summary>
internal sealed record SmtpOptions
{
    public const string Section = "Mail";

    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    public string? User { get; init; }

    public string? Password { get; init; }

    public string From { get; init; } = "";

    public string FromName { get; init; } = "MiCheckin";

    /// <summary>A PEM file with the certificate authority of the mail server, where it is not one that all trust.</summary>
    public string? CertificateAuthority { get; init; }

    public int TimeoutSeconds { get; init; } = 60;

    /// <summary>Whether anything is set that only a mail server needs: then files in a folder are not what was meant.</summary>
    public bool NamesAServer => this with { FromName = "" } != new SmtpOptions { FromName = "" };

    public override string ToString() => $"mail by {Host}:{Port}, {Security}";

    /// <summary>Every mistake: which setting, what is wrong, an example. Never a secret's value.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (Uri.CheckHostName(Host) == UriHostNameType.Unknown)
        {
            yield return "Mail:Host must name the mail server, such as smtp.clinic.example.";
        }

        if (Port is < 1 or > 65_535)
        {
            yield return "Mail:Port must be a port, such as 587 (StartTls) or 465 (Tls).";
        }

        if (!EmailAddress.TryParse(From, out _))
        {
            yield return "Mail:From must be a plain address, such as checkin@clinic.example.";
        }

        if ((User is null) != (Password is null))
        {
            yield return "Mail:User and Mail:Password belong together: set both or neither.";
        }

        if (Security == SmtpSecurity.None && Host is not ("localhost" or "127.0.0.1" or "::1"))
        {
            yield return "Mail:Security can be None only for a server on this machine. Use StartTls or Tls: mail holds people's words.";
        }

        if (TimeoutSeconds is < 1 or > 600)
        {
            yield return "Mail:TimeoutSeconds must be from 1 to 600, such as 60.";
        }

        if (CertificateAuthority is { } file && !HoldsCertificate(file))
        {
            yield return "Mail:CertificateAuthority must be the path of a PEM file that is there and holds a certificate.";
        }
    }

    private static bool HoldsCertificate(string file)
    {
        var certificates = new X509Certificate2Collection();

        try
        {
            certificates.ImportFromPemFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return false;
        }

        return certificates.Count > 0;
    }

    public MailSender Sender() =>
        EmailAddress.TryParse(From, out var address)
            ? new MailSender(address, FromName)
            : throw new InvalidOperationException("Mail:From is not an address.");
}
