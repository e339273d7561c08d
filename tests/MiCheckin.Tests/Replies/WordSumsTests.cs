using MiCheckin.Core.Replies;
using MiCheckin.Core.Replies.Features;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Tests.ReplyReading;

/// <summary>Words and letters that are added up beforehand say what they say one by one.</summary>
public sealed class WordSumsTests
{
    [Theory]
    [InlineData("I walked to the shop twice, no cigs")]
    [InlineData("idk prolly tmrw lol?? xqzvw 3 times")]
    [InlineData("")]
    [InlineData("no")]
    public void Words_and_letters_add_up_beforehand_as_one_by_one(string text) => AssertSame(text);

    [Fact]
    public void Those_of_a_very_long_text_add_up_too() =>
        AssertSame(
            string.Join(' ', Enumerable.Range(0, 3_000).Select(i => i % 3 == 0 ? "walking" : $"w{i}ord"))
        );

    private static void AssertSame(string text)
    {
        var random = new Random(20261121);
        var weights = new sbyte[WeightRows.Places * WeightRows.Width];
        random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        var isKept = new bool[WeightRows.Places];
        Array.Fill(isKept, value: true);
        var rows = WeightRows.Read(WeightRows.Bytes(weights, isKept));
        var scratch = new Scratch();
        Language.Known.Take(text, Language.Known.Replies, scratch);
        var (words, letters) = (new List<uint>(), new List<uint>());
        WordFeatures.TakeSingles(words, scratch.Tokens, Language.Known.Talk);
        LetterFeatures.Take(letters, scratch);
        var pairs = new FeatureList();

        var count = new WordSums(rows, Language.Known).Sum(scratch, out var ofWords, out var ofLetters);

        Assert.Equal(letters.Count, count);
        Assert.Equal(words.Count, WordFeatures.Take(pairs, scratch.Tokens, Language.Known.Talk));
        Assert.Equal(rows.Sum([.. words]), (ofWords.Head, ofWords.Tail));
        Assert.Equal(rows.Sum([.. letters]), (ofLetters.Head, ofLetters.Tail));
    }
}
