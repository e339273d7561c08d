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

    /// <summary>"5 today", "3 max" to a prompt about having less; "7 tonight?" to any.</summary>
    private static bool IsBareToday(Scratch scratch, RulerNumber number, Asked asked)
    {
        var at = number.To;
        at =
            RulerNumbers.Letters(scratch, at) is "nada" && RulerNumbers.Letters(scratch, at + 1) is "mas"
                ? at + 2
                : at;
        at = RulerNumbers.Letters(scratch, at) is "nomas" or "only" or "solo" ? at + 1 : at;

        if (number.From != 1 || scratch.Tokens.Length != at + 2)
        {
            return false;
        }

        var word = RulerNumbers.Letters(scratch, at);
        var isDay = word is "today" or "tonight" or "hoy" or "yesterday" or "ayer" or "anoche";
        return isDay && scratch.Folded.TrimEnd().EndsWith("?")
            || (isDay || word is "max" or "tops" or "maximum" or "maximo")
                && RulerMeasures.IsOfLess(asked.Prompt);
    }

    /// <summary>"de 10 a 3" and nothing else: it may be a range, a fall, or the scale.</summary>
    private static bool IsBareMove(Scratch scratch, RulerNumber number)
    {
        var tokens = scratch.Tokens;
        return tokens.Length == 6
            && RulerNumbers.Letters(scratch, 1) is "from" or "de" or "del"
            && RulerNumbers.Letters(scratch, 3) is "to" or "a" or "al"
            && tokens[2].Value >= 0
            && tokens[4].Value >= 0
            && tokens[4].Value != tokens[2].Value + 1
            && (number.From is 2 or 4);
    }

    /// <summary>"just 2", "down to 2" and nothing else, to a prompt about having less.</summary>
    private static bool IsJust(Scratch scratch, RulerNumber number, Asked asked) =>
        scratch.Tokens[number.To].Kind == TokenKind.Edge
        && (
            number.From == 2 && RulerNumbers.Letters(scratch, 1) is "just" or "only" or "solo" or "nomas"
            || number.From == 3
                && RulerNumbers.Letters(scratch, 1) is "down" or "baje"
                && RulerNumbers.Letters(scratch, 2) is "to" or "a"
        )
        && RulerMeasures.IsOfLess(asked.Prompt);

    /// <summary>"two more than last time": so much is no place.</summary>
    private static bool IsMoreThan(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at)
            is "more"
                or "less"
                or "higher"
                or "lower"
                or "better"
                or "mas"
                or "menos"
        && RulerNumbers.Letters(scratch, at + 1) is "than" or "que" or "then";

    /// <summary>"5 down from a pack", "6 from a pack".</summary>
    private static bool IsOutOfPack(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "from"
        && RulerNumbers.Letters(scratch, at + 2)
            is "pack"
                or "packs"
                or "packet"
                or "carton"
                or "deck"
                or "box"
                or "bottle"
                or "case"
                or "day";

    /// <summary>"3 today so far", "2 since breakfast", "6 in a row": a tally sooner than a place on a ruler.</summary>
    public static bool Is(Scratch scratch, RulerNumber number, Asked asked)
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
            || IsBareToday(scratch, number, asked)
            || IsOutOfPack(
                scratch,
                RulerNumbers.Letters(scratch, number.To) is "down" ? number.To + 1 : number.To
            )
            || IsMoreThan(scratch, number.To)
            || IsJust(scratch, number, asked)
            || IsBareMove(scratch, number)
            || !scratch.Tokens[at].AfterBreak
                && !scratch.Tokens[at].AfterComma
                && (IsWithMeal(scratch, number) || IsSoFar(scratch, at));
    }

    /// <summary>"so far", "already", "in a row", "since breakfast" behind the number.</summary>
    private static bool IsSoFar(Scratch scratch, int at)
    {
        var next = RulerNumbers.Letters(scratch, at + 1);
        var third = RulerNumbers.Letters(scratch, at + 2);
        return RulerNumbers.Letters(scratch, at) switch
        {
            "gone" or "smoked" or "drank" or "drunk" or "downed" or "eaten" or "finished" or "skipped" =>
                true,
            "so" => next is "far",
            "already" or "alredy" => true,
            "left" => scratch.Tokens.Length <= 6,
            "in" => next is "a" && third is "row" or "day" or "sitting" or "week" or "month"
                || next is "an" && third is "hour",
            "since" => next
                is "breakfast"
                    or "lunch"
                    or "dinner"
                    or "morning"
                    or "noon"
                    or "this"
                    or "yesterday",
            "en" => next is "lo" && third is "que",
            _ => false,
        };
    }
}
