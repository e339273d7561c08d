using MiCheckin.Core.Conversations;
using MiCheckin.Core.Programs;

namespace MiCheckin.Tests.Conversations;

/// <summary>Given a state, when an event happens, then these texts, alerts and facts. The state passes through its stored form.</summary>
internal sealed class Scenario(ConversationState given, ProgramScript? program = null)
{
    private Decision? _decision;

    public static Scenario Given(ConversationState state, ProgramScript? program = null) =>
        new(state, program);

    /// <summary>As it was given, until something happens.</summary>
    public ConversationState State => _decision?.State ?? given;

    public Decision Decision => _decision ?? throw new InvalidOperationException("Nothing has happened yet.");

    public IReadOnlyList<PlannedText> Texts =>
        [.. Decision.Effects.OfType<Effect.SendText>().Select(e => e.Text)];

    public IReadOnlyList<Alert> Alerts =>
        [.. Decision.Effects.OfType<Effect.RaiseAlert>().Select(e => e.Alert)];

    public Scenario When(ConversationEvent happened)
    {
        var before = ConversationJson.ReadState(ConversationJson.Write(_decision?.State ?? given));
        _decision = Conversation.Decide(before, happened, program ?? People.MoveMore);
        return this;
    }

    /// <summary>One text, put together from these cells.</summary>
    public Scenario ThenSays(params string[] cells)
    {
        var text = Assert.Single(Texts);
        Assert.Equal(
            string.Join(" + ", cells),
            string.Join(" + ", text.Parts.Select(p => p[..p.LastIndexOf('/')]))
        );
        return this;
    }

    public Scenario ThenSays(TextKind kind)
    {
        Assert.Equal(kind, Assert.Single(Texts).Kind);
        return this;
    }

    public Scenario ThenSaysNothing()
    {
        Assert.Empty(Texts);
        return this;
    }

    public Scenario ThenAlerts(params AlertReason[] reasons)
    {
        Assert.Equal(reasons, Alerts.Select(a => a.Reason));
        return this;
    }

    public Scenario And(Action<ConversationState> check)
    {
        check(State);
        return this;
    }

    public Scenario ThenRemembers<T>(Predicate<T>? which = null)
        where T : Fact
    {
        Assert.Contains(Decision.Facts.OfType<T>(), f => which?.Invoke(f) ?? true);
        return this;
    }
}
