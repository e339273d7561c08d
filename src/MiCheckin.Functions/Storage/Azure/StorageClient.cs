using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace MiCheckin.Functions.Storage.Azure;

/// <summary>Sends requests to one service of a storage account, and says plainly what went wrong.</summary>
internal sealed class StorageClient
{
    /// <summary>https://learn.microsoft.com/rest/api/storageservices/versioning-for-the-azure-storage-services</summary>
    private const string Version = "2020-12-06";

    private readonly HttpPipeline pipeline;
    private readonly string endpoint;

    public StorageClient(Uri endpoint, HttpPipelinePolicy signing, ClientOptions options)
    {
        this.endpoint = endpoint.AbsoluteUri.TrimEnd('/');

        // Signed per try: each needs its own date.
        pipeline = HttpPipelineBuilder.Build(options, [], [signing, new BusyBatchPolicy()], null);
    }

    /// <summary>The service's address without a slash at its end.</summary>
    public string Endpoint => endpoint;

    public HttpMessage NewMessage(RequestMethod method, string pathAndQuery)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(endpoint + pathAndQuery));
        message.Request.Headers.SetValue("x-ms-version", Version);
        return message;
    }

    /// <summary>The answer, whatever its status. None at all, after all repeats, is a <see cref="StorageException"/>.</summary>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await pipeline.SendAsync(message, cancellationToken);
            return message.Response;
        }
        catch (AuthenticationFailedException e)
        {
            throw new StorageException(
                "IdentityRefused",
                $"No token for storage could be had: {e.Message} Check the app's managed identity, or sign in with 'az login'.",
                e
            );
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            throw Unreachable(e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable(e);
        }
    }

    public static bool Retried(HttpMessage message) => message.ProcessingContext.RetryNumber > 0;

    /// <summary>The service's own error code, from the header or from the body of either service.</summary>
    public static string ErrorCode(Response response) =>
        response.Headers.TryGetValue("x-ms-error-code", out var code) ? code
        : ODataError.TryRead(response.Content.ToMemory(), out var error) ? error.Code
        : response.ReasonPhrase is { Length: > 0 } reason ? reason
        : "Unknown";

    public static StorageException Failure(Response response, string what)
    {
        var code = ErrorCode(response);
        var advice = response.Status switch
        {
            401 or 403 =>
                " Check the key, or that the identity has the roles Storage Table Data Contributor and Storage Queue Data Contributor.",
            429 or 500 or 503 =>
                " The service is busy or down; the request was repeated and may have been applied.",
            _ => "",
        };
        return new StorageException(code, $"Storage refused to {what}: {response.Status} {code}.{advice}")
        {
            Status = response.Status,
        };
    }

    private StorageException Unreachable(Exception cause) =>
        new(
            "StorageUnreachable",
            $"No answer from {endpoint}: {cause.GetBaseException().Message} What was asked may have been done.",
            cause
        );
}
