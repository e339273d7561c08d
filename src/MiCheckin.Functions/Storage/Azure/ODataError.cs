using System.Text.Json;

namespace MiCheckin.Functions.Storage.Azure;

/// <summary>An error in the JSON of the table service.</summary>
internal readonly record struct ODataError(string Code, string Message)
{
    public static bool TryRead(ReadOnlyMemory<byte> content, out ODataError error)
    {
        error = default;
        try
        {
            using var json = JsonDocument.Parse(content);
            var inner = json.RootElement.GetProperty("odata.error");
            error = new ODataError(
                inner.GetProperty("code").GetString() ?? "",
                inner.GetProperty("message").GetProperty("value").GetString() ?? ""
            );
            return true;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }
}
