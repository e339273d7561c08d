namespace MiCheckin.Functions.Enrolment;

/// <summary>The cells of one line, and what was found wrong with them; a phone number is shown masked.</summary>
internal sealed class CheckedLine(EnrolmentLine line)
{
    private readonly List<EnrolmentProblem> problems = [];

    public int Row => line.Row;

    public IReadOnlyList<EnrolmentProblem> Problems => problems;

    /// <summary>What stands in the column, trimmed; empty where the file has no such column.</summary>
    public string Cell(string column) => line.Cell(column);

    public void Wrong(string column, string reason, string fix)
    {
        var value = Cell(column);
        var shown = string.Equals(column, EnrolmentColumns.Phone, StringComparison.Ordinal)
            ? PhoneReader.Masked(value)
            : value;
        problems.Add(new EnrolmentProblem(line.Row, column, shown, reason, fix));
    }

    /// <summary>Cells to the right of the last heading: it cannot be told which column they belong to.</summary>
    public void CheckWidth()
    {
        if (line.Beyond.Length > 0)
        {
            problems.Add(
                new EnrolmentProblem(
                    line.Row,
                    "",
                    "",
                    "The row has more cells than there are headings, so what stands in them may belong to another column.",
                    "Put a cell that holds a comma between quotation marks, or remove what is left over at the end of the row."
                )
            );
        }
    }

    /// <summary>People write names in any case.</summary>
    public static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
