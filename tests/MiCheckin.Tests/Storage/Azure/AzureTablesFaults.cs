using System.Net;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Azure;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Storage.Azure;

/// <summary>What the service does and the emulator never does.</summary>
public sealed class AzureTablesFaults : IDisposable
{
    private const string NextPartition = "x-ms-continuation-NextPartitionKey";
    private const string NextRow = "x-ms-continuation-NextRowKey";

    private static readonly RowKey A = new("p", "a");

    private readonly FakeService service = new();
    private readonly MovableClock clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AzureTables Tables => new(FakeService.Account, clock, service.Options());

    public void Dispose() => service.Dispose();

    [Fact]
    public async Task An_empty_page_is_not_the_end_and_a_continuation_may_name_no_row()
    {
        service
            .Page([], (NextPartition, "1!4!cA--"), (NextRow, "1!4!YQ--"))
            .Page(["a"], (NextPartition, "1!8!a+b/"))
            .Page([], (NextPartition, "p"), (NextRow, "b"))
            .Page(["b"]);
        using var requests = StorageRequests.Scope();

        var rows = await Tables.QueryAsync("People", new RowRange("p"), Cancel).ToListAsync(Cancel);

        Assert.Equal(["a", "b"], rows.Select(row => row.Key.Row).ToList());
        Assert.Equal(4, requests.Total);
        var asked = service.Requests.Select(request => request.Uri.Query).ToList();
        Assert.EndsWith(
            "&NextPartitionKey=1%214%21cA--&NextRowKey=1%214%21YQ--",
            asked[1],
            StringComparison.Ordinal
        );
        Assert.EndsWith("&NextPartitionKey=1%218%21a%2Bb%2F", asked[2], StringComparison.Ordinal);
        Assert.EndsWith("&NextPartitionKey=p&NextRowKey=b", asked[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_for_a_few_rows_stops_at_them_whatever_the_pages()
    {
        service
            .Page([], (NextPartition, "p"))
            .Page(["a", "b"], (NextPartition, "p"))
            .Page(["c", "d"], (NextPartition, "p"));

        var rows = await Tables.QueryAsync("People", new RowRange("p", Max: 3), Cancel).ToListAsync(Cancel);

        Assert.Equal(["a", "b", "c"], rows.Select(row => row.Key.Row).ToList());
        Assert.Equal(
            ["3", "3", "1"],
            service.Requests.Select(r => r.Uri.Query.Split("top=")[1].Split('&')[0]).ToList()
        );
    }

    [Fact]
    public async Task A_busy_service_is_asked_again_with_a_fresh_signature()
    {
        service
            .Answer(_ =>
            {
                clock.Now += Duration.FromMinutes(20);
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
            })
            .Answer(HttpStatusCode.InternalServerError)
            .Answer(HttpStatusCode.NoContent, "", ("ETag", "new"));
        using var requests = StorageRequests.Scope();

        var outcome = await Tables.SubmitAsync("People", [new TableWrite.Upsert(A, [])], Cancel);

        Assert.Equal(["new"], Assert.IsType<BatchOutcome.Committed>(outcome).Tags);
        Assert.Equal(1, requests.Total);
        var dates = service.Requests.Select(request => request.Headers["x-ms-date"]).ToList();
        Assert.Equal(
            [
                "Mon, 02 Mar 2026 17:00:00 GMT",
                "Mon, 02 Mar 2026 17:20:00 GMT",
                "Mon, 02 Mar 2026 17:20:00 GMT",
            ],
            dates
        );
        Assert.Equal(
            2,
            service.Requests.Select(r => r.Headers["Authorization"]).Distinct(StringComparer.Ordinal).Count()
        );
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_an_outage_said_plainly()
    {
        for (var i = 0; i < 5; i++)
        {
            service.Refuse(HttpStatusCode.ServiceUnavailable, "ServerBusy");
        }

        var fault = await Assert.ThrowsAsync<StorageException>(() => Tables.FindAsync("People", A, Cancel));

        Assert.Equal("ServerBusy", fault.Code);
        Assert.Equal(503, fault.Status);
        Assert.Equal(5, service.Requests.Count);
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_an_outage_said_plainly()
    {
        for (var i = 0; i < 5; i++)
        {
            service.Break();
        }

        var fault = await Assert.ThrowsAsync<StorageException>(() => Tables.FindAsync("People", A, Cancel));

        Assert.Equal("StorageUnreachable", fault.Code);
        Assert.Contains("clinic.table.core.windows.net", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_whose_answer_says_busy_inside_is_sent_again()
    {
        service.RefuseBatch(503, "ServerBusy", 0).RefuseBatch(409, "EntityAlreadyExists", 1);
        service.Answer(HttpStatusCode.NotFound).Answer(HttpStatusCode.OK, FakeService.Row("b"));

        var outcome = await Tables.SubmitAsync("People", [Insert("a"), Insert("b")], Cancel);

        Assert.Equal(new BatchOutcome.AlreadyExists(new RowKey("p", "b")), outcome);
    }

    [Theory]
    [InlineData(412, "UpdateConditionNotSatisfied", 0, typeof(BatchOutcome.Changed))]
    [InlineData(409, "EntityAlreadyExists", 1, typeof(BatchOutcome.AlreadyExists))]
    [InlineData(404, "ResourceNotFound", 1, typeof(BatchOutcome.Missing))]
    public async Task A_batch_that_failed_names_the_write_by_its_index(
        int status,
        string code,
        int index,
        Type ending
    )
    {
        service.RefuseBatch(status, code, index);

        var outcome = await Tables.SubmitAsync("People", [Insert("a"), Insert("b")], Cancel);

        Assert.IsType(ending, outcome);
        Assert.Contains(index == 0 ? "Row = a" : "Row = b", outcome.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "InvalidInput", "InvalidInput")]
    [InlineData(404, "TableNotFound", "TableNotFound")]
    public async Task A_batch_that_failed_for_another_reason_is_an_outage(
        int status,
        string code,
        string expected
    )
    {
        service.RefuseBatch(status, code, 0);

        var fault = await Assert.ThrowsAsync<StorageException>(() =>
            Tables.SubmitAsync("People", [Insert("a"), Insert("b")], Cancel)
        );

        Assert.Contains(expected, fault.Message + fault.Code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_or_role_is_said_with_what_to_check()
    {
        service.Refuse(HttpStatusCode.Forbidden, "AuthorizationPermissionMismatch");

        var fault = await Assert.ThrowsAsync<StorageException>(() => Tables.FindAsync("People", A, Cancel));

        Assert.Equal("AuthorizationPermissionMismatch", fault.Code);
        Assert.Contains("Storage Table Data Contributor", fault.Message, StringComparison.Ordinal);
    }

    private static TableWrite.Insert Insert(string row) =>
        new(new RowKey("p", row), new Columns { ["N"] = 1 });
}
