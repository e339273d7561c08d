using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Core.Texts;

namespace MiCheckin.Tests.Texts;

public sealed class Gsm7Tests
{
    [Theory]
    [InlineData("“It’s 5–10 minutes…”", "\"It's 5-10 minutes...\"")]
    [InlineData("a\u00A0b\tc\u200Bd", "a b cd")]
    [InlineData("caf\u0065\u0301", "café")]
    [InlineData("`quoted´", "'quoted'")]
    [InlineData("ça va 😀", "ça va 😀")]
    [InlineData("two\r\nlines", "two\r\nlines")]
    public void Typographic_punctuation_becomes_plain_and_letters_stay(string template, string plain) =>
        Assert.Equal(plain, Gsm7.Normalise(template));

    [Fact]
    public void Plain_text_is_left_alone() =>
        Prop.ForAll(
                Gen.Elements("abc @£€[]{}~^\\|é\n".ToCharArray()).ArrayOf().ToArbitrary(),
                letters =>
                    string.Equals(
                        Gsm7.Normalise(new string(letters)),
                        new string(letters),
                        StringComparison.Ordinal
                    )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Normalising_twice_changes_nothing_more() =>
        Prop.ForAll(
                Gen.Elements("a’“–…\u00A0\u2028çé\u0301e`".ToCharArray()).ArrayOf().ToArbitrary(),
                letters =>
                {
                    var once = Gsm7.Normalise(new string(letters));
                    return string.Equals(Gsm7.Normalise(once), once, StringComparison.Ordinal);
                }
            )
            .QuickCheckThrowOnFailure();
}
