using System.Security.Cryptography;
using System.Text;

namespace MiCheckin.Functions.Safety;

/// <summary>A short stable name made of a longer one: for Message-IDs and message keys, which leave the house.</summary>
internal static class Fingerprint
{
    private const int Digits = 24;

    public static string Of(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
}
