namespace MiCheckin.Core.Replies.Words;

/// <summary>
/// The small plain letter, digit or sign behind accents, circles, full width and mathematical alphabets, as Unicode's
/// compatibility decompositions give it. Written out, as the system's library for that is not on every host.
/// </summary>
internal static class PlainForms
{
    private const char FirstLatin = '\u00C0';
    private const char FirstCircled = '\u2460';
    private const char FirstWide = '\uFF01';
    private const char LastWide = '\uFF5E';
    private const int FirstMath = 0x1D400;

    /// <summary>In the mathematical alphabets: nothing is there, or nothing plain behind it.</summary>
    private const char None = '~';

    /// <summary>U+00C0 to U+024F: what is left without accents.</summary>
    private const string Latin =
        "aaaaaaæceeeeiiiiðnooooo×øuuuuyþßaaaaaaæceeeeiiiiðnooooo÷øuuuuyþyaaaaaaccccccccdd"
        + "đđeeeeeeeeeegggggggghhħħiiiiiiiiiıiijjkkĸllllllllłłnnnnnn\u02BCŋŋooooooœœrrrrrrssssss"
        + "ssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzsƀɓƃƃƅƅɔƈƈɖɗƌƌƍǝəɛƒƒɠɣƕɩɨƙƙƚƛɯɲƞɵooƣƣƥƥʀƨƨʃƪƫƭƭʈu"
        + "uʊʋƴƴƶƶʒƹƹƺƻƽƽƾƿǀǁǂǃdddlllnnnaaiioouuuuuuuuuuǝaaaaææǥǥggkkooooʒʒjdddggƕƿnnaaææøø"
        + "aaaaeeeeiiiioooorrrruuuussttȝȝhhƞȡȣȣȥȥaaeeooooooooyyȴȵȶȷȸȹⱥȼȼƚⱦȿɀɂɂƀʉʌɇɇɉɉɋɋɍɍɏɏ";

    /// <summary>U+2460 to U+24EA: the first letter or digit inside the circle or the brackets.</summary>
    private const string Circled =
        "123456789111111111121234567891111111111212345678911111111112abcdefghijklmnopqrst"
        + "uvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz0";

    /// <summary>U+1D400 to U+1D7FF.</summary>
    private const string Math =
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzab"
        + "cdefg~ijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyza~cd"
        + "~~g~~jk~~nopq~stuvwxyzabcd~f~hijklmn~pqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdef"
        + "ghijklmnopqrstuvwxyzab~defg~~jklmnopq~stuvwxy~abcdefghijklmnopqrstuvwxyzab~defg~"
        + "ijklm~o~~~stuvwxy~abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghij"
        + "klmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl"
        + "mnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmn"
        + "opqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnop"
        + "qrstuvwxyzabcdefghijklmnopqrstuvwxyzıȷ~~αβγδεζηθικλμνξοπρθστυφχψω∇αβγδεζηθικλμνξ"
        + "οπρςστυφχψω∂εθκφρπαβγδεζηθικλμνξοπρθστυφχψω∇αβγδεζηθικλμνξοπρςστυφχψω∂εθκφρπαβγδ"
        + "εζηθικλμνξοπρθστυφχψω∇αβγδεζηθικλμνξοπρςστυφχψω∂εθκφρπαβγδεζηθικλμνξοπρθστυφχψω∇"
        + "αβγδεζηθικλμνξοπρςστυφχψω∂εθκφρπαβγδεζηθικλμνξοπρθστυφχψω∇αβγδεζηθικλμνξοπρςστυφ"
        + "χψω∂εθκφρπϝϝ~~01234567890123456789012345678901234567890123456789";

    /// <summary>Null where there is no plainer form than the character itself.</summary>
    public static char? Of(char c) =>
        c switch
        {
            >= FirstLatin when c - FirstLatin < Latin.Length => Latin[c - FirstLatin],
            >= FirstCircled when c - FirstCircled < Circled.Length => Circled[c - FirstCircled],
            >= FirstWide and <= LastWide => char.ToLowerInvariant((char)(c - FirstWide + '!')),
            _ => null,
        };

    /// <summary>The letter or digit that a character of the mathematical alphabets shows; null where it is none of theirs.</summary>
    public static char? OfMath(int codePoint) =>
        codePoint - FirstMath is >= 0 and var at && at < Math.Length && Math[at] is not None and var plain
            ? plain
            : null;
}
