using System.Globalization;
using MiCheckin.Core.Replies.Words;
using MiCheckin.Core.Texts;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Texts;

/// <summary>The program runs without the system's ICU (docs/decisions/0015), so what it needs of Unicode it does itself.</summary>
public sealed class AccentsTests
{
    [Fact]
    public async Task Letter_and_accents_become_one_character_as_Unicode_says()
    {
        var lines = await File.ReadAllLinesAsync(
            Checkout.At("tests", "MiCheckin.Tests", "Texts", "canonical-forms.txt"),
            TestContext.Current.CancellationToken
        );
        var forms = lines.Where(line => line[0] != '#').Select(Read).ToList();

        Assert.InRange(forms.Count, 500, 1_000);
        Assert.All(forms, form => Assert.Equal(form.Composed, Accents.Compose(form.Parts)));
        Assert.All(forms, form => Assert.Equal(form.Composed, Accents.Compose(form.Composed)));
    }

    [Theory]
    [InlineData("jose\u0301 y a\u0301rbol", "josé y árbol")]
    [InlineData("\u0301 alone", "\u0301 alone")]
    [InlineData("q\u0301", "q\u0301")]
    [InlineData("half a pair \uD83D", "half a pair \uD83D")]
    [InlineData("", "")]
    public void What_has_no_single_character_stays_as_it_is(string text, string composed) =>
        Assert.Equal(composed, Accents.Compose(text));

    [Theory]
    [InlineData('É', 'e')]
    [InlineData('ñ', 'n')]
    [InlineData('ɏ', 'ɏ')]
    [InlineData('①', '1')]
    [InlineData('⒞', 'c')]
    [InlineData('Ⓩ', 'z')]
    [InlineData('⓪', '0')]
    [InlineData('Ｗ', 'w')]
    [InlineData('～', '~')]
    [InlineData('日', null)]
    public void Accented_circled_and_wide_characters_have_a_plain_form(char c, char? plain) =>
        Assert.Equal(plain, PlainForms.Of(c));

    [Theory]
    [InlineData("\uD835\uDC55", null)]
    [InlineData("𝒽", 'h')]
    [InlineData("𝓗", 'h')]
    [InlineData("𝕐", 'y')]
    [InlineData("𝟗", '9')]
    [InlineData("𝟿", '9')]
    [InlineData("😀", null)]
    public void Letters_of_the_mathematical_alphabets_have_a_plain_form(string letter, char? plain) =>
        Assert.Equal(plain, PlainForms.OfMath(char.ConvertToUtf32(letter, 0)));

    private static (string Composed, string Parts) Read(string line)
    {
        var points = line.Split(' ')
            .Select(point =>
                ((char)int.Parse(point, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
            )
            .ToList();
        return (points[0], string.Concat(points[1..]));
    }
}
