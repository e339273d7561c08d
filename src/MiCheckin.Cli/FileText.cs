namespace MiCheckin.Cli;

/// <summary>The text of a file somebody named, or why it cannot be read.</summary>
internal sealed record FileText(string? Text, string Problem)
{
    public static async Task<FileText> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return new FileText(await File.ReadAllTextAsync(file, cancellationToken), "");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new FileText(null, $"{file}: cannot be read: {e.Message}");
        }
    }
}
