using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Programs;
using MiCheckin.Functions.Outbound;
using MiCheckin.Functions.Programs;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Tests.Outbound;

public sealed class SendGateTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 2, 17, 0);
    private static readonly Instant Night = Instant.FromUtc(2026, 3, 3, 4, 0);
    private static readonly Instant NextMorning = Instant.FromUtc(2026, 3, 3, 14, 0);
    private static readonly ProgramScript Program = EmbeddedPrograms.All.First(p => p.Id is "move-more");
    private static readonly Consent Given = new Consent.Given(Noon, "SM1");
    private static readonly Consent Stopped = new Consent.Stopped(Noon, "reply");

    public static TheoryData<TextKind> EveryKind => [.. Enum.GetValues<TextKind>()];

    [Fact]
    public void A_prompt_to_somebody_who_said_yes_goes_out_by_day() =>
        Assert.IsType<Verdict.Send>(Judge(TextKind.Prompt, Given, Noon));

    [Theory]
    [InlineData(TextKind.Prompt)]
    [InlineData(TextKind.Reminder)]
    public void Nothing_scheduled_goes_out_before_the_yes(TextKind kind) =>
        Assert.Equal(new Verdict.Refuse("no-consent"), Judge(kind, new Consent.Asked(Noon), Noon));

    [Fact]
    public void The_welcome_goes_out_before_the_yes_as_it_asks_for_it() =>
        Assert.IsType<Verdict.Send>(Judge(TextKind.Welcome, new Consent.Asked(Noon), Noon));

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void After_stop_nothing_but_the_one_confirmation_goes_out(TextKind kind)
    {
        var verdict = Judge(kind, Stopped, Noon);

        if (kind is TextKind.StopConfirmation)
        {
            Assert.IsType<Verdict.Send>(verdict);
        }
        else
        {
            Assert.Equal(new Verdict.Refuse("stopped"), verdict);
        }
    }

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void A_text_planned_before_consent_changed_goes_out_never_again(TextKind kind) =>
        Assert.Equal(
            new Verdict.Refuse("consent-changed"),
            Judge(kind, Given, Noon, change: s => s with { ConsentEpoch = 3 })
        );

    [Theory]
    [InlineData(TextKind.Prompt)]
    [InlineData(TextKind.Answer)]
    [InlineData(TextKind.Coach)]
    public void A_wrong_number_gets_no_more_of_the_conversation(TextKind kind) =>
        Assert.Equal(new Verdict.Refuse("wrong-number"), Judge(kind, new Consent.WrongNumber(Noon), Noon));

    [Theory]
    [InlineData(TextKind.Prompt)]
    [InlineData(TextKind.Reminder)]
    [InlineData(TextKind.Welcome)]
    public void While_a_hold_lasts_nothing_scheduled_goes_out(TextKind kind) =>
        Assert.Equal(new Verdict.Refuse("held"), Judge(kind, Given, Noon, change: Held(Noon)));

    [Fact]
    public void An_answer_planned_before_a_hold_is_held_and_one_planned_in_it_is_not()
    {
        var before = Judge(TextKind.Answer, Given, Noon, change: Held(Noon + Duration.FromSeconds(1)));
        Assert.Equal(new Verdict.Refuse("held"), before);
        Assert.IsType<Verdict.Send>(Judge(TextKind.Answer, Given, Noon, change: Held(Noon)));
    }

    [Theory]
    [InlineData(TextKind.Safety)]
    [InlineData(TextKind.Coach)]
    [InlineData(TextKind.Service)]
    public void What_a_person_needs_goes_out_while_a_hold_lasts(TextKind kind) =>
        Assert.IsType<Verdict.Send>(Judge(kind, Given, Noon, change: Held(Noon)));

    [Theory]
    [InlineData(TextKind.Prompt)]
    [InlineData(TextKind.Reminder)]
    public void Nothing_scheduled_goes_out_in_a_pause(TextKind kind) =>
        Assert.Equal(
            new Verdict.Refuse("paused"),
            Judge(kind, Given, Noon, change: s => s with { PausedUntil = NextMorning })
        );

    [Fact]
    public void In_a_pause_somebody_who_writes_is_answered() =>
        Assert.IsType<Verdict.Send>(
            Judge(TextKind.Answer, Given, Noon, change: s => s with { PausedUntil = NextMorning })
        );

    [Theory]
    [InlineData(TextKind.Prompt)]
    [InlineData(TextKind.Welcome)]
    [InlineData(TextKind.Coach)]
    public void At_night_a_text_waits_until_the_window_opens_again(TextKind kind) =>
        Assert.Equal(new Verdict.Wait(NextMorning), Judge(kind, Given, Night));

    [Theory]
    [InlineData(TextKind.Safety)]
    [InlineData(TextKind.Service)]
    [InlineData(TextKind.StopConfirmation)]
    public void At_night_help_safety_and_the_end_do_not_wait(TextKind kind) =>
        Assert.IsType<Verdict.Send>(Judge(kind, Given, Night));

    [Fact]
    public void At_night_an_answer_may_follow_within_thirty_minutes()
    {
        var planned = Night - Duration.FromMinutes(30);
        Assert.IsType<Verdict.Send>(Judge(TextKind.Answer, Given, Night, planned: planned));
    }

    [Fact]
    public void At_night_an_answer_that_comes_later_waits_for_the_morning()
    {
        var planned = Night - Duration.FromMinutes(31);
        Assert.Equal(new Verdict.Wait(NextMorning), Judge(TextKind.Answer, Given, Night, planned: planned));
    }

    [Fact]
    public void A_text_whose_time_has_not_come_waits_for_it()
    {
        var later = Noon + Duration.FromMinutes(10);
        Assert.Equal(new Verdict.Wait(later), Judge(TextKind.Prompt, Given, Noon, notBefore: later));
    }

    [Fact]
    public void A_text_past_its_deadline_expires() =>
        Assert.IsType<Verdict.Expire>(
            Judge(TextKind.Prompt, Given, Noon, deadline: Noon + Duration.FromSeconds(59))
        );

    [Fact]
    public void A_text_whose_deadline_comes_before_the_morning_expires() =>
        Assert.IsType<Verdict.Expire>(
            Judge(TextKind.Prompt, Given, Night, deadline: NextMorning - Duration.FromHours(1))
        );

    [Fact]
    public void In_the_last_minute_of_the_window_nothing_is_begun()
    {
        var closing = Instant.FromUtc(2026, 3, 3, 0, 59, 30);
        Assert.Equal(new Verdict.Wait(NextMorning), Judge(TextKind.Prompt, Given, closing));
    }

    [Fact]
    public void A_text_is_valid_no_longer_than_its_window_and_its_deadline()
    {
        // The window closes at 20:00 in New York, 01:00 UTC.
        var window = Assert.IsType<Verdict.Send>(Judge(TextKind.Prompt, Given, Noon));
        Assert.Equal(Duration.FromHours(8), window.ValidFor);
        var deadline = Noon + Duration.FromHours(2);
        var soon = Assert.IsType<Verdict.Send>(Judge(TextKind.Prompt, Given, Noon, deadline: deadline));
        Assert.Equal(Duration.FromHours(2), soon.ValidFor);
    }

    [Fact]
    public void The_persons_own_window_counts_within_the_programs()
    {
        var verdict = Judge(
            TextKind.Prompt,
            Given,
            Noon,
            change: s =>
                s with
                {
                    Profile = s.Profile with { Window = new(new LocalTime(15, 0), new LocalTime(18, 0)) },
                }
        );
        Assert.Equal(new Verdict.Wait(Instant.FromUtc(2026, 3, 2, 20, 0)), verdict);
    }

    private static Func<ConversationState, ConversationState> Held(Instant since) =>
        s => s with { Hold = new Hold(HoldReason.Risk, since, "SM1") };

    private static Verdict Judge(
        TextKind kind,
        Consent consent,
        Instant now,
        Instant? planned = null,
        Instant? notBefore = null,
        Instant? deadline = null,
        Func<ConversationState, ConversationState>? change = null
    )
    {
        var state = Conversation.New(Ana()) with { Consent = consent, ConsentEpoch = 2 };
        var person = new StoredParticipant
        {
            Id = state.Profile.Id,
            Phone = Rehearsal.Phone(),
            State = change?.Invoke(state) ?? state,
            Tag = "1",
        };
        var text = new PendingText
        {
            Key = "t1",
            Kind = kind,
            Body = new MessageText("How did the walk go?"),
            PlannedAt = planned ?? now,
            NotBefore = notBefore ?? planned ?? now,
            Deadline = deadline ?? now + Duration.FromDays(2),
            Epoch = 2,
        };
        return SendGate.Judge(person, text, Program, now);
    }

    private static Profile Ana() =>
        new()
        {
            Id = new ParticipantId("p-ana"),
            Name = new PersonName("Ana"),
            ProgramId = Program.Id,
            ProgramVersion = Program.Version,
            Cohort = "spring",
            Coach = new CoachId("sam"),
            Zone = "America/New_York",
        };
}
