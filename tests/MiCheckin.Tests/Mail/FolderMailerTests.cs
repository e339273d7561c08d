using MiCheckin.Functions.Mail;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Mail;

public sealed class FolderMailerTests : MailerContract
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 21, 9, 0);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("micheckin-mail-");
    private readonly MovableClock _clock = new(Now);
    private FolderMailer _mailer = null!;

    public override ValueTask InitializeAsync()
    {
        var sender = new MailSender(SomeMail.Address("checkin@clinic.example"), "MiCheckin");
        Mailer = _mailer = new FolderMailer(Path.Combine(_folder.FullName, "mail"), sender, _clock);
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_newest_mail_comes_first_and_a_repeated_one_once()
    {
        Assert.Empty(await _mailer.ListAsync(10, Token));

        await _mailer.SendAsync(SomeMail.To("ana@clinic.example", key: "first"), Token);
        _clock.Now += Duration.FromMinutes(1);
        await _mailer.SendAsync(SomeMail.To("bea@clinic.example", key: "second"), Token);
        await _mailer.SendAsync(SomeMail.To("ana@clinic.example", key: "first"), Token);

        var mails = await _mailer.ListAsync(10, Token);
        Assert.Equal(
            "bea@clinic.example, ana@clinic.example",
            string.Join(", ", mails.Select(mail => mail.To))
        );
        Assert.Equal(Now, mails[1].At);
        Assert.Equal("bea@clinic.example", Assert.Single(await _mailer.ListAsync(1, Token)).To);
        Assert.Equal(mails[1], await _mailer.FindAsync(mails[1].Id, Token));
    }

    [Fact]
    public async Task Only_whole_mails_of_ours_are_shown_and_only_from_the_folder()
    {
        await _mailer.SendAsync(SomeMail.To("ana@clinic.example"), Token);
        var mail = Path.Combine(_folder.FullName, "mail");
        await File.WriteAllTextAsync(
            Path.Combine(mail, "20990101-broken.eml"),
            "Subject: =?UTF-8?B?!!?=\r\n\r\n",
            Token
        );
        await File.WriteAllTextAsync(Path.Combine(mail, "20990101-half.eml.1.tmp"), "From", Token);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "outside.eml"), "To: x", Token);

        Assert.Single(await _mailer.ListAsync(10, Token));
        Assert.Null(await _mailer.FindAsync("../outside", Token));
        Assert.Null(await _mailer.FindAsync("", Token));
    }

    [Fact]
    public async Task Only_its_owner_can_read_a_mail()
    {
        await _mailer.SendAsync(SomeMail.To("ana@clinic.example"), Token);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_folder.FullName, "mail")));

        Assert.True(
            OperatingSystem.IsWindows()
                || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite)
        );
    }

    [Fact]
    public void Printing_a_mail_shows_no_word_of_it()
    {
        var mail = SomeMail.To("ana@clinic.example");

        Assert.Equal("Digest digest/2026-W47/ana to …@clinic.example", mail.ToString());
    }

    private protected override async Task<StoredMail> ArrivedAsync() =>
        Assert.Single(await _mailer.ListAsync(10, Token));
}
