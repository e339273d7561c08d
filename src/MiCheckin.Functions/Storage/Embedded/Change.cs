using System.Text;

namespace MiCheckin.Functions.Storage.Embedded;

/// <summary>One thing that a commit did to the tables, as the journal holds it.</summary>
internal abstract record Change
{
    /// <summary>No record ends in zero, as a part of a file does that was never written.</summary>
    private const byte End = 0xE5;

    private Change() { }

    public sealed record Made(string Table) : Change;

    public sealed record Put(string Table, TableRow Row) : Change;

    public sealed record Removed(string Table, RowKey Key) : Change;

    /// <summary>The last tag given out, so that none is ever given twice.</summary>
    public sealed record Counted(long LastTag) : Change;

    /// <summary>All changes of one group of commits. They are applied together or, if the group was torn, not at all.</summary>
    public static byte[] Write(IEnumerable<Change> changes)
    {
        var buffer = new MemoryStream();
        var writer = new BinaryWriter(buffer, Encoding.UTF8);
        foreach (var change in changes)
        {
            Write(writer, change);
        }

        writer.Write(End);
        writer.Flush();
        return buffer.ToArray();
    }

    public static IEnumerable<Change> Read(byte[] payload)
    {
        using var reader = new BinaryReader(new MemoryStream(payload), Encoding.UTF8);
        while (reader.BaseStream.Position < payload.Length - 1)
        {
            yield return Read(reader);
        }
    }

    private static void Write(BinaryWriter writer, Change change)
    {
        switch (change)
        {
            case Counted counted:
                writer.Write('C');
                writer.Write(counted.LastTag);
                break;
            case Made made:
                writer.Write('T');
                writer.Write(made.Table);
                break;
            case Removed removed:
                writer.Write('D');
                writer.Write(removed.Table);
                writer.Write(removed.Key.Partition);
                writer.Write(removed.Key.Row);
                break;
            case Put put:
                writer.Write('P');
                writer.Write(put.Table);
                writer.Write(put.Row.Key.Partition);
                writer.Write(put.Row.Key.Row);
                writer.Write(put.Row.Tag);
                ColumnCodec.Write(writer, put.Row.Columns);
                break;
        }
    }

    private static Change Read(BinaryReader reader) =>
        reader.ReadChar() switch
        {
            'C' => new Counted(reader.ReadInt64()),
            'T' => new Made(reader.ReadString()),
            'D' => new Removed(reader.ReadString(), ReadKey(reader)),
            // Arguments are read in the order in which they stand here: the key, the tag, the columns.
            'P' => new Put(
                reader.ReadString(),
                new TableRow(ReadKey(reader), Tag: reader.ReadString(), Columns: ColumnCodec.Read(reader))
            ),
            var kind => throw new InvalidDataException($"A change of unknown kind '{kind}'."),
        };

    private static RowKey ReadKey(BinaryReader reader) => new(reader.ReadString(), reader.ReadString());
}
