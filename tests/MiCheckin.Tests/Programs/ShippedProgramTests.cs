using MiCheckin.Core.Programs;
using MiCheckin.Core.Programs.Checking;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Programs;

namespace MiCheckin.Tests.Programs;

public sealed class ShippedProgramTests
{
    public static TheoryData<string> Files => [.. EmbeddedPrograms.Names];

    [Fact]
    public void Two_programs_ship_in_two_languages()
    {
        Assert.Equal(["move-more", "quit-smoking"], EmbeddedPrograms.All.Select(p => p.Id));
        Assert.All(EmbeddedPrograms.All, p => Assert.Equal(["en", "es"], p.Texts.Keys));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_shipped_program_has_no_error_and_one_warning_that_a_deployer_must_answer(string file) =>
        Assert.All(
            ProgramChecker.Check(EmbeddedPrograms.Json(file)).Findings,
            f => Assert.Equal("contact", f.Rule)
        );

    [Theory]
    [MemberData(nameof(Files))]
    public void People_of_six_countries_have_their_safety_texts(string file)
    {
        var program = ProgramJson.Read(EmbeddedPrograms.Json(file)).Program!;

        Assert.All(
            program.Texts.Values,
            t =>
                Assert.Equal(
                    ["AU", "CA", "ES", "GB", "MX", "US"],
                    t.Safety.Keys.Order(StringComparer.Ordinal)
                )
        );
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void English_and_every_Spanish_answer_stay_in_the_cheap_alphabet(string file)
    {
        var texts = CheckedText.Of(ProgramJson.Read(EmbeddedPrograms.Json(file)).Program!);
        var dear = texts.Where(t => !Gsm7.Holds(t.Text) && (t.Language is "en" || t.Cell is not "prompts"));

        Assert.Empty(dear.Select(t => t.Text));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_text_but_fixed_ones_takes_two_segments(string file)
    {
        var program = ProgramJson.Read(EmbeddedPrograms.Json(file)).Program!;
        var talk = CheckedText.Of(program).Where(t => t.Tone is Tone.Talk);

        Assert.All(talk, t => Assert.Equal(1, Segments.Count(Placeholders.AtLongest(t.Text)).Segments));
    }
}
