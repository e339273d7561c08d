using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MiCheckin.Core.Replies;

/// <summary>
/// A row of small weights for each hashed feature that enough replies of the corpus had; the rows of all others are
/// nothing, and are not shipped. Unpacked they lie where their features point: one load each, with no look at a map.
/// </summary>
internal sealed class WeightRows
{
    /// <summary>Weights in a row: as many as one load takes.</summary>
    public const int Width = 16;

    /// <summary>Features fall into so many places (a power of two).</summary>
    public const int Bits = 19;
    public const int Places = 1 << Bits;

    private const int MapBytes = Places / 8;

    /// <summary>As many bytes as a short can hold the sum of.</summary>
    private const int MostInShort = 256;

    private readonly sbyte[] _rows;

    private WeightRows(sbyte[] rows) => _rows = rows;

    public static int Place(uint feature) => (int)(feature >> (32 - Bits));

    /// <summary>A feature that points to that place.</summary>
    public static uint FeatureAt(uint place) => place << (32 - Bits);

    /// <summary>Reads what <see cref="Bytes"/> wrote.</summary>
    public static WeightRows Read(ReadOnlySpan<byte> bytes)
    {
        var rows = new sbyte[Places * Width];
        var kept = MemoryMarshal.Cast<byte, sbyte>(bytes[MapBytes..]);

        for (var place = 0; place < Places; place++)
        {
            if ((bytes[place / 8] & (1 << (place % 8))) != 0)
            {
                kept[..Width].CopyTo(rows.AsSpan(place * Width));
                kept = kept[Width..];
            }
        }

        return new WeightRows(rows);
    }

    /// <summary>The kept places as bits, then their rows in the order of the places.</summary>
    /// <param name="weights"><see cref="Places"/> rows of <see cref="Width"/>.</param>
    /// <param name="isKept">A place each.</param>
    public static byte[] Bytes(ReadOnlySpan<sbyte> weights, ReadOnlySpan<bool> isKept)
    {
        var map = new byte[MapBytes];
        var rows = new List<byte>();

        for (var place = 0; place < Places; place++)
        {
            if (isKept[place])
            {
                map[place / 8] |= (byte)(1 << (place % 8));
                rows.AddRange(MemoryMarshal.AsBytes(weights.Slice(place * Width, Width)));
            }
        }

        return [.. map, .. rows];
    }

    /// <summary>Adds up the rows of all <paramref name="features"/>, as whole numbers.</summary>
    public (Vector256<int> Head, Vector256<int> Tail) Sum(ReadOnlySpan<uint> features)
    {
        var (head, tail) = (Vector256<int>.Zero, Vector256<int>.Zero);

        for (var from = 0; from < features.Length; from += MostInShort)
        {
            var sum = SumShort(features.Slice(from, Math.Min(MostInShort, features.Length - from)));
            var (low, high) = Vector256.Widen(sum);
            head += low;
            tail += high;
        }

        return (head, tail);
    }

    /// <summary>The same for so few that a short holds the sum.</summary>
    public Vector256<short> SumShort(ReadOnlySpan<uint> features)
    {
        ref var rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        var sum = Vector256<short>.Zero;

        foreach (var feature in features)
        {
            var row = Vector128.LoadUnsafe(ref rows, (nuint)((feature >> (32 - Bits)) * Width));
            sum += Vector256.WidenLower(row.ToVector256Unsafe());
        }

        return sum;
    }
}
