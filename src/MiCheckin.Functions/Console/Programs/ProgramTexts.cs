using MiCheckin.Core.Programs;
using MiCheckin.Core.Texts;
using MiCheckin.Functions.Console.Markup;

namespace MiCheckin.Functions.Console.Programs;

/// <summary>The texts of one program in one language, as tables.</summary>
internal static class ProgramTexts
{
    public static Html Prompts(LanguageTexts texts) =>
        Html.Of(
            $"""
            <section class="card"><h2>Prompts</h2><div class="table" tabindex="0" role="region" aria-label="Prompts"><table>
            <thead><tr><th scope="col">Name</th><th scope="col">Text</th><th scope="col">Waits for</th><th scope="col">Asked in</th><th scope="col" class="number">Segments</th></tr></thead>
            <tbody>{texts.Prompts.Select(p => Html.Of($"""
                <tr><th scope="row"><code>{p.Id}</code></th><td>{p.Text}</td><td>{Waits(p)}</td>
                <td>{(p.Stages is [] ? "every stage" : string.Join(", ", p.Stages.Select(s => s.ToString().ToLowerInvariant())))}</td>
                <td class="number">{Segments.Count(p.Text).Segments}</td></tr>
                """))}</tbody></table></div></section>
            """
        );

    public static Html Cells(LanguageTexts texts) =>
        Html.Of(
            $"""
            <section class="card"><h2>Answers and other texts</h2>
            {texts.Cells.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => Html.Of($"""
                <details><summary><code>{c.Key}</code> <span class="quiet">{Times.Count(c.Value.Count, "wording")}</span></summary>
                <ul>{c.Value.Select(v => Html.Of($"<li>{v.Text}{Html.When(v.Complex, () => Html.Of($" <span class=\"tag change\">complex</span>"))}</li>"))}</ul></details>
                """))}</section>
            """
        );

    public static Html Safety(LanguageTexts texts) =>
        Html.Of(
            $"""
            <section class="card"><h2>Safety texts</h2><p class="quiet">Sent at once, as they stand, to the country of the person.</p>
            {texts.Safety.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => Html.Of($"""
                <h3>{s.Key}</h3><dl class="facts"><div><dt>Crisis</dt><dd>{s.Value.Crisis}</dd></div>
                <div><dt>Medical</dt><dd>{s.Value.Medical}</dd></div><div><dt>Violence at home</dt><dd>{s.Value.Violence}</dd></div></dl>
                """))}</section>
            """
        );

    private static string Waits(Prompt prompt) =>
        prompt.Ruler is { } ruler ? $"{ruler} ruler" : prompt.Expects.ToString().ToLowerInvariant();
}
