using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Core.Texts;

namespace MiCheckin.Tests.Texts;

public sealed class TextLifeTests
{
    private static readonly string[] Words =
    [
        "accepted",
        "scheduled",
        "queued",
        "sending",
        "sent",
        "delivered",
        "undelivered",
        "failed",
        "canceled",
        "read",
        "teleported",
        "",
    ];

    private static readonly Arbitrary<string[]> AnyNews = Gen.Elements(Words).ArrayOf().ToArbitrary();

    [Fact]
    public void A_life_only_goes_forward()
    {
        foreach (var now in Enum.GetValues<TextLife>())
        {
            foreach (var next in Enum.GetValues<TextLife>().Where(next => now.CanBecome(next)))
            {
                Assert.True(
                    next > now || (now, next) is (TextLife.Claimed, TextLife.Claimed),
                    $"{now} → {next}"
                );
            }
        }
    }

    [Fact]
    public void An_end_is_an_end()
    {
        foreach (var over in Enum.GetValues<TextLife>().Where(life => life.IsOver()))
        {
            Assert.DoesNotContain(Enum.GetValues<TextLife>(), next => over.CanBecome(next));
            Assert.False(over.MayBePlannedAgainOnceProvenAbsent());
        }
    }

    [Fact]
    public void Every_life_that_is_not_over_can_go_on() =>
        Assert.All(
            Enum.GetValues<TextLife>().Where(life => !life.IsOver()),
            life => Assert.Contains(Enum.GetValues<TextLife>(), next => next > life && life.CanBecome(next))
        );

    [Fact]
    public void What_the_provider_has_is_never_planned_again() =>
        Assert.All(
            [TextLife.Accepted, TextLife.Sent, TextLife.Delivered],
            life => Assert.False(life.MayBePlannedAgainOnceProvenAbsent())
        );

    [Fact]
    public void Nothing_heard_before_the_call_moves_a_text() =>
        Assert.All(
            Words,
            word => Assert.Equal(TextLife.Planned, TextLife.Planned.Hear(DeliveryStatus.Parse(word)))
        );

    [Fact]
    public void A_callback_may_overtake_the_answer() =>
        Assert.Equal(TextLife.Delivered, TextLife.Calling.Hear(DeliveryStatus.Parse("delivered")));

    [Fact]
    public void News_in_any_order_never_takes_a_text_back() =>
        Prop.ForAll(
                AnyNews,
                words =>
                {
                    var life = TextLife.Calling;
                    var status = DeliveryStatus.Parse(null);

                    foreach (var word in words)
                    {
                        var (lifeBefore, statusBefore) = (life, status);
                        life = life.Hear(DeliveryStatus.Parse(word));
                        status = status.Then(DeliveryStatus.Parse(word));

                        if (
                            life < lifeBefore
                            || status.Rank < statusBefore.Rank
                            || (lifeBefore.IsOver() && life != lifeBefore)
                        )
                        {
                            return false;
                        }
                    }

                    return true;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void News_heard_twice_is_heard_once() =>
        Prop.ForAll(
                AnyNews,
                words =>
                    words.Aggregate(TextLife.Calling, (life, word) => life.Hear(DeliveryStatus.Parse(word)))
                    == words
                        .SelectMany(word => new[] { word, word })
                        .Aggregate(TextLife.Calling, (life, word) => life.Hear(DeliveryStatus.Parse(word)))
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("DELIVERED", "delivered", 5)]
    [InlineData(" sent ", "sent", 4)]
    [InlineData("beamed", "beamed", 0)]
    [InlineData(null, "", 0)]
    public void A_status_keeps_its_word_and_has_a_rank(string? word, string kept, int rank)
    {
        var status = DeliveryStatus.Parse(word);

        Assert.Equal((kept, rank), (status.Word, status.Rank));
        Assert.Equal(rank > 0, status.IsKnown);
    }

    [Fact]
    public void A_known_word_replaces_an_unknown_one_and_not_the_other_way()
    {
        var unknown = DeliveryStatus.Parse("beamed");
        var sent = DeliveryStatus.Parse("sent");

        Assert.Equal(sent, unknown.Then(sent));
        Assert.Equal(sent, sent.Then(unknown));
        Assert.Equal(40, DeliveryStatus.Parse(new string('x', 500)).Word.Length);
    }
}
