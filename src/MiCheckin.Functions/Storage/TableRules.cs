namespace MiCheckin.Functions.Storage;

/// <summary>
/// What Table Storage refuses, refused before anything is sent or stored, whichever implementation is in use.
/// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
/// </summary>
internal static class TableRules
{
    public const int MostWrites = 100;
    public const int MostBatchBytes = 4 * 1024 * 1024;

    private const int MostKeyLength = 512;

    /// <summary>A batch carries at most this much besides each row: method, address with both keys, headers.</summary>
    private const int BytesAroundAWrite = 1024;

    /// <summary>A control character is two bytes of a row and six of JSON; small columns are mostly their types.</summary>
    private const int MostWireBytesForAByte = 8;

    public static void CheckTable(string table)
    {
        if (!IsTableName(table) || string.Equals(table, "tables", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                $"'{table}' cannot name a table: 3 to 63 letters and digits, a letter first, not 'tables'.",
                nameof(table)
            );
        }
    }

    public static void CheckKey(RowKey key)
    {
        CheckKeyPart(key.Partition, "partition");
        CheckKeyPart(key.Row, "row");
    }

    public static void CheckRange(RowRange range)
    {
        CheckKeyPart(range.Partition, "partition");
        CheckKeyPart(range.From ?? "", "row");
        CheckKeyPart(range.To ?? "", "row");
        if (range.Max is < 1)
        {
            throw new ArgumentException($"A query for {range.Max} rows asks for nothing.", nameof(range));
        }
    }

    /// <summary>Checks the batch and gives it as it will be stored: columns copied, without nulls, times in UTC.</summary>
    public static IReadOnlyList<TableWrite> Checked(string table, IReadOnlyList<TableWrite> writes)
    {
        CheckTable(table);
        if (writes.Count is 0 or > MostWrites)
        {
            throw new ArgumentException(
                $"A batch holds 1 to {MostWrites} writes, not {writes.Count}.",
                nameof(writes)
            );
        }

        var seen = new HashSet<RowKey>();
        foreach (var write in writes)
        {
            CheckKey(write.Key);
            CheckTag(write);
            if (!string.Equals(write.Key.Partition, writes[0].Key.Partition, StringComparison.Ordinal))
            {
                throw new ArgumentException("A batch writes to one partition only.", nameof(writes));
            }

            if (!seen.Add(write.Key))
            {
                throw new ArgumentException("A batch writes each row once only.", nameof(writes));
            }
        }

        var stored = writes.Select(Stored).ToList();
        CheckSize(stored);
        return stored;
    }

    private static TableWrite Stored(TableWrite write) =>
        write switch
        {
            TableWrite.Insert w => w with { Columns = RowRules.Stored(w.Key, w.Columns) },
            TableWrite.Replace w => w with { Columns = RowRules.Stored(w.Key, w.Columns) },
            TableWrite.Upsert w => w with { Columns = RowRules.Stored(w.Key, w.Columns) },
            _ => write,
        };

    private static void CheckSize(List<TableWrite> writes)
    {
        if (writes.Count == 1 || writes.Sum(RowRules.Size) * MostWireBytesForAByte < MostBatchBytes)
        {
            return;
        }

        var bytes = writes.Sum(write => BytesAroundAWrite + RowRules.WireBytes(write));
        if (bytes > MostBatchBytes)
        {
            throw new ArgumentException(
                $"A batch holds at most {MostBatchBytes:N0} bytes, this one {bytes:N0}.",
                nameof(writes)
            );
        }
    }

    private static bool IsTableName(string table) =>
        table.Length is >= 3 and <= 63
        && char.IsAsciiLetter(table[0])
        && table.All(char.IsAsciiLetterOrDigit);

    private static void CheckTag(TableWrite write)
    {
        var tag = write switch
        {
            TableWrite.Replace replace => replace.Tag,
            TableWrite.Delete delete => delete.Tag ?? "any",
            _ => "any",
        };
        if (tag.Length == 0 || tag is "*" || tag.Any(char.IsControl))
        {
            throw new ArgumentException("A tag is what a read row came with.", nameof(write));
        }
    }

    /// <summary>The message never holds the key: what is wrong with it may be that it holds a person's words.</summary>
    private static void CheckKeyPart(string part, string which)
    {
        if (part.Length > MostKeyLength)
        {
            throw new ArgumentException(
                $"The {which} key is {part.Length} characters long, at most {MostKeyLength}.",
                nameof(part)
            );
        }

        if (part.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c)))
        {
            throw new ArgumentException(
                $"The {which} key holds one of / \\ # ? or a control character.",
                nameof(part)
            );
        }

        if (!IsWellFormed(part))
        {
            throw new ArgumentException($"The {which} key holds half of a surrogate pair.", nameof(part));
        }
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
