using MiCheckin.Core.Participants;
using MiCheckin.Core.Replies;

namespace MiCheckin.Functions.Inbound;

/// <summary>One text from a phone, checked and typed. Safe to print: words and number hide themselves.</summary>
/// <param name="MessageSid">The provider's name of the text: the same one is the same text, for ever.</param>
/// <param name="Media">How many pictures or sounds came with it.</param>
/// <param name="ProviderAnswered">The STOP, START or HELP that the provider found in it and has answered itself; None otherwise.</param>
internal sealed record InboundSms(
    string MessageSid,
    PhoneNumber From,
    MessageText Body,
    int Media = 0,
    ControlWord ProviderAnswered = ControlWord.None
);
