using MiCheckin.Core.Participants;
using MiCheckin.Functions.Hosting;
using MiCheckin.Functions.Simulator;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Console.Phones;

/// <summary>A simulated phone with whose it is and what was said on it. <see cref="Id"/> stands for the number in addresses.</summary>
internal sealed record WallPhone(
    string Id,
    SimulatedPhone Phone,
    StoredParticipant? Owner,
    IReadOnlyList<Bubble> Bubbles
)
{
    public string Name => Owner?.Profile.Name.Reveal() ?? "Not enrolled";

    public DateTimeZone Zone => Markup.Times.Zone(Owner?.Profile.Zone ?? "UTC");
}

/// <summary>All simulated phones, and the one behind an id.</summary>
internal sealed class PhoneWall(SimulatedPhones phones, PhoneBook book, ParticipantStore people, IClock clock)
{
    public long Version => phones.Version;

    public async Task<IReadOnlyList<WallPhone>> AllAsync(CancellationToken cancellationToken)
    {
        List<WallPhone> all = [];

        foreach (var phone in await phones.ListPhonesAsync(cancellationToken))
        {
            all.Add(await WithOwnerAsync(phone, cancellationToken));
        }

        return
        [
            .. all.OrderBy(p => p.Owner is null)
                .ThenBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(p => p.Id, StringComparer.Ordinal),
        ];
    }

    public async Task<SimulatedPhone?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await phones.ListPhonesAsync(cancellationToken)).FirstOrDefault(p =>
            string.Equals(IdOf(p.Number), id, StringComparison.Ordinal)
        );

    /// <summary>The next moment at which something happens by itself: a planned one, or a text that waits for its hour.</summary>
    public async Task<Instant?> NextAsync(Rehearsal rehearsal, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var waiting = (await AllAsync(cancellationToken))
            .SelectMany(p => p.Owner?.Pending ?? [])
            .Select(t => (Instant?)t.NotBefore)
            .Append(await rehearsal.NextEventAsync(cancellationToken));
        return waiting.Where(at => at > now).Min();
    }

    private async Task<WallPhone> WithOwnerAsync(SimulatedPhone phone, CancellationToken cancellationToken)
    {
        var owner = await book.FindAsync(phone.Number, cancellationToken);
        return new WallPhone(
            IdOf(phone.Number),
            phone,
            owner is { } id ? await people.FindAsync(id, cancellationToken) : null,
            await phones.MessagesAsync(phone.Number, cancellationToken)
        );
    }

    /// <summary>The number's hash under the service's key, cut: no address ever holds a number.</summary>
    private string IdOf(PhoneNumber number) => book.KeyOf(number).Row[..16];
}
