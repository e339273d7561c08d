using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace MiCheckin.Functions.Storage.Embedded;

/// <summary>
/// What precedes each record in the journal: its length, a checksum of its content, and a checksum of those two and
/// of the place in the file, so that neither a damaged length nor a record inside another's text is ever believed.
/// </summary>
internal static class Frame
{
    public const int HeaderLength = 12;

    public static byte[] Around(ReadOnlySpan<byte> payload, long offset)
    {
        var frame = new byte[HeaderLength + payload.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(4), Checksum(payload));
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(8), HeaderChecksum(frame.AsSpan(0, 8), offset));
        payload.CopyTo(frame.AsSpan(HeaderLength));
        return frame;
    }

    /// <summary>The length of the record whose header this is, or null if it is no header for this place.</summary>
    public static int? LengthOf(ReadOnlySpan<byte> header, long offset)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(header[8..]) != HeaderChecksum(header[..8], offset))
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        return length < 0 ? null : length;
    }

    public static bool Holds(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload) =>
        BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) == Checksum(payload);

    private static uint HeaderChecksum(ReadOnlySpan<byte> lengthAndChecksum, long offset) =>
        ~BitOperations.Crc32C(
            BitOperations.Crc32C(uint.MaxValue, BinaryPrimitives.ReadUInt64LittleEndian(lengthAndChecksum)),
            (ulong)offset
        );

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        return ~crc;
    }
}
