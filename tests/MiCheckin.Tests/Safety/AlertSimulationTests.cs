using MiCheckin.Core.Conversations;
using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Tests.Safety;

/// <summary>The promise of the ladder, under faults drawn by a seed: nobody in danger waits unseen.</summary>
public sealed class AlertSimulationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_alert_is_paged_within_a_minute_of_mail_working_and_none_is_lost(int seed)
    {
        var chance = new Random(seed);
        await using var clinic = await Clinic.OpenAsync();
        var cleo = await clinic.EnrolAsync("Cleo Marsh");
        var mailWorks = true;
        var lastOut = Clinic.Start;
        clinic.Mailer.Answer = mail =>
            mailWorks ? null
            : chance.Next(2) == 0 ? new MailOutcome.TryLater("out")
            : new MailOutcome.Unknown("no answer");
        var waiting = new Dictionary<string, Instant>(StringComparer.Ordinal);

        for (var minute = 0; minute < 240; minute++)
        {
            clinic.Clock.Now += Duration.FromMinutes(1);
            mailWorks = mailWorks ? chance.Next(30) != 0 : chance.Next(8) == 0;
            lastOut = mailWorks ? lastOut : clinic.Clock.Now;

            if (chance.Next(20) == 0)
            {
                var alert = clinic.AlertOf(AlertReason.Risk, $"SM{minute}");
                await clinic.Book.RaiseAsync(alert, cleo, Cancellation);
                waiting[alert.Key] = clinic.Clock.Now;
            }

            await TickAsync(clinic, crashes: chance.Next(12) == 0, chance);

            await TickOffPagedAsync(clinic, cleo, waiting);

            // A crash costs the minute of its lease, and the timer's own minute.
            Assert.All(
                waiting.Values,
                raised =>
                    Assert.True(
                        clinic.Clock.Now - Instant.Max(raised, lastOut) <= Duration.FromMinutes(4),
                        $"Waiting since {raised}, mail out until {lastOut}, now {clinic.Clock.Now}."
                    )
            );
        }
    }

    private static async Task TickOffPagedAsync(
        Clinic clinic,
        Profile person,
        Dictionary<string, Instant> waiting
    )
    {
        foreach (var alert in await clinic.Book.OpenOfAsync(person.Id, Cancellation))
        {
            if (alert.State == Functions.Safety.AlertState.Paged)
            {
                waiting.Remove(alert.Alert.Key);
            }
        }
    }

    /// <summary>One minute's timer, perhaps twice, perhaps dying at a random write, with nothing kept in memory.</summary>
    private static async Task TickAsync(Clinic clinic, bool crashes, Random chance)
    {
        if (crashes)
        {
            var left = chance.Next(4);
            clinic.Tables.BreaksBefore = table =>
                string.Equals(table, PeopleKeys.AlertsTable, StringComparison.Ordinal) && left-- <= 0;
            try
            {
                await clinic.Pager.EscalateAsync(Cancellation);
            }
            catch (AggregateException broken)
                when (broken.InnerExceptions.All(inner => inner is StorageException))
            {
                // The host would count the run as failed; the next one goes on.
            }

            clinic.Tables.BreaksBefore = _ => false;
            return;
        }

        await clinic.Pager.EscalateAsync(Cancellation);

        if (chance.Next(10) == 0)
        {
            await clinic.Pager.EscalateAsync(Cancellation);
        }
    }
}
