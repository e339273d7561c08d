using System.Buffers.Binary;

namespace MiCheckin.Core.Conversations;

/// <summary>Chance as an argument: a number in [0, 1) derived from the enrolment draw and a name, the same every time.</summary>
internal static class Chance
{
    public static double Of(double draw, string name)
    {
        // FNV-1a over the draw's bits and the name, finished as splitmix64 does, since FNV alone mixes short names badly.
        Span<byte> bits = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bits, BitConverter.DoubleToInt64Bits(draw));
        var hash = 14695981039346656037UL;

        foreach (var b in bits)
        {
            hash = (hash ^ b) * 1099511628211UL;
        }

        foreach (var c in name)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        return ((hash ^ (hash >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
