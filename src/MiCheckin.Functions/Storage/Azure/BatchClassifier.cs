using Azure.Core;

namespace MiCheckin.Functions.Storage.Azure;

/// <summary>
/// What is worth repeating. The service answers a batch 202 also when it was too busy for it: then the answer inside
/// says so.
/// </summary>
internal sealed class BatchClassifier : ResponseClassifier
{
    public override bool IsRetriableResponse(HttpMessage message) =>
        base.IsRetriableResponse(message)
        || (
            message.Response.Status == 202
            && BatchAnswer.Parse(message.Response.Content).Any(part => IsBusy(part.Status))
        );

    private static bool IsBusy(int status) => status is 408 or 429 or >= 500;
}
