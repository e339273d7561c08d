using MiCheckin.Cli.Read;
using MiCheckin.Core.Replies.Words;
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

    /// <summary>"chess" beside "chest", "bridle" beside "bridge", "strat" is none: real words stand, slips are mended.</summary>
    [Theory]
    [InlineData("chess", null)]
    [InlineData("bridle", null)]
    [InlineData("karen", null)]
    [InlineData("manchas", null)]
    [InlineData("saef", "safe")]
    [InlineData("bottel", "bottle")]
    [InlineData("brekaing", "breaking")]
    [InlineData("suger", "sugar")]
    [InlineData("wiht", "with")]
    [InlineData("hte", "the")]
    [InlineData("nnot", "not")]
    [InlineData("rist", "wrist")]
    [InlineData("nefew", "nephew")]
    [InlineData("ablar", "hablar")]
    [InlineData("anbulansia", "ambulancia")]
    [InlineData("xq", null)]
    [InlineData("abq", null)]
    public void A_slip_of_the_finger_is_mended_and_a_real_word_is_left(string typed, string? meant) =>
        Assert.Equal(meant is null ? [] : [$"{typed} {meant}"], SlipsCommand.Mended([typed]));

    [Fact]
    public void Every_word_that_is_kept_from_mending_is_near_one_that_slips_are_mended_to()
    {
        var words = new RuleBook();

        foreach (var file in new[] { "words", "slips", "known" })
        {
            words.AddWords(File.ReadAllText(Checkout.At($"src/MiCheckin.Core/Replies/Rules/{file}.txt")));
        }

        var meant = words.GuessWords.Concat(words.SlipWords).ToList();
        var sounds = meant.Select(SoundOf).ToHashSet(StringComparer.Ordinal);
        var far = words.KnownWords.Where(known =>
            !sounds.Contains(SoundOf(known)) && !meant.Exists(word => IsNear(word, known))
        );
        Assert.Empty(far);
        Assert.Empty(words.KnownWords.Intersect(meant, StringComparer.Ordinal));
    }

    private static bool IsNear(string meant, string known) =>
        Math.Abs(meant.Length - known.Length) <= 1
        && (Slips.IsOneSlip(meant, known) || Slips.IsOneSlip($"x{meant}", $"x{known}"));

    private static string SoundOf(string word)
    {
        Span<char> sound = stackalloc char[word.Length];
        return new string(sound[..Sounds.Of(word, sound)]);
    }
}
