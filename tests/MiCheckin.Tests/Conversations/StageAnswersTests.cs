using MiCheckin.Core.Conversations;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Replies;

namespace MiCheckin.Tests.Conversations;

/// <summary>Stage questions are answered by people, not by forms.</summary>
public sealed class StageAnswersTests
{
    [Theory]
    [InlineData(Cells.StageNow, "not really", false)]
    [InlineData(Cells.StageNow, "sometimes", false)]
    [InlineData(Cells.StageNow, "Yes, most days", true)]
    [InlineData(Cells.StageNow, "I am going to", false)]
    [InlineData(Cells.StageNow, "no sé", null)]
    [InlineData(Cells.StageNow, "I walk 3 days a week", null)]
    [InlineData(Cells.StageSoon, "maybe", true)]
    [InlineData(Cells.StageSoon, "No, my knee hurts", false)]
    [InlineData(Cells.StageSoon, "not sure", null)]
    [InlineData(Cells.StageSoon, "tal vez", true)]
    [InlineData(Cells.StageMonth, "maybe", false)]
    [InlineData(Cells.StageMonth, "Yes in the next month", true)]
    [InlineData(Cells.StageMonth, "I will start Monday", true)]
    [InlineData(Cells.StageAttempt, "i tried in january", true)]
    [InlineData(Cells.StageAttempt, "nope never", false)]
    [InlineData(Cells.StageAttempt, "yes and no", null)]
    [InlineData(Cells.StageAttempt, "what do you mean?", null)]
    public void A_stage_question_takes_the_yes_or_no_that_was_meant(
        string question,
        string words,
        bool? meant
    )
    {
        var prompt = new OpenPrompt
        {
            TextKey = "q",
            PromptId = question,
            Words = "",
            Expects = Expects.YesNo,
            AskedAt = People.Monday,
            AnswerBy = People.Days(3),
        };
        Assert.Equal(meant, StageAnswers.Fill(prompt, new Reading(), words).YesNo);
    }
}
