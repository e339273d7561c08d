using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Tests.Conversations;

/// <summary>One text sent to a simulated person, with the week it fell in.</summary>
internal sealed record Sent(int Week, PlannedText Text);

/// <summary>
/// A simulated person over twelve weeks: answers some prompts and not others, sometimes twice, in words and readings drawn
/// from a bank of hand-written replies. The seed decides everything.
/// </summary>
internal sealed class Simulated(ProgramScript program, int seed)
{
    private const int Weeks = 12;

    private static readonly (string Words, string ReadAs)[] Replies =
    [
        ("I want to feel better", "change desire"),
        ("I really want to keep up with my grandkids", "change desire"),
        ("I think I can do it", "change ability"),
        ("because my knees hurt less", "change reason"),
        ("my doctor says my heart needs it and I worry about it a lot", "change reason"),
        ("I have to do something", "change need"),
        ("I will start on Monday", "change commitment"),
        ("I'm going to try it this week", "change commitment"),
        ("getting ready I guess", "change activation"),
        ("I went three times", "did, change steps"),
        ("did it again yesterday", "did"),
        ("10 days in a row", "streak 10 days"),
        ("had a bad week, nothing done", "did-not"),
        ("slipped last night", "slip"),
        ("no time, work is crazy", "sustain reason"),
        ("I don't want to", "sustain desire"),
        ("can't", "sustain ability"),
        ("I want to but I'm tired all the time", "mixed desire"),
        ("part of me does, part of me doesn't", "mixed desire"),
        ("you don't get it", "discord"),
        ("it rained", "neutral"),
        ("idk", "neutral"),
        ("ok", "neutral"),
        ("thanks", "neutral"),
        ("my sister lives near the park and we talk sometimes", "neutral"),
        ("maybe, not sure yet", "unsure"),
        ("does walking help with sleep?", "asks"),
    ];

    private ConversationState _state = Conversation.New(
        People.Ana with
        {
            ProgramId = program.Id,
            Id = new ParticipantId($"p-{seed}"),
        }
    );

    private ulong _chance = (ulong)seed * 0x9E3779B97F4A7C15UL;
    private int _replies;

    public List<Sent> Sent { get; } = [];

    public HashSet<int> WeeksWithReply { get; } = [];

    public List<Fact.StageMoved> Moves { get; } = [];

    public Simulated Run()
    {
        var now = People.Monday;
        Happen(new ConversationEvent.Enrolled(now, Draw()));
        now += Duration.FromHours(1);
        Reply(now, "yes", "");

        for (var n = 0; n < 3 && _state.OpenPrompts is [.., { Expects: Expects.YesNo }]; n++)
        {
            now += Duration.FromMinutes(10);
            Reply(now, Draw() < 0.5 ? "yes" : "no", "");
        }

        while (
            _state.Slots.MinBy(s => s.At) is { } slot
            && slot.At < People.Monday + Duration.FromDays(7 * Weeks)
        )
        {
            now = Instant.Max(now, slot.At);
            Happen(new ConversationEvent.SlotDue(now, slot.Key));

            for (var turns = 0; turns < 3 && Draw() < 0.6; turns++)
            {
                now += Duration.FromMinutes(2 + (int)(Draw() * 300));
                Answer(now);
            }
        }

        return this;
    }

    private void Answer(Instant now)
    {
        var asked = _state.OpenPrompts is [.., var last] ? last.Expects : Expects.None;

        switch (asked)
        {
            case Expects.Ruler when Draw() < 0.8:
                Reply(now, $"{(int)(Draw() * 11)}", "");
                break;
            case Expects.YesNo when Draw() < 0.9:
                Reply(now, Draw() < 0.6 ? "yes" : "no", "");
                break;
            default:
                var (words, readAs) = Replies[(int)(Draw() * Replies.Length)];
                Reply(now, words, $" as {readAs}");
                break;
        }
    }

    private void Reply(Instant at, string words, string readAs)
    {
        WeeksWithReply.Add(Week(at));
        var text = new MessageText(words);
        var real = ReplyReader.Read(words, Conversation.AskedOf(_state, program, at, text));
        Happen(new ConversationEvent.Replied(at, $"SM{_replies++}", text, ReadAs.Apply(real, readAs)));
    }

    private void Happen(ConversationEvent happened)
    {
        var decision = Conversation.Decide(_state, happened, program);
        _state = decision.State;
        Sent.AddRange(
            decision.Effects.OfType<Effect.SendText>().Select(e => new Sent(Week(happened.At), e.Text))
        );
        Moves.AddRange(decision.Facts.OfType<Fact.StageMoved>());
    }

    private static int Week(Instant at) => (int)((at - People.Monday).TotalDays / 7);

    /// <summary>splitmix64: good enough to draw replies by, the same on every machine.</summary>
    private double Draw()
    {
        _chance += 0x9E3779B97F4A7C15UL;
        var mixed = (_chance ^ (_chance >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
