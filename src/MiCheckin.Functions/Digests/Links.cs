using MiCheckin.Core.Participants;

namespace MiCheckin.Functions.Digests;

/// <summary>Addresses of console pages as mails carry them. They hold ids, never numbers or names.</summary>
internal sealed class Links
{
    private readonly Uri root;

    public Links(Uri root)
    {
        if (!root.IsAbsoluteUri || !(Is(root, Uri.UriSchemeHttps) || Is(root, Uri.UriSchemeHttp)))
        {
            throw new ArgumentException(
                "The public address must begin with https:// or http://.",
                nameof(root)
            );
        }

        this.root = root.AbsoluteUri.EndsWith('/') ? root : new Uri(root.AbsoluteUri + "/");
    }

    public Uri Console => new(root, "console/");

    public Uri Alerts => new(root, "console/alerts");

    public Uri Person(ParticipantId person) =>
        new(root, $"console/people/{Uri.EscapeDataString(person.Value)}");

    /// <summary>Works signed-out, for one alert, once.</summary>
    public Uri Acknowledge(string token) => new(root, $"alerts/{token}");

    private static bool Is(Uri address, string scheme) =>
        string.Equals(address.Scheme, scheme, StringComparison.Ordinal);
}
