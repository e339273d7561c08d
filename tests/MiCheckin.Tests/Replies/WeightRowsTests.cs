using MiCheckin.Core.Replies;

namespace MiCheckin.Tests.ReplyReading;

/// <summary>Leaving out the rows that say nothing changes nothing of what the others say.</summary>
public sealed class WeightRowsTests
{
    [Fact]
    public void What_is_read_back_adds_up_as_what_was_written()
    {
        var random = new Random(20261121);
        var weights = new sbyte[WeightRows.Places * WeightRows.Width];
        var isKept = new bool[WeightRows.Places];

        for (var place = 0; place < isKept.Length; place++)
        {
            isKept[place] = random.Next(10) == 0;

            for (var i = 0; i < WeightRows.Width && isKept[place]; i++)
            {
                weights[(place * WeightRows.Width) + i] = (sbyte)random.Next(-127, 128);
            }
        }

        var features = Enumerable.Range(0, 1_000).Select(_ => (uint)random.NextInt64(1L << 32)).ToArray();
        var rows = WeightRows.Read(WeightRows.Bytes(weights, isKept));
        var (head, tail) = rows.Sum(features);

        for (var i = 0; i < WeightRows.Width; i++)
        {
            var sum = features.Sum(f => weights[(WeightRows.Place(f) * WeightRows.Width) + i]);
            Assert.Equal(sum, i < WeightRows.Width / 2 ? head[i] : tail[i - (WeightRows.Width / 2)]);
        }
    }

    [Fact]
    public void A_feature_that_no_row_was_kept_for_says_nothing()
    {
        var weights = new sbyte[WeightRows.Places * WeightRows.Width];
        Array.Fill(weights, (sbyte)100);
        var isKept = new bool[WeightRows.Places];
        isKept[0] = true;
        var rows = WeightRows.Read(WeightRows.Bytes(weights, isKept));
        var (head, tail) = rows.Sum([uint.MaxValue, uint.MaxValue / 2]);
        Assert.Equal(0, System.Runtime.Intrinsics.Vector256.Sum(head + tail));
    }
}
