using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MiCheckin.Functions.Mail;

/// <summary>A server's answer: its code, and its lines without it.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsGood => Code is >= 200 and < 400;

    public bool IsTransient => Code is >= 400 and < 500;

    /// <summary>The code and the enhanced one (RFC 2034), never the server's words: they may repeat an address.</summary>
    public string Summary
    {
        get
        {
            var first = Lines[0].Split(' ')[0];
            return
                first.Length <= 9
                && first.Count(c => c == '.') == 2
                && first.All(c => c == '.' || char.IsAsciiDigit(c))
                ? string.Create(CultureInfo.InvariantCulture, $"{Code} {first}")
                : Code.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Whether an EHLO answer offers the extension, with its parameters.</summary>
    public IReadOnlyList<string>? Offer(string extension) =>
        Lines
            .Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .FirstOrDefault(words =>
                words is [var name, ..] && name.Equals(extension, StringComparison.OrdinalIgnoreCase)
            )
            ?.Skip(1)
            .ToList();
}

/// <summary>One connection to a mail server: commands out, replies in, bounded; TLS when it is asked for.</summary>
internal sealed class SmtpConversation(TcpClient client) : IAsyncDisposable
{
    private const int LongestLine = 4_096;
    private const int MostLines = 100;
    private readonly byte[] _buffer = new byte[LongestLine];
    private Stream _stream = client.GetStream();
    private int _start;
    private int _end;

    /// <summary>How we name ourselves: our address on this connection (RFC 5321, 4.1.3).</summary>
    public string OwnName =>
        client.Client.LocalEndPoint is IPEndPoint { Address: var ip }
            ? ip.AddressFamily == AddressFamily.InterNetworkV6 && !ip.IsIPv4MappedToIPv6
                ? $"[IPv6:{ip}]"
                : $"[{ip.MapToIPv4()}]"
            : "localhost";

    /// <summary>Turns to TLS. Bytes that came before are a stranger's who wants them taken for the server's.</summary>
    public async Task SecureAsync(string host, string? authority, CancellationToken cancellationToken)
    {
        if (_start != _end)
        {
            throw new IOException("The server spoke before TLS began.");
        }

        var options = new SslClientAuthenticationOptions { TargetHost = host };

        if (authority is not null)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(authority);
        }

        var secure = new SslStream(_stream);
        _stream = secure;
        await secure.AuthenticateAsClientAsync(options, cancellationToken);
    }

    public async Task<SmtpReply> AskAsync(string command, CancellationToken cancellationToken)
    {
        if (command.AsSpan().IndexOfAny('\r', '\n') >= 0)
        {
            throw new ArgumentException("A command is one line.", nameof(command));
        }

        await WriteAsync($"{command}\r\n", cancellationToken);
        return await HearAsync(cancellationToken);
    }

    public async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(Encoding.ASCII.GetBytes(text), cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    /// <summary>Reads one reply, all its lines.</summary>
    public async Task<SmtpReply> HearAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();

        while (lines.Count < MostLines)
        {
            var line = await ReadLineAsync(cancellationToken);

            if (
                line.Length < 3
                || !int.TryParse(
                    line.AsSpan(0, 3),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var code
                )
                || code is < 200 or > 599
            )
            {
                throw new IOException("The server does not speak SMTP.");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");

            if (line.Length == 3 || line[3] != '-')
            {
                return new SmtpReply(code, lines);
            }
        }

        throw new IOException("The server's reply does not end.");
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        client.Dispose();
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n') is >= 0 and var length)
            {
                var line = Encoding.ASCII.GetString(_buffer, _start, length).TrimEnd('\r');
                _start += length + 1;
                return line;
            }

            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);

            if (_end == _buffer.Length)
            {
                throw new IOException("The server's line does not end.");
            }

            var read = await _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            _end += read > 0 ? read : throw new IOException("The server hung up.");
        }
    }
}
