namespace MiCheckin.Functions.Hosting;

/// <summary>
/// A timer's or a queue's function. The Functions host calls it over HTTP, the stand-alone pump directly. It may run
/// twice, at once and late, and must mean the same then.
/// </summary>
internal interface IFunction
{
    Task<FunctionResult> RunAsync(Invocation invocation, CancellationToken cancellationToken);
}

/// <summary>How a call ended, for whoever called.</summary>
internal enum FunctionResult
{
    Done,

    /// <summary>Not done and no fault: the message comes back, a timer has its next time.</summary>
    Again,
}

/// <summary>One call.</summary>
/// <param name="Id">The host's invocation id, or the pump's own: every log line of the call carries it.</param>
/// <param name="Message">The text of the queue message; empty for a timer.</param>
/// <param name="DequeueCount">How often the message has been taken, this time included; 0 for a timer.</param>
/// <param name="IsPastDue">True where a timer should have fired earlier.</param>
internal sealed record Invocation(string Id, string Message, int DequeueCount, bool IsPastDue);
