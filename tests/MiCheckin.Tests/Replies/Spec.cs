using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.ReplyReading;

/// <summary>The written cases beside the tests: tab separated, a heading line, comments with #.</summary>
internal static class Spec
{
    public static List<string[]> Rows(string name) =>
        [
            .. File.ReadLines(Checkout.At("tests/MiCheckin.Tests/Replies/Specs", $"{name}.tsv"))
                .Skip(1)
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split('\t')),
        ];
}
