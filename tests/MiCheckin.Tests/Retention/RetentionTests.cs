using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Retention;
using MiCheckin.Functions.Storage;
using MiCheckin.Tests.Safety;
using Microsoft.Extensions.Logging.Abstractions;
using Keys = MiCheckin.Functions.Storage.Keys;

namespace MiCheckin.Tests.Retention;

public sealed class RetentionTests : IAsyncLifetime
{
    private const string Secret = "my gran's old bicycle";

    private Clinic clinic = null!;
    private Profile cleo = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        clinic = await Clinic.OpenAsync();
        cleo = await clinic.EnrolAsync("Cleo Marsh");
        await clinic.SaysAsync(cleo, "SM1", "YES", new Reading { YesNo = true });
        var reading = new Reading
        {
            Talk = Talk.Change,
            Kind = TalkKind.Desire,
            Confidence = 0.9,
            Strength = 0.9,
        };
        await clinic.SaysAsync(cleo, "SM2", $"I want to ride {Secret}", reading);
    }

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task Words_are_kept_for_the_months_of_the_cohort_and_then_removed_while_readings_stay()
    {
        clinic.Clock.Now += Duration.FromDays(700);
        Assert.Equal(0, await ExpireAsync());
        Assert.True(await IsAnywhereAsync(Secret));

        clinic.Clock.Now += Duration.FromDays(40);
        Assert.Equal(1, await ExpireAsync());

        Assert.False(await IsAnywhereAsync(Secret));
        var reply = (await clinic.Store.InboxAsync(cleo.Id, Cancellation))[^1];
        Assert.Equal((Talk.Change, ""), (reply.Reading.Talk, reply.Words.Reveal()));
        Assert.Equal(0, await ExpireAsync());
    }

    [Fact]
    public async Task The_words_of_somebody_who_opted_out_go_after_ninety_days()
    {
        var stop = new ConversationEvent.CoachActed(clinic.Clock.Now, Clinic.Ana, new CoachAction.OptOut());
        await clinic.Store.DecideAsync(cleo.Id, stop, Cancellation);
        clinic.Clock.Now += Duration.FromDays(89);
        Assert.Equal(0, await ExpireAsync());

        clinic.Clock.Now += Duration.FromDays(2);
        Assert.Equal(1, await ExpireAsync());

        Assert.False(await IsAnywhereAsync(Secret));
        Assert.Contains(
            await clinic.Trail.OfMonthAsync(clinic.Clock.Now, Cancellation),
            entry => entry is { Act: AuditAct.WordsExpired, Actor: "service" }
        );
    }

    [Fact]
    public async Task A_run_cut_half_way_is_finished_by_the_next()
    {
        clinic.Clock.Now += Duration.FromDays(800);
        var writes = 0;
        clinic.Tables.BreaksBefore = table =>
            string.Equals(table, Keys.Participants, StringComparison.Ordinal) && ++writes == 3;
        await Assert.ThrowsAsync<StorageException>(ExpireAsync);
        clinic.Tables.BreaksBefore = _ => false;

        Assert.Equal(1, await ExpireAsync());

        Assert.False(await IsAnywhereAsync(Secret));
    }

    [Fact]
    public async Task After_erasure_nothing_personal_is_anywhere_and_the_trail_says_who_ordered_it()
    {
        await clinic.Book.RaiseAsync(clinic.AlertOf(AlertReason.Risk), cleo, Cancellation);
        await clinic.Pager.EscalateAsync(Cancellation);
        var erasure = new Erasure(clinic.Store, clinic.Coaches, clinic.Tokens, clinic.Trail);

        Assert.True(await erasure.EraseAsync(cleo.Id, "admin", Cancellation));
        Assert.False(await erasure.EraseAsync(cleo.Id, "admin", Cancellation));

        foreach (var personal in new[] { Secret, "Cleo", "+12065550101" })
        {
            Assert.False(await IsAnywhereAsync(personal));
        }

        Assert.Empty(await clinic.Coaches.RosterAsync(Clinic.Ana, Cancellation));
        Assert.Empty(await clinic.Book.OpenAsync(Cancellation));
        Assert.Contains(
            await clinic.Trail.OfMonthAsync(Clinic.Start, Cancellation),
            entry => entry is { Act: AuditAct.Erased, Actor: "admin" } && entry.Person == cleo.Id
        );
    }

    private Task<int> ExpireAsync() =>
        new RecordExpiry(
            clinic.Coaches,
            clinic.Store,
            new WordRemover(clinic.Tables, clinic.Trail),
            clinic.Tokens,
            clinic.Clock,
            NullLogger<RecordExpiry>.Instance
        ).ExpireAsync(Cancellation);

    private async Task<bool> IsAnywhereAsync(string words)
    {
        foreach (var table in Keys.Tables.Concat(PeopleKeys.Tables))
        {
            await foreach (var row in clinic.Tables.ScanAsync(table, Cancellation))
            {
                if (
                    row
                        .Columns.Values.OfType<string>()
                        .Any(v => v.Replace("\\u0027", "'").Contains(words, StringComparison.Ordinal))
                )
                {
                    return true;
                }
            }
        }

        return false;
    }
}
