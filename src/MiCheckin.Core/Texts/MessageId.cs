using System.Diagnostics.CodeAnalysis;

namespace MiCheckin.Core.Texts;

/// <summary>Our own name for one text to send: opaque, the same for every attempt, safe in a URL and in a row key.</summary>
public readonly record struct MessageId
{
    private readonly string? _text;

    private MessageId(string text) => _text = text;

    public string Value => _text ?? throw new InvalidOperationException("A default MessageId names no text.");

    /// <summary>Accepts 1 to 100 ASCII letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out MessageId id)
    {
        id = default;

        if (text is not { Length: >= 1 and <= 100 } || !text.All(IsAllowed))
        {
            return false;
        }

        id = new MessageId(text);
        return true;
    }

    public static MessageId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not a message id.");

    public override string ToString() => _text ?? "(none)";

    private static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}
