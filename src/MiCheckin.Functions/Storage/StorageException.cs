using System.Diagnostics.CodeAnalysis;

namespace MiCheckin.Functions.Storage;

/// <summary>
/// An outage or a fault of storage that no caller can answer: what happened and what to do about it. Whether a write
/// under way was applied is not known. <see cref="Code"/> is the service's own error code, or one of ours.
/// </summary>
[SuppressMessage("Roslynator", "RCS1194", Justification = "Never thrown without a code and a sentence.")]
internal sealed class StorageException : Exception
{
    public StorageException(string code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    public string Code { get; }

    /// <summary>The HTTP status of the service's answer; 0 where there was none.</summary>
    public int Status { get; init; }

    public static StorageException TableNotFound(string table, int status = 0) =>
        new(
            "TableNotFound",
            $"There is no table '{table}'. Tables are made when the program starts: was this one left out, or deleted?"
        )
        {
            Status = status,
        };

    public static StorageException QueueNotFound(string queue, int status = 0) =>
        new(
            "QueueNotFound",
            $"There is no queue '{queue}'. Queues are made when the program starts: was this one left out, or deleted?"
        )
        {
            Status = status,
        };
}
