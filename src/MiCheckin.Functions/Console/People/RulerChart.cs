using System.Globalization;
using MiCheckin.Core.Conversations;
using MiCheckin.Functions.Console.Markup;

namespace MiCheckin.Functions.Console.People;

/// <summary>Ruler answers drawn as lines: a small one for lists, a large one with its numbers in a table for those who cannot see it.</summary>
internal static class RulerChart
{
    private const int Width = 640;
    private const int Height = 220;
    private const int Left = 28;
    private const int Top = 12;
    private const int Bottom = 24;

    private static readonly (RulerKind Kind, string Style, string Name)[] Lines =
    [
        (RulerKind.Importance, "a", "Importance"),
        (RulerKind.Confidence, "b", "Confidence"),
        (RulerKind.Readiness, "c", "Readiness"),
    ];

    /// <summary>The last answers of the ruler that was asked most, as a line without numbers.</summary>
    public static Html? Spark(ConversationState state)
    {
        var scores = state
            .Rulers.GroupBy(r => r.Kind)
            .OrderByDescending(g => g.Count())
            .FirstOrDefault()
            ?.TakeLast(8)
            .Select(r => r.Score.Low)
            .ToList();
        return scores is { Count: > 1 }
            ? Html.Of(
                $"""
                <svg class="spark" viewBox="0 0 80 24" role="img" aria-label="Trend: {string.Join(
                    ", ",
                    scores.Select(Plain)
                )}"><polyline points="{Points(scores)}"/></svg>
                """
            )
            : null;

        static string Points(List<decimal> scores) =>
            string.Join(
                ' ',
                scores.Select((s, i) => $"{Plain(2 + (76m * i / (scores.Count - 1)))},{Plain(22 - (2 * s))}")
            );
    }

    public static Html Of(ConversationState state, DateTimeZone zone)
    {
        if (state.Rulers is [])
        {
            return Html.Of($"""<p class="quiet">No ruler has been answered yet.</p>""");
        }

        var (from, to) = (state.Rulers.Min(r => r.At), state.Rulers.Max(r => r.At));
        return Html.Of(
            $"""
            <svg class="chart" viewBox="0 0 {Width} {Height}" role="img" aria-label="Ruler answers over time; the table below holds the numbers">
            {Grid(0)}{Grid(5)}{Grid(10)}
            {Lines.Select(l => Line(state, l.Kind, l.Style, from, to))}
            <text x="{Left}" y="{Height - 6}">{Times.DayOf(from, zone)}</text>
            <text x="{Width - 4}" y="{Height - 6}" text-anchor="end">{Times.DayOf(to, zone)}</text>
            </svg>
            <p class="row quiet" aria-hidden="true">{Lines.Select(Key)}</p>
            <details><summary>The numbers</summary><div class="table"><table>
            <thead><tr><th scope="col">When</th><th scope="col">Ruler</th><th scope="col" class="number">Answer</th></tr></thead>
            <tbody>{state.Rulers.Reverse().Select(r => Row(r, zone))}</tbody></table></div></details>
            """
        );
    }

    private static Html Grid(int score) =>
        Html.Of(
            $"""
            <line class="grid" x1="{Left}" x2="{Width - 4}" y1="{Y(score)}" y2="{Y(score)}"/><text x="{Left
                - 8}" y="{Y(score + 0.2m)}" text-anchor="end" dominant-baseline="hanging">{score}</text>
            """
        );

    private static Html Line(ConversationState state, RulerKind kind, string style, Instant from, Instant to)
    {
        var dots = state
            .Rulers.Where(r => r.Kind == kind)
            .Select(r => (X: X(r.At, from, to), Y: Y(r.Score.Low)))
            .ToList();
        return Html.Of(
            $"""
            <polyline class="{style}" fill="none" points="{string.Join(
                ' ',
                dots.Select(d => $"{d.X},{d.Y}")
            )}"/>
            {dots.Select(d => Html.Of($"""<circle class="{style}" cx="{d.X}" cy="{d.Y}" r="4"/>"""))}
            """
        );
    }

    private static Html Key((RulerKind Kind, string Style, string Name) line) =>
        Html.Of(
            $"""<span><svg class="chart key" viewBox="0 0 28 10" width="28" height="10"><line class="{line.Style}" x1="0" x2="28" y1="5" y2="5" stroke-width="3"/></svg> {line.Name}</span>"""
        );

    private static Html Row(RulerAnswer answer, DateTimeZone zone) =>
        Html.Of(
            $"""<tr><td>{Times.Moment(answer.At, zone)}</td><td>{answer.Kind.ToString()} ({PeopleWords.Of(answer.Scale)})</td><td class="number">{ReadingWords.Score(answer.Score)}</td></tr>"""
        );

    private static string X(Instant at, Instant from, Instant to)
    {
        var share = to == from ? 0.5 : (at - from) / (to - from);
        return Plain(Left + 8 + ((Width - Left - 24) * (decimal)share));
    }

    private static string Y(decimal score) => Plain(Top + ((Height - Top - Bottom) * (10 - score) / 10));

    private static string Plain(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
