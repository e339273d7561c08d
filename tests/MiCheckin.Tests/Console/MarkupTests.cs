using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Core.Replies;
using MiCheckin.Functions.Console.Markup;

namespace MiCheckin.Tests.Console;

public sealed class MarkupTests
{
    [Fact]
    public void What_people_typed_can_never_become_markup() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>(),
                words =>
                {
                    var page = Html.Of($"""<p title="{words}">{words}</p>""").ToString();
                    var inside = page.Replace("<p title=\"", "", StringComparison.Ordinal)
                        .Replace("\">", "", StringComparison.Ordinal)
                        .Replace("</p>", "", StringComparison.Ordinal);
                    return !inside.AsSpan().ContainsAny('<', '>', '"')
                        && !inside.Contains('\'', StringComparison.Ordinal);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_script_in_a_reply_is_shown_as_its_letters() =>
        Assert.Equal(
            "<b>&lt;script&gt;alert(1)&lt;/script&gt; &amp; más</b>",
            Html.Of($"<b>{"<script>alert(1)</script> & más"}</b>").ToString()
        );

    [Fact]
    public void Findings_that_overlap_are_both_marked() =>
        Assert.Equal(
            """a<mark class="change" title="change">b</mark><mark class="change" title="change, risk">c</mark><mark class="risk" title="risk">d</mark>e""",
            Highlight.Of("abcde", [new Span(1, 2, "change"), new Span(2, 2, "risk")]).ToString()
        );

    [Fact]
    public void A_span_that_points_outside_the_text_harms_nothing() =>
        Assert.Equal(
            "abc",
            Highlight.Of("abc", [new Span(7, 2, "change"), new Span(-3, 1, "risk")]).ToString()
        );
}
