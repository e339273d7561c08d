using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Conversations;

/// <summary>Being asked, saying yes, stopping and coming back.</summary>
internal static class Consenting
{
    private const string WelcomeKey = "welcome";
    private const int WelcomesAtMost = 3;

    public static Turn Welcome(Turn turn, ConversationEvent.Enrolled enrolled)
    {
        if (turn.State.Consent is not Consent.NotAsked)
        {
            return turn;
        }

        return PlanWelcome(Allocate(turn.With(s => s with { Draw = enrolled.Draw }), enrolled.Draw));
    }

    /// <summary>A welcome that could not go out in its window is planned for the next, three times in all.</summary>
    public static Turn WelcomeNotSent(Turn turn, string key) =>
        turn.State is { Consent: Consent.Asked, Welcomes: < WelcomesAtMost }
        && key.Is(KeyOfWelcome(turn.State.Welcomes))
            ? PlanWelcome(turn)
            : turn;

    public static bool IsWelcome(string key) => key.StartsWith(WelcomeKey, StringComparison.Ordinal);

    /// <summary>Before YES nothing is sent but what the person asks for.</summary>
    public static Turn WhileAsked(Turn turn, ConversationEvent.Replied reply)
    {
        var (control, yes) = (
            reply.Reading.Control,
            PlainYes.Fill(reply.Reading, reply.Words.Reveal()).YesNo
        );

        return (control, yes) switch
        {
            (ControlWord.Start, _) => Give(turn, reply),
            (ControlWord.None, true) when !PlainYes.OnlyThanks(reply.Words.Reveal()) => Give(turn, reply),
            (ControlWord.None, false) => Stop(turn, reply, "declined"),
            (ControlWord.Coach, _) => SelfService.AskForCoach(turn, reply),
            (ControlWord.Pause, _) => Stop(turn, reply, "declined"),
            (ControlWord.None, null) when reply.Reading.AsksForInformation => SelfService.Help(turn, reply),
            _ => turn,
        };
    }

    public static Turn Stop(Turn turn, ConversationEvent.Replied reply, string how) =>
        OptOut(turn, how, confirm: !reply.ProviderAnswered, $"{reply.ReplyId}-stop", "");

    /// <summary>Opts out, and confirms it once. A safety text due at the same moment travels inside the confirmation.</summary>
    public static Turn OptOut(Turn turn, string how, bool confirm, string key, string safety)
    {
        if (turn.State.Consent is Consent.Stopped)
        {
            return turn;
        }

        var stopped = turn.With(s =>
                s with
                {
                    Consent = new Consent.Stopped(turn.At, how),
                    ConsentEpoch = s.ConsentEpoch + 1,
                    OpenPrompts = [],
                    Slots = [],
                    PausedUntil = null,
                    LastReply = null,
                }
            )
            .Note(new Fact.ConsentChanged("stopped"));

        if (!confirm)
        {
            return stopped;
        }

        var (said, words) = Wording.Say(stopped, Cells.StopConfirm);
        return said.SendNow(key, TextKind.StopConfirmation, Wording.Before(new Said(safety, []), words));
    }

    /// <summary>After STOP only START, UNSTOP and YES lead back. HELP is flagged to a coach; nothing is texted.</summary>
    public static Turn WhileStopped(Turn turn, ConversationEvent.Replied reply)
    {
        var (control, yes) = (reply.Reading.Control, PlainYes.IsBareYes(reply.Words.Reveal()));

        return (turn.State.Consent, control, yes) switch
        {
            (Consent.WrongNumber, ControlWord.Stop, _) => Stop(turn, reply, "texted"),
            (_, ControlWord.Start, _) => ComeBack(turn, reply),
            (Consent.Stopped, ControlWord.None, true) => ComeBack(turn, reply),
            (_, ControlWord.Help, _) => turn.Alert(
                $"{reply.ReplyId}-help",
                AlertReason.AskedForHelp,
                reply.ReplyId
            ),
            _ => turn,
        };
    }

