using MiCheckin.Core.Conversations;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;
using MiCheckin.Tests.Conversations.Principles;
using static MiCheckin.Tests.Conversations.People;

namespace MiCheckin.Tests.Conversations;

/// <summary>A question that nobody got is still owed: it comes at the next check-in.</summary>
public sealed class UnsentTests
{
    private static readonly OwnWords[] Reasons =
    [
        new("SM1", Days(20), OwnWordsKind.Change, "you want to feel better"),
        new("SM2", Days(21), OwnWordsKind.Change, "you want to play with your kids"),
    ];

    public static TheoryData<string> Owed =>
        [
            Cells.GoalAsk,
            Cells.StageNow,
            Cells.StageMonth,
            Cells.Summary,
            Cells.RulerStepUp,
            Cells.Efficacy,
            Cells.Closing,
        ];

    [Theory]
    [MemberData(nameof(Owed))]
    public void What_did_not_go_out_comes_at_the_next_check_in(string cell)
    {
        var due = Scenario.Given(DueFor(cell), ProgramFor(cell)).When(DueFor(cell).Due());
        Assert.Equal(cell, CellOf(due));

        due.When(new ConversationEvent.TextNotSent(Later(due), due.Texts[0].Key, "expired"));

        due.When(due.State.Due());
        Assert.Equal(cell, CellOf(due));
    }

    [Theory]
    [MemberData(nameof(Owed))]
    public void What_went_out_does_not_come_again_at_the_next_check_in(string cell)
    {
        var due = Scenario.Given(DueFor(cell), ProgramFor(cell)).When(DueFor(cell).Due());

        if (cell is not Cells.Closing)
        {
            due.When(due.State.Due());
            Assert.NotEqual(cell, CellOf(due));
        }

        Assert.Equal(cell is Cells.Closing, due.State.Slots.All(s => s.Kind is not SlotKind.CheckIn));
    }

    [Fact]
    public void The_first_stage_question_that_did_not_go_out_with_the_thanks_comes_at_the_first_check_in()
    {
        var begun = Begun with { Goal = "play with my grandkids" };
        var key = begun.OpenPrompts[^1].TextKey;
        var told = Scenario.Given(begun).When(new ConversationEvent.TextNotSent(Hours(2), key, "expired"));

        Assert.Equal(Cells.StageNow, CellOf(told.When(told.State.Due())));
    }

    [Fact]
    public void What_was_answered_has_surely_gone_out()
    {
        var asked = After(Begun, Reply("SM1", "no", new Reading { YesNo = false }, Hours(1.2)));
        var answered = After(asked, Reply("SM2", "yes", new Reading { YesNo = true }, Hours(1.4)));
        var key = asked.OpenPrompts[^1].TextKey;

        Scenario
            .Given(answered)
            .When(new ConversationEvent.TextNotSent(Hours(2), key, "undelivered"))
            .And(s => Assert.Equal(answered.OpenPrompts.Count, s.OpenPrompts.Count))
            .And(s => Assert.Null(s.StageNext));
    }

    [Fact]
    public void Silence_to_one_prompt_is_counted_once_however_many_check_ins_pass_without_a_text()
    {
        var asked = Settled;

        for (var days = 0; days < 3; days++)
        {
            asked = After(asked, asked.Due());
        }

        var unsent = Scenario.Given(asked);

        for (var days = 0; days < 6; days++)
        {
            var due = unsent.When(unsent.State.Due()).Texts[0];
            unsent.When(
                new ConversationEvent.TextNotSent(due.NotBefore + Duration.FromHours(1), due.Key, "expired")
            );
        }

        Assert.Equal(3, unsent.State.Missed);
        Assert.False(unsent.State.Stale);
    }

    private static Instant Later(Scenario due) => due.Texts[0].NotBefore + Duration.FromHours(1);

    private static string CellOf(Scenario due) => Principle.CellsOf(Assert.Single(due.Texts))[0];

    private static ProgramScript ProgramFor(string cell) =>
        cell is Cells.Closing ? MoveMore with { Weeks = 3 } : MoveMore;

    /// <summary>Four weeks in, with a check-in planned that this cell is due for.</summary>
    private static ConversationState DueFor(string cell)
    {
        var later = After(
            Settled with
            {
                PausedUntil = Days(29),
                StageQuestionsAt = Days(29),
                SummaryAt = Days(29),
            },
            new ConversationEvent.SlotDue(
                Settled.Slot(SlotKind.CheckIn).At,
                Settled.Slot(SlotKind.CheckIn).Key
            )
        ) with
        {
            PausedUntil = null,
        };
        var confidence = new RulerAnswer(
            RulerKind.Confidence,
            RulerScale.ZeroToTen,
            new RulerScore(4, 4),
            Days(28),
            "SM3"
        );
        return cell switch
        {
            Cells.GoalAsk => later with { Goal = null, GoalAsked = false },
            Cells.StageNow => later with { StageQuestionsAt = null },
            Cells.StageMonth => later with { StageNext = Cells.StageMonth },
            Cells.Summary => later with { SummaryAt = null, Quotes = Reasons },
            Cells.RulerStepUp => later with { StepUp = new StepUp(4, Days(28)), Rulers = [confidence] },
            Cells.Efficacy => later with
            {
                Rulers = [confidence],
                Quotes = [new("SM0", Days(3), OwnWordsKind.Success, "you walked three times in one week")],
            },
            _ => later,
        };
    }
}
