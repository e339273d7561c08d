using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Conversations;

/// <summary>Reads an answer that came in several texts as one.</summary>
internal static class Joining
{
    public const int Longest = 480;
    private const int LinesBefore = 2;

    private static readonly string[] Buts = ["but ", "though ", "pero ", "aunque "];

    /// <summary>Kinds of change talk that say more of the same; the others each add something.</summary>
    private static readonly string[] SameSide = "desire|ability|reason|need".Split('|');

    public static string Joined(LastReply last, string words)
    {
        var joined = $"{last.Words}\n{words}";
        return joined.Length <= Longest ? joined : joined[^Longest..];
    }

    /// <summary>
    /// With the two lines before it: danger that is told over several texts stands close together, and a pile of small
    /// parts that are harmless each must not add up to an alarm.
    /// </summary>
    public static string WithLinesBefore(LastReply last, string words) =>
        string.Join('\n', [.. last.Words.Split('\n').TakeLast(LinesBefore), words]);

    /// <summary>The text before, where it is not long ago.</summary>
    public static LastReply? Before(Turn turn) =>
        turn.State.LastReply is { } last
        && turn.At >= last.At
        && (turn.TakenBack is not null || turn.At - last.At <= Fragments.Within)
            ? last
            : null;

    /// <summary>The reply with the text before it, where it goes on with that: as a whole if its answer was taken back, else as a late part.</summary>
    public static Heard Join(Turn turn, Heard heard)
    {
        // A yes or a no answers the question that was asked, whatever was said before it.
        if (
            Before(turn) is not { } last
            || heard is { Prompt.Expects: Expects.YesNo, Reading.YesNo: not null }
        )
        {
            return heard;
        }

        if (turn.TakenBack is not null)
        {
            return Whole(turn, heard, last);
        }

        return last.PromptKey.Is(heard.Prompt?.TextKey ?? "") && Fragments.GoesOn(last, heard.Words, turn.At)
            ? LatePart(turn, heard, last)
            : heard;
    }

    /// <summary>All parts, none of them answered yet.</summary>
    private static Heard Whole(Turn turn, Heard heard, LastReply last)
    {
        var words = Joined(last, heard.Words);
        var before = Weighed(Hearing.Read(last.Words, heard.Prompt, turn), last.Words, heard, turn);
        var all = Hearing.Read(words, heard.Prompt, turn);
        var own = heard.Reading;
        var ruler = new[] { own, all, before }.FirstOrDefault(r => r.RulerStatus is RulerStatus.Read) ?? all;
        var talk = TalkOf(
            before,
            own,
            all,
            Plausible.BreaksOff(last.Words),
            Buts.Any(b => heard.Words.StartsWith(b, StringComparison.OrdinalIgnoreCase))
        );
        return heard with
        {
            Words = words,
            TalkBefore = before.Talk,
            Told = before.Behaviour,
            Reading = all with
            {
                RulerStatus = ruler.RulerStatus,
                Ruler = ruler.Ruler,
                Talk = talk.Talk,
                Kind = talk.Kind,
                Confidence = talk.Confidence,
                Strength = talk.Strength,
                Behaviour = all.Behaviour.Count > 0 ? all.Behaviour : [.. before.Behaviour, .. own.Behaviour],
                AsksForInformation =
                    all.AsksForInformation || own.AsksForInformation || before.AsksForInformation,
                NotAnAnswer = own.NotAnAnswer,
                YesNo = own.YesNo ?? all.YesNo,
            },
        };
    }

    /// <summary>Anger at us stays anger, one part for and one against are both sides, and a part without talk takes none away.</summary>
    private static Reading TalkOf(Reading before, Reading own, Reading all, bool brokeOff, bool turnsRound)
    {
        if (before.Talk is Talk.Discord || own.Talk is Talk.Discord)
        {
            return before.Talk is Talk.Discord ? before : own;
        }

        if (brokeOff && Decided(all))
        {
            return all;
        }

        return (before.Talk, own.Talk) switch
        {
            (Talk.Change, Talk.Neutral or Talk.Unsure) when turnsRound => all with { Talk = Talk.Mixed },
            (Talk.Change, Talk.Sustain) or (Talk.Sustain, Talk.Change) => own with { Talk = Talk.Mixed },
            (Talk.Mixed, _) => before,
            (_, Talk.Mixed) => own,
            _ when Decided(all) => all,
            _ when Decided(own) => own,
            _ => Decided(before) ? before : all,
        };
    }

    /// <summary>A part that came after the answer: read with what it goes on with, and answered only if it adds something.</summary>
    private static Heard LatePart(Turn turn, Heard heard, LastReply last)
    {
        var words = Joined(last, heard.Words);
        var all = Hearing.Read(words, heard.Prompt, turn);
        var before = Weighed(Hearing.Read(last.Words, heard.Prompt, turn), last.Words, heard, turn);
        var own = heard.Reading;
        var reading = own;

        if (own.RulerStatus is not RulerStatus.Read && all.RulerStatus is RulerStatus.Read)
        {
            reading = reading with { RulerStatus = all.RulerStatus, Ruler = all.Ruler };
        }

        // What was said and heard before is not said again by what follows it.
        if (!Decided(own) && Decided(all) && all.Talk != before.Talk)
        {
            reading = reading with
            {
                Talk = all.Talk,
                Kind = all.Kind,
                Confidence = all.Confidence,
                Strength = all.Strength,
            };
        }

        var adds = NeedsAnswer(own) || AddsSomething(turn, heard, last);
        return heard with
        {
            Words = words,
            Reading = reading,
            IsLatePart = true,
            GoesOn = last.Answered && !adds,
        };
    }

    /// <summary>What is answered even when it only follows on: anger at us, a question to us, a number.</summary>
    private static bool NeedsAnswer(Reading reading) =>
        reading.Talk is Talk.Discord || reading.AsksForInformation || reading.RulerStatus is RulerStatus.Read;

    /// <summary>A plan after a wish, a doubt after a reason, a slip after anything: not more of what was reflected already.</summary>
    private static bool AddsSomething(Turn turn, Heard heard, LastReply last)
    {
        var own = Weighed(heard.Reading, heard.Words, heard, turn);
        var name = Reflecting.ClassOf(own, heard.Words, turn.State.Stage?.Stage);
        return last.AnsweredAs is not ""
            && name is not ("neutral" or "dunno" or "glad")
            && !name.Is(last.AnsweredAs)
            && !(
                SameSide.Contains(name, StringComparer.Ordinal)
                && SameSide.Contains(last.AnsweredAs, StringComparer.Ordinal)
            );
    }

    private static Reading Weighed(Reading reading, string words, Heard heard, Turn turn) =>
        Plausible.Weigh(reading, words, heard.Prompt, turn.State.Stage?.Stage);

    private static bool Decided(Reading reading) => reading.Talk is not (Talk.Neutral or Talk.Unsure);
}
