using System.Globalization;
using System.Text;

namespace MiCheckin.Functions.Storage.Azure;

/// <summary>
/// One answer inside the answer to a batch: one for each write if all went through, else a single one whose message
/// begins with the number of the write that failed.
/// https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions#sample-error-response
/// </summary>
internal sealed record BatchAnswer(int Status, string? Tag, ODataError Error)
{
    private const string StatusLine = "HTTP/1.1 ";

    /// <summary>Which write failed, as far as the message says so: "3:The update condition …".</summary>
    public int? FailedIndex =>
        Error.Message?.Split(':', 2) is [var number, _]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;

    public static IReadOnlyList<BatchAnswer> Parse(BinaryData content)
    {
        var answers = new List<BatchAnswer>();
        foreach (var line in content.ToString().Split('\n').Select(line => line.TrimEnd('\r')))
        {
            if (line.StartsWith(StatusLine, StringComparison.Ordinal))
            {
                var status = int.Parse(line.AsSpan(StatusLine.Length, 3), CultureInfo.InvariantCulture);
                answers.Add(new BatchAnswer(status, null, default));
            }
            else if (answers.Count > 0)
            {
                answers[^1] = answers[^1].With(line);
            }
        }

        return answers;
    }

    private BatchAnswer With(string line)
    {
        if (line.StartsWith("ETag:", StringComparison.OrdinalIgnoreCase))
        {
            return this with { Tag = line["ETag:".Length..].Trim() };
        }

        return line.StartsWith('{') && ODataError.TryRead(Encoding.UTF8.GetBytes(line), out var error)
            ? this with
            {
                Error = error,
            }
            : this;
    }
}
