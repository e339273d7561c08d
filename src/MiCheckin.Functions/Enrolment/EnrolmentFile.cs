using System.Text;
using CsvHelper;

namespace MiCheckin.Functions.Enrolment;

/// <summary>One line of the file as text, under the names of our columns.</summary>
/// <param name="Row">As a spreadsheet counts: the headings are row 1.</param>
/// <param name="Beyond">The first words that stand to the right of the last heading; empty in a sound row.</param>
internal sealed record EnrolmentLine(int Row, IReadOnlyDictionary<string, string> Cells, string Beyond)
{
    /// <summary>What stands in the column, trimmed; empty where the file has no such column.</summary>
    public string Cell(string column) => Cells.GetValueOrDefault(column, "");
}

/// <summary>
/// Reads an enrolment file as people save it: UTF-8 with or without BOM, UTF-16 or Windows-1252; commas, semicolons or
/// tabs; headings in any case and spacing. Nothing is judged here but whether it is such a file at all.
/// </summary>
internal static class EnrolmentFile
{
    public const int MostRows = 5_000;
    public const int MostBytes = 4 * 1024 * 1024;

    private const int MostCell = 500;
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The lines, and what keeps the file from being read at all.</summary>
    public static async Task<(
        IReadOnlyList<EnrolmentLine> Lines,
        IReadOnlyList<EnrolmentProblem> Problems
    )> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (await BytesOfAsync(stream, cancellationToken) is not { } bytes)
        {
            return Refused("The file is larger than 4 MB.", "Split it into smaller files.");
        }

        var text = TextOf(bytes);

        if (text.AsSpan().IndexOf('\0') >= 0)
        {
            return Refused(
                "This is no text file; it may be a spreadsheet.",
                "In the spreadsheet choose Save as, CSV UTF-8, and send that file."
            );
        }

        try
        {
            return await LinesAsync(text, cancellationToken);
        }
        catch (CsvFormatException broken)
        {
            return Refused(
                $"A quotation mark is out of place near line {broken.LineNumber}.",
                "Close the quotation mark, or double one that belongs to the text."
            );
        }
    }

    /// <summary>UTF-16 and UTF-8 say so or read as such; everything else is what Windows saves, Windows-1252.</summary>
    internal static string TextOf(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            var utf16 = bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            return utf16.GetString(bytes.AsSpan(2));
        }

        var withoutMark = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes.AsSpan();
        return System.Text.Unicode.Utf8.IsValid(withoutMark)
            ? Encoding.UTF8.GetString(withoutMark)
            : CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(withoutMark);
    }

    private static async Task<(IReadOnlyList<EnrolmentLine>, IReadOnlyList<EnrolmentProblem>)> LinesAsync(
        string text,
        CancellationToken cancellationToken
    )
    {
        await using var csv = CsvReader.FromText(text, Options(text));
        await csv.ReadHeaderAsync(cancellationToken);
        var headings = csv.Headers.ToList();

        if (headings.TrueForAll(string.IsNullOrWhiteSpace))
        {
            return Refused(
                "The file is empty.",
                $"Its first row names the columns: {EnrolmentColumns.Listed}."
            );
        }

        var columns = headings.Select(EnrolmentColumns.Find).ToList();

        if (EnrolmentColumns.Mistakes(headings, columns) is { Count: > 0 } mistakes)
        {
            return ([], mistakes);
        }

        return await RowsAsync(csv, columns, cancellationToken);
    }

    private static async Task<(IReadOnlyList<EnrolmentLine>, IReadOnlyList<EnrolmentProblem>)> RowsAsync(
        CsvReader csv,
        List<string?> columns,
        CancellationToken cancellationToken
    )
    {
        List<EnrolmentLine> lines = [];

        while (await csv.ReadAsync(cancellationToken))
        {
            var line = LineOf(csv, columns);

            if (line.Cells.Values.All(cell => cell.Length == 0))
            {
                continue;
            }

            if (lines.Count == MostRows)
            {
                return Refused($"The file has more than {MostRows:N0} rows.", "Split it into smaller files.");
            }

            lines.Add(line);
        }

        return lines.Count > 0
            ? (lines, [])
            : Refused("The file has headings and no rows.", "Add one row for each person.");
    }

    private static EnrolmentLine LineOf(CsvReader csv, List<string?> columns)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);

        for (var at = 0; at < columns.Count; at++)
        {
            if (columns[at] is { } column && at < csv.FieldCount)
            {
                var trimmed = csv.GetString(at).Trim();
                cells[column] = trimmed[..Math.Min(trimmed.Length, MostCell)];
            }
        }

        var beyond = Enumerable
            .Range(columns.Count, Math.Max(0, csv.FieldCount - columns.Count))
            .Select(at => csv.GetString(at).Trim())
            .FirstOrDefault(cell => cell.Length > 0, "");
        return new EnrolmentLine((int)csv.LineNumber, cells, beyond[..Math.Min(beyond.Length, MostCell)]);
    }

    private static CsvReaderOptions Options(string text) =>
        new()
        {
            Separator = SeparatorOf(text),
            TrimWhitespace = true,
            TrackLineNumbers = true,
            SkipEmptyLines = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        };

    /// <summary>The one that the headings hold most often: a heading never holds another.</summary>
    private static char SeparatorOf(string text)
    {
        var firstLine = text.AsSpan().TrimStart("\r\n ");
        var end = firstLine.IndexOfAny('\r', '\n');
        var headings = (end < 0 ? firstLine : firstLine[..end]).ToString();
        return Separators.MaxBy(separator => headings.Count(c => c == separator));
    }

    private static async Task<byte[]?> BytesOfAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];

        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0; )
        {
            if (copy.Length + read > MostBytes)
            {
                return null;
            }

            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }

    private static (IReadOnlyList<EnrolmentLine>, IReadOnlyList<EnrolmentProblem>) Refused(
        string reason,
        string fix
    ) => ([], [new EnrolmentProblem(1, "", "", reason, fix)]);
}
