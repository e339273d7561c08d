using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Schedules;
using MiCheckin.Core.Texts;

namespace MiCheckin.Tests.Conversations;

/// <summary>What must hold after any history at all, not only the ones we thought of.</summary>
public sealed class ConversationProperties
{
    private const int HistoriesTried = 150;

    private static readonly TextKind[] Automated = [TextKind.Prompt, TextKind.Reminder, TextKind.Answer];

    [Fact]
    public void After_a_stop_only_one_confirmation_is_texted_until_the_person_comes_back() =>
        For(
            (first, then) =>
            {
                var before = Histories.Play(first);
                var (state, now) = End(before);
                var stop = People.Reply("SM-stop", "stop", People.Control(ControlWord.Stop), now);
                var stopped = Conversation.Decide(state, stop, Histories.Program);
                Assert.True(stopped.Effects.OfType<Effect.SendText>().Count() <= 1);
                Assert.IsType<Consent.Stopped>(stopped.State.Consent);

                foreach (var played in Histories.Play(then, stopped.State, now, "SM-later"))
                {
                    if (played.Decision.State.Consent is Consent.Given)
                    {
                        return;
                    }

                    Assert.Empty(played.Texts);
                }
            }
        );

    [Fact]
    public void Possible_danger_always_raises_an_alert_and_a_text_unless_opted_out_or_just_texted() =>
        For(
            (first, then) =>
            {
                var (state, now) = End(Histories.Play(first));
                var reading = new Reading { Risk = RiskKind.Suicide, Urgency = Urgency.Crisis };
                var decision = Conversation.Decide(
                    state,
                    People.Reply("SM-risk", "i want to die", reading, now),
                    Histories.Program
                );
                Assert.Contains(
                    decision.Effects.OfType<Effect.RaiseAlert>(),
                    e => e.Alert is { Reason: AlertReason.Risk, Key: "SM-risk-risk" }
                );
                Assert.Equal(HoldReason.Risk, decision.State.Hold?.Reason);
                var silent =
                    state.Consent is Consent.Stopped or Consent.WrongNumber
                    || (
                        state is { LastSafetyTextAt: { } last, LastSafetyText: not "" }
                        && now - last < Duration.FromHours(1)
                    );
                var texts = decision.Effects.OfType<Effect.SendText>().ToList();
                Assert.Equal(silent ? 0 : 1, texts.Count);
                Assert.All(texts, t => Assert.Equal(TextKind.Safety, t.Text.Kind));
                Assert.NotNull(then);
            }
        );

    [Fact]
    public void While_held_for_risk_nothing_automatic_is_sent() =>
        For(
            (first, _) =>
                Assert.All(
                    Histories
                        .Play(first)
                        .Where(p =>
                            p.Before.Hold is { Reason: HoldReason.Risk } && p.Decision.State.Hold is not null
                        ),
                    p => Assert.DoesNotContain(p.Texts, t => Automated.Contains(t.Kind))
                )
        );

    [Fact]
    public void Scheduled_texts_lie_inside_the_window_of_their_day() =>
        For(
            (first, _) =>
            {
                foreach (var (played, text) in Texts(first))
                {
                    if (text.Kind is TextKind.Prompt or TextKind.Reminder or TextKind.Welcome)
                    {
                        var hours = HoursOf(played.Before);
                        Assert.True(hours.IsOpen(text.NotBefore), $"{text.Key} at {text.NotBefore}");
                        Assert.Equal(hours.EndOfDay(text.NotBefore), text.Deadline);
                    }

                    Assert.True(text.Deadline > text.NotBefore, text.Key);
                }
            }
        );

    [Fact]
    public void No_prompt_comes_back_within_eight_weeks_unless_it_never_went_out() =>
        For(
            (first, _) =>
            {
                var asked = new Dictionary<string, Instant>(StringComparer.Ordinal);

                foreach (var played in Histories.Play(first))
                {
                    if (played.Happened is ConversationEvent.TextNotSent)
                    {
                        asked.Clear();
                    }

                    foreach (
                        var part in played
                            .Texts.SelectMany(t => t.Parts)
                            .Where(p => p.StartsWith("prompt/", StringComparison.Ordinal))
                    )
                    {
                        Assert.False(
                            asked.TryGetValue(part, out var last)
                                && played.Happened.At - last < Duration.FromDays(56),
                            part
                        );
                        asked[part] = played.Happened.At;
                    }
                }
            }
        );

