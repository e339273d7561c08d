using MiCheckin.Core.Conversations;
using MiCheckin.Core.Fidelity;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Tests.Conversations;

/// <summary>
/// A simulated person over twelve weeks: answers some prompts and not others, sometimes twice, in words drawn from
/// a bank of hand-written replies, read by the real reader. The seed decides everything.
/// </summary>
internal sealed class Simulated(ProgramScript program, int seed)
{
    private const int Weeks = 12;

    /// <summary>What people say of moving more, and of smoking: longings, doubts, acts, slips, plans, small talk, anger, questions.</summary>
    private static readonly Dictionary<string, string[]> Replies = new(StringComparer.Ordinal)
    {
        ["move-more"] =
        [
            "I really want to keep up with my grandkids",
            "i want to feel better in my body",
            "wish i had more energy at night",
            "I think I could do ten minutes a day",
            "i know i can walk at lunch if i plan it",
            "because my knees hurt less when I move",
            "my doctor says my heart needs it and i worry about it a lot",
            "my kids want me around for a long time",
            "I really need to get in shape",
            "i will start walking on monday",
            "I'm going to try the pool this weekend",
            "im thinking about walking at lunch instead",
            "i am ready to try",
            "I walked three times this week",
            "walked again yesterday",
            "took the stairs at work today",
            "10 days in a row",
            "went to the gym on tuesday and it felt great",
            "had a bad week, i skipped my walks",
            "didnt walk at all this week",
            "no time, work is crazy",
            "I hate exercise, always have",
            "its too cold out right now tho",
            "i cant, my back is bad",
            "im fine the way i am",
            "tv is easier after work",
            "I want to but I am just too tired at night",
            "part of me wants to, part of me likes the couch",
            "i know it helps but i have no time",
            "does walking help with sleep?",
        ],
        ["quit-smoking"] =
        [
            "I want to quit for my daughter",
            "i want to breathe easier",
            "wish i could stop smelling like smoke",
            "I think I can do it this time",
            "i quit once for a year so i know i can",
            "because my kids hate the smell",
            "it costs me 60 dollars a week",
            "my doctor says my lungs are not good and i worry about it",
            "I really need to quit",
            "i will quit on monday",
            "I'm going to throw out my pack tonight",
            "im thinking about cutting down first",
            "i am ready to try the patch",
            "I did not smoke today",
            "3 days without a cigarette",
            "cut down to 5 a day",
            "10 days smoke free",
            "threw out my ashtray yesterday",
            "slipped and had two last night",
            "had a smoke after the fight with my boss",
            "back to a pack a day",
            "smoking is the only thing that calms me down",
            "I love my morning cigarette",
            "i cant, ive tried everything",
            "i dont want to quit",
            "not now, too much stress",
            "I want to quit but I am scared of gaining weight",
            "part of me wants to, part of me loves it",
            "i know its bad but its my only break",
            "does the patch really help?",
        ],
        [""] =
        [
            "you don't get it",
            "these texts are pointless",
            "it rained",
            "idk",
            "ok",
            "thanks",
            "hard to say",
            "my sister lives near the park and we talk sometimes",
            "maybe, not sure yet",
            "work mostly",
            "pretty good i guess",
            "the usual",
            "my family",
            "talking to my wife about it helped",
            "in the morning before the kids are up",
        ],
    };

    private readonly string[] _bank = [.. Replies[program.Id], .. Replies[""]];

    private ConversationState _state = Conversation.New(
        People.Ana with
        {
            ProgramId = program.Id,
            Id = new ParticipantId($"p-{seed}"),
        }
    );

    private ulong _chance = (ulong)seed * 0x9E3779B97F4A7C15UL;
    private int _replies;

    public List<PlannedText> Sent { get; } = [];

    public List<TranscriptLine> Said { get; } = [];

    public Transcript Transcript => new($"p-{seed}", program.Id, "en", Said);

    public List<Fact.StageMoved> Moves { get; } = [];

    public Simulated Run()
    {
        var now = People.Monday;
        Happen(new ConversationEvent.Enrolled(now, Draw()));
        now += Duration.FromHours(1);
        Reply(now, "yes");

        for (var n = 0; n < 3 && _state.OpenPrompts is [.., { Expects: Expects.YesNo }]; n++)
        {
            now += Duration.FromMinutes(10);
            Reply(now, Draw() < 0.5 ? "yes" : "no");
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
                Reply(now, $"{(int)(Draw() * 11)}");
                break;
            case Expects.YesNo when Draw() < 0.9:
                Reply(now, Draw() < 0.6 ? "yes" : "no");
                break;
            default:
                Reply(now, _bank[(int)(Draw() * _bank.Length)]);
                break;
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
