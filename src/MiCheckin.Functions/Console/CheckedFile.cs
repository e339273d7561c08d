using MiCheckin.Functions.Console.Markup;

namespace MiCheckin.Functions.Console;

/// <summary>A file that is sent, shown with what was found in it, and comes back as it was with the confirmation.</summary>
internal static class CheckedFile
{
    public const string Field = "file";
    private const string Kept = "checked";

    /// <summary>The uploaded file, or the one that was checked before; null where there is neither, or it is too large.</summary>
    public static async Task<byte[]?> OfAsync(
        IFormCollection form,
        int largest,
        CancellationToken cancellationToken
    )
    {
        if (form.Files[Field] is { Length: > 0 } upload && upload.Length <= largest)
        {
            using var bytes = new MemoryStream();
            await upload.CopyToAsync(bytes, cancellationToken);
            return bytes.ToArray();
        }

        var text = form[Kept].ToString();
        var before = new byte[text.Length];
        return text.Length > 0 && Convert.TryFromBase64String(text, before, out var length)
            ? before[..length]
            : null;
    }

    public static bool IsConfirmed(IFormCollection form) => form["confirmed"] == "yes";

    /// <summary>What the form of the confirmation carries.</summary>
    public static Html Confirmation(byte[] file) =>
        Html.Of(
            $"""<input type="hidden" name="{Kept}" value="{Convert.ToBase64String(
                file
            )}"><input type="hidden" name="confirmed" value="yes">"""
        );
}
