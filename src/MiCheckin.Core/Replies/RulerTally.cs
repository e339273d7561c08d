using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells a number that counts what was smoked or drunk, so far or with what, from a place on a ruler.</summary>
internal static class RulerTally
{
    /// <summary>"2 with dinner", "4 this morning": in a short text that opens with the number.</summary>
    private static bool IsWithMeal(Scratch scratch, RulerNumber number)
    {
        if (number.From != 1 || scratch.Tokens.Length > 8)
        {
            return false;
        }

        var word = RulerNumbers.Letters(scratch, number.To);
        var at = number.To + 1;
        at = RulerNumbers.Letters(scratch, at) is "my" or "the" or "a" or "our" ? at + 1 : at;
        var noun = RulerNumbers.Letters(scratch, at);
        return word is "this" && noun is "morning" or "afternoon"
            || word is "and" && noun is "counting"
            || word is "to" && noun is "go"
            || word is "with" or "at" or "on" or "after" or "before" or "during" or "by"
                && noun
                    is "coffee"
                        or "dinner"
                        or "lunch"
                        or "breakfast"
                        or "supper"
                        or "noon"
                        or "break"
                        or "bar"
                        or "bedtime"
                        or "porch"
                        or "midnight"
                        or "drive"
                        or "pub";
    }

    /// <summary>"3 today so far", "2 since breakfast", "6 in a row": a tally sooner than a place on a ruler.</summary>
    public static bool Is(Scratch scratch, RulerNumber number)
    {
        var at = number.To;
        at = RulerNumbers.Letters(scratch, at) is "today" or "tonight" or "hoy" ? at + 1 : at;
        var word = RulerNumbers.Letters(scratch, at);
        var next = RulerNumbers.Letters(scratch, at + 1);
        var isNow = at > number.To;
        var isNone = number.Value == 0 && (isNow || word is "this" or "yesterday" or "since");
        var isJust = isNow && RulerNumbers.Letters(scratch, number.From - 1) is "just";
        var isMost =
            scratch.Tokens.Length <= 6
            && (
                word is "most" && next is "days" or "nights" or "mornings"
                || word is "weekdays" or "weekends"
                || word is "on" && next is "weekdays" or "weekends"
            );
        return isNone
            || isJust
            || isMost
            || !scratch.Tokens[at].AfterBreak
                && (
                    IsWithMeal(scratch, number)
                    || word is "so" && next is "far"
                    || word is "already" or "alredy" or "left" && scratch.Tokens.Length <= 6
                    || word is "in"
                        && next is "a"
                        && RulerNumbers.Letters(scratch, at + 2) is "row" or "day" or "sitting"
                    || word is "in" && next is "an" && RulerNumbers.Letters(scratch, at + 2) is "hour"
                    || word is "since"
                        && next
                            is "breakfast"
                                or "lunch"
                                or "dinner"
                                or "morning"
                                or "noon"
                                or "this"
                                or "yesterday"
                    || word is "en" && next is "lo" && RulerNumbers.Letters(scratch, at + 2) is "que"
                );
    }
}
