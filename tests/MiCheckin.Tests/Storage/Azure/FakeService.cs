using System.Collections.Concurrent;
using System.Net;
using Azure.Core.Pipeline;
using MiCheckin.Functions.Storage.Azure;

namespace MiCheckin.Tests.Storage.Azure;

/// <summary>Answers requests as the test says, in order; a request too many fails the test.</summary>
internal sealed class FakeService : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, Task<HttpResponseMessage>>> answers = new();

    public ConcurrentQueue<Asked> Requests { get; } = new();

    public static StorageAccount Account { get; } =
        StorageAccount.TryParse("AccountName=clinic;AccountKey=c2VjcmV0", out var account, out var problem)
            ? account
            : throw new InvalidOperationException(problem);

    /// <summary>As in real life, but for the waiting between tries.</summary>
    public StorageClientOptions Options()
    {
        var options = new StorageClientOptions { Transport = new HttpClientTransport(this) };
        options.Retry.Delay = TimeSpan.Zero;
        options.Retry.MaxDelay = TimeSpan.Zero;
        return options;
    }

    public FakeService Answer(Func<HttpRequestMessage, Task<HttpResponseMessage>> answer)
    {
        answers.Enqueue(answer);
        return this;
    }

    public FakeService Answer(
        HttpStatusCode status,
        string content = "",
        params (string Name, string Value)[] headers
    ) =>
        Answer(_ =>
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent(content) };
            foreach (var (name, value) in headers)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }

            return Task.FromResult(response);
        });

    public FakeService Refuse(HttpStatusCode status, string code) =>
        Answer(status, Error(code, "refused"), ("x-ms-error-code", code));

    public FakeService Break() => Answer(_ => throw new HttpRequestException("The connection was closed."));

    /// <summary>What stands inside the answer to a batch that failed.</summary>
    public FakeService RefuseBatch(int status, string code, int index) =>
        Answer(
            HttpStatusCode.Accepted,
            $"--b\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 {status} Refused\r\n"
                + $"Content-Type: application/json\r\n\r\n{Error(code, $"{index}:refused")}\r\n--b--\r\n"
        );

    public FakeService Page(string[] rows, params (string Name, string Value)[] headers) =>
        Answer(
            HttpStatusCode.OK,
            $$"""{"value":[{{string.Join(',', rows.Select(row => Row(row)))}}]}""",
            headers
        );

    public static string Row(string row, object? operation = null, string tag = "t") =>
        $$"""{"odata.etag":"{{tag}}","PartitionKey":"p","RowKey":"{{row}}","Timestamp":"2026-01-01T00:00:00Z","op_@odata.type":"Edm.Guid","op_":"{{operation ?? Guid.Empty}}","N":1}""";

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.ToDictionary(
            header => header.Key,
            header => string.Join(',', header.Value),
            StringComparer.OrdinalIgnoreCase
        );
        Requests.Enqueue(new Asked(request.Method.Method, request.RequestUri!, headers, body));
        return await answers.Dequeue()(request);
    }

    private static string Error(string code, string message) =>
        $$$"""{"odata.error":{"code":"{{{code}}}","message":{"lang":"en-US","value":"{{{message}}}"} } }""";

    internal sealed record Asked(
        string Method,
        Uri Uri,
        IReadOnlyDictionary<string, string> Headers,
        string Body
    )
    {
        /// <summary>The operation id that the request would have stored.</summary>
        public Guid Operation =>
            Guid.Parse(Body.AsSpan(Body.IndexOf("\"op_\":\"", StringComparison.Ordinal) + 7, 36));
    }
}
