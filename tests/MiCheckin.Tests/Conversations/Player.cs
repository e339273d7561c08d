using System.Globalization;
using System.Text;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;
using MiCheckin.Functions.Programs;

namespace MiCheckin.Tests.Conversations;

/// <summary>
/// Plays one conversation with the real reader and a real program, on a clock of its own, and writes down what a coach would
/// want to read. The state passes through its stored form at every turn.
/// </summary>
internal sealed class Player
{
    private readonly StringBuilder _script = new();
    private readonly Dictionary<string, string> _lines = new(StringComparer.Ordinal);
    private readonly ProgramScript _program;
    private ConversationState _state;
    private Instant _now;
    private int _replies;

    public Player(string program, string language, string zone, string country, LocalDateTime starts)
    {
        _program = EmbeddedPrograms.All.First(p => string.Equals(p.Id, program, StringComparison.Ordinal));
        _state = Conversation.New(
            People.Ana with
            {
                ProgramId = program,
                Language = language,
                Zone = zone,
                Country = country,
            }
        );
        _now = DateTimeZoneProviders.Tzdb[zone].AtLeniently(starts).ToInstant();
    }

    public string Script => _script.ToString();

    /// <summary>One line of a transcript that starts with <c>&gt;</c>.</summary>
    public void Do(string line)
    {
        _script.Append("> ").Append(line).Append('\n');
        var (verb, rest) = line.Split(' ', 2) is [var v, var r] ? (v, r) : (line, "");

        switch (verb)
        {
            case "clock":
                _now += Length(rest);
                break;
            case "enrol":
                Happen(new ConversationEvent.Enrolled(_now, 0.31));
                break;
            case "yes":
                SayYes();
                break;
            case "due":
                Due(rest);
                break;
            case "reply":
                Reply(rest, provider: false);
                break;
            case "provider-reply":
                Reply(rest, provider: true);
                break;
            case "opted-out-at-provider":
                Happen(new ConversationEvent.OptedOutAtProvider(_now));
                break;
            case "unreachable":
                Happen(new ConversationEvent.Unreachable(_now, rest));
                break;
            case "not-sent":
                Happen(new ConversationEvent.TextNotSent(_now, _state.OpenPrompts[^1].TextKey, rest));
                break;
            case "coach":
                Happen(new ConversationEvent.CoachActed(_now, new CoachId("sam"), Coach(rest)));
                break;
            default:
                throw new FormatException($"'{line}' is nothing that can happen.");
        }
    }

    /// <summary>Enrolled, YES, and the stage questions answered: what most transcripts begin with, without its lines.</summary>
    private void SayYes()
    {
        var kept = _script.ToString();
        Happen(new ConversationEvent.Enrolled(_now, 0.31));
        _now += Duration.FromMinutes(20);

        foreach (var answer in (string[])["yes", "no", "yes", "no"])
        {
            Reply($"\"{answer}\"", provider: false);
            _now += Duration.FromMinutes(10);
        }

        _state = _state with { GoalAsked = true };
        _script.Clear().Append(kept);
    }

    /// <summary>Moves the clock to the next planned moment (of a kind, where one is named) and lets it happen.</summary>
    private void Due(string kind)
    {
        var slot = _state
            .Slots.Where(s => kind.Length is 0 || string.Equals(Name(s.Kind), kind, StringComparison.Ordinal))
            .MinBy(s => s.At);

        if (slot is null)
        {
            _script.Append("  (nothing is planned)\n");
            return;
        }

        _now = Instant.Max(_now, slot.At);
        _script.Append(CultureInfo.InvariantCulture, $"  {Clock()} {Name(slot.Kind)}\n");
        Happen(new ConversationEvent.SlotDue(_now, slot.Key));
    }

    /// <summary><c>reply "words"</c>, or <c>reply "words" as change desire</c> where the transcript says how they are to be read.</summary>
    private void Reply(string line, bool provider)
    {
        var end = line.LastIndexOf('"');
        var words = line[1..end];
        var waits = _state.Waiting is { } waiting && _now < waiting.NotBefore;
        var asked = Conversation.AskedOf(_state, _program, _now, new MessageText(words), waits);
        var reading = ReadAs.Apply(ReplyReader.Read(words, asked), line[(end + 1)..]);
        Happen(
            new ConversationEvent.Replied(
                _now,
                $"SM{++_replies}",
                new MessageText(words),
                reading,
                provider,
                waits
            )
        );
    }

    private void Happen(ConversationEvent happened)
    {
        var before = ConversationJson.ReadState(ConversationJson.Write(_state));
        var stored = ConversationJson.ReadEvent(ConversationJson.Write(happened));
        var decision = Conversation.Decide(before, stored, _program);
        _state = decision.State;
        HoldBack();

        foreach (var effect in decision.Effects)
        {
            Write(effect);
        }

        foreach (var line in decision.Facts.Select(Describe).OfType<string>())
        {
            _script.Append("  ").Append(line).Append('\n');
        }
    }

