namespace MiCheckin.Functions.Storage.Embedded;

/// <summary>Holds a folder for this process; the system lets go of it when the process ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream file;

    private FolderLock(FileStream file) => this.file = file;

    public static FolderLock Take(string folder)
    {
        try
        {
            MakeFolder(folder);
            return new FolderLock(
                new FileStream(
                    Path.Combine(folder, "tables.lock"),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                )
            );
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StorageException(
                "FolderUnusable",
                $"The data folder {folder} cannot be used: {e.Message} Name another with --data.",
                e
            );
        }
        catch (IOException e)
        {
            throw new StorageException(
                "FolderInUse",
                $"The data folder {folder} is in use by another MiCheckin, or cannot be locked: {e.Message} "
                    + "Stop the other one, or name another folder with --data.",
                e
            );
        }
    }

    public void Dispose() => file.Dispose();

    /// <summary>People's words will lie here: for this user alone, where the system knows users.</summary>
    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(
            folder,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
    }
}
