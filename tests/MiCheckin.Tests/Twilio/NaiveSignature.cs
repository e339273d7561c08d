using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace MiCheckin.Tests.Twilio;

/// <summary>Twilio's signature written down as its documentation tells it, with no thought for anything else.</summary>
internal static class NaiveSignature
{
    [SuppressMessage("Security", "CA5350", Justification = "Twilio's scheme is HMAC-SHA1.")]
    public static string Sign(string token, string url, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var byName = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);

        foreach (var (name, value) in fields)
        {
            if (!byName.TryGetValue(name, out var values))
            {
                byName[name] = values = new SortedSet<string>(StringComparer.Ordinal);
            }

            values.Add(value);
        }

        var text = url;

        foreach (var (name, values) in byName)
        {
            foreach (var value in values)
            {
                text += name + value;
            }
        }

        return Convert.ToBase64String(
            HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text))
        );
    }
}
