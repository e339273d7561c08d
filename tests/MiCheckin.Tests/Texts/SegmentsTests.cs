using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Core.Texts;

namespace MiCheckin.Tests.Texts;

public sealed class SegmentsTests
{
    private static string Of(char c, int count) => new(c, count);

    [Theory]
    [InlineData('a', 160, TextEncoding.Gsm7, 160, 1)]
    [InlineData('a', 161, TextEncoding.Gsm7, 161, 2)]
    [InlineData('a', 306, TextEncoding.Gsm7, 306, 2)]
    [InlineData('a', 307, TextEncoding.Gsm7, 307, 3)]
    [InlineData('€', 80, TextEncoding.Gsm7, 160, 1)]
    [InlineData('€', 81, TextEncoding.Gsm7, 162, 2)]
    [InlineData('ç', 70, TextEncoding.Ucs2, 70, 1)]
    [InlineData('ç', 71, TextEncoding.Ucs2, 71, 2)]
    [InlineData('ç', 134, TextEncoding.Ucs2, 134, 2)]
    [InlineData('ç', 135, TextEncoding.Ucs2, 135, 3)]
    public void A_text_fills_whole_segments(
        char c,
        int count,
        TextEncoding encoding,
        int units,
        int segments
    ) => Assert.Equal(new SegmentCount(encoding, units, segments), Segments.Count(Of(c, count)));

    [Fact]
    public void No_words_still_cost_one_segment() =>
        Assert.Equal(new SegmentCount(TextEncoding.Gsm7, 0, 1), Segments.Count(""));

    [Fact]
    public void An_escaped_character_is_not_split_between_segments()
    {
        Assert.Equal(2, Segments.Count(Of('a', 153) + "[" + Of('a', 151)).Segments);
        Assert.Equal(3, Segments.Count(Of('a', 152) + "[" + Of('a', 152)).Segments);
    }

    [Fact]
    public void A_character_as_a_reader_sees_it_is_not_split_between_segments()
    {
        Assert.Equal(2, Segments.Count(Of('ç', 65) + "😀" + Of('ç', 67)).Segments);
        Assert.Equal(3, Segments.Count(Of('ç', 66) + "😀" + Of('ç', 66)).Segments);
    }

    [Theory]
    [InlineData("`")]
    [InlineData("\t")]
    [InlineData("\u00A0")]
    [InlineData("’")]
    [InlineData("–")]
    [InlineData("…")]
    [InlineData("\uD83D")]
    public void One_character_outside_the_alphabet_turns_the_whole_text(string outside) =>
        Assert.Equal(TextEncoding.Ucs2, Segments.Count("hello" + outside).Encoding);

    [Fact]
    public void A_pile_of_marks_longer_than_a_segment_is_counted_and_does_not_hang() =>
        Assert.Equal(new SegmentCount(TextEncoding.Ucs2, 201, 3), Segments.Count("e" + Of('\u0301', 200)));

    [Fact]
    public async Task Published_vectors_agree()
    {
        foreach (
            var vector in await SharedData.VectorsAsync(
                "segments.json",
                TestContext.Current.CancellationToken
            )
        )
        {
            var text = vector.GetProperty("text").GetString()!;
            var counted = Segments.Count(text);
            var encoding = vector.GetProperty("encoding").GetString() is "GSM-7"
                ? TextEncoding.Gsm7
                : TextEncoding.Ucs2;

            Assert.True(
                (encoding, vector.GetProperty("segments").GetInt32()) == (counted.Encoding, counted.Segments),
                $"{text}: {counted}"
            );
        }
    }

    [Fact]
    public void Segments_never_hold_more_than_they_can() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>(),
                any =>
                {
                    var count = Segments.Count((string?)any ?? "");
                    var room = count.Encoding is TextEncoding.Gsm7 ? 160 : 70;
                    return count.Segments >= 1 && count.Units <= count.Segments * room;
                }
            )
            .QuickCheckThrowOnFailure();
}
