using MiCheckin.Core.Programs.Checking;
using MiCheckin.Core.Programs.Checking.Languages;

namespace MiCheckin.Tests.Programs.Checking;

public sealed class ReadabilityTests
{
    [Theory]
    [InlineData("you", 1)]
    [InlineData("make", 1)]
    [InlineData("moved", 1)]
    [InlineData("wanted", 2)]
    [InlineData("little", 2)]
    [InlineData("while", 1)]
    [InlineData("being", 2)]
    [InlineData("idea", 3)]
    [InlineData("different", 2)]
    [InlineData("cigarettes", 3)]
    [InlineData("confidence", 3)]
    [InlineData("don't", 1)]
    [InlineData("faces", 2)]
    [InlineData("988", 1)]
    public void English_syllables_are_counted_as_spoken(string word, int syllables) =>
        Assert.Equal(syllables, FleschKincaid.Syllables(word));

    [Theory]
    [InlineData("que", 1)]
    [InlineData("guitarra", 3)]
    [InlineData("cambio", 2)]
    [InlineData("energía", 4)]
    [InlineData("leer", 2)]
    [InlineData("muy", 1)]
    [InlineData("ciudad", 2)]
    [InlineData("movimiento", 4)]
    [InlineData("ahora", 3)]
    [InlineData("pingüino", 3)]
    public void Spanish_syllables_are_counted_as_spoken(string word, int syllables) =>
        Assert.Equal(syllables, Inflesz.Syllables(word));

    [Fact]
    public void The_grade_is_that_of_the_formula()
    {
        // 10 words, 1 sentence, 12 syllables: 3.9 + 14.16 - 15.59
        var grade = FleschKincaid.Of("Part of you is ready for a new day now.");

        Assert.Equal(0.39m * 10 + 11.8m * 11 / 10 - 15.59m, grade.Score);
        Assert.Null(grade.Verdict);
    }

    [Fact]
    public void Long_words_make_a_text_harder_to_read_in_both_languages()
    {
        Assert.Equal(
            Severity.Error,
            FleschKincaid
                .Of("Physiological considerations predominate everywhere nowadays, apparently.")
                .Verdict
        );
        Assert.Equal(
            Severity.Error,
            Inflesz.Of("Consideraciones fisiológicas predominantes intervienen continuamente.").Verdict
        );
        Assert.Null(Inflesz.Of("Una parte de ti quiere algo distinto.").Verdict);
    }

    [Theory]
    [InlineData("Sorry.")]
    [InlineData("You feel extraordinarily motivated.")]
    public void A_few_words_say_nothing_about_grade(string text) =>
        Assert.Null(FleschKincaid.Of(text).Verdict);
}
