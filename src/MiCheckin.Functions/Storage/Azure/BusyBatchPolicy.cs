using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MiCheckin.Functions.Storage.Azure;

/// <summary>
/// The service answers a batch 202 also when it was too busy for it: then only the answer inside says so. Turned into
/// a failure without status, which the retry policy repeats.
/// </summary>
internal sealed class BusyBatchPolicy : HttpPipelineSynchronousPolicy
{
    public override void OnReceivedResponse(HttpMessage message)
    {
        if (
            message.Response.Status == 202
            && BatchAnswer.Parse(message.Response.Content).FirstOrDefault(IsBusy) is { } busy
        )
        {
            throw new RequestFailedException(
                $"Storage was too busy for the batch: {busy.Status} {busy.Error.Code}."
            );
        }
    }

    private static bool IsBusy(BatchAnswer answer) => answer.Status is 408 or 429 or >= 500;
}
