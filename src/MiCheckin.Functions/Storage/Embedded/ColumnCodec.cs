namespace MiCheckin.Functions.Storage.Embedded;

/// <summary>The columns of a row in the journal: a letter for the type, then the value.</summary>
internal static class ColumnCodec
{
    public static void Write(BinaryWriter writer, Columns columns)
    {
        writer.Write7BitEncodedInt(columns.Count);
        foreach (var (name, value) in columns)
        {
            writer.Write(name);
            Write(writer, value!);
        }
    }

    public static Columns Read(BinaryReader reader)
    {
        var columns = new Columns();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            columns.Add(reader.ReadString(), ReadValue(reader));
        }

        return columns;
    }

    private static void Write(BinaryWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.Write('s');
                writer.Write(text);
                break;
            case bool flag:
                writer.Write('b');
                writer.Write(flag);
                break;
            case int number:
                writer.Write('i');
                writer.Write(number);
                break;
            case long number:
                writer.Write('l');
                writer.Write(number);
                break;
            case double number:
                writer.Write('d');
                writer.Write(number);
                break;
            case DateTimeOffset time:
                writer.Write('t');
                writer.Write(time.UtcTicks);
                break;
            case Guid id:
                writer.Write('g');
                writer.Write(id.ToByteArray());
                break;
            case byte[] bytes:
                writer.Write('y');
                writer.Write7BitEncodedInt(bytes.Length);
                writer.Write(bytes);
                break;
            default:
                throw new InvalidOperationException($"{value.GetType().Name} is no type of a column.");
        }
    }

    private static object ReadValue(BinaryReader reader) =>
        reader.ReadChar() switch
        {
            's' => reader.ReadString(),
            'b' => reader.ReadBoolean(),
            'i' => reader.ReadInt32(),
            'l' => reader.ReadInt64(),
            'd' => reader.ReadDouble(),
            't' => new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero),
            'g' => new Guid(reader.ReadBytes(16)),
            'y' => reader.ReadBytes(reader.Read7BitEncodedInt()),
            var type => throw new InvalidDataException($"A column of unknown type '{type}'."),
        };
}
