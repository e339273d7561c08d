using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using MiCheckin.Functions.Mail;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Mail;

/// <summary>A real mail server (npm's smtp-server) with a certificate of its own, for one test.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    public const string User = "checkin";
    public const string Password = "pa:ss wörd";
    private readonly DirectoryInfo _folder;
    private readonly NodeProcess _node;

    private SmtpServer(DirectoryInfo folder, NodeProcess node) => (_folder, _node) = (folder, node);

    public SmtpOptions Options =>
        new()
        {
            Host = "localhost",
            Port = int.Parse(_node.Ready, CultureInfo.InvariantCulture),
            User = User,
            Password = Password,
            From = "checkin@clinic.example",
            FromName = "Check-ins, North",
            CertificateAuthority = Path.Combine(_folder.FullName, "cert.pem"),
        };

    /// <summary>Null, and a line in the test's output, where the packages of <c>eng/node</c> are not installed.</summary>
    public static async Task<SmtpServer?> StartAsync(
        CancellationToken cancellationToken,
        bool secure = false,
        bool hideStartTls = false,
        string authMethod = "PLAIN"
    )
    {
        if (
            NodeProcess.FindModules() is not { } modules
            || !Directory.Exists(Path.Combine(modules, "smtp-server"))
        )
        {
            TestContext.Current.TestOutputHelper?.WriteLine(
                "No mail server in eng/node/node_modules: nothing checked."
            );
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("micheckin-smtp-");
        await WriteCertificateAsync(folder.FullName, cancellationToken);
        var settings = new
        {
            secure,
            hideStartTls,
            authMethods = new[] { authMethod },
            user = User,
            password = Password,
            key = Path.Combine(folder.FullName, "key.pem"),
            cert = Path.Combine(folder.FullName, "cert.pem"),
        };
        var repository = Path.GetFullPath(Path.Combine(modules, "..", "..", ".."));
        var script = Path.Combine(repository, "tests", "MiCheckin.Tests", "Mail", "smtp-server.mjs");
        var node = await NodeProcess.StartAsync(
            [script, Path.GetDirectoryName(modules)!, JsonSerializer.Serialize(settings)],
            "ready ",
            cancellationToken
        );
        return new SmtpServer(folder, node);
    }

    /// <summary>The next mail that the server took: who, whether under TLS, and the message as it came.</summary>
    public async Task<(string To, bool Secure, string Message)> ReceivedAsync(
        CancellationToken cancellationToken
    )
    {
        using var mail = JsonDocument.Parse(await _node.ReadLineAsync(cancellationToken) ?? "{}");
        var message = mail.RootElement.GetProperty("message").GetBytesFromBase64();
        Assert.Equal("checkin@clinic.example", mail.RootElement.GetProperty("from").GetString());
        Assert.Equal(User, mail.RootElement.GetProperty("user").GetString());
        return (
            mail.RootElement.GetProperty("to").GetString()!,
            mail.RootElement.GetProperty("secure").GetBoolean(),
            Encoding.ASCII.GetString(message)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static async Task WriteCertificateAsync(string folder, CancellationToken cancellationToken)
    {
        using var key = RSA.Create(2_048);
        var request = new CertificateRequest(
            "CN=localhost",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2049, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        await File.WriteAllTextAsync(
            Path.Combine(folder, "cert.pem"),
            certificate.ExportCertificatePem(),
            cancellationToken
        );
        await File.WriteAllTextAsync(
            Path.Combine(folder, "key.pem"),
            key.ExportPkcs8PrivateKeyPem(),
            cancellationToken
        );
    }
}
