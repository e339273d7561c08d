using System.Globalization;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Simulator;

/// <summary>The rows of simulated phones, their bubbles and the reports under way.</summary>
internal static class SimRows
{
    public const string Phones = "phones";
    private const string Reports = "reports";

    /// <summary>The fault of every phone that has none of its own.</summary>
    public static RowKey World { get; } = new("world", "fault");

    public static RowKey Phone(string hash) => new(Phones, hash);

    public static RowKey BubbleKey(string hash, Bubble bubble) =>
        new(
            hash,
            string.Create(CultureInfo.InvariantCulture, $"{bubble.At.ToUnixTimeTicks():D19}|{bubble.Sid}")
        );

    public static RowRange ReportsUntil(Instant until) =>
        new(Reports, null, Keys.Time(until + Duration.FromTicks(1)));

    public static Columns Write(SimulatedPhone phone) =>
        new() { ["number"] = phone.Number.E164, ["fault"] = phone.Fault.ToString() };

    public static SimulatedPhone? ReadPhone(TableRow row) =>
        PhoneNumber.TryParse(row.Columns.Text("number"), out var number)
            ? new SimulatedPhone(number, FaultOf(row))
            : null;

    public static PhoneFault FaultOf(TableRow row) =>
        Enum.TryParse<PhoneFault>(row.Columns.Text("fault"), out var fault) ? fault : PhoneFault.None;

    public static Columns Write(Bubble bubble) =>
        new()
        {
            ["sid"] = bubble.Sid,
            ["fromPerson"] = bubble.FromPerson,
            ["body"] = bubble.Body.Reveal(),
            ["at"] = bubble.At.ToDateTimeOffset(),
            ["status"] = bubble.Status.Word,
            ["media"] = bubble.Media,
        };

    public static Bubble ReadBubble(TableRow row) =>
        new(
            row.Columns.Text("sid") ?? "",
            row.Columns.Flag("fromPerson"),
            new MessageText(row.Columns.Text("body") ?? ""),
            row.Columns.Instant("at") ?? Instant.MinValue,
            DeliveryStatus.Parse(row.Columns.Text("status")),
            row.Columns.Number("media")
        );

    public static TableWrite Report(
        Instant at,
        MessageId message,
        string sid,
        string word,
        int? code,
        RowKey bubble
    ) =>
        new TableWrite.Upsert(
            new RowKey(Reports, $"{Keys.Time(at)}|{sid}|{word}"),
            new Columns
            {
                ["at"] = at.ToDateTimeOffset(),
                ["message"] = message.Value,
                ["sid"] = sid,
                ["status"] = word,
                ["code"] = code,
                ["phone"] = bubble.Partition,
                ["bubble"] = bubble.Row,
            }
        );

    public static PendingReport ReadReport(TableRow row) =>
        new(
            row.Key,
            row.Columns.Instant("at") ?? Instant.MinValue,
            MessageId.Parse(row.Columns.Text("message") ?? ""),
            row.Columns.Text("sid") ?? "",
            DeliveryStatus.Parse(row.Columns.Text("status")),
            row.Columns.Number("code") is > 0 and var code ? code : null,
            new RowKey(row.Columns.Text("phone") ?? "", row.Columns.Text("bubble") ?? "")
        );
}
