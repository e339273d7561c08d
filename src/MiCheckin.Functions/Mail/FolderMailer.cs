using System.Text;
using NodaTime.Text;

namespace MiCheckin.Functions.Mail;

/// <summary>
/// Mail as files in a folder, for running on one machine: <c>.eml</c>, which every mail program opens. Readable by
/// its owner alone, written whole or not at all.
/// </summary>
internal sealed class FolderMailer(string folder, MailSender sender, IClock clock) : IMailer
{
    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture(
        "uuuuMMdd'T'HHmmssfff"
    );

    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var sent = new MailOutcome.Sent(MailMessage.IdOf(mail, sender));
        var hash = MailMessage.HashOf(mail.IdempotencyKey);

        if (Directory.EnumerateFiles(folder, $"*-{hash}.eml").Any())
        {
            return sent;
        }

        var now = clock.GetCurrentInstant();
        var file = Path.Combine(folder, $"{Stamp.Format(now)}-{hash}.eml");
        var temporary = $"{file}.{Guid.NewGuid():N}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };

        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var stream = new FileStream(temporary, options))
        {
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes(MailMessage.Write(mail, sender, now)),
                cancellationToken
            );
            await stream.FlushAsync(cancellationToken);
            RandomAccess.FlushToDisk(stream.SafeFileHandle);
        }

        File.Move(temporary, file, overwrite: true);
        return sent;
    }

    /// <summary>The newest mails first, read whole.</summary>
    public async Task<IReadOnlyList<StoredMail>> ListAsync(int most, CancellationToken cancellationToken)
    {
        var mails = new List<StoredMail>();

        if (!Directory.Exists(folder))
        {
            return mails;
        }

        var ids = Directory
            .EnumerateFiles(folder, "*.eml")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .OrderDescending(StringComparer.Ordinal);

        foreach (var id in ids)
        {
            if (mails.Count < most && await FindAsync(id, cancellationToken) is { } mail)
            {
                mails.Add(mail);
            }
        }

        return mails;
    }

    /// <summary>Deletes the mails that <paramref name="which"/> names; returns how many.</summary>
    public async Task<int> ForgetAsync(Func<StoredMail, bool> which, CancellationToken cancellationToken)
    {
        var gone = (await ListAsync(int.MaxValue, cancellationToken)).Where(which).ToList();

        foreach (var mail in gone)
        {
            File.Delete(Path.Combine(folder, $"{mail.Id}.eml"));
        }

        return gone.Count;
    }

    /// <summary>Null when there is none of that name, or it is no mail of ours. A name that is a path finds nothing.</summary>
    public async Task<StoredMail?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, $"{id}.eml");

        return
            id.Length is > 0 and <= 100
            && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            && File.Exists(file)
            ? StoredMail.Parse(id, await File.ReadAllTextAsync(file, Encoding.ASCII, cancellationToken))
            : null;
    }
}
