using System.Diagnostics.CodeAnalysis;

namespace MiCheckin.Core.Participants;

/// <summary>A telephone number in E.164 form. Printing one never reveals it; see <see cref="ToString"/>.</summary>
public readonly record struct PhoneNumber
{
    private readonly string? _e164;

    private PhoneNumber(string e164) => _e164 = e164;

    /// <summary>The full number, such as <c>+12025550143</c>. Ask for it only to send or to look someone up.</summary>
    public string E164 =>
        _e164 ?? throw new InvalidOperationException("A default PhoneNumber holds no number.");

    /// <summary>The same for a text that is known to be one. The exception does not repeat it.</summary>
    public static PhoneNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("That is no phone number.");

    /// <summary>
    /// Accepts exactly <c>+</c> and 7 to 15 digits, the first not zero; a +1 number must also follow the North
    /// American plan. E.164 sets no shortest form, but no country's numbers have fewer than 7 digits with its code.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number)
    {
        number = default;

        if (text is not ['+', >= '1' and <= '9', ..] || text.Length is < 8 or > 16)
        {
            return false;
        }

        var digits = text.AsSpan(1);

        if (
            digits.ContainsAnyExceptInRange('0', '9')
            || (digits[0] == '1' && !FollowsNorthAmericanPlan(digits))
        )
        {
            return false;
        }

        number = new PhoneNumber(text);
        return true;
    }

    /// <summary>
    /// Whether a participant can be texted at this number. Numbers kept for fiction (555-01xx) reach nobody, so they
    /// are good only where phones are <paramref name="simulated"/>.
    /// </summary>
    public NumberFault FaultForParticipant(bool simulated) =>
        E164 switch
        {
            ['+', '1', '8', var b, var c, ..] when b == c && b is '0' or (>= '2' and <= '8') =>
                NumberFault.TollFree,
            ['+', '1', '9', '0', '0', ..] => NumberFault.PremiumRate,
            ['+', '1', _, _, _, '5', '5', '5', '0', '1', ..] when !simulated => NumberFault.Fictional,
            _ => NumberFault.None,
        };

    /// <summary>The last two digits only, so that a stray log line or test message cannot leak a number.</summary>
    public override string ToString() => _e164 is null ? "(none)" : $"+…{_e164[^2..]}";

    /// <summary>1, area code, exchange, 4 digits. Neither code begins with 0 or 1 or is N11; no area code is N9X.</summary>
    private static bool FollowsNorthAmericanPlan(ReadOnlySpan<char> digits) =>
        digits.Length == 11 && IsCode(digits[1..4]) && digits[2] != '9' && IsCode(digits[4..7]);

    private static bool IsCode(ReadOnlySpan<char> code) => code is [>= '2', ..] and not [_, '1', '1'];
}

/// <summary>Why a well-formed number cannot be a participant's.</summary>
public enum NumberFault
{
    None,

    /// <summary>800, 822, 833, … 888: answered by companies, not people.</summary>
    TollFree,

    /// <summary>900: the caller pays the one who answers.</summary>
    PremiumRate,

    /// <summary>555-0100 to 555-0199: reserved for stories, so a text would go nowhere.</summary>
    Fictional,
}
