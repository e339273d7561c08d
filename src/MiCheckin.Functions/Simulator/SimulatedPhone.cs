using MiCheckin.Core.Participants;
using MiCheckin.Core.Texts;

namespace MiCheckin.Functions.Simulator;

/// <summary>What can go wrong with a simulated phone, until it is switched off again.</summary>
internal enum PhoneFault
{
    None,

    /// <summary>The provider takes the text and never answers.</summary>
    AcceptThenHang,

    /// <summary>The provider takes the text and answers 500.</summary>
    AcceptThenError,

    /// <summary>The provider neither takes the text nor answers.</summary>
    Lost,

    /// <summary>The provider is too busy (429).</summary>
    Busy,

    /// <summary>The provider knows the number as opted out (21610).</summary>
    OptedOut,

    /// <summary>The phone is off: undelivered (30003).</summary>
    PhoneOff,

    /// <summary>Delivery reports come a day late.</summary>
    LateReports,

    /// <summary>Every reply is delivered to us twice.</summary>
    RepliesTwice,
}

/// <summary>One simulated phone.</summary>
internal sealed record SimulatedPhone(PhoneNumber Number, PhoneFault Fault);

/// <summary>One bubble on a simulated phone. Words hide themselves when printed.</summary>
/// <param name="FromPerson">True for what the person wrote, false for what the service sent.</param>
internal sealed record Bubble(
    string Sid,
    bool FromPerson,
    MessageText Body,
    Instant At,
    DeliveryStatus Status,
    int Media
);

/// <summary>A delivery report that is on its way.</summary>
internal sealed record PendingReport(
    Storage.RowKey Key,
    Instant At,
    MessageId MessageId,
    string Sid,
    DeliveryStatus Status,
    int? Code,
    Storage.RowKey Bubble
);
