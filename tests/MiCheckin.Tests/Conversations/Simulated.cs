using MiCheckin.Core.Conversations;
using MiCheckin.Core.Fidelity;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Tests.Conversations;

/// <summary>
/// A simulated person over twelve weeks: answers some prompts and not others, sometimes twice, sometimes days later, in words
/// drawn from a bank of hand-written replies, read by the real reader. Every fifth person speaks Spanish. The seed decides everything.
/// </summary>
internal sealed class Simulated(ProgramScript program, int seed)
{
    private const int Weeks = 12;
    private readonly ReplyBank _bank = new(program.Id, LanguageOf(seed));
    private readonly PriorityQueue<Func<Instant, bool>, Instant> _coming = new();

    private ConversationState _state = Conversation.New(
        People.Ana with
        {
            ProgramId = program.Id,
            Id = new ParticipantId($"p-{seed}"),
            Language = LanguageOf(seed),
        }
    );

    private ulong _chance = (ulong)seed * 0x9E3779B97F4A7C15UL;
    private int _replies;

    public List<PlannedText> Sent { get; } = [];

    public List<TranscriptLine> Said { get; } = [];

    public Transcript Transcript => new($"p-{seed}", program.Id, LanguageOf(seed), Said);

    public List<Fact.StageMoved> Moves { get; } = [];

    private static string LanguageOf(int seed) => seed % 5 is 0 ? "es" : "en";

    public Simulated Run()
    {
        var now = People.Monday;
        var until = now + Duration.FromDays(7 * Weeks);
        Happen(new ConversationEvent.Enrolled(now, Draw()));
        now += Duration.FromHours(1);
        Reply(now, LanguageOf(seed) is "es" ? "SI" : "YES");
        Later(now + Duration.FromMinutes(10), AnswerForm);

        while (Next() is var (at, act) && at < until)
        {
            now = Instant.Max(now, at);
            act(now);
        }

        return this;
    }

    /// <summary>What comes first: a planned moment, or something the person means to say.</summary>
    private (Instant At, Action<Instant> Act)? Next()
    {
        var slot = _state.Slots.MinBy(s => s.At);

        if (_coming.TryPeek(out _, out var said) && (slot is null || said <= slot.At))
        {
            var act = _coming.Dequeue();
            return (said, at => act(at));
        }

        return slot is null
            ? null
            : (
                slot.At,
                at =>
                {
                    Happen(new ConversationEvent.SlotDue(at, slot.Key));
                    MeanToAnswer(at);
                }
            );
    }

    private void MeanToAnswer(Instant now)
    {
        var at = now;

        for (var turns = 0; turns < 3 && Draw() < 0.6; turns++)
        {
            at +=
                Draw() < 0.06
                    ? Duration.FromHours(30 + (int)(Draw() * 70))
                    : Duration.FromMinutes(2 + (int)(Draw() * 300));
            Later(at, Answer);
        }
    }

    private void Later(Instant at, Func<Instant, bool> act) => _coming.Enqueue(act, at);

    private bool Answer(Instant now)
    {
        var asked = _state.OpenPrompts is [.., var last] ? last.Expects : Expects.None;

        switch (asked)
        {
            case Expects.Ruler when Draw() < 0.85:
                Reply(now, _bank.Ruler(Draw(), Draw()));
                break;
            case Expects.YesNo when Draw() < 0.9:
                YesOrNo(now);
                break;
            default:
                SayInParts(now);
                break;
        }

        ComeBack(now);
        return true;
    }

    /// <summary>A coach clears a hold within a day; who paused comes back after five.</summary>
    private void ComeBack(Instant now)
    {
        if (_state.Hold is { Reason: not HoldReason.CoachTalking })
        {
            var acted = new CoachAction.ClearHold("called");
            Later(
                now + Duration.FromHours(20),
                at =>
                {
                    Happen(new ConversationEvent.CoachActed(at, new CoachId("sam"), acted));
                    return true;
                }
            );
        }

        if (_state.PausedUntil == Instant.MaxValue)
        {
            Later(
                now + Duration.FromDays(5),
                at =>
                {
                    Reply(at, LanguageOf(seed) is "es" ? "CONTINUAR" : "RESUME");
                    return true;
                }
            );
        }
    }

    private bool AnswerForm(Instant now)
    {
        if (_state.OpenPrompts is [.., { Expects: Expects.YesNo, Answered: false }])
        {
            YesOrNo(now);
            Later(now + Duration.FromMinutes(10), AnswerForm);
        }

        return true;
    }

    private void YesOrNo(Instant now)
    {
        var words = Draw() < 0.55 ? _bank.Yes : _bank.No;
        Reply(now, words[(int)(Draw() * words.Length)]);
    }

    /// <summary>Parts follow one another within a minute.</summary>
    private void SayInParts(Instant now)
    {
        var at = now;

        foreach (var part in _bank.Answer(Draw()))
        {
            Reply(at, part);
            at += Duration.FromSeconds(5 + (int)(Draw() * 35));
        }
    }

    private void Reply(Instant at, string words)
    {
        var text = new MessageText(words);
        var waits = _state.Waiting is { } waiting && at < waiting.NotBefore;
        var real = ReplyReader.Read(words, Conversation.AskedOf(_state, program, at, text, waits));
        Said.Add(new TranscriptLine(at, Speaker.Person, words, []));
        Happen(
            new ConversationEvent.Replied(at, $"SM{_replies++}", text, real, ProviderAnswered: false, waits)
        );
    }

    private void Happen(ConversationEvent happened)
    {
        var decision = Conversation.Decide(_state, happened, program);
        _state = decision.State;
        var texts = decision.Effects.OfType<Effect.SendText>().Select(e => e.Text).ToList();

        foreach (var back in decision.Effects.OfType<Effect.WithdrawText>())
        {
            var unsaid = Sent.Single(t => string.Equals(t.Key, back.TextKey, StringComparison.Ordinal));
            Sent.Remove(unsaid);
            Said.RemoveAll(l => ReferenceEquals(l.Parts, unsaid.Parts));
        }

        Sent.AddRange(texts);
        Said.AddRange(texts.Select(t => new TranscriptLine(t.NotBefore, Speaker.Service, t.Body, t.Parts)));

        if (decision.Facts.OfType<Fact.MoveTakenBack>().Any())
        {
            Moves.RemoveAt(Moves.Count - 1);
        }

        Moves.AddRange(decision.Facts.OfType<Fact.StageMoved>());
    }

    /// <summary>splitmix64: good enough to draw replies by, the same on every machine.</summary>
    private double Draw()
    {
        _chance += 0x9E3779B97F4A7C15UL;
        var mixed = (_chance ^ (_chance >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