    public static Turn WrongNumber(Turn turn, ConversationEvent.Replied reply) =>
        Unreachable(
            turn.Serve($"{reply.ReplyId}-a0", Cells.WrongNumberConfirm),
            AlertReason.WrongNumber,
            $"{reply.ReplyId}-wrong",
            reply.ReplyId
        );

    public static Turn Unreachable(Turn turn, AlertReason reason, string key, string replyId = "") =>
        turn.State.Consent is Consent.Stopped or Consent.WrongNumber
            ? turn
            : turn.With(s =>
                    s with
                    {
                        Consent = new Consent.WrongNumber(turn.At),
                        ConsentEpoch = s.ConsentEpoch + 1,
                        OpenPrompts = [],
                        Slots = [],
                        LastReply = null,
                    }
                )
                .Note(new Fact.ConsentChanged("wrong-number"))
                .Alert(key, reason, replyId);

    /// <summary>The arm of a trial: by the draw of the enrolment alone, recorded with its probability, fixed for life.</summary>
    private static Turn Allocate(Turn turn, double draw) =>
        Allocation.Of(turn.Program, draw) is { } given
            ? turn.With(s => s with { Arm = given.Arm })
                .Note(new Fact.ArmAllocated(given.Arm, given.Probability))
            : turn;

    private static string KeyOfWelcome(int number) =>
        number <= 1 ? WelcomeKey : $"{WelcomeKey}-{Wording.Number(number)}";

    private static Turn PlanWelcome(Turn turn)
    {
        var key = KeyOfWelcome(turn.State.Welcomes + 1);
        var asked = turn.With(s => s with { Consent = new Consent.Asked(turn.At), Welcomes = s.Welcomes + 1 })
            .Note(new Fact.ConsentChanged("asked"));

        if (turn.Hours.NextOpen(turn.At) is not { } at)
        {
            return asked.Note(new Fact.SlotSkipped(key, "no-window"));
        }

        var (said, words) = Wording.Say(asked, Cells.Welcome);
        return said.Send(
            new PlannedText
            {
                Key = key,
                Kind = TextKind.Welcome,
                Body = words.Body,
                NotBefore = at,
                Deadline = turn.Hours.EndOfDay(at),
                Parts = words.Parts,
            }
        );
    }

    /// <summary>YES: thanks, and the first stage question in the same text.</summary>
    private static Turn Give(Turn turn, ConversationEvent.Replied reply)
    {
        var given = Given(turn, reply);
        return StageQuestions.Begin(given, reply, Cells.ConsentThanks);
    }

    private static Turn ComeBack(Turn turn, ConversationEvent.Replied reply)
    {
        var isFirst = turn.State.Begun is null;
        var given = Given(turn, reply);

        if (reply.ProviderAnswered)
        {
            return given;
        }

        return isFirst ? StageQuestions.Begin(given, reply, Cells.ConsentThanks)
            : given.State.Hold is null ? given.Serve($"{reply.ReplyId}-a0", Cells.StartAgain)
            : SelfService.AskForCoach(given, reply);
    }

    /// <summary>Coming in settles a stop that was not clear, and a talk with the coach that the stop ended; danger it does not.</summary>
    private static Turn Given(Turn turn, ConversationEvent.Replied reply) =>
        StageMoving.ClockAgain(
            Slots.PlanCheckIn(
                (turn.State.Hold is { Reason: not HoldReason.Risk } ? Safety.Release(turn) : turn)
                    .With(s =>
                        s with
                        {
                            Consent = new Consent.Given(turn.At, reply.ReplyId),
                            ConsentEpoch = s.ConsentEpoch + 1,
                            Begun = s.Begun ?? turn.At,
                            PausedUntil = null,
                            Missed = 0,
                            Stale = false,
                            LastReplyAt = turn.At,
                            OpenPrompts = [],
                        }
                    )
                    .Note(new Fact.ConsentChanged("given"))
            )
        );
}
