using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Inbound;
using MiCheckin.Functions.Outbound;

namespace MiCheckin.Tests.Outbound;

/// <summary>A provider that answers as it is told, and takes every text otherwise.</summary>
internal sealed class ObedientProvider : ITextProvider
{
    public Queue<SendOutcome> Answers { get; } = [];
    public List<TextRequest> Asked { get; } = [];

    /// <summary>Runs while the provider is being called: what arrives at the worst moment.</summary>
    public Func<TextRequest, Task>? During { get; set; }

    public async Task<SendOutcome> SendAsync(TextRequest request, CancellationToken cancellationToken)
    {
        Asked.Add(request);

        if (During is { } during)
        {
            await during(request);
        }

        return Answers.TryDequeue(out var answer)
            ? answer
            : new SendOutcome.Accepted($"SM{Asked.Count:D32}", DeliveryStatus.Parse("queued"));
    }

    public Task<IReadOnlyList<ProviderText>> ListAsync(
        PhoneNumber to,
        Instant since,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<ProviderText>>([]);
}

/// <summary>Texts from Ana's phone.</summary>
internal static class Replies
{
    private static int number;

    public static InboundSms Sms(string words, int phone = 101) =>
        new($"SM{Interlocked.Increment(ref number):x32}", Rehearsal.Phone(phone), new MessageText(words));
}
