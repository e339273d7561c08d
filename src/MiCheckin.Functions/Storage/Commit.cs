using MiCheckin.Core.Conversations;

namespace MiCheckin.Functions.Storage;

/// <summary>One decision on its way into one batch of the participant's partition.</summary>
/// <param name="Already">Keys of texts that are stored already and so are not planned again.</param>
internal sealed record Commit(StoredParticipant Before, Step Step, Decision Decision, HashSet<string> Already)
{
    public IReadOnlyList<Alert> Alerts =>
        [
            .. Decision
                .Effects.OfType<Effect.RaiseAlert>()
                .Select(e => e.Alert)
                .DistinctBy(a => a.Key, StringComparer.Ordinal),
        ];

    /// <summary>The new texts, each planned in the consent epoch that the decision leads to.</summary>
    public IReadOnlyList<PendingText> NewTexts { get; } =
    [
        .. Decision
            .Effects.OfType<Effect.SendText>()
            .Where(e => !Already.Contains(e.Text.Key))
            .DistinctBy(e => e.Text.Key, StringComparer.Ordinal)
            .Select(e => TextRows.Plan(e.Text, Step.Happened.At, Decision.State.ConsentEpoch)),
    ];

    public IReadOnlyList<DueSlot> NewSlots => [.. Decision.State.Slots.Except(Before.State.Slots)];

    /// <summary>Index rows of slots that the decision gave up, the one that has come among them.</summary>
    public IReadOnlyList<DueRow> GoneRows =>
        [.. Before.State.Slots.Except(Decision.State.Slots).Select(slot => DueRow.Of(Before.Id, slot))];

    public StoredParticipant After =>
        Kept with
        {
            State = Decision.State,
            Pending = [.. Kept.Pending, .. NewTexts],
            Seq = Before.Seq + 1,
            LastReply = Step.Reply?.Words ?? Before.LastReply,
        };

    /// <summary>Texts that the decision takes back. They lie in the state row, so nobody has claimed them if this batch goes in.</summary>
    private IReadOnlyList<PendingText> Withdrawn =>
        [
            .. Decision
                .Effects.OfType<Effect.WithdrawText>()
                .Select(e => Before.Find(e.TextKey))
                .OfType<PendingText>(),
        ];

    private StoredParticipant Kept =>
        Withdrawn.Aggregate(
            Step.Text is { } text ? Before.Without(text.Key) : Before,
            (person, withdrawn) => person.Without(withdrawn.Key)
        );

    public PendingText? TextOf(RowKey key) =>
        NewTexts.FirstOrDefault(t => Keys.Text(Before.Id, t.Key) == key);

    /// <summary>The reply goes first: a repeated one is then seen as that, whatever else has changed.</summary>
    public IReadOnlyList<TableWrite> Writes()
    {
        var id = Before.Id;
        var columns = ParticipantRows.Write(After);
        var isNew = Before.Tag.Length == 0;
        List<TableWrite> writes = [];

        if (Step.Reply is { } reply)
        {
            writes.Add(new TableWrite.Insert(Keys.Reply(id, reply.MessageSid), LedgerRows.Write(reply)));
        }

        writes.Add(
            isNew
                ? new TableWrite.Insert(Keys.State(id), columns)
                : new TableWrite.Replace(Keys.State(id), columns, Before.Tag)
        );
        writes.AddRange(
            NewTexts.Select(t => new TableWrite.Insert(Keys.Text(id, t.Key), TextRows.Write(Planned(t))))
        );
        writes.AddRange(Withdrawn.Select(t => TextWrite(TakenBack(t))));
        writes.AddRange(
            Alerts.Select(a => new TableWrite.Upsert(Keys.AlertMark(id, a.Key), LedgerRows.Write(a)))
        );
        writes.Add(
            new TableWrite.Insert(
                Keys.Log(id, Step.Happened.At, Before.Seq + 1),
                LedgerRows.Write(Entry(isNew))
            )
        );

        if (Step.Text is { } text)
        {
            writes.Add(TextWrite(text));
        }

        return writes;
    }

    private static StoredText Planned(PendingText text) =>
        new() { Plan = text, Life = Core.Texts.TextLife.Planned };

    /// <summary>The words in the ledger for an answer that gave way to one answer to the whole.</summary>
    public const string WentOn = "went-on";

    private StoredText TakenBack(PendingText text) =>
        new()
        {
            Plan = text,
            Life = Core.Texts.TextLife.Suppressed,
            Error = WentOn,
            SettledAt = Step.Happened.At,
        };

    private TableWrite TextWrite(StoredText text)
    {
        var key = Keys.Text(Before.Id, text.Key);
        return text.Tag.Length == 0
            ? new TableWrite.Upsert(key, TextRows.Write(text))
            : new TableWrite.Replace(key, TextRows.Write(text), text.Tag);
    }

    private LedgerEntry Entry(bool isNew) =>
        new(Before.Seq + 1, Step.Happened, Decision.Facts, isNew ? Before.State : null);
}
