using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Replies;
using static MiCheckin.Tests.Conversations.People;
using SaidTalk = MiCheckin.Core.Replies.Talk;

namespace MiCheckin.Tests.Conversations;

/// <summary>Which open prompt a reply answers.</summary>
public sealed class AttributionTests
{
    private static readonly OpenPrompt Question = Open("ci|1-p", "reasons", Expects.Open, Days(7));
    private static readonly OpenPrompt Confidence = Open(
        "ci|2-p",
        "confidence-1",
        Expects.Ruler,
        Days(8)
    ) with
    {
        Ruler = RulerKind.Confidence,
    };

    private static readonly OpenPrompt Importance = Open(
        "ci|3-p",
        "importance-1",
        Expects.Ruler,
        Days(9)
    ) with
    {
        Ruler = RulerKind.Importance,
    };

    [Fact]
    public void A_reply_is_read_against_the_newest_open_prompt() =>
        Assert.Equal(
            Expects.Ruler,
            Conversation.AskedOf(With(Question, Confidence), MoveMore, Days(8.1)).Expects
        );

    [Fact]
    public void Words_for_the_older_open_question_are_not_read_as_a_ruler_answer() =>
        Assert.Equal(
            Question.Words,
            AskedFor(With(Question, Confidence), "my kids and my back, mostly", Days(8.1)).Prompt
        );

    [Fact]
    public void A_bare_number_goes_to_the_ruler_that_waits_though_a_question_is_newer() =>
        Assert.Equal(
            Expects.Ruler,
            AskedFor(With(Confidence, Question with { AskedAt = Days(9) }), "7", Days(9.1)).Expects
        );

    [Fact]
    public void A_prompt_sent_seconds_before_is_not_what_the_reply_is_about() =>
        Assert.Equal(
            Question.Words,
            Conversation
                .AskedOf(With(Question, Confidence), MoveMore, Days(8) + Duration.FromSeconds(5))
                .Prompt
        );

    [Fact]
    public void A_prompt_from_the_future_is_never_answered() =>
        Assert.Equal(
            Question.Words,
            Conversation.AskedOf(With(Question, Confidence), MoveMore, Days(7.5)).Prompt
        );

    [Fact]
    public void Nothing_open_is_read_against_nothing() =>
        Assert.Equal(Expects.None, Conversation.AskedOf(Settled, MoveMore, Days(8)).Expects);

    [Fact]
    public void Two_rulers_asked_within_two_days_and_a_number_that_names_neither_are_asked_about_in_one_line() =>
        Scenario
            .Given(With(Confidence, Importance))
            .When(Reply("SM1", "7", Number(7), Days(9.1)))
            .ThenSays("clarify")
            .And(s => Assert.Empty(s.Rulers))
            .When(
                Reply(
                    "SM2",
                    "the one about how sure I am",
                    Talk(SaidTalk.Neutral),
                    Days(9.1) + Duration.FromMinutes(7)
                )
            )
            .ThenSays("ruler.thanks", "ruler.why-not-lower")
            .And(s => Assert.Equal((RulerKind.Confidence, 7m), (s.Rulers[0].Kind, s.Rulers[0].Score.Low)));

    [Fact]
    public void The_same_answer_going_on_gets_no_second_answer() =>
        Scenario
            .Given(With(Question))
            .When(Reply("SM1", "I want to be there", Talk(SaidTalk.Change, TalkKind.Desire), Days(7.1)))
            .ThenSays(TextKind.Answer)
            .When(
                Reply(
                    "SM2",
                    "for my kids",
                    Talk(SaidTalk.Change, TalkKind.Reason),
                    Days(7.1) + Duration.FromSeconds(25)
                )
            )
            .ThenSaysNothing();

    [Fact]
    public void A_reply_to_our_question_minutes_later_is_an_answer_of_its_own() =>
        Scenario
            .Given(With(Question))
            .When(
                Reply("SM1", "I want to be there for them", Talk(SaidTalk.Change, TalkKind.Desire), Days(7.1))
            )
            .When(
                Reply(
                    "SM2",
                    "seeing them grow up",
                    Talk(SaidTalk.Change, TalkKind.Reason),
                    Days(7.1) + Duration.FromMinutes(3)
                )
            )
            .ThenSays(TextKind.Answer);

    [Fact]
    public void No_more_than_two_answers_follow_a_prompt()
    {
        var scenario = Scenario.Given(With(Question));

        foreach (var n in Enumerable.Range(0, 2))
        {
            scenario
                .When(
                    Reply(
                        $"SM{n}",
                        "I really want this now",
                        Talk(SaidTalk.Change, TalkKind.Desire),
                        Days(7.1) + Duration.FromMinutes(20 * n)
                    )
                )
                .ThenSays(TextKind.Answer);
        }

        Assert.DoesNotContain('?', scenario.Texts[0].Body);
        scenario
            .When(
                Reply(
                    "SM9",
                    "I really want this now",
                    Talk(SaidTalk.Change, TalkKind.Desire),
                    Days(7.1) + Duration.FromHours(1)
                )
            )
            .ThenSaysNothing();
    }

    private static Asked AskedFor(ConversationState state, string words, Instant at) =>
        Conversation.AskedOf(state, MoveMore, at, new MessageText(words));

    private static ConversationState With(params OpenPrompt[] open) => Settled with { OpenPrompts = open };

    private static Reading Number(decimal score) =>
        new() { RulerStatus = RulerStatus.Read, Ruler = new RulerScore(score, score) };

    private static OpenPrompt Open(string key, string id, Expects expects, Instant at) =>
        new()
        {
            TextKey = key,
            PromptId = id,
            Words = $"the words of {id}?",
            Expects = expects,
            AskedAt = at,
            AnswerBy = at + Duration.FromHours(72),
        };
}
