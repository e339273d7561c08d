using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells the numbers of a call, a table, a row of exercises: "call u bout 7", "table for 6", "sets of 10".</summary>
internal static class RulerMeetings
{
    public static bool Is(RulerNumber number, Scratch scratch) =>
        IsCall(number, scratch)
        || IsTable(scratch, number.From - 1)
        || IsSetOf(scratch, number.From - 1)
        || IsRatio(number, scratch);

    /// <summary>"call u bout 7", "ring me round 6", "talk at 5".</summary>
    private static bool IsCall(RulerNumber number, Scratch scratch)
    {
        var at = number.From - 1;

        if (
            RulerNumbers.Letters(scratch, at)
            is not ("about" or "around" or "round" or "at" or "by" or "after" or "before" or "like" or "tipo")
        )
        {
            return false;
        }

        at--;
        at = RulerNumbers.Letters(scratch, at) is "you" or "me" or "u" or "us" or "back" or "ya"
            ? at - 1
            : at;
        at = RulerNumbers.Letters(scratch, at) is "you" or "me" or "u" or "us" ? at - 1 : at;
        return RulerNumbers.Letters(scratch, at)
            is "call"
                or "ring"
                or "phone"
                or "text"
                or "txt"
                or "talk"
                or "holla"
                or "message"
                or "buzz"
                or "off"
                or "llamame"
                or "llameme"
                or "marcame"
                or "marqueme"
                or "hablame"
                or "hablamos"
                or "salgo";
    }

    /// <summary>"table for 6", "dinner for 8".</summary>
    private static bool IsTable(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "for" or "para"
        && RulerNumbers.Letters(scratch, at - 1)
            is "table"
                or "room"
                or "party"
                or "dinner"
                or "lunch"
                or "reservation"
                or "booking"
                or "cooking"
                or "seats"
                or "mesa"
                or "cena";

    /// <summary>"3 sets of 10", "a pack of 10".</summary>
    public static bool IsSetOf(Scratch scratch, int at) =>
        RulerNumbers.Letters(scratch, at) is "of" or "de"
        && RulerNumbers.Letters(scratch, at - 1)
            is "set"
                or "sets"
                or "reps"
                or "pack"
                or "packs"
                or "packet"
                or "box"
                or "carton"
                or "deck"
                or "group"
                or "class"
                or "family"
                or "party"
                or "crew"
                or "team"
                or "row"
                or "rounds"
                or "strip"
                or "series"
                or "paquete"
                or "cajetilla"
                or "caja"
                or "grupo"
                or "familia";

    /// <summary>"1 in 30": both numbers count.</summary>
    private static bool IsRatio(RulerNumber number, Scratch scratch) =>
        RulerNumbers.Letters(scratch, number.To) is "in" or "every" or "cada"
        && scratch.Tokens[number.To + 1] is { Kind: TokenKind.Number, Value: > 10, AfterComma: false };
}
