using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Digests;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;
using MiCheckin.Tests.Conversations.Principles;

namespace MiCheckin.Tests.Conversations;

/// <summary>
/// PAUSE, SNOOZE and LATER, by the person and by the coach, in any order over half a year: while a pause lasts nothing comes,
/// after it nothing bursts, and the weekly digest, the summary and the stage questions are late by the pause and never lost.
/// </summary>
public sealed class PausingProperties
{
    private const int HistoriesTried = 120;

    private static readonly Duration FourWeeks = Duration.FromDays(28);
    private static readonly Duration EightWeeks = Duration.FromDays(56);

    [Fact]
    public void While_paused_nothing_scheduled_is_sent() =>
        For(days =>
            Assert.All(
                days.SelectMany(d => d.Texts.Select(t => (d.Before, Text: t))),
                x => Assert.False(x.Before.PausedUntil > x.Text.NotBefore, x.Text.Key)
            )
        );

    [Fact]
    public void Nothing_bursts_afterwards() =>
        For(days =>
        {
            var texts = days.SelectMany(d => d.Texts).ToList();
            var prompts = texts.Where(t => t.Kind is TextKind.Prompt).Select(t => t.NotBefore).ToList();
            Assert.All(
                prompts,
                at => Assert.InRange(prompts.Count(p => p > at - Duration.FromDays(7) && p <= at), 1, 3)
            );

            // What came back by LATER was asked for.
            Assert.Empty(
                texts
                    .Where(t => !t.Key.StartsWith("la|", StringComparison.Ordinal))
                    .GroupBy(t => (t.Kind, DateOf(t.NotBefore)))
                    .Where(g => g.Count() > 1)
                    .SelectMany(g => g.Select(t => $"{t.Key} {t.NotBefore}"))
            );
        });

    [Fact]
    public void There_is_always_a_next_check_in_after_the_pause_and_never_one_in_it() =>
        For(days =>
            Assert.All(
                days.Select(d => d.After),
                s =>
                {
                    var planned = s.Slots.Where(x => x.Kind is SlotKind.CheckIn).ToList();
                    Assert.Equal(s.PausedUntil == Instant.MaxValue ? 0 : 1, planned.Count);
                    Assert.All(planned, x => Assert.False(s.PausedUntil > x.At, x.Key));
                }
            )
        );

    [Fact]
    public void The_summary_comes_with_the_first_check_in_that_has_no_stage_question_once_four_weeks_are_over() =>
        For(days =>
            Assert.All(
                days.SelectMany(d => d.Texts.Select(t => (d.Before, Text: t)))
                    .Where(x => x.Text.Kind is TextKind.Prompt),
                x =>
                {
                    var since = x.Before.SummaryAt ?? x.Before.Begun!.Value;
                    var reasons = x.Before.Quotes.Count(q => q.Kind is OwnWordsKind.Change && q.At >= since);
                    var cell = Principle.CellsOf(x.Text)[0];
                    Assert.Equal(
                        x.Text.NotBefore - since >= FourWeeks
                            && reasons >= 2
                            && !StageQuestions.IsQuestion(cell),
                        cell is Cells.Summary
                    );
                }
            )
        );

    [Fact]
    public void The_stage_questions_begin_again_after_eight_weeks_and_not_before_unless_a_pause_cut_them_off() =>
        For(days =>
        {
            foreach (var day in days.Where(d => d.Texts.Any(t => t.Kind is TextKind.Prompt)))
            {
                var text = day.Texts.Single(t => t.Kind is TextKind.Prompt);
                var isDue = text.NotBefore - day.Before.StageQuestionsAt!.Value >= EightWeeks;
                Assert.Equal(
                    isDue || day.Before.StageNext is not null,
                    StageQuestions.IsQuestion(Principle.CellsOf(text)[0])
                );
            }
        });

