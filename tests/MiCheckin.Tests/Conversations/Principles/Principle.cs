using MiCheckin.Core.Conversations;
using MiCheckin.Core.Fidelity;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;
using MiCheckin.Functions.Programs;

namespace MiCheckin.Tests.Conversations.Principles;

/// <summary>What the tests of the five principles share: a prompt that was asked, and the one text that answers a reply.</summary>
internal static class Principle
{
    public static TheoryData<string, string> EveryProgramAndLanguage =>
        new(EmbeddedPrograms.All.SelectMany(p => p.Texts.Keys.Select(language => (p.Id, language))));

    public static ProgramScript ProgramOf(string id) =>
        EmbeddedPrograms.All.First(p => string.Equals(p.Id, id, StringComparison.Ordinal));

    public static IReadOnlyList<Variant> Cell(string program, string language, string cell) =>
        ProgramOf(program).In(language).Cells[cell];

    /// <summary>Ana, in contemplation, with a goal of her own, a few hours after an open question.</summary>
    public static ConversationState Asked(Expects expects = Expects.Open, RulerKind? ruler = null) =>
        People.Asked(People.Prompt("day-now") with { Expects = expects, Ruler = ruler }, People.Hours(20));

    /// <summary>The decision on a reply that the real reader read.</summary>
    public static Decision Say(ConversationState state, string words, double days = 1)
    {
        var at = People.Days(days);
        var text = new Core.Participants.MessageText(words);
        var reading = ReplyReader.Read(words, Conversation.AskedOf(state, People.MoveMore, at, text));
        return Say(state, words, reading, days);
    }

    public static Decision Say(ConversationState state, string words, Reading reading, double days = 1) =>
        Conversation.Decide(
            state,
            People.Reply($"SM{days:0.00}", words, reading, People.Days(days)),
            People.MoveMore
        );

    public static PlannedText Text(Decision decision) =>
        Assert.Single(decision.Effects.OfType<Effect.SendText>()).Text;

    public static IReadOnlyList<string> CellsOf(PlannedText text) =>
        [.. text.Parts.Select(p => p[..p.LastIndexOf('/')])];

    public static void IsInSpirit(PlannedText text) => Assert.Empty(TextCoder.Inconsistent(text.Body, "en"));
}
