using System.Text.Json;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;

namespace MiCheckin.Functions.Storage;

/// <summary>The state row of a participant: typed columns for people who look at the table, JSON for the program.</summary>
internal static class ParticipantRows
{
    private const string Erasing = "erasing";
    private const int MostWords = 10_000;

    public static Columns Write(StoredParticipant p)
    {
        var state = p.State;
        var columns = new Columns
        {
            ["stage"] = state.Stage?.Stage.ToString(),
            ["since"] = state.Stage?.Since.ToDateTimeOffset(),
            ["why"] = state.Stage is { Why: var why } ? WhyInWords(why) : null,
            ["importance"] = Last(state, RulerKind.Importance),
            ["confidence"] = Last(state, RulerKind.Confidence),
            ["readiness"] = Last(state, RulerKind.Readiness),
            ["lastReply"] = p.LastReply is { } words ? Cut(words.Reveal(), MostWords) : null,
            ["lastReplyAt"] = state.LastReplyAt?.ToDateTimeOffset(),
            ["nextCheckIn"] = NextCheckIn(state)?.ToDateTimeOffset(),
            ["consent"] = state.Consent.GetType().Name,
            ["hold"] = state.Hold?.Reason.ToString(),
            ["cohort"] = state.Profile.Cohort,
            ["coach"] = state.Profile.Coach.Value,
            ["program"] = state.Profile.ProgramId,
            ["version"] = state.Profile.ProgramVersion,
            ["phone"] = p.Phone.E164,
            ["seq"] = p.Seq,
        };
        LongText.Put(columns, "conv", StoredJson.Write(state));
        LongText.Put(columns, "pending", JsonSerializer.Serialize(p.Pending.Select(TextRows.ToStored)));
        return columns;
    }

    /// <summary>Null for a participant who is being erased.</summary>
    public static StoredParticipant? Read(TableRow row) =>
        row.Columns.Flag(Erasing)
            ? null
            : new StoredParticipant
            {
                Id = new ParticipantId(row.Key.Partition),
                Phone = PhoneOf(row) ?? throw Broken(row, "phone"),
                State = StoredJson.ReadState(LongText.Get(row.Columns, "conv") ?? throw Broken(row, "conv")),
                Pending = [.. ReadPending(row).Select(TextRows.FromStored)],
                Seq = row.Columns.Number("seq"),
                LastReply = row.Columns.Text("lastReply") is { } words ? new MessageText(words) : null,
                Tag = row.Tag,
            };

    /// <summary>What is left of the state row while everything else is being erased: the number, to find its rows by.</summary>
    public static Columns BeingErased(TableRow row) =>
        new() { [Erasing] = true, ["phone"] = row.Columns.Text("phone") };

    public static bool IsBeingErased(TableRow row) => row.Columns.Flag(Erasing);

    public static PhoneNumber? PhoneOf(TableRow row) =>
        PhoneNumber.TryParse(row.Columns.Text("phone"), out var phone) ? phone : null;

    public static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    public static Instant? NextCheckIn(ConversationState state) =>
        state.Slots.Where(s => s.Kind == SlotKind.CheckIn).Select(s => (Instant?)s.At).Min();

    private static List<TextRows.StoredPending> ReadPending(TableRow row) =>
        LongText.Get(row.Columns, "pending") is { } json
            ? JsonSerializer.Deserialize<List<TextRows.StoredPending>>(json) ?? []
            : [];

    private static string WhyInWords(Core.Stages.StageMove move) =>
        Cut(
            $"rule {move.Rule}: {string.Join("; ", move.Evidence.Select(e => $"{e.ReadAs} in {e.ReplyId}"))}",
            1_000
        );

    private static double? Last(ConversationState state, RulerKind kind) =>
        state.Rulers.LastOrDefault(r => r.Kind == kind) is { } answer ? (double)answer.Score.Low : null;

    private static StorageException Broken(TableRow row, string column) =>
        new(
            "BrokenRow",
            $"The state of participant {row.Key.Partition} has no readable column '{column}'. Restore the row from a backup, or erase the participant."
        );
}
