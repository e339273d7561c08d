namespace MiCheckin.Tests.ReplyReading;

/// <summary>The written cases beside the tests: tab separated, a heading line, comments with #.</summary>
internal static class Spec
{
    public static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "MiCheckin.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }

    public static List<string[]> Rows(string name) =>
        [
            .. File.ReadLines(Path.Combine(Root(), "tests/MiCheckin.Tests/Replies/Specs", $"{name}.tsv"))
                .Skip(1)
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split('\t')),
        ];
}
