using System.Net;
using Azure.Core;
using Azure.Identity;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Azure;

namespace MiCheckin.Tests.Storage.Azure;

public sealed class StorageAccountTests
{
    private const string Key = "c2VjcmV0";

    [Theory]
    [InlineData(
        "UseDevelopmentStorage=true",
        "http://127.0.0.1:10002/devstoreaccount1",
        "http://127.0.0.1:10001/devstoreaccount1"
    )]
    [InlineData(
        "DefaultEndpointsProtocol=https;AccountName=clinic;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net",
        "https://clinic.table.core.windows.net/",
        "https://clinic.queue.core.windows.net/"
    )]
    [InlineData(
        "AccountName=clinic;AccountKey=c2VjcmV0;EndpointSuffix=core.chinacloudapi.cn;QueueEndpoint=http://h:1/clinic",
        "https://clinic.table.core.chinacloudapi.cn/",
        "http://h:1/clinic"
    )]
    public void A_connection_string_gives_the_endpoints(string text, string tables, string queues)
    {
        Assert.True(StorageAccount.TryParse(text, out var account, out _));
        Assert.Equal(tables, account.Tables.AbsoluteUri);
        Assert.Equal(queues, account.Queues.AbsoluteUri);
    }

    [Theory]
    [InlineData("", "AccountName")]
    [InlineData("hello", "Name=Value")]
    [InlineData("AccountName=a;AccountName=b", "different")]
    [InlineData("AccountName=clinic", "AccountKey")]
    [InlineData("AccountName=clinic;AccountKey=not base64!", "base64")]
    [InlineData("AccountName=clinic;AccountKey=c2VjcmV0;TableEndpoint=ftp://x", "TableEndpoint")]
    [InlineData("AccountName=a b;AccountKey=c2VjcmV0", "address")]
    public void A_wrong_connection_string_is_refused_with_what_is_wrong_and_an_example(
        string text,
        string named
    )
    {
        Assert.False(StorageAccount.TryParse(text, out _, out var problem));
        Assert.Contains(named, problem, StringComparison.Ordinal);
        Assert.Contains("UseDevelopmentStorage=true", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Printing_an_account_shows_no_key()
    {
        Assert.True(StorageAccount.TryParse($"AccountName=clinic;AccountKey={Key}", out var account, out _));
        Assert.Equal("clinic (clinic.table.core.windows.net, by key)", account.ToString());
    }

    [Fact]
    public void A_name_that_no_account_has_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            StorageAccount.WithIdentity("x.evil.example/", new Identity())
        );

    [Fact]
    public async Task An_identity_asks_for_the_storage_scope_and_sends_its_token()
    {
        using var service = new FakeService();
        service.Refuse(HttpStatusCode.NotFound, "ResourceNotFound");
        var identity = new Identity();
        var tables = new AzureTables(
            StorageAccount.WithIdentity("clinic", identity),
            SystemClock.Instance,
            service.Options()
        );

        await tables.FindAsync("People", new("p", "a"), TestContext.Current.CancellationToken);

        Assert.Equal("https://storage.azure.com/.default", Assert.Single(identity.Scopes));
        var request = Assert.Single(service.Requests);
        Assert.Equal("Bearer a-token", request.Headers["Authorization"]);
        Assert.Equal("clinic.table.core.windows.net", request.Uri.Host);
    }

    [Fact]
    public async Task Queues_and_batches_carry_the_same_token_and_no_key()
    {
        using var service = new FakeService();
        service.Answer(HttpStatusCode.Created).RefuseBatch(409, "EntityAlreadyExists", 1);
        var account = StorageAccount.WithIdentity("clinic", new Identity());
        var queues = new AzureQueues(account, SystemClock.Instance, service.Options());
        var tables = new AzureTables(account, SystemClock.Instance, service.Options());

        await queues.PutAsync("outbox", "a", Duration.Zero, TestContext.Current.CancellationToken);
        var outcome = await tables.SubmitAsync(
            "People",
            [
                new TableWrite.Insert(new("p", "a"), new Columns()),
                new TableWrite.Insert(new("p", "b"), new Columns()),
            ],
            TestContext.Current.CancellationToken
        );

        Assert.Equal(new BatchOutcome.AlreadyExists(new("p", "b")), outcome);
        Assert.All(
            service.Requests,
            request => Assert.Equal("Bearer a-token", request.Headers["Authorization"])
        );
        Assert.All(service.Requests, request => Assert.Equal("2020-12-06", request.Headers["x-ms-version"]));
        Assert.Equal(
            ["clinic.queue.core.windows.net", "clinic.table.core.windows.net"],
            service.Requests.Select(request => request.Uri.Host)
        );
    }

    [Fact]
    public async Task A_sign_in_that_fails_is_told_with_what_to_do_and_nothing_is_asked_of_storage()
    {
        using var service = new FakeService();
        var account = StorageAccount.WithIdentity("clinic", new Identity { Fails = true });
        var tables = new AzureTables(account, SystemClock.Instance, service.Options());

        var fault = await Assert.ThrowsAsync<StorageException>(() =>
            tables.FindAsync("People", new("p", "a"), TestContext.Current.CancellationToken)
        );

        Assert.Equal("IdentityRefused", fault.Code);
        Assert.Contains("az login", fault.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_role_that_is_missing_is_named()
    {
        using var service = new FakeService();
        service.Refuse(HttpStatusCode.Forbidden, "AuthorizationPermissionMismatch");
        var account = StorageAccount.WithIdentity("clinic", new Identity());
        var tables = new AzureTables(account, SystemClock.Instance, service.Options());

        var fault = await Assert.ThrowsAsync<StorageException>(() =>
            tables.FindAsync("People", new("p", "a"), TestContext.Current.CancellationToken)
        );

        Assert.Equal("AuthorizationPermissionMismatch", fault.Code);
        Assert.Contains("Storage Table Data Contributor", fault.Message, StringComparison.Ordinal);
    }

    private sealed class Identity : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public bool Fails { get; init; }

        public override AccessToken GetToken(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        )
        {
            Scopes.AddRange(requestContext.Scopes);

            if (Fails)
            {
                throw new CredentialUnavailableException("There is no identity here.");
            }

            return ValueTask.FromResult(new AccessToken("a-token", DateTimeOffset.MaxValue));
        }
    }
}
