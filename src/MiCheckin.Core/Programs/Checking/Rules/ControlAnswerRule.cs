using MiCheckin.Core.Programs.Json;
using MiCheckin.Core.Replies;

namespace MiCheckin.Core.Programs.Checking.Rules;

/// <summary>No question's natural one-word answer is a word to the service: someone would opt out by answering.</summary>
internal static class ControlAnswerRule
{
    public static Rule Rule { get; } = new("control-answer", p => InTexts(p).Concat(InChoices(p)));

    private static IEnumerable<Finding> InTexts(CheckedProgram program) =>
        from text in program.Texts
        where text.Tone is Tone.Talk && text.Expects != Expects.Ruler && text.Lexicon is not null
        let question = ClosedQuestionRule.Question(text.Text)
        where question.Length > 0
        from shape in text.Lexicon!.ControlAnswers.Where(c => c.Question.IsMatch(question)).Take(1)
        select new Finding(
            Severity.Error,
            "control-answer",
            text.Path,
            $"One natural answer is the word {shape.Answer}, which the service obeys.",
            text.Text,
            "Ask in a way that another word, or a whole sentence, answers."
        );

    private static IEnumerable<Finding> InChoices(CheckedProgram program) =>
        from texts in program.Script.Texts
        from prompt in texts.Value.Prompts.Select((p, i) => (Prompt: p, Index: i))
        from choice in prompt.Prompt.Choices
        where Languages.Lexicon.For(texts.Key)?.ControlWord.IsMatch(choice) == true
        select new Finding(
            Severity.Error,
            "control-answer",
            Paths.Prompt(texts.Key, prompt.Index),
            $"The choice \"{choice}\" is a word that the service obeys.",
            prompt.Prompt.Text,
            "Name the choice otherwise."
        );
}
