using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Replies;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Inbound;

/// <summary>Texts from numbers that nobody enrolled. They get no answer; danger in them is told to the administrator all the same.</summary>
internal sealed class Strangers(ITables tables, PhoneBook phones, AlertBook alerts, IClock clock)
{
    /// <summary>Keeps one row per text. The words are kept only where they speak of danger. False: it was kept before.</summary>
    public async Task<bool> KeepAsync(InboundSms sms, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var reading = ReplyReader.Read(sms.Body.Reveal(), Asked.Nothing);
        var partition = phones.KeyOf(sms.From).Row;
        var atRisk = reading.Risk is not RiskKind.None;

        if (atRisk)
        {
            await alerts.RaiseAsync(AlertOf(sms, reading, now), ProfileOf(partition), cancellationToken);
        }

        var row = new Columns
        {
            ["sid"] = sms.MessageSid,
            ["at"] = now.ToDateTimeOffset(),
            ["risk"] = reading.Risk.ToString(),
            ["phone"] = atRisk ? sms.From.E164 : null,
            ["words"] = atRisk ? ParticipantRows.Cut(sms.Body.Reveal(), 10_000) : null,
        };
        var key = new RowKey(partition, Keys.Safe(sms.MessageSid));
        return await tables.SubmitAsync(Keys.Strangers, [new TableWrite.Insert(key, row)], cancellationToken)
            is BatchOutcome.Committed;
    }

    private static Alert AlertOf(InboundSms sms, Reading reading, Instant now) =>
        new()
        {
            Key = $"{Keys.Safe(sms.MessageSid)}-risk",
            Reason = AlertReason.Risk,
            Risk = reading.Risk,
            Urgency = reading.Urgency,
            ReplyId = sms.MessageSid,
            At = now,
        };

    /// <summary>Nobody's profile: without a coach and a cohort the ladder goes to the administrator.</summary>
    private static Profile ProfileOf(string hash) =>
        new()
        {
            Id = PeopleKeys.Stranger(hash),
            Name = new PersonName("somebody who is not enrolled"),
            ProgramId = "none",
            ProgramVersion = 0,
            Cohort = "none",
            Coach = new CoachId("none"),
            Zone = "Etc/UTC",
        };
}
