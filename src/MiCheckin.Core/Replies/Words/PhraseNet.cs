using System.Runtime.InteropServices;

namespace MiCheckin.Core.Replies.Words;

/// <summary>
/// The places of all phrases in one run of memory, each with the words that lead on from it right behind it: what is
/// slow is waiting for memory, and so a step waits once. Few words are looked through, many lie by their hash.
/// </summary>
internal sealed class PhraseNet
{
    private const int Header = 4;

    /// <summary>Places begin at every so many numbers, and are called by how many of these lie before them.</summary>
    private const int Unit = 4;

    /// <summary>A word that leads on and the place it leads to share a number.</summary>
    private const int ToBits = 18;
    private const int MostLookedThrough = 12;
    private const int LeastRoom = 16;
    private const uint Spread = 0x9E3779B1;

    private readonly uint[] _net;

    private PhraseNet(uint[] net) => _net = net;

    public PhrasePlace At(int place)
    {
        var from = _net.AsSpan(place * Unit);
        return new PhrasePlace(
            from[0] | ((ulong)from[1] << 32),
            (int)(from[2] >> 16),
            (int)(from[2] >> 12) & 0xF,
            (int)from[3]
        );
    }

    /// <summary>Where a word leads from a place; 0 for nowhere.</summary>
    public int Find(int place, int word)
    {
        var from = _net.AsSpan(place * Unit);
        var size = (int)from[2] & 0xFFF;
        var doors = from.Slice(Header, size);

        if (size <= MostLookedThrough)
        {
            foreach (var door in doors)
            {
                if (door >> ToBits == (uint)word)
                {
                    return (int)(door & ((1 << ToBits) - 1));
                }
            }

            return 0;
        }

        var at = HashOf(word, size);

        while (doors[at] != 0 && doors[at] >> ToBits != (uint)word)
        {
            at = (at + 1) & (size - 1);
        }

        return (int)(doors[at] & ((1 << ToBits) - 1));
    }

    private static int HashOf(int word, int size) => (int)(((uint)word * Spread) >> 16) & (size - 1);

    /// <summary>Writes the places one after the other, those first to which others lead.</summary>
    public sealed class Writer
    {
        /// <summary>The first place is nowhere.</summary>
        private readonly List<uint> _net = [.. new uint[Header]];

        public PhraseNet Written => new([.. _net]);

        /// <summary>Writes one place behind the last.</summary>
        /// <param name="place">What is to be written.</param>
        /// <param name="doors">The words that lead on, each followed by the number of the place it leads to.</param>
        /// <returns>What the place is called from now on.</returns>
        public int Add(in PhrasePlace place, ReadOnlySpan<int> doors)
        {
            var (count, called) = (doors.Length / 2, _net.Count / Unit);
            var size = count <= MostLookedThrough ? count : RoomFor(count);
            Span<uint> room = new uint[(size + Unit - 1) / Unit * Unit];

            for (var i = 0; i < doors.Length; i += 2)
            {
                room[Free(room, size, doors[i])] = Door(doors[i], doors[i + 1]);
            }

            _net.AddRange([
                (uint)place.Needs,
                (uint)(place.Needs >> 32),
                ((uint)checked((ushort)place.Rules) << 16) | ((uint)place.Reach << 12) | (uint)size,
                (uint)place.Any,
            ]);
            _net.AddRange(room);
            return called;
        }

        /// <summary>A power of two that leaves enough of the room empty.</summary>
        private static int RoomFor(int count)
        {
            var size = LeastRoom;

            while (size < count * 4 / 3)
            {
                size *= 2;
            }

            return size < 1 << 12
                ? size
                : throw new FormatException("Too many words lead on from one place.");
        }

        private static int Free(ReadOnlySpan<uint> room, int size, int word)
        {
            var at = size <= MostLookedThrough ? 0 : HashOf(word, size);

            while (room[at] != 0)
            {
                at = size <= MostLookedThrough ? at + 1 : (at + 1) & (size - 1);
            }

            return at;
        }

        private static uint Door(int word, int to) =>
            word < 1 << (32 - ToBits) && to < 1 << ToBits
                ? ((uint)word << ToBits) | (uint)to
                : throw new FormatException(
                    "The rules name more words, or more phrases, than can be numbered."
                );
    }
}

/// <summary>
/// A place: words of which one must stand within its reach for anything to come of it (<see cref="WordsAhead"/>), the
/// row of rules that end at it, and where any word at all leads; 0 for none.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhrasePlace(ulong Needs, int Rules, int Reach, int Any);
