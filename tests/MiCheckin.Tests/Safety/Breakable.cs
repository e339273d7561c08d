using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Tests.Safety;

/// <summary>Tables that fail when told to: before a write is applied, or after it was.</summary>
internal sealed class BreakableTables(ITables inner) : ITables
{
    /// <summary>Asked before each submission; true breaks it, unapplied.</summary>
    public Func<string, bool> BreaksBefore { get; set; } = _ => false;

    /// <summary>Asked after each submission; true loses its answer.</summary>
    public Func<string, bool> BreaksAfter { get; set; } = _ => false;

    public Task CreateAsync(string table, CancellationToken cancellationToken) =>
        inner.CreateAsync(table, cancellationToken);

    public Task<TableRow?> FindAsync(string table, RowKey key, CancellationToken cancellationToken) =>
        inner.FindAsync(table, key, cancellationToken);

    public async Task<BatchOutcome> SubmitAsync(
        string table,
        IReadOnlyList<TableWrite> writes,
        CancellationToken cancellationToken
    )
    {
        Break(BreaksBefore(table));
        var outcome = await inner.SubmitAsync(table, writes, cancellationToken);
        Break(BreaksAfter(table));
        return outcome;
    }

    public IAsyncEnumerable<TableRow> QueryAsync(
        string table,
        RowRange range,
        CancellationToken cancellationToken
    ) => inner.QueryAsync(table, range, cancellationToken);

    public IAsyncEnumerable<TableRow> ScanAsync(string table, CancellationToken cancellationToken) =>
        inner.ScanAsync(table, cancellationToken);

    public Task ForgetRemovedAsync(CancellationToken cancellationToken) =>
        inner.ForgetRemovedAsync(cancellationToken);

    private static void Break(bool broken)
    {
        if (broken)
        {
            throw new StorageException("Broken", "The test broke the storage here.");
        }
    }
}

/// <summary>A mailer that takes every mail unless told otherwise.</summary>
internal sealed class ScriptedMailer : IMailer
{
    public List<OutgoingMail> Sent { get; } = [];

    /// <summary>Every try, also those that failed.</summary>
    public List<OutgoingMail> Tried { get; } = [];

    /// <summary>Null takes the mail.</summary>
    public Func<OutgoingMail, MailOutcome?> Answer { get; set; } = _ => null;

    public IEnumerable<string> Recipients => Sent.Select(mail => mail.To.Reveal());

    public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        Tried.Add(mail);

        if (Answer(mail) is { } other)
        {
            return Task.FromResult(other);
        }

        Sent.Add(mail);
        return Task.FromResult<MailOutcome>(new MailOutcome.Sent($"<{mail.IdempotencyKey}@test.example>"));
    }
}

/// <summary>A text provider that takes every text unless told otherwise.</summary>
internal sealed class ScriptedTexts : ITextProvider
{
    public List<TextRequest> Sent { get; } = [];
    public Func<SendOutcome?> Answer { get; set; } = () => null;

    public Task<SendOutcome> SendAsync(TextRequest request, CancellationToken cancellationToken)
    {
        if (Answer() is { } other)
        {
            return Task.FromResult(other);
        }

        Sent.Add(request);
        return Task.FromResult<SendOutcome>(
            new SendOutcome.Accepted("SM" + request.MessageId.Value, DeliveryStatus.Parse("queued"))
        );
    }

    public Task<IReadOnlyList<ProviderText>> ListAsync(
        PhoneNumber to,
        Instant since,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<ProviderText>>([]);
}
