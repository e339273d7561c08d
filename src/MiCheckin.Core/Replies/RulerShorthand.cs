using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Tells the numbers that stand for a word: "im 2 tired 4 this", "one never knows".</summary>
internal static class RulerShorthand
{
    public static bool Is(RulerNumber number, bool isClose, Scratch scratch, RulerWords words) =>
        isClose
            && scratch.Tokens[number.From].Kind == TokenKind.Number
            && (IsShortFor(number, scratch) || IsToo(number, scratch))
        || IsIdiom(number, scratch, words);

    /// <summary>"Ready 4 this", "want 2 quit": the digit stands for a word.</summary>
    private static bool IsShortFor(RulerNumber number, Scratch scratch)
    {
        var next = RulerNumbers.Letters(scratch, number.To);
        var isFor =
            number.Value == 4
            && next
                is "this"
                    or "that"
                    or "real"
                    or "ever"
                    or "them"
                    or "it"
                    or "you"
                    or "me"
                    or "us"
                    or "my"
                    or "now"
                    or "asking"
                    or "checking"
                    or "texting"
                    or "sure";
        var isTo = number.Value == 2 && next is "quit" or "stop" or "be" or "do" or "try" or "cut" or "get";
        var before = RulerNumbers.Letters(scratch, number.From - 1);
        var isToYou =
            number.Value == 2
            && next is "u" or "you" or "get" or "do" or "be"
            && before is "me" or "back" or "talk" or "text" or "listen" or "have" or "got";
        return (isFor || isTo) && CallsForIt(before) || isToYou;
    }

    private static bool CallsForIt(ReadOnlySpan<char> before) =>
        before
            is "ready"
                or "here"
                or "time"
                or "up"
                or "want"
                or "need"
                or "going"
                or "trying"
                or "hard"
                or "good"
                or "bad"
                or "great"
                or "thanks"
                or "thank"
                or "thx"
                or "ty"
                or "wait"
                or "waiting"
                or "looking"
                or "sorry"
                or "nice";

    /// <summary>"im 2 tired 4 this".</summary>
    private static bool IsToo(RulerNumber number, Scratch scratch) =>
        number.Value == 2
        && number.From > 1
        && RulerNumbers.Letters(scratch, number.To)
            is "tired"
                or "busy"
                or "late"
                or "much"
                or "many"
                or "hard"
                or "early"
                or "soon"
                or "long"
                or "far"
                or "bad"
                or "stressed"
                or "scared"
                or "old";

    /// <summary>"One" is a pronoun unless it stands like a number.</summary>
    private static bool IsIdiom(RulerNumber number, Scratch scratch, RulerWords words)
    {
        var tokens = scratch.Tokens;

        if (tokens[number.From].Kind != TokenKind.Word || number.Value != 1)
        {
            return false;
        }

        var next = tokens[number.To];
        var isAlone =
            next.Kind == TokenKind.Edge
            || next.AfterBreak
            || next.AfterComma
            || scratch.Letters(next) is "out" or "or" or "to" or "maybe" or "o" or "a" or "y"
            || words.Tail.Contains(next.Word);
        var before = scratch.Letters(tokens[number.From - 1]);
        return !(
            isAlone
            && (
                number.From == 1
                || words.Leads.Contains(tokens[number.From - 1].Word)
                    && before is not ("no" or "that" or "just" or "only")
            )
        );
    }
}
