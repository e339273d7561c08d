using System.Diagnostics.CodeAnalysis;

namespace MiCheckin.Functions.Storage;

/// <summary>
/// The typed columns of a row: string, bool, int, long, double, <see cref="DateTimeOffset"/> (UTC, 100 ns), Guid and
/// byte[]. A null is an absent column. At most 252 columns, a string at most 32,768 UTF-16 units, the row at most 1 MiB.
/// What is stored is a copy; half of a surrogate pair, which neither store can hold, is stored as U+FFFD.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "A row's columns are the field's own word.")]
internal sealed class Columns : Dictionary<string, object?>
{
    public Columns()
        : base(StringComparer.Ordinal) { }

    public Columns(IEnumerable<KeyValuePair<string, object?>> others)
        : base(others, StringComparer.Ordinal) { }

    public string? Text(string name) => GetValueOrDefault(name) as string;

    public int Number(string name) => GetValueOrDefault(name) is int n ? n : 0;

    public bool Flag(string name) => GetValueOrDefault(name) is true;

    public Instant? Instant(string name) =>
        GetValueOrDefault(name) is DateTimeOffset at ? NodaTime.Instant.FromDateTimeOffset(at) : null;

    private object? GetValueOrDefault(string name) => TryGetValue(name, out var value) ? value : null;
}
