using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace MiCheckin.Functions.Mail;

/// <summary>HTML being written. Whatever stands in a hole of an interpolated string is encoded; only literals are markup.</summary>
internal sealed class HtmlText
{
    /// <summary>Letters of all scripts stay readable in the source of a mail; markup and controls never do.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder written = new();

    public HtmlText Add([InterpolatedStringHandlerArgument("")] ref Handler markup)
    {
        markup.WrittenTo(this);
        return this;
    }

    public override string ToString() => written.ToString();

    [InterpolatedStringHandler]
    internal readonly ref struct Handler
    {
        private readonly StringBuilder written;

        public Handler(int literalLength, int formattedCount, HtmlText into)
        {
            written = into.written;
            written.EnsureCapacity(written.Length + literalLength + (formattedCount * 16));
        }

        public void AppendLiteral(string markup) => written.Append(markup);

        public void AppendFormatted(string? text) => written.Append(Encoder.Encode(text ?? ""));

        public void AppendFormatted(int number) =>
            written.Append(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(Uri address) => written.Append(Encoder.Encode(address.AbsoluteUri));

        /// <summary>Proves that the handler wrote into the page it was asked to.</summary>
        public void WrittenTo(HtmlText page)
        {
            if (!ReferenceEquals(page.written, written))
            {
                throw new InvalidOperationException("The markup was written into another page.");
            }
        }
    }
}
