using MiCheckin.Core.Programs.Checking;
using MiCheckin.Functions.Console.Programs;
using MiCheckin.Functions.Programs;
using Microsoft.Extensions.Logging.Abstractions;

namespace MiCheckin.Tests.Programs;

public sealed class ProgramReviewTests
{
    [Fact]
    public void The_console_lists_what_the_checker_found_with_path_and_fix()
    {
        using var review = new ProgramReview(NullLogger<ProgramReview>.Instance);
        var program = EmbeddedPrograms.All[0];

        var findings = review.Of(program);
        var shown = ProgramFindings.Of(findings).ToString();

        Assert.Same(findings, review.Of(program));
        Assert.Contains("$.texts.en.contact", shown, StringComparison.Ordinal);
        Assert.Contains(
            "Write an address or a number that your people answer.",
            shown,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_program_that_keeps_every_rule_is_said_to() =>
        Assert.Contains("Every rule is kept.", ProgramFindings.Of([]).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Words_of_a_program_cannot_become_markup() =>
        Assert.DoesNotContain(
            "<b>",
            ProgramFindings.Of([new Finding(Severity.Error, "form", "$", "bad", "<b>", "mend")]).ToString(),
            StringComparison.Ordinal
        );
}
