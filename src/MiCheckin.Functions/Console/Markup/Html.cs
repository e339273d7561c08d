using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace MiCheckin.Functions.Console.Markup;

/// <summary>
/// Markup that is safe to send. It can only be made from literals of this program and from values that were encoded on
/// the way in, so that a page cannot forget to: <c>Html.Of($"&lt;p&gt;{words}&lt;/p&gt;")</c>.
/// </summary>
internal sealed class Html
{
    private readonly string _markup;

    private Html(string markup) => _markup = markup;

    public static Html Empty { get; } = new("");

    public static Html Of(Writer writer) => new(writer.ToString());

    /// <summary>The markup where <paramref name="condition"/> holds, else nothing.</summary>
    public static Html? When(bool condition, Func<Html> markup) => condition ? markup() : null;

    public override string ToString() => _markup;

    /// <summary>What the compiler turns an interpolated page into: literals go through, holes are encoded.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Writer
    {
        /// <summary>Letters of every script stay readable; what HTML gives a meaning to does not pass.</summary>
        private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

        private readonly StringBuilder _to;

        public Writer(int literalLength, int formattedCount) =>
            _to = new StringBuilder(literalLength + (formattedCount * 24));

        public void AppendLiteral(string literal) => _to.Append(literal);

        public void AppendFormatted(Html? markup) => _to.Append(markup?._markup);

        public void AppendFormatted(IEnumerable<Html?> many)
        {
            foreach (var markup in many)
            {
                _to.Append(markup?._markup);
            }
        }

        public void AppendFormatted(string? words) => _to.Append(Encoder.Encode(words ?? ""));

        public void AppendFormatted<T>(T value, string? format = null)
            where T : IFormattable => AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));

        public override string ToString() => _to.ToString();
    }
}