    /// <summary>An answer that still waits when a hold begins or consent ends does not go out.</summary>
    private void HoldBack()
    {
        if (
            _state.Waiting is { } waiting
            && _now < waiting.NotBefore
            && (_state.Hold is not null || _state.Consent is not Consent.Given)
            && _lines.Remove(waiting.TextKey, out var line)
        )
        {
            _script.Replace($"  {line}\n", "  (held back)\n");
        }
    }

    /// <summary>An answer that is taken back was never seen: its line says so.</summary>
    private void Write(Effect effect)
    {
        if (effect is Effect.WithdrawText back)
        {
            var line = _lines[back.TextKey];
            _script.Replace($"  {line}\n", "  (waits for the rest)\n");
            return;
        }

        var words = Describe(effect);
        _script.Append("  ").Append(words).Append('\n');

        if (effect is Effect.SendText { Text.Key: var key })
        {
            _lines[key] = words;
        }
    }

    private string Describe(Effect effect) =>
        effect switch
        {
            Effect.SendText { Text: { Kind: TextKind.Welcome } t } =>
                $"say at {Local(t.NotBefore)}: {t.Body}",
            Effect.SendText { Text: { Kind: TextKind.Safety } t } => $"say (safety): {t.Body}",
            Effect.SendText { Text: { Kind: TextKind.Coach } t } => $"coach says: {t.Body}",
            Effect.SendText { Text: var t } => $"say: {t.Body}",
            Effect.RaiseAlert { Alert: { Reason: AlertReason.Risk } a } =>
                $"alert: possible danger ({a.Risk}, {a.Urgency})",
            Effect.RaiseAlert { Alert: var a } => $"alert: {a.Reason}",
            _ => throw new InvalidOperationException($"No words for {effect}."),
        };

    private static string? Describe(Fact fact) =>
        fact switch
        {
            Fact.StageMoved f => $"stage: {StageMoves.Explain(f.Move)}",
            Fact.MoveTakenBack => "stage: the last move is taken back",
            Fact.RulerRead f => string.Create(
                CultureInfo.InvariantCulture,
                $"ruler: {f.Answer.Kind} {f.Answer.Score.Low}{(f.Answer.Score.Low == f.Answer.Score.High ? "" : $" to {f.Answer.Score.High}")}"
            ),
            Fact.Relapsed => "relapse",
            Fact.GoalSet f => $"goal: {f.Goal}",
            Fact.FirstStepSet f => $"first step: {f.Step}",
            Fact.HoldChanged f => $"hold: {f.Hold?.Reason.ToString() ?? "none"}",
            Fact.CadenceChanged f => $"cadence: {f.How}",
            Fact.WentStale f => string.Create(
                CultureInfo.InvariantCulture,
                $"quiet: {f.Missed} prompts without an answer"
            ),
            Fact.SlotSkipped f => $"skipped: {f.Why}",
            Fact.ConsentChanged f => $"consent: {f.To}",
            Fact.TalkHeard f => $"heard: {f.Talk}{(f.Kind is TalkKind.None ? "" : $" ({f.Kind})")}",
            Fact.BehaviourReported f => $"told: {f.Report.Kind}",
            _ => null,
        };

    private static CoachAction Coach(string words)
    {
        var (verb, rest) = words.Split(' ', 2) is [var v, var r] ? (v, r.Trim('"')) : (words, "");

        return verb switch
        {
            "clears" => new CoachAction.ClearHold(rest),
            "texts" => new CoachAction.Text(rest),
            "pauses" => new CoachAction.Pause(null),
            "resumes" => new CoachAction.Resume(),
            "opts-out" => new CoachAction.OptOut(),
            "undoes" => new CoachAction.UndoMove(rest),
            "lifts" => new CoachAction.LiftOverride(),
            _ => new CoachAction.OverrideStage(Enum.Parse<Stage>(verb, ignoreCase: true), rest),
        };
    }

    private static string Name(SlotKind kind) =>
        kind switch
        {
            SlotKind.CheckIn => "check-in",
            SlotKind.Reminder => "reminder",
            SlotKind.Resume => "end of talk",
            SlotKind.StageClock => "six months",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static Duration Length(string words) =>
        (words[^1], long.Parse(words.AsSpan(1, words.Length - 2), CultureInfo.InvariantCulture)) switch
        {
            ('s', var n) => Duration.FromSeconds(n),
            ('m', var n) => Duration.FromMinutes(n),
            ('h', var n) => Duration.FromHours(n),
            ('d', var n) => Duration.FromDays(n),
            _ => throw new FormatException($"'{words}' is no length of time: +20m, +24h, +3d."),
        };

    private string Clock() => Local(_now);

    private string Local(Instant at) =>
        at.InZone(DateTimeZoneProviders.Tzdb[_state.Profile.Zone])
            .LocalDateTime.ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);
}
