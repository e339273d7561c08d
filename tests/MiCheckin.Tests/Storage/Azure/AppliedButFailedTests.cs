using System.Net;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Azure;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Storage.Azure;

/// <summary>
/// The first try is applied and reported as failed; the repeat is stopped by the caller's own work. That must not look
/// like a lost race or a duplicate.
/// </summary>
public sealed class AppliedButFailedTests : IDisposable
{
    private readonly FakeService service = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => service.Dispose();

    [Fact]
    public async Task An_insert_that_finds_its_own_row_is_committed()
    {
        service.Break().Refuse(HttpStatusCode.Conflict, "EntityAlreadyExists");
        OurRow("a", "mine");

        Assert.Equal(["mine"], Assert.IsType<BatchOutcome.Committed>(await SubmitAsync(Insert("a"))).Tags);
    }

    [Fact]
    public async Task A_replace_that_finds_its_own_tag_is_committed()
    {
        service
            .Answer(HttpStatusCode.InternalServerError)
            .Refuse(HttpStatusCode.PreconditionFailed, "UpdateConditionNotSatisfied");
        OurRow("a", "mine");

        Assert.Equal(["mine"], Assert.IsType<BatchOutcome.Committed>(await SubmitAsync(Replace("a"))).Tags);
    }

    [Fact]
    public async Task A_batch_that_finds_its_own_work_is_committed_although_somebody_went_on_from_it()
    {
        service.Answer(HttpStatusCode.ServiceUnavailable).RefuseBatch(412, "UpdateConditionNotSatisfied", 0);
        TheirRow("state");
        OurRow("in|SM1", "mine");

        var outcome = await SubmitAsync(
            Replace("state"),
            new TableWrite.Delete(Key("due")),
            Insert("in|SM1")
        );

        var tags = Assert.IsType<BatchOutcome.Committed>(outcome).Tags;
        Assert.Equal(("", "mine"), (tags[1], tags[2]));
        Assert.StartsWith("W/\"datetime'1601", tags[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeat_that_finds_somebody_elses_work_is_what_it_seems()
    {
        service.Break().RefuseBatch(412, "UpdateConditionNotSatisfied", 0);
        TheirRow("state");
        service.Refuse(HttpStatusCode.NotFound, "ResourceNotFound");

        Assert.Equal(
            new BatchOutcome.Changed(Key("state")),
            await SubmitAsync(Replace("state"), Insert("in|SM1"))
        );
    }

    [Fact]
    public async Task A_refusal_at_the_first_try_is_believed_without_another_request()
    {
        service.Refuse(HttpStatusCode.Conflict, "EntityAlreadyExists");

        Assert.Equal(new BatchOutcome.AlreadyExists(Key("a")), await SubmitAsync(Insert("a")));
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task Both_tries_carry_one_operation_id_and_the_next_submission_another()
    {
        for (var i = 0; i < 2; i++)
        {
            service.Break().Answer(HttpStatusCode.NoContent, "", ("ETag", "t"));
            await SubmitAsync(Insert("a"));
        }

        var operations = service.Requests.Select(request => request.Operation).ToList();
        Assert.Equal(operations[0], operations[1]);
        Assert.Equal(operations[2], operations[3]);
        Assert.NotEqual(operations[0], operations[2]);
    }

    [Fact]
    public async Task The_operation_id_is_not_among_the_columns_read()
    {
        service.Answer(HttpStatusCode.OK, FakeService.Row("a"));
        var row = await Tables().FindAsync("People", Key("a"), Cancel);

        Assert.Equal("N", Assert.Single(row!.Columns).Key);
    }

    private static RowKey Key(string row) => new("p", row);

    private static TableWrite.Insert Insert(string row) => new(Key(row), new Columns { ["N"] = 1 });

    private static TableWrite.Replace Replace(string row) => new(Key(row), new Columns { ["N"] = 2 }, "old");

    private AzureTables Tables() => new(FakeService.Account, new MovableClock(), service.Options());

    private Task<BatchOutcome> SubmitAsync(params TableWrite[] writes) =>
        Tables().SubmitAsync("People", writes, Cancel);

    private void OurRow(string row, string tag) =>
        service.Answer(_ =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent(
                        FakeService.Row(row, service.Requests.First().Operation, tag)
                    ),
                }
            )
        );

    private void TheirRow(string row) =>
        service.Answer(HttpStatusCode.OK, FakeService.Row(row, Guid.NewGuid(), "theirs"));
}
