using MiCheckin.Core.Conversations;
using MiCheckin.Core.Replies;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Safety;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Tests.Safety;

public sealed class AlertDeskTests : IAsyncLifetime
{
    private Clinic clinic = null!;
    private Profile cleo = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        clinic = await Clinic.OpenAsync();
        cleo = await clinic.EnrolAsync("Cleo Marsh");
    }

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task A_link_acknowledges_once_and_is_spent()
    {
        var token = await TokenOfPageAsync();
        Assert.IsType<AckLink.Good>(await clinic.Tokens.FindAsync(token, Cancellation));
        Assert.Equal(AlertState.Paged, (await OpenAsync()).State);

        Assert.IsType<AckLink.Good>(await clinic.Desk.AcknowledgeByLinkAsync(token, Cancellation));

        var alert = await OpenAsync();
        Assert.Equal((AlertState.Acknowledged, Clinic.CoachMail), (alert.State, alert.AcknowledgedBy));
        Assert.IsType<AckLink.Used>(await clinic.Desk.AcknowledgeByLinkAsync(token, Cancellation));
    }

    [Fact]
    public async Task A_link_expires_after_a_day()
    {
        var token = await TokenOfPageAsync();
        clinic.Clock.Now += AckTokens.GoodFor;

        Assert.IsType<AckLink.Expired>(await clinic.Desk.AcknowledgeByLinkAsync(token, Cancellation));
        Assert.True((await OpenAsync()).WaitsForSomebody);
    }

    [Theory]
    [InlineData("")]
    [InlineData("guessed")]
    [InlineData("../../coaches")]
    public async Task A_link_that_was_never_given_out_does_nothing(string token)
    {
        await TokenOfPageAsync();

        Assert.IsType<AckLink.Unknown>(await clinic.Desk.AcknowledgeByLinkAsync(token, Cancellation));
        Assert.True((await OpenAsync()).WaitsForSomebody);
    }

    [Fact]
    public async Task The_token_itself_is_stored_nowhere()
    {
        var token = await TokenOfPageAsync();

        await foreach (var row in clinic.Tables.ScanAsync(PeopleKeys.AlertsTable, Cancellation))
        {
            Assert.DoesNotContain(token, row.Key.Row, StringComparison.Ordinal);
            Assert.DoesNotContain(token, row.Columns.Values.OfType<string>());
        }
    }

    [Fact]
    public async Task A_crash_before_the_link_is_spent_leaves_the_alert_acknowledged_and_the_link_working()
    {
        var token = await TokenOfPageAsync();
        clinic.Tables.BreaksBefore = table => Is(table, PeopleKeys.AuditTable);
        await Assert.ThrowsAsync<StorageException>(() =>
            clinic.Desk.AcknowledgeByLinkAsync(token, Cancellation)
        );
        clinic.Tables.BreaksBefore = _ => false;

        Assert.Equal(AlertState.Acknowledged, (await OpenAsync()).State);
        Assert.IsType<AckLink.Good>(await clinic.Desk.AcknowledgeByLinkAsync(token, Cancellation));
        Assert.IsType<AckLink.Used>(await clinic.Tokens.FindAsync(token, Cancellation));
    }

    [Fact]
    public async Task Resolving_clears_the_hold_files_the_alert_and_leaves_a_trail()
    {
        await TokenOfPageAsync();
        Assert.Equal(HoldReason.Risk, (await StateAsync()).Hold?.Reason);
        var key = (await OpenAsync()).Alert.Key;

        var change = await clinic.Desk.ResolveAsync(cleo.Id, key, Clinic.Ana, "We spoke.", Cancellation);

        Assert.Equal(AlertChange.Done, change);
        Assert.Null((await StateAsync()).Hold);
        Assert.Empty(await clinic.Book.OpenAsync(Cancellation));
        Assert.Contains(
            await clinic.Trail.OfMonthAsync(Clinic.Start, Cancellation),
            entry => entry is { Act: AuditAct.ResolvedAlert, Actor: "ana" } && entry.Person == cleo.Id
        );
        Assert.Equal(
            AlertChange.NotFound,
            await clinic.Desk.ResolveAsync(cleo.Id, key, Clinic.Ana, "Again.", Cancellation)
        );
    }

    [Fact]
    public async Task The_hold_stays_until_the_last_of_two_alerts_is_resolved()
    {
        await TokenOfPageAsync();
        var first = (await OpenAsync()).Alert.Key;
        await clinic.Book.RaiseAsync(clinic.AlertOf(AlertReason.Risk, "SM2"), cleo, Cancellation);

        await clinic.Desk.ResolveAsync(cleo.Id, first, Clinic.Ana, "One.", Cancellation);
        Assert.NotNull((await StateAsync()).Hold);

        await clinic.Desk.ResolveAsync(cleo.Id, "SM2-Risk", Clinic.Ana, "Two.", Cancellation);
        Assert.Null((await StateAsync()).Hold);
    }

    [Fact]
    public async Task A_crash_while_filing_is_mended_by_the_next_run_of_the_timer()
    {
        await TokenOfPageAsync();
        var key = (await OpenAsync()).Alert.Key;
        var submissions = 0;
        clinic.Tables.BreaksBefore = table => Is(table, PeopleKeys.AlertsTable) && ++submissions == 3;
        await Assert.ThrowsAsync<StorageException>(() =>
            clinic.Desk.ResolveAsync(cleo.Id, key, Clinic.Ana, "Done.", Cancellation)
        );
        clinic.Tables.BreaksBefore = _ => false;
        Assert.Single(await clinic.Book.OpenAsync(Cancellation));

        await clinic.Pager.EscalateAsync(Cancellation);

        Assert.Empty(await clinic.Book.OpenAsync(Cancellation));
        Assert.Single(await clinic.Book.ClosedAsync(Clinic.Start, Cancellation));
    }

    [Fact]
    public async Task Links_nobody_can_use_any_more_are_deleted()
    {
        var token = await TokenOfPageAsync();
        Assert.Equal(0, await clinic.Tokens.ForgetAsync(null, Cancellation));

        clinic.Clock.Now += Duration.FromDays(2);

        Assert.Equal(1, await clinic.Tokens.ForgetAsync(null, Cancellation));
        Assert.IsType<AckLink.Unknown>(await clinic.Tokens.FindAsync(token, Cancellation));
    }

    private static bool Is(string table, string other) =>
        string.Equals(table, other, StringComparison.Ordinal);

    private async Task<StoredAlert> OpenAsync() => Assert.Single(await clinic.Book.OpenAsync(Cancellation));

    private async Task<ConversationState> StateAsync() =>
        (await clinic.Store.FindAsync(cleo.Id, Cancellation))!.State;

    private async Task<string> TokenOfPageAsync()
    {
        var risk = new Reading { Risk = RiskKind.Suicide, Urgency = Urgency.Crisis };
        await clinic.SaysAsync(cleo, "SM1", "I can't go on", risk);
        await clinic.Pager.EscalateAsync(Cancellation);
        var text = clinic.Mailer.Sent[^1].Text;
        var from = text.IndexOf("/alerts/", StringComparison.Ordinal) + "/alerts/".Length;
        return text[from..text.IndexOf('\n', from)];
    }
}
