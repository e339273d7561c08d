namespace MiCheckin.Tests.Twilio;

/// <summary>What the stand-in does wrong with one request to send.</summary>
internal abstract record StandInFault
{
    private StandInFault() { }

    /// <summary>Takes the text and never answers.</summary>
    public sealed record AcceptThenHang : StandInFault;

    /// <summary>Takes the text and answers with a server error.</summary>
    public sealed record AcceptThenFail(int Status) : StandInFault;

    /// <summary>Answers with a server error and has not taken the text.</summary>
    public sealed record Fail(int Status) : StandInFault;

    /// <summary>Takes the text and cuts the connection.</summary>
    public sealed record AcceptThenDrop : StandInFault;

    /// <summary>Reads the request and cuts the connection without taking the text.</summary>
    public sealed record Drop : StandInFault;

    /// <summary>Takes the text, begins its answer and cuts the connection inside it.</summary>
    public sealed record AcceptThenDropInside : StandInFault;

    public sealed record Busy(string? RetryAfter) : StandInFault;

    /// <summary>Refuses with one of Twilio's codes.</summary>
    public sealed record Refuse(int Status, int Code) : StandInFault;

    /// <summary>Answers with something that is not JSON, as a gateway in between would.</summary>
    public sealed record Page(int Status) : StandInFault;

    public sealed record Redirect(string To) : StandInFault;
}
