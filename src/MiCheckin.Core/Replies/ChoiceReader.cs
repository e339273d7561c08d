using System.Globalization;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Reads the answer to a multiple-choice prompt, by its number, its letter or its words, and a plain yes or no.</summary>
internal static class ChoiceReader
{
    public static int? Read(Scratch scratch, Asked asked)
    {
        if (asked.Expects != Expects.Choice || scratch.Tokens.Length < 3)
        {
            return null;
        }

        var typed = scratch.Folded.Trim().TrimEnd(".!)");

        for (var i = 0; i < asked.Choices.Count; i++)
        {
            if (IsChoice(typed, asked.Choices[i], i))
            {
                return i;
            }
        }

        var only = scratch.Tokens.Length == 3 ? scratch.Tokens[1].Value : -1;
        return only >= 1 && only <= asked.Choices.Count && only == decimal.Truncate(only)
            ? (int)only - 1
            : Named(typed, asked.Choices);
    }

    /// <summary>True for a short plain yes, false for a short plain no.</summary>
    public static bool? YesNo(uint bareReply) =>
        bareReply switch
        {
            1 => true,
            2 => false,
            _ => null,
        };

    private static bool IsChoice(ReadOnlySpan<char> typed, string choice, int index) =>
        typed.Equals(choice.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase)
        || (typed.Length == 1 && typed[0] == 'a' + index);

    /// <summary>The one choice whose words stand in the reply; null where there are none or several.</summary>
    private static int? Named(ReadOnlySpan<char> typed, IReadOnlyList<string> choices)
    {
        int? named = null;

        for (var i = 0; i < choices.Count; i++)
        {
            var words = choices[i].AsSpan().Trim();

            if (
                words.Length > 2
                && CultureInfo.InvariantCulture.CompareInfo.IndexOf(
                    typed,
                    words,
                    CompareOptions.OrdinalIgnoreCase
                ) >= 0
            )
            {
                if (named is not null)
                {
                    return null;
                }

                named = i;
            }
        }

        return named;
    }
}
