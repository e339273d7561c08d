using MiCheckin.Core.Conversations;
using MiCheckin.Core.Programs;
using MiCheckin.Tests.Conversations.Principles;

namespace MiCheckin.Tests.Conversations;

/// <summary>Every fourth week: two of the person's own reasons, and an open question.</summary>
public sealed class SummaryTests
{
    [Fact]
    public void The_fourth_week_gives_two_reasons_back_and_ends_in_an_open_question()
    {
        var text = Principle.Text(
            AtCheckIn(
                Weeks(4.1),
                Reason(1, "you want to feel better"),
                Reason(9, "you want to play with your kids")
            )
        );

        Assert.Equal([Cells.Summary, Cells.SummaryAsk], Principle.CellsOf(text));
        Assert.Contains("you want to feel better", text.Body, StringComparison.Ordinal);
        Assert.Contains("you want to play with your kids", text.Body, StringComparison.Ordinal);
        Assert.EndsWith("?", text.Body, StringComparison.Ordinal);
        Principle.IsInSpirit(text);
    }

    [Fact]
    public void Before_the_fourth_week_there_is_none() =>
        Assert.DoesNotContain(
            Cells.Summary,
            Principle.CellsOf(
                Principle.Text(
                    AtCheckIn(Weeks(3), Reason(1, "you want to feel better"), Reason(9, "you want to sleep"))
                )
            )
        );

    [Fact]
    public void With_one_reason_only_there_is_none() =>
        Assert.DoesNotContain(
            Cells.Summary,
            Principle.CellsOf(Principle.Text(AtCheckIn(Weeks(4.1), Reason(1, "you want to feel better"))))
        );

    [Fact]
    public void What_was_given_back_a_month_ago_does_not_come_again()
    {
        var state = State(
            Weeks(8.2),
            Reason(1, "you want to feel better"),
            Reason(9, "you want to sleep")
        ) with
        {
            SummaryAt = People.Days(29),
        };

        Assert.DoesNotContain(
            Cells.Summary,
            Principle.CellsOf(Principle.Text(Conversation.Decide(state, state.Due(), People.MoveMore)))
        );
    }

    private static Decision AtCheckIn(Duration after, params OwnWords[] quotes)
    {
        var state = State(after, quotes);
        return Conversation.Decide(state, state.Due(), People.MoveMore);
    }

    /// <summary>The check-in that is planned lies so long after the beginning.</summary>
    private static ConversationState State(Duration after, params OwnWords[] quotes)
    {
        var settled = People.Settled;
        var slot = settled.Slot(SlotKind.CheckIn);
        var begun = slot.At - after;
        var shift = begun - People.Hours(1);
        return settled with
        {
            Begun = begun,
            StageQuestionsAt = slot.At,
            Quotes = [.. quotes.Select(q => q with { At = q.At + shift })],
        };
    }

    private static Duration Weeks(double weeks) => Duration.FromDays(7 * weeks);

    private static OwnWords Reason(int day, string clause) =>
        new($"SM{day}", People.Days(day), OwnWordsKind.Change, clause);
}
