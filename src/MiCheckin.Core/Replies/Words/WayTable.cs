using System.Numerics;
using System.Runtime.InteropServices;

namespace MiCheckin.Core.Replies.Words;

/// <summary>Finds the first way that a word opens at a place, with one look for most.</summary>
internal sealed class WayTable
{
    private const int WordBits = 16;
    private readonly Slot[] _slots;
    private readonly int _shift;

    public WayTable(IReadOnlyCollection<Door> doors)
    {
        if (doors.Max(d => d.Place) > ushort.MaxValue)
        {
            throw new FormatException("The rules hold more phrases than can be numbered.");
        }

        var size = (int)BitOperations.RoundUpToPowerOf2((uint)doors.Count * 2);
        _slots = new Slot[size];
        _shift = BitOperations.LeadingZeroCount((uint)size) + 1;

        foreach (var door in doors)
        {
            var at = Start(Key(door.Place, door.Word));

            while (_slots[at].Way != 0)
            {
                at = (at + 1) & (size - 1);
            }

            _slots[at] = new Slot(Key(door.Place, door.Word), door.Way);
        }
    }

    /// <summary>The first way; 0 where the word leads nowhere.</summary>
    public int Find(int place, int word)
    {
        var slots = _slots;
        var key = Key(place, word);

        for (var at = Start(key); ; at++)
        {
            ref readonly var slot = ref slots[at & (slots.Length - 1)];

            if (slot.Key == key || slot.Way == 0)
            {
                return slot.Way;
            }
        }
    }

    private static uint Key(int place, int word) => ((uint)place << WordBits) | (uint)word;

    private int Start(uint key) => (int)((key * 0x9E3779B1u) >> _shift);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(uint Key, int Way);
}
