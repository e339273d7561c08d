using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Conversations;

/// <summary>
/// What of a reply may bear out a stage: what the person states, of themselves and the change. What is asked of us, what only
/// names the thing we asked for, and what merely happens to somebody is answered, and is evidence of nothing.
/// </summary>
internal static class Evident
{
    public static Reading Of(Turn turn, Heard heard)
    {
        var (reading, words) = (heard.Reading, heard.ToAnswer);

        return reading.Talk switch
        {
            Talk.Change when OnlyNames(heard) => Without(reading),
            Talk.Change when Promises.KeepsTheHabit(words) => Without(reading),
            Talk.Change or Talk.Sustain when IsBareFact(reading, words, heard.Prompt) => Without(reading),
            Talk.Change or Talk.Sustain or Talk.Mixed when !IsStated(turn, heard, words) => Without(reading),
            _ => reading,
        };
    }

    /// <summary>A goal and a first step that only name the thing we asked for bear out no stage; "I want" and "I will" do.</summary>
    private static bool OnlyNames(Heard heard) =>
        heard.Prompt?.PromptId is Cells.GoalAsk or Cells.GoalThanks && !Promises.SpeaksForItself(heard.Words);

    /// <summary>
    /// "My blood pressure is up again", "in the morning before the kids are up": true, and said of no change. Where we asked for
    /// reasons it is one, but how somebody feels never is.
    /// </summary>
    private static bool IsBareFact(Reading reading, string words, OpenPrompt? prompt)
    {
        var plain = $" {words.Replace('\u2019', '\'').Replace('\n', ' ')} ";
        return reading.Kind is TalkKind.Reason or TalkKind.Steps
            && reading.Behaviour.Count is 0
            && !Phrases.Has(plain, Phrases.OfTheChange)
            && !Phrases.Has(plain, Phrases.TiesToTheChange)
            && (reading.Talk is Talk.Change ? IsNoReasonFor(words, prompt) : IsNothingAgainst(plain, prompt));
    }

    private static bool IsNoReasonFor(string words, OpenPrompt? prompt) =>
        Moods.Of(words) is not null || !Phrases.Has(prompt?.Words ?? "", Phrases.AsksForReasons);

    private static bool IsNothingAgainst(string plain, OpenPrompt? prompt) =>
        !Phrases.Has(plain, Phrases.Hurdles) && !Phrases.Has(prompt?.Words ?? "", Phrases.AsksForHurdles);

    /// <summary>"Is swimming better than walking?" is a question to us. What is said beside it counts by itself.</summary>
    private static bool IsStated(Turn turn, Heard heard, string words)
    {
        var sentences = Sentences(words);
        var stated = sentences.Where(s => !IsAQuestion(s)).ToList();

        if (stated.Count == sentences.Count)
        {
            return true;
        }

        var rest = string.Join('\n', stated);
        return Phrases.WordsIn(rest) > 0
            && Plausible
                .Weigh(Hearing.Read(rest, heard.Prompt, turn), rest, heard.Prompt, turn.State.Stage?.Stage)
                .Talk == heard.Reading.Talk;
    }

    private static bool IsAQuestion(string sentence) =>
        sentence.EndsWith('?') || sentence.StartsWith('\u00bf') || QuestionsToUs.BeginLikeAQuestion(sentence);

    private static List<string> Sentences(string words)
    {
        List<string> sentences = [];
        var start = 0;

        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is '.' or '!' or '?' or '\n' || i == words.Length - 1)
            {
                sentences.Add(words[start..(i + 1)].Trim());
                start = i + 1;
            }
        }

        return [.. sentences.Where(s => s.Any(char.IsLetterOrDigit))];
    }

    private static Reading Without(Reading reading) => reading with { Talk = Talk.Neutral };
}
