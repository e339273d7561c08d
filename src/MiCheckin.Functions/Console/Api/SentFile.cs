namespace MiCheckin.Functions.Console.Api;

/// <summary>The one file of a request: its body, or what a multipart form carries.</summary>
internal static class SentFile
{
    /// <summary>Null where there is none, or one that is empty or larger than allowed.</summary>
    public static async Task<byte[]?> OfAsync(
        HttpRequest request,
        int largest,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (!request.HasFormContentType)
            {
                return await BytesAsync(request.Body, largest, cancellationToken);
            }

            var form = await request.ReadFormAsync(cancellationToken);
            return form.Files is [var file, ..] && file.Length <= largest
                ? await BytesAsync(file.OpenReadStream(), largest, cancellationToken)
                : null;
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static async Task<byte[]?> BytesAsync(
        Stream stream,
        int largest,
        CancellationToken cancellationToken
    )
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;

        // No further than one byte too many shows.
        while (bytes.Length <= largest && (read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await bytes.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return bytes.Length > 0 && bytes.Length <= largest ? bytes.ToArray() : null;
    }
}