    [Fact]
    public void The_budgets_of_day_week_and_prompt_hold() =>
        For(
            (first, _) =>
            {
                var sent = Texts(first).Where(t => Automated.Contains(t.Text.Kind)).ToList();

                foreach (var (played, text) in sent)
                {
                    var week = sent.Count(o =>
                        o.Text.NotBefore > text.NotBefore - Duration.FromDays(7)
                        && o.Text.NotBefore <= text.NotBefore
                    );
                    Assert.True(week <= Histories.Program.TextsPerWeek, $"{week} in a week at {text.Key}");
                    var hours = HoursOf(played.Before);
                    var day = sent.Count(o =>
                        hours.DateOf(o.Text.NotBefore) == hours.DateOf(text.NotBefore)
                        && o.Text.NotBefore <= text.NotBefore
                    );
                    Assert.True(day <= Histories.Program.TextsPerDay, $"{day} in a day at {text.Key}");
                }

                Assert.All(
                    Histories.Play(first),
                    p => Assert.All(p.Decision.State.OpenPrompts, o => Assert.InRange(o.Answers, 0, 2))
                );
            }
        );

    [Fact]
    public void Every_text_has_a_key_of_its_own_words_and_at_most_two_segments() =>
        For(
            (first, _) =>
            {
                var texts = Texts(first)
                    .Select(t => t.Text)
                    .Where(t => t.Kind is not TextKind.Coach)
                    .ToList();
                Assert.Empty(
                    texts
                        .CountBy(t => t.Key, StringComparer.Ordinal)
                        .Where(k => k.Value > 1)
                        .Select(k => k.Key)
                );
                Assert.All(texts, t => Assert.InRange(Segments.Count(t.Body).Segments, 1, 2));
                Assert.All(texts, t => Assert.DoesNotContain('{', t.Body));
            }
        );

    [Fact]
    public void What_is_stored_reads_back_the_same_and_stays_small() =>
        For(
            (first, _) =>
            {
                foreach (var played in Histories.Play(first))
                {
                    var json = ConversationJson.Write(played.Decision.State);
                    Assert.True(json.Length < 24_000, $"{json.Length} characters");
                    Deep.Equal(played.Decision.State, ConversationJson.ReadState(json));
                    Deep.Equal(
                        played.Happened,
                        ConversationJson.ReadEvent(ConversationJson.Write(played.Happened))
                    );
                    Deep.Equal(
                        played.Decision,
                        ConversationJson.ReadDecision(
                            ConversationJson.Write(played.Decision),
                            played.Decision.State
                        )
                    );
                }
            }
        );

    [Fact]
    public void Deciding_twice_decides_the_same() =>
        For(
            (first, _) =>
                Assert.All(
                    Histories.Play(first),
                    p => Deep.Equal(p.Decision, Conversation.Decide(p.Before, p.Happened, Histories.Program))
                )
        );

    [Fact]
    public void One_check_in_at_most_is_planned_and_never_in_the_past() =>
        For(
            (first, _) =>
                Assert.All(
                    Histories.Play(first),
                    p =>
                    {
                        var planned = p.Decision.State.Slots.Where(s => s.Kind is SlotKind.CheckIn).ToList();
                        Assert.True(planned.Count <= 1);
                        Assert.All(planned, s => Assert.True(HoursOf(p.Decision.State).IsOpen(s.At), s.Key));
                    }
                )
        );

    private static void For(Action<Step[], Step[]> check) =>
        Prop.ForAll(
                Histories.Any,
                Histories.Any,
                (first, then) =>
                {
                    check(first, then);
                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(HistoriesTried).WithReplay(20260302, 7));

    private static IEnumerable<(Played Played, PlannedText Text)> Texts(Step[] steps) =>
        Histories.Play(steps) is var all && Withdrawn(all) is var gone
            ? all.SelectMany(p => p.Texts.Where(t => !gone.Contains(t.Key)).Select(t => (p, t)))
            : [];

    private static HashSet<string> Withdrawn(List<Played> all) =>
        all.SelectMany(p => p.Decision.Effects.OfType<Effect.WithdrawText>())
            .Select(e => e.TextKey)
            .ToHashSet(StringComparer.Ordinal);

    private static (ConversationState State, Instant Now) End(List<Played> played) =>
        played is [.., var last]
            ? (last.Decision.State, last.Happened.At)
            : (Histories.StartOf([]), People.Hours(1));

    private static LocalHours HoursOf(ConversationState state) =>
        new(
            state.Profile.Zone,
            Histories.Program.Window,
            state.Profile.Window,
            state.Profile.BlockedDates,
            DateTimeZoneProviders.Tzdb
        );
}
