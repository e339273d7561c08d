using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells the numbers that are said to be out of reach: "nowhere near a 10", "a 7 would be a stretch".</summary>
internal static class RulerDenied
{
    /// <summary>How many words may stand between a Spanish "no" and its number.</summary>
    private const int Reach = 6;

    /// <summary>Whether <paramref name="number"/> is denied, where <paramref name="lead"/> is the word before it.</summary>
    public static bool Is(RulerNumber number, int lead, Scratch scratch) =>
        IsFarOff(scratch, lead) || IsTooMuch(scratch, number.To) || IsSpanishNo(number, scratch);

    /// <summary>"ni un 5", "no llego a 6", "no es un 10", "lejos del 8".</summary>
    private static bool IsSpanishNo(RulerNumber number, Scratch scratch)
    {
        for (var i = number.From - 1; i >= 1 && number.From - i <= Reach; i--)
        {
            if (scratch.Tokens[i + 1].AfterBreak || scratch.Tokens[i + 1].AfterComma)
            {
                return false;
            }

            switch (RulerNumbers.Letters(scratch, i))
            {
                case "ni" or "tampoco" or "jamas" or "nunca" or "lejos":
                    return true;
                case "no":
                    return IsDeniedVerb(scratch, i + 1);
                case var word when !IsBetween(word):
                    return false;
                default:
                    break;
            }
        }

        return false;
    }

    /// <summary>A verb that says a place, behind a "no": "no sé, un 6" has none.</summary>
    private static bool IsDeniedVerb(Scratch scratch, int at) =>
        IsVerb(RulerNumbers.Letters(scratch, at))
        || RulerNumbers.Letters(scratch, at) is "me" && IsVerb(RulerNumbers.Letters(scratch, at + 1));

    /// <summary>May stand between a denial and its number.</summary>
    private static bool IsBetween(ReadOnlySpan<char> word) =>
        word
            is "un"
                or "una"
                or "a"
                or "al"
                or "el"
                or "en"
                or "de"
                or "del"
                or "que"
                or "q"
                or "como"
                or "sea"
                or "llegue"
                or "este"
                or "esta"
                or "me"
                or "cerca"
                or "broma"
                or "loco"
                or "loca"
                or "siquiera"
        || IsVerb(word);

    private static bool IsVerb(ReadOnlySpan<char> word) =>
        word
            is "es"
                or "soy"
                or "estoy"
                or "ando"
                or "llego"
                or "llega"
                or "alcanzo"
                or "alcanza"
                or "paso"
                or "pasa"
                or "diria"
                or "pondria"
                or "daria"
                or "seria"
                or "creo"
                or "subo"
                or "doy"
                or "siento"
                or "pongo"
                or "veo";

    private static bool IsOutOfReach(ReadOnlySpan<char> word, ReadOnlySpan<char> before) =>
        word switch
        {
            "near" => before is "nowhere" or "where" or "not" or "anywhere",
            "from" => before is "far" or "miles" or "away",
            "of" => before is "short" or "chance" or "shy",
            "off" => before is "way" or "miles" or "far",
            "but" => before is "anything",
            "menos" => before is "cualquiera" or "cualquier" or "todo",
            "hardly" or "never" => true,
            _ => false,
        };

    /// <summary>"nowhere near a 10", "far from a 10", "no chance of a 7", "I don't think I'm a 7".</summary>
    private static bool IsFarOff(Scratch scratch, int at)
    {
        if (IsOutOfReach(RulerNumbers.Letters(scratch, at), RulerNumbers.Letters(scratch, at - 1)))
        {
            return true;
        }

        for (var i = at; i >= 1 && at - i <= 3; i--)
        {
            if (scratch.Tokens[i + 1].AfterBreak)
            {
                return false;
            }

            if (
                RulerNumbers.Letters(scratch, i) is "doubt" or "dudo"
                && RulerNumbers.Letters(scratch, i - 1) is not ("no" or "without")
            )
            {
                return true;
            }

            if (
                RulerNumbers.Letters(scratch, i) is "think" or "feel" or "believe" or "feeling" or "reckon"
                && RulerNumbers.Letters(scratch, i - 1) is "not"
                && RulerNumbers.Letters(scratch, i - 2) is "do" or "am" or "did"
            )
            {
                return RulerNumbers.Letters(scratch, at) is "am" or "is" or "be" or "at" or "like";
            }
        }

        return false;
    }

    /// <summary>"a 7 would be a stretch", "8 is too high", "6 is pushing it".</summary>
    private static bool IsTooMuch(Scratch scratch, int at)
    {
        var isSaid =
            RulerNumbers.Letters(scratch, at) is "is" or "seems" or "feels" or "sounds" or "es"
            || RulerNumbers.Letters(scratch, at) is "would" or "might" or "seria"
                && RulerNumbers.Letters(scratch, at + 1)
                    is "be"
                        or "is"
                        or "mucho"
                        or "demasiado"
                        or "mentir";

        for (
            var i = at + 1;
            isSaid && i <= at + 4 && RulerNumbers.Letters(scratch, i) is not ("not" or "no");
            i++
        )
        {
            if (
                RulerNumbers.Letters(scratch, i)
                is "too"
                    or "pushing"
                    or "stretch"
                    or "stretching"
                    or "lying"
                    or "lie"
                    or "impossible"
                    or "unrealistic"
                    or "dreaming"
                    or "ambitious"
                    or "optimistic"
                    or "demasiado"
                    or "mucho"
                    or "mentir"
            )
            {
                return true;
            }
        }

        return false;
    }
}
