using System.Collections.Immutable;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Schedules;
using MiCheckin.Core.Texts;

namespace MiCheckin.Core.Conversations;

/// <summary>One decision in the making: the state so far, what to do and what to remember. Immutable; every step returns the next.</summary>
internal sealed record Turn(ConversationState State, ProgramScript Program, Instant At)
{
    public ImmutableList<Effect> Effects { get; init; } = [];
    public ImmutableList<Fact> Facts { get; init; } = [];

    /// <summary>The answer that this text takes back, as it goes on with what was answered; null where it stands alone.</summary>
    public WaitingAnswer? TakenBack { get; init; }

    /// <summary>The question that is being answered, so that no answer asks it again.</summary>
    public string Asked { get; init; } = "";

    /// <summary>Nothing automatic is sent now, by the person's or the coach's wish.</summary>
    public bool IsPaused => State.PausedUntil is { } until && At < until;

    public LanguageTexts Texts => Program.In(State.Profile.Language);

    public LocalHours Hours =>
        new(
            State.Profile.Zone,
            Program.Window,
            State.Profile.Window,
            State.Profile.BlockedDates,
            DateTimeZoneProviders.Tzdb
        );

    public Turn With(Func<ConversationState, ConversationState> change) =>
        this with
        {
            State = change(State),
        };

    public Turn Note(Fact fact) => this with { Facts = Facts.Add(fact) };

    public Turn Alert(string key, AlertReason reason, string replyId = "") =>
        Alert(
            new Alert
            {
                Key = key,
                Reason = reason,
                ReplyId = replyId,
                At = At,
            }
        );

    public Turn Alert(Alert alert) => this with { Effects = Effects.Add(new Effect.RaiseAlert(alert)) };

    /// <summary>Plans one text. What counts against the burden budget is counted here, and nowhere else.</summary>
    public Turn Send(PlannedText text)
    {
        var sent = this with { Effects = Effects.Add(new Effect.SendText(text)) };
        return Budget.Counts(text.Kind) ? sent.With(s => Budget.Count(s, text.NotBefore)) : sent;
    }

    /// <summary>Plans a service text of one cell, at once.</summary>
    public Turn Serve(string key, string cell, params (string Name, string Value)[] fill)
    {
        var (turn, said) = Wording.Say(this, cell, fill);
        return turn.SendNow(key, TextKind.Service, said);
    }

    public Turn SendNow(string key, TextKind kind, Said said) => SendAfter(key, kind, said, Duration.Zero);

    public Turn SendAfter(string key, TextKind kind, Said said, Duration wait) =>
        said.Body.Length is 0
            ? this
            : Send(
                new PlannedText
                {
                    Key = key,
                    Kind = kind,
                    Body = Gsm7.Normalise(said.Body),
                    NotBefore = At + wait,
                    Deadline = AnswerDeadline(),
                    Parts = said.Parts,
                }
            );

    public Decision Done() => new(State, Effects, Facts);

    /// <summary>An answer may follow within half an hour at any local time; later only inside the window, and never after twelve hours.</summary>
    private Instant AnswerDeadline()
    {
        var soon = At + Duration.FromMinutes(30);

        if (!Hours.IsOpen(At))
        {
            return soon;
        }

        return Instant.Max(soon, Instant.Min(At + Duration.FromHours(12), Hours.EndOfDay(At)));
    }
}
