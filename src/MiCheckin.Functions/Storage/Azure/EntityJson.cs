using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MiCheckin.Functions.Storage.Azure;

/// <summary>A row in the service's JSON, with the types that JSON has not beside the values.</summary>
internal static class EntityJson
{
    private const string TypeSuffix = "@odata.type";

    /// <summary>Other scripts stay UTF-8 instead of six bytes a letter; nothing here is ever put into a page.</summary>
    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [SuppressMessage("Design", "MA0045", Justification = "It writes into memory.")]
    public static ReadOnlyMemory<byte> Write(RowKey key, Columns columns, Guid operation)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        var json = new Utf8JsonWriter(buffer, Compact);
        json.WriteStartObject();
        json.WriteString("PartitionKey", key.Partition);
        json.WriteString("RowKey", key.Row);
        Write(json, RowRules.OperationColumn, operation);
        foreach (var (name, value) in columns)
        {
            Write(json, name, value);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>The row, and which submission wrote it.</summary>
    public static (TableRow Row, Guid? Operation) Read(JsonElement entity)
    {
        string partition = "",
            rowKey = "",
            tag = "";
        var columns = new Columns();
        foreach (var property in entity.EnumerateObject())
        {
            switch (property.Name)
            {
                case "PartitionKey":
                    partition = property.Value.GetString()!;
                    break;
                case "RowKey":
                    rowKey = property.Value.GetString()!;
                    break;
                case "odata.etag":
                    tag = property.Value.GetString()!;
                    break;
                case "Timestamp":
                    break;
                case var name when !name.Contains("odata.", StringComparison.Ordinal):
                    columns[name] = Value(entity, property);
                    break;
            }
        }

        var operation = columns.Remove(RowRules.OperationColumn, out var id) ? id as Guid? : null;
        return (new TableRow(new RowKey(partition, rowKey), columns, tag), operation);
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case double number:
                json.WriteString(name + TypeSuffix, "Edm.Double");
                json.WriteNumber(name, number);
                break;
            case long number:
                json.WriteString(name + TypeSuffix, "Edm.Int64");
                json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset time:
                json.WriteString(name + TypeSuffix, "Edm.DateTime");
                json.WriteString(
                    name,
                    time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture)
                );
                break;
            case Guid id:
                json.WriteString(name + TypeSuffix, "Edm.Guid");
                json.WriteString(name, id);
                break;
            case byte[] bytes:
                json.WriteString(name + TypeSuffix, "Edm.Binary");
                json.WriteBase64String(name, bytes);
                break;
            default:
                throw new InvalidOperationException($"Column '{name}' was not checked.");
        }
    }

    private static object? Value(JsonElement entity, JsonProperty property)
    {
        var value = property.Value;
        var type = entity.TryGetProperty(property.Name + TypeSuffix, out var named)
            ? named.GetString()
            : null;
        return (type, value.ValueKind) switch
        {
            ("Edm.Int64", _) => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
            ("Edm.DateTime", _) => value.GetDateTimeOffset(),
            ("Edm.Guid", _) => value.GetGuid(),
            ("Edm.Binary", _) => value.GetBytesFromBase64(),
            ("Edm.Double", JsonValueKind.String) => double.Parse(
                value.GetString()!,
                CultureInfo.InvariantCulture
            ),
            ("Edm.Double", _) => value.GetDouble(),
            (_, JsonValueKind.String) => value.GetString(),
            (_, JsonValueKind.True) => true,
            (_, JsonValueKind.False) => false,
            (_, JsonValueKind.Number) => value.TryGetInt32(out var whole) ? (object)whole : value.GetDouble(),
            _ => null,
        };
    }
}
