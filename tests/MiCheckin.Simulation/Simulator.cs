using System.Globalization;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Inbound;

namespace MiCheckin.Simulation;

/// <summary>
/// One run: a few people for some days, with faults, deaths and sleep at every call, then quiet days without faults, then
/// the promises of docs/flow.md are checked. Everything follows from the seed.
/// </summary>
internal sealed class Simulator
{
    /// <summary>Thursday, 5 March 2026: clocks change in North America on the Sunday.</summary>
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 5, 15, 0);
    private static readonly Duration Troubled = Duration.FromDays(5);
    private static readonly Duration Quiet = Duration.FromDays(3);
    private static readonly Duration Tick = Duration.FromMinutes(15);
    private static readonly Duration QuietTick = Duration.FromHours(1);

    private readonly Chance chance;
    private readonly VirtualClock clock = new(Start);
    private readonly Workers workers;
    private readonly Parts parts;
    private readonly Promises promises;
    private readonly int atOnce;
    private readonly List<(Instant At, InboundSms Sms)> replies = [];
    private Instant nextTick = Start;
    private Instant nextNight = Start + Duration.FromHours(12);
    private int replyNumber;
    private int stops;

    private Simulator(int seed)
    {
        chance = new Chance(seed);
        workers = new Workers(clock, chance);
        parts = new Parts(clock, workers, chance);
        promises = new Promises(parts, clock);
        atOnce = chance.Of(0.5) ? 2 : 8;
    }

    public static Task<SeedResult> RunAsync(int seed) =>
        // On a thread of the pool there is no synchronization context, so a call goes on exactly when it is let.
        Task.Run(async () => await new Simulator(seed).RunAsync(new SeedResult(seed, [], new Tally())));

    private async Task<SeedResult> RunAsync(SeedResult result)
    {
        await parts.CreateAsync();
        await EnrolAsync();
        var rate = chance.Pick([0.0, 0.002, 0.01, 0.03]);
        workers.Rates = new FaultRates(
            rate,
            chance.Pick([0.0, 0.05, 0.3]),
            rate / 3,
            rate / 6,
            chance.Pick([0.0, 0.1])
        );
        Play(Start + Troubled, mayReply: true);
        workers.Rates = FaultRates.None;
        Play(Start + Troubled + Quiet, mayReply: false);
        await promises.CheckEndAsync();
        var tally = new Tally(
            parts.Provider.Accepted,
            replyNumber,
            parts.Tables.Faults + parts.Queues.Faults,
            parts.Provider.Faults,
            workers.Crashes,
            workers.Pauses,
            parts.Queues.Poisoned,
            stops
        );
        return result with { Broken = [.. workers.Bugs, .. promises.Broken], Tally = tally };
    }

    private async Task EnrolAsync()
    {
        string[] zones =
        [
            "America/New_York",
            "America/Vancouver",
            "Europe/Madrid",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
        ];

        for (var n = 0; n < 2 + chance.Below(3); n++)
        {
            var profile = Script.Person(n, chance.Pick(zones));
            var enrolled = new ConversationEvent.Enrolled(clock.Now, chance.Draw());
            var creating = parts.Store.CreateAsync(
                profile,
                Script.Phone(n),
                enrolled,
                CancellationToken.None
            );

            while (workers.Step()) { }

            await creating;
            promises.Watch(profile.Id, Script.Phone(n));
            replies.Add((clock.Now + chance.UpTo(Duration.FromDays(1)), Write(n, "START")));
        }
    }

    private void Play(Instant until, bool mayReply)
    {
        while (clock.Now < until)
        {
            if (mayReply && chance.Of(0.003))
            {
                var who = chance.Below(promises.People.Count);
                var at = clock.Now + chance.UpTo(Duration.FromHours(20));
                replies.Add((at, Write(who, chance.Pick(Script.Words))));

                // An answer in several texts: the next part comes while the answer waits, as it is claimed, or just after.
                while (chance.Of(0.5))
                {
                    at += chance.UpTo(Duration.FromSeconds(55));
                    replies.Add((at, Write(who, chance.Pick(Script.Parts))));
                }
            }

            StartWhatIsDue();

            if (!workers.Step())
            {
                Advance(until);
            }
        }
    }

    private void StartWhatIsDue()
    {
        foreach (var (_, sms) in replies.FindAll(r => r.At <= clock.Now))
        {
            replies.RemoveAll(r => r.Sms.MessageSid == sms.MessageSid && r.At <= clock.Now);
            Receive(sms, 1);
        }

        foreach (var report in parts.Provider.Reports.FindAll(r => r.At <= clock.Now))
        {
            parts.Provider.Reports.Remove(report);
            workers.Start(new Job("status", ct => parts.Status.HandleAsync(report.Report, ct), _ => { }));
        }

        if (nextTick <= clock.Now)
        {
            nextTick = clock.Now + (workers.Rates == FaultRates.None ? QuietTick : Tick);
            workers.Start(new Job("due", parts.CheckIns.SendDueAsync, _ => { }));
            workers.Start(new Job("reconcile", parts.Reconciler.ReconcileAsync, _ => { }));
        }

        if (nextNight <= clock.Now)
        {
            nextNight = clock.Now + Duration.FromDays(1);
            workers.Start(new Job("sweep", parts.Sweep.SweepAsync, _ => { }));
        }

        TakeMessages();
    }

    private void TakeMessages()
    {
        while (workers.Busy < atOnce && parts.Queues.Take() is { } message)
        {
            workers.Start(
                new Job(
                    message.Queue,
                    ct => parts.RunAsync(message, ct),
                    end =>
                    {
                        if (end is JobEnd.Failed)
                        {
                            parts.Queues.GiveBack(message);
                        }
                    }
                )
            );
        }
    }

    /// <summary>The provider's webhook: it calls again until it is answered, and sometimes once more.</summary>
    private void Receive(InboundSms sms, int attempt)
    {
        var outcome = InboundOutcome.TryAgain;
        workers.Start(
            new Job(
                "reply",
                async ct => outcome = await parts.Inbound.HandleAsync(sms, ct),
                end =>
                {
                    if (end is JobEnd.Done && outcome is not InboundOutcome.TryAgain)
                    {
                        promises.Answered(sms);
                    }

                    if (end is JobEnd.Failed || outcome is InboundOutcome.TryAgain || chance.Of(0.05))
                    {
                        var again = attempt < 4 ? Duration.FromSeconds(attempt) : Duration.FromDays(1);
                        replies.Add((clock.Now + again, sms));
                    }
                }
            )
        );

        if (chance.Of(0.05))
        {
            workers.Start(new Job("reply twice", ct => parts.Inbound.HandleAsync(sms, ct), _ => { }));
        }
    }

    private InboundSms Write(int who, string words)
    {
        stops += words is "STOP" ? 1 : 0;
        var sid = "SMin" + (++replyNumber).ToString("x28", CultureInfo.InvariantCulture);
        return new InboundSms(sid, Script.Phone(who), new MessageText(words));
    }

    private void Advance(Instant until)
    {
        Instant?[] next =
        [
            workers.NextWake,
            workers.Busy < atOnce ? parts.Queues.NextVisible : null,
            parts.Provider.Reports.Count > 0 ? parts.Provider.Reports.Min(r => r.At) : null,
            replies.Count > 0 ? replies.Min(r => r.At) : null,
            nextTick,
            nextNight,
            until,
        ];
        clock.MoveTo(next.Min() ?? until);
    }
}
