namespace MiCheckin.Functions.Mail;

/// <summary>How far the conversation about one mail has come, and what its end means from there.</summary>
internal sealed class Progress
{
    private SmtpReply? _reply;

    public string Step { get; private set; } = "connecting";

    public string Reply => _reply?.Summary ?? "nothing";

    /// <summary>Set before the message's last line leaves: from there on silence says nothing.</summary>
    public bool MayHaveBeenTaken { get; set; }

    /// <summary>The server has asked for more (RFC 5321, 4.2.1: 3yz), as DATA must make it do.</summary>
    public bool IsAskedOn => _reply is { Code: >= 300 and < 400 };

    public bool Went(string step, SmtpReply reply)
    {
        (Step, _reply) = (step, reply);
        return reply.IsGood;
    }

    /// <summary>A plain refusal leaves no doubt, at whatever step.</summary>
    public MailOutcome Refusal() =>
        _reply is { IsTransient: true } ? new MailOutcome.TryLater($"{Step}: {Reply}")
        : Step is "RCPT" or "DATA" or "message" && _reply is not { Code: 530 or 535 }
            ? new MailOutcome.Refused($"{Step}: {Reply}")
        : new MailOutcome.OurSetUp($"{Step}: {Reply}");

    public MailOutcome Doubt(string why) =>
        MayHaveBeenTaken ? new MailOutcome.Unknown(why) : new MailOutcome.TryLater($"{why} after {Step}");
}
