using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.ReplyReading;

/// <summary>A list that two files name alike is one list: a word for a drink once stood among the words for our texts.</summary>
public sealed class RuleListTests
{
    /// <summary>The wishes that danger adds its own to.</summary>
    private static readonly string[] Shared = ["want"];

    [Fact]
    public void No_list_of_words_is_named_in_two_files_unless_it_is_meant()
    {
        var twice = Directory
            .EnumerateFiles(Checkout.At("src/MiCheckin.Core/Replies/Rules"), "*.txt")
            .SelectMany(file => File.ReadLines(file).Where(line => line.StartsWith('@')))
            .Select(line => line[1..line.IndexOf('=', StringComparison.Ordinal)].Trim())
            .GroupBy(name => name, StringComparer.Ordinal)
            .Where(names => names.Count() > 1)
            .Select(names => names.Key)
            .Except(Shared, StringComparer.Ordinal);
        Assert.Empty(twice);
    }
}
