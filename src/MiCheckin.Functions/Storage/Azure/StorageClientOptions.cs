using Azure.Core;

namespace MiCheckin.Functions.Storage.Azure;

/// <summary>
/// Repeats and time-outs of every request to storage, set here and nowhere else. One try may take ten seconds, as long
/// as the service itself may take for most requests; with all its repeats a request ends within about a minute.
/// </summary>
internal sealed class StorageClientOptions : ClientOptions
{
    public StorageClientOptions()
    {
        Retry.Mode = RetryMode.Exponential;
        Retry.MaxRetries = 4;
        Retry.Delay = TimeSpan.FromMilliseconds(400);
        Retry.MaxDelay = TimeSpan.FromSeconds(5);
        Retry.NetworkTimeout = TimeSpan.FromSeconds(10);

        // Keys of rows stand in addresses and people's words in contents.
        Diagnostics.IsLoggingContentEnabled = false;
        Diagnostics.IsLoggingEnabled = false;
    }
}
