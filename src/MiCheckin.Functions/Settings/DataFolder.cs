namespace MiCheckin.Functions.Settings;

/// <summary>The folder of a stand-alone program. It is looked at with all other settings, and made only when they are all right.</summary>
internal static class DataFolder
{
    /// <summary>Why nothing could be kept there, with what to write instead; null where it could. Leaves no trace.</summary>
    public static string? Mistake(string folder)
    {
        try
        {
            var there = Path.GetFullPath(folder);
            while (!Directory.Exists(there))
            {
                if (File.Exists(there))
                {
                    return Told(folder, $"{there} is a file");
                }

                there = Path.GetDirectoryName(there) ?? Path.GetPathRoot(there) ?? ".";
            }

            Directory.Delete(
                Directory.CreateDirectory(Path.Combine(there, Path.GetRandomFileName())).FullName
            );
            return null;
        }
        catch (Exception e)
            when (e
                    is IOException
                        or UnauthorizedAccessException
                        or ArgumentException
                        or NotSupportedException
            )
        {
            return Told(folder, e.Message.TrimEnd('.'));
        }
    }

    private static string Told(string folder, string why) =>
        $"Data: '{folder}' cannot be used as a folder: {why}. Name one that you may write to, as in --data data.";
}
