using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace MiCheckin.Functions.Storage.Embedded;

/// <summary>
/// Reads a journal from its first line to the end of its last whole record. What a crash can leave is dropped with a
/// warning: a last record that is cut short, or one whose end never reached the disk. Everything else that does not
/// fit is damage, and refused: dropping it would lose commits that were acknowledged.
/// </summary>
internal sealed partial class JournalReader(string path)
{
    private const int Format = 1;
    private const int MostSearched = 256 * 1024 * 1024;
    private const string Title = "MICHECKIN TABLES ";

    public static readonly byte[] FirstLine = Encoding.ASCII.GetBytes($"{Title}{Format}\n");

    /// <summary>Gives the offset after the last whole record; 0 if there is no journal yet.</summary>
    public async Task<long> ReadAsync(
        Action<byte[]> replay,
        ILogger logger,
        CancellationToken cancellationToken
    )
    {
        if (!File.Exists(path))
        {
            return 0;
        }

        using var file = File.OpenHandle(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            FileOptions.SequentialScan
        );
        var length = RandomAccess.GetLength(file);
        var offset = await ReadFirstLineAsync(file, length, cancellationToken);
        while (offset > 0 && offset < length)
        {
            if (await ReadRecordAsync(file, offset, length, cancellationToken) is not { } payload)
            {
                await RefuseUnlessTornAsync(file, offset, length, cancellationToken);
                Log.TornTail(logger, FileNameOnly(), length - offset, offset);
                break;
            }

            replay(payload);
            offset += Frame.HeaderLength + payload.Length;
        }

        return offset;
    }

    private async Task<long> ReadFirstLineAsync(
        SafeFileHandle file,
        long length,
        CancellationToken cancellationToken
    )
    {
        var line = await BytesAsync(file, 0, (int)Math.Min(length, 64), cancellationToken);
        if (line.AsSpan().StartsWith(FirstLine))
        {
            return FirstLine.Length;
        }

        if (FirstLine.AsSpan().StartsWith(line))
        {
            return 0;
        }

        var words = Encoding.Latin1.GetString(line).Split('\n')[0];
        if (
            words.StartsWith(Title, StringComparison.Ordinal)
            && int.TryParse(words.AsSpan(Title.Length), CultureInfo.InvariantCulture, out var format)
            && format > Format
        )
        {
            throw new StorageException(
                "JournalNewer",
                $"{path} was written by a newer MiCheckin (format {format}; this one reads {Format}). "
                    + "Start that version, or use another data folder. Nothing was changed."
            );
        }

        throw new StorageException(
            "JournalDamaged",
            $"{path} does not begin as a MiCheckin journal does. Restore it from a backup, or use another data folder. "
                + "Nothing was changed."
        );
    }

    /// <summary>The record at this offset, or null if there is no whole and sound one.</summary>
    private static async Task<byte[]?> ReadRecordAsync(
        SafeFileHandle file,
        long offset,
        long length,
        CancellationToken cancellationToken
    )
    {
        if (length - offset < Frame.HeaderLength)
        {
            return null;
        }

        var header = await BytesAsync(file, offset, Frame.HeaderLength, cancellationToken);
        if (
            Frame.LengthOf(header, offset) is not { } payloadLength
            || payloadLength > length - offset - Frame.HeaderLength
        )
        {
            return null;
        }

        var payload = await BytesAsync(file, offset + Frame.HeaderLength, payloadLength, cancellationToken);
        return Frame.Holds(header, payload) ? payload : null;
    }

    private async Task RefuseUnlessTornAsync(
        SafeFileHandle file,
        long offset,
        long length,
        CancellationToken cancellationToken
    )
    {
        var sound = await SoundRecordsAfterAsync(file, offset, length, cancellationToken);
        if (sound == 0 && await IsTornAsync(file, offset, length, cancellationToken))
        {
            return;
        }

        throw new StorageException(
            "JournalDamaged",
            $"{path} is damaged at byte {offset} of {length}: the record there fails its checksum, and {sound} sound "
                + "records follow it. Nothing was changed. Restore the file from a backup. Or keep a copy of it and cut it "
                + $"off there (truncate -s {offset} \"{path}\"): all that was stored later is then lost."
        );
    }

    private static async Task<int> SoundRecordsAfterAsync(
        SafeFileHandle file,
        long offset,
        long length,
        CancellationToken cancellationToken
    )
    {
        var rest = await BytesAsync(
            file,
            offset,
            (int)Math.Min(length - offset, MostSearched),
            cancellationToken
        );
        var sound = 0;
        for (var i = 1; i <= rest.Length - Frame.HeaderLength; i++)
        {
            if (Frame.LengthOf(rest.AsSpan(i, Frame.HeaderLength), offset + i) is not null)
            {
                sound += await ReadRecordAsync(file, offset + i, length, cancellationToken) is null ? 0 : 1;
            }
        }

        return sound;
    }

    /// <summary>Cut short, or its end is still the zeros of a disk that lost power: a record never ends in zero.</summary>
    private static async Task<bool> IsTornAsync(
        SafeFileHandle file,
        long offset,
        long length,
        CancellationToken cancellationToken
    )
    {
        if (length - offset < Frame.HeaderLength)
        {
            return true;
        }

        var header = await BytesAsync(file, offset, Frame.HeaderLength, cancellationToken);
        var last = await BytesAsync(file, length - 1, 1, cancellationToken);
        return last[0] == 0 || Frame.LengthOf(header, offset) > length - offset - Frame.HeaderLength;
    }

    private static async Task<byte[]> BytesAsync(
        SafeFileHandle file,
        long offset,
        int count,
        CancellationToken cancellationToken
    )
    {
        var bytes = new byte[count];
        var filled = 0;
        while (filled < count)
        {
            var read = await RandomAccess.ReadAsync(
                file,
                bytes.AsMemory(filled),
                offset + filled,
                cancellationToken
            );
            if (read == 0)
            {
                throw new EndOfStreamException(
                    $"A journal ended at byte {offset + filled} while it was read."
                );
            }

            filled += read;
        }

        return bytes;
    }

    private string FileNameOnly() => Path.GetFileName(path);

    private static partial class Log
    {
        [LoggerMessage(
            1001,
            LogLevel.Warning,
            "{Journal}: the last {Bytes} bytes, from byte {Offset} on, are an unfinished commit that was never acknowledged. Dropped."
        )]
        public static partial void TornTail(ILogger logger, string journal, long bytes, long offset);
    }
}
