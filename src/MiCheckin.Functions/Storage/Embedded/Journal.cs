using Microsoft.Win32.SafeHandles;

namespace MiCheckin.Functions.Storage.Embedded;

/// <summary>
/// An append-only file of checksummed records, each on the disk before its append ends. One writer at a time.
/// </summary>
internal sealed class Journal : IDisposable
{
    public const string FileName = "tables.journal";

    private readonly string journalPath;
    private SafeFileHandle handle;
    private long length;

    private Journal(string path, SafeFileHandle file, long end)
    {
        journalPath = path;
        handle = file;
        length = end;
    }

    /// <summary>Opens or makes the journal; <paramref name="replay"/> gets every whole record, in order.</summary>
    public static async Task<Journal> OpenAsync(
        string folder,
        Action<byte[]> replay,
        ILogger logger,
        CancellationToken cancellationToken
    )
    {
        var path = Path.Combine(folder, FileName);
        var end = await new JournalReader(path).ReadAsync(replay, logger, cancellationToken);
        if (end == 0)
        {
            return await MakeAsync(path);
        }

        var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        if (RandomAccess.GetLength(file) > end)
        {
            RandomAccess.SetLength(file, end);
            RandomAccess.FlushToDisk(file);
        }

        return new Journal(path, file, end);
    }

    public async Task AppendAsync(byte[] payload)
    {
        var frame = Frame.Around(payload, length);
        await RandomAccess.WriteAsync(handle, frame, length, CancellationToken.None);
        RandomAccess.FlushToDisk(handle);
        length += frame.Length;
    }

    /// <summary>Writes these records into a new file beside the journal. If that fails the journal stands as it was.</summary>
    public Task<SafeFileHandle> WriteAsideAsync(IEnumerable<byte[]> payloads) =>
        WriteAsideAsync(journalPath, payloads);

    /// <summary>Puts the new file into the journal's place. If that fails nothing more may be appended.</summary>
    public void Adopt(SafeFileHandle aside)
    {
        handle.Dispose();
        handle = aside;
        length = RandomAccess.GetLength(aside);
        MoveIntoPlace(journalPath);
    }

    public void Dispose() => handle.Dispose();

    /// <summary>Made aside and moved, so that a journal never stands without its first line.</summary>
    private static async Task<Journal> MakeAsync(string path)
    {
        var file = await WriteAsideAsync(path, []);
        MoveIntoPlace(path);
        return new Journal(path, file, RandomAccess.GetLength(file));
    }

    private static async Task<SafeFileHandle> WriteAsideAsync(string path, IEnumerable<byte[]> payloads)
    {
        var file = File.OpenHandle(
            Aside(path),
            FileMode.Create,
            FileAccess.ReadWrite,
            FileShare.Read | FileShare.Delete
        );
        try
        {
            await RandomAccess.WriteAsync(file, JournalReader.FirstLine, 0, CancellationToken.None);
            long end = JournalReader.FirstLine.Length;
            foreach (var payload in payloads)
            {
                var frame = Frame.Around(payload, end);
                await RandomAccess.WriteAsync(file, frame, end, CancellationToken.None);
                end += frame.Length;
            }

            RandomAccess.FlushToDisk(file);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static void MoveIntoPlace(string path)
    {
        File.Move(Aside(path), path, overwrite: true);
        FolderFlush.Flush(Path.GetDirectoryName(path)!);
    }

    private static string Aside(string path) => path + ".new";
}