    [Fact]
    public void Each_weeks_digest_names_the_person_once_and_the_pause_that_goes_on() =>
        For(days =>
        {
            var zone = DateTimeZoneProviders.Tzdb[People.Ana.Zone];

            for (var at = People.Days(7); at < days[^1].At; at += Duration.FromDays(7))
            {
                var week = DigestWeek.Around(at, zone, IsoDayOfWeek.Monday, 7);
                var state = days.Last(d => d.At < week.Until).After;
                var digest = Digest.Build(new PersonName("Sam"), week, [new PersonWeek { State = state }]);
                Assert.Equal(1, digest.People);
                var line = digest.Attention.Select(c => c.Standing).Concat(digest.Quiet.Select(q => q.Week));
                Assert.Equal(
                    state.PausedUntil > week.Until,
                    Assert.Single(line).Contains("paused until", StringComparison.Ordinal)
                );
            }
        });

    /// <summary>What happened, and the texts on schedule that it set going.</summary>
    private sealed record Day(ConversationState Before, Instant At, Decision Decision)
    {
        public ConversationState After => Decision.State;

        public List<PlannedText> Texts =>
            [
                .. Decision
                    .Effects.OfType<Effect.SendText>()
                    .Select(e => e.Text)
                    .Where(t => t.Kind is TextKind.Prompt or TextKind.Reminder),
            ];
    }

    private sealed record Wish(int What, int Hours, int Days);

    private static Arbitrary<Wish[]> Wishes { get; } =
        (
            from what in Gen.Choose(0, 11)
            from hours in Gen.Frequency(
                (2, Gen.Choose(0, 3)),
                (3, Gen.Choose(3, 72)),
                (3, Gen.Choose(72, 400))
            )
            from days in Gen.Frequency((3, Gen.Choose(1, 10)), (1, Gen.Choose(10, 60)))
            select new Wish(what, hours, days)
        )
            .ArrayOf()
            .Resize(40)
            .ToArbitrary();

    private static void For(Action<List<Day>> check) =>
        Prop.ForAll(
                Wishes,
                wishes =>
                {
                    check(Live(wishes));
                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(HistoriesTried).WithReplay(20261121, 15));

    /// <summary>Slots come on time; between them people wish for quiet, come back, and say what they want.</summary>
    private static List<Day> Live(Wish[] wishes)
    {
        var days = new List<Day>();
        var state = People.Settled with { StageQuestionsAt = People.Hours(1) };
        var now = People.Hours(2);

        void Happen(ConversationEvent happened)
        {
            var decision = Conversation.Decide(state, happened, People.MoveMore);
            days.Add(new Day(state, happened.At, decision));
            state = decision.State;
        }

        void Pass(Instant until)
        {
            while (state.Slots.MinBy(s => s.At) is { } slot && slot.At <= until)
            {
                Happen(new ConversationEvent.SlotDue(slot.At, slot.Key));
            }

            now = until;
        }

        foreach (var (wish, n) in wishes.Select((w, i) => (w, i)))
        {
            Pass(now + Duration.FromHours(wish.Hours));
            Happen(EventOf(wish, n, now));
        }

        Happen(People.Reply("SM-back", "RESUME", People.Control(ControlWord.Resume), now));
        Pass(now + Duration.FromDays(80));
        return days;
    }

    private static ConversationEvent EventOf(Wish wish, int n, Instant now)
    {
        ConversationEvent Say(string words, Reading reading) => People.Reply($"SM{n}", words, reading, now);
        ConversationEvent Coach(CoachAction action) =>
            new ConversationEvent.CoachActed(now, People.Ana.Coach, action);

        return wish.What switch
        {
            0 or 1 => Say("SNOOZE", People.Control(ControlWord.Snooze) with { SnoozeDays = wish.Days }),
            2 => Say("PAUSE", People.Control(ControlWord.Pause)),
            3 => Say("RESUME", People.Control(ControlWord.Resume)),
            4 => Say("LATER", People.Control(ControlWord.Later)),
            5 => Coach(new CoachAction.Pause(DateOf(now).PlusDays(wish.Days))),
            6 => Coach(new CoachAction.Resume()),
            7 => Say("no", new Reading { YesNo = false }),
            _ => Say(
                $"I want to {Things[n % Things.Length]}",
                People.Talk(Core.Replies.Talk.Change, TalkKind.Desire)
            ),
        };
    }

    private static LocalDate DateOf(Instant at) =>
        at.InZone(DateTimeZoneProviders.Tzdb[People.Ana.Zone]).Date;

    private static readonly string[] Things =
        "walk with my dog|feel better|sleep well|play with my kids|climb the stairs|dance again|see the lake|keep my house".Split(
            '|'
        );
}
