using System.Security.Cryptography;
using System.Text;
using MiCheckin.Core.Participants;

namespace MiCheckin.Functions.Storage;

/// <summary>Finds who a number belongs to. Stored is only an HMAC of the number, so the table alone tells nobody's number.</summary>
internal sealed class PhoneBook(ITables tables, PhoneKey key)
{
    private const string Participant = "participant";

    public async Task<ParticipantId?> FindAsync(PhoneNumber number, CancellationToken cancellationToken) =>
        await tables.FindAsync(Keys.Phones, KeyOf(number), cancellationToken) is { } row
        && row.Columns.Text(Participant) is { } id
            ? new ParticipantId(id)
            : null;

    /// <summary>Gives the number to <paramref name="id"/> unless somebody has it, and returns whose it is then.</summary>
    public async Task<ParticipantId> ClaimAsync(
        PhoneNumber number,
        ParticipantId id,
        CancellationToken cancellationToken
    )
    {
        var row = new TableWrite.Insert(KeyOf(number), new Columns { [Participant] = id.Value });

        return await tables.SubmitAsync(Keys.Phones, [row], cancellationToken) switch
        {
            BatchOutcome.Committed => id,
            BatchOutcome.AlreadyExists => await FindAsync(number, cancellationToken) ?? id,
            var other => throw new InvalidOperationException($"A claim of a number cannot end as {other}."),
        };
    }

    /// <summary>Frees the number. Safe to repeat.</summary>
    public Task ForgetAsync(PhoneNumber number, CancellationToken cancellationToken) =>
        tables.SubmitAsync(Keys.Phones, [new TableWrite.Delete(KeyOf(number))], cancellationToken);

    /// <summary>The number as the key of a row: useless to whoever does not have the secret.</summary>
    public RowKey KeyOf(PhoneNumber number)
    {
        var hash = Convert.ToHexStringLower(key.Hash(number.E164));
        return new RowKey(hash[..2], hash);
    }
}

/// <summary>The secret with which numbers are hashed: setting <c>PhoneKey</c>, or a file of the data folder. Printing it shows nothing.</summary>
internal sealed class PhoneKey
{
    private const int Length = 32;
    private readonly byte[] secret;

    private PhoneKey(byte[] secret) => this.secret = secret;

    /// <summary>Base64 of 32 bytes or more; anything else is a <see cref="FormatException"/> that says how to make one.</summary>
    public static PhoneKey Parse(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64.Trim(), bytes, out var length) && length >= Length
            ? new PhoneKey(bytes[..length])
            : throw new FormatException(
                "PhoneKey must be base64 of at least 32 random bytes, such as `openssl rand -base64 32` prints."
            );
    }

    public static PhoneKey New() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>The key kept in <paramref name="file"/>, made on the first start. Without it no number is ever found again.</summary>
    public static async Task<PhoneKey> KeptInAsync(string file, CancellationToken cancellationToken)
    {
        if (File.Exists(file))
        {
            return Parse(await File.ReadAllTextAsync(file, cancellationToken));
        }

        var made = New();
        var next = file + ".new";
        await File.WriteAllTextAsync(next, Convert.ToBase64String(made.secret), cancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(next, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.Move(next, file, overwrite: false);
        return made;
    }

    public byte[] Hash(string text) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text));

    public override string ToString() => "(phone key)";
}
