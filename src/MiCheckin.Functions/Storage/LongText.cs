using System.Globalization;
using System.Text;

namespace MiCheckin.Functions.Storage;

/// <summary>A text of any length in columns name, name2, name3 …, as one column holds 32,768 characters at most.</summary>
internal static class LongText
{
    private const int ChunkLength = 30_000;

    public static void Put(Columns columns, string name, string text)
    {
        for (int start = 0, number = 1; start == 0 || start < text.Length; number++)
        {
            var length = Math.Min(ChunkLength, text.Length - start);

            // Half a surrogate pair could not be stored.
            if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]))
            {
                length--;
            }

            columns[Name(name, number)] = text.Substring(start, length);
            start += Math.Max(1, length);
        }
    }

    /// <summary>Null where the first column is absent.</summary>
    public static string? Get(Columns columns, string name)
    {
        if (columns.Text(name) is not { } first)
        {
            return null;
        }

        var text = new StringBuilder(first);

        for (var number = 2; columns.Text(Name(name, number)) is { } more; number++)
        {
            text.Append(more);
        }

        return text.ToString();
    }

    private static string Name(string name, int number) =>
        number == 1 ? name : name + number.ToString(CultureInfo.InvariantCulture);
}
