using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MiCheckin.Core.Programs.Json;

/// <summary>A fingerprint of what a program file says: the same after re-indenting or reordering properties, another after any edit.</summary>
internal static class ContentHash
{
    public static string Of(SourceValue source)
    {
        var canonical = new StringBuilder();
        Write(source, canonical);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())))[..32];
    }

    private static void Write(SourceValue value, StringBuilder to)
    {
        switch (value.Kind)
        {
            case JsonValueKind.Object:
                to.Append('{');

                foreach (var member in value.Members.OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    to.Append(JsonSerializer.Serialize(member.Name)).Append(':');
                    Write(member.Value, to);
                    to.Append(',');
                }

                to.Append('}');
                break;
            case JsonValueKind.Array:
                to.Append('[');

                foreach (var item in value.Items)
                {
                    Write(item, to);
                    to.Append(',');
                }

                to.Append(']');
                break;
            case JsonValueKind.String:
                to.Append(JsonSerializer.Serialize(value.Text));
                break;
            default:
                to.Append(value.Kind == JsonValueKind.Number ? value.Text : value.Kind.ToString());
                break;
        }
    }
}
