using System.Numerics;
using System.Runtime.InteropServices;

namespace MiCheckin.Core.Replies.Words;

/// <summary>
/// Finds the first way that a word opens at a place, with one look: each place's row of words is laid over those of
/// the others where it fits between them, and an entry says whose it is. Places that lead on alike, as those of a gap
/// do, share a row. Small, since its use is to stay near the processor.
/// </summary>
internal sealed class DoorTable
{
    private const int Room = 1 << 14;
    private readonly DoorRow[] _rows;
    private Entry[] _entries;

    public DoorTable(IEnumerable<Door> doors, int places)
    {
        _rows = new DoorRow[places];
        var known = new Dictionary<string, DoorRow>(StringComparer.Ordinal);
        _entries = new Entry[Room];
        Span<int> from = stackalloc int[32];

        foreach (var row in doors.GroupBy(d => d.Place).OrderByDescending(row => row.Count()))
        {
            // Where a row of much the same length fitted last, no room was found before.
            ref var start = ref from[BitOperations.Log2((uint)row.Count())];
            var words = row.ToArray();
            var key = string.Join(' ', words.Select(d => $"{d.Word}:{d.Way}").Order(StringComparer.Ordinal));

            if (!known.TryGetValue(key, out var kept))
            {
                while (!Fits(words, start))
                {
                    start++;
                }

                Put(words, start);
                known[key] = kept = new DoorRow(start, checked((ushort)row.Key));
            }

            _rows[row.Key] = kept;
        }
    }

    /// <summary>Where a place's row lies.</summary>
    public DoorRow RowOf(int place) => _rows[place];

    /// <summary>The first way; 0 where the word leads nowhere.</summary>
    public int Find(in DoorRow row, int word)
    {
        var (entries, at) = (_entries, row.Start + word);
        return (uint)at < (uint)entries.Length && entries[at].Owner == row.Owner ? entries[at].Way : 0;
    }

    private bool Fits(Door[] words, int start)
    {
        foreach (var door in words)
        {
            var at = start + door.Word;

            if (at < _entries.Length && _entries[at].Way != 0)
            {
                return false;
            }
        }

        return true;
    }

    private void Put(Door[] words, int start)
    {
        foreach (var door in words)
        {
            var at = start + door.Word;

            if (at >= _entries.Length)
            {
                Array.Resize(ref _entries, at + Room);
            }

            _entries[at] = new Entry(checked((ushort)door.Place), checked((ushort)door.Way));
        }
    }

    /// <summary>Whose entry it is, and the way; 0 for nobody's.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(ushort Owner, ushort Way);
}

/// <summary>Where a place's row lies, and the first place whose row it is; 0 for a place that leads nowhere.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DoorRow(int Start, ushort Owner);
