using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Programs;

namespace MiCheckin.Functions.Storage;

/// <summary>
/// Every version of every program that people are enrolled in. A version never changes, so it is kept in memory once
/// read; an edit is a new version.
/// </summary>
internal sealed class ProgramShelf(ITables tables)
{
    private readonly ConcurrentDictionary<(string Id, int Version), ProgramScript> known = new();

    /// <summary>Stores a version. The same one again changes nothing; other words under its number are refused.</summary>
    public async Task<PublishOutcome> PublishAsync(
        ProgramScript program,
        string json,
        CancellationToken cancellationToken
    )
    {
        var key = Keys.Program(program.Id, program.Version);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        var columns = new Columns { ["hash"] = hash };
        LongText.Put(columns, "json", json);

        switch (
            await tables.SubmitAsync(Keys.Programs, [new TableWrite.Insert(key, columns)], cancellationToken)
        )
        {
            case BatchOutcome.Committed:
                return PublishOutcome.Published;
            case BatchOutcome.AlreadyExists:
                var there = await tables.FindAsync(Keys.Programs, key, cancellationToken);
                return string.Equals(there?.Columns.Text("hash"), hash, StringComparison.Ordinal)
                    ? PublishOutcome.AlreadyThere
                    : PublishOutcome.OtherWordsUnderThisVersion;
            case var other:
                throw new InvalidOperationException($"A program cannot be stored with {other}.");
        }
    }

    /// <summary>Null where there is no such version.</summary>
    public async Task<ProgramScript?> FindAsync(string id, int version, CancellationToken cancellationToken)
    {
        if (known.TryGetValue((id, version), out var script))
        {
            return script;
        }

        return await FileAsync(id, version, cancellationToken) is { } json
            ? known.GetOrAdd((id, version), _ => Parse(json))
            : null;
    }

    /// <summary>The file as it was published; null where there is no such version.</summary>
    public async Task<string?> FileAsync(string id, int version, CancellationToken cancellationToken) =>
        await tables.FindAsync(Keys.Programs, Keys.Program(id, version), cancellationToken) is { } row
            ? LongText.Get(row.Columns, "json")
            : null;

    /// <summary>The program that this person was enrolled in, in the version of that day.</summary>
    public async Task<ProgramScript> GetAsync(Profile profile, CancellationToken cancellationToken) =>
        await FindAsync(profile.ProgramId, profile.ProgramVersion, cancellationToken)
        ?? throw new StorageException(
            "ProgramNotFound",
            $"Program '{profile.ProgramId}' version {profile.ProgramVersion} is not in table {Keys.Programs}, and people are enrolled in it. Publish that version again from its file."
        );

    /// <summary>The newest version of each program.</summary>
    public async Task<IReadOnlyList<ProgramScript>> NewestAsync(CancellationToken cancellationToken)
    {
        var newest = new Dictionary<string, ProgramScript>(StringComparer.Ordinal);

        await foreach (var row in tables.ScanAsync(Keys.Programs, cancellationToken))
        {
            var script = Parse(LongText.Get(row.Columns, "json") ?? "");
            newest[script.Id] = known.GetOrAdd((script.Id, script.Version), script);
        }

        return [.. newest.Values];
    }

    private static ProgramScript Parse(string json) =>
        ProgramJson.ReadPublished(json)
        ?? throw new StorageException(
            "ProgramUnreadable",
            $"A row of table {Keys.Programs} holds no program. Publish that version again from its file."
        );

    /// <summary>Puts a program on the shelf of this process only: for rehearsals and tests.</summary>
    public void Keep(ProgramScript program) => known[(program.Id, program.Version)] = program;
}

/// <summary>How publishing a version ended.</summary>
internal enum PublishOutcome
{
    Published,
    AlreadyThere,

    /// <summary>Raise the version in the file: people are on the words that are stored.</summary>
    OtherWordsUnderThisVersion,
}
