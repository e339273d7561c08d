using System.Text.Json;
using MiCheckin.Tests.Tools;
using Microsoft.Playwright;

namespace MiCheckin.BrowserTests;

/// <summary>Holds a page against WCAG 2.2 AA as far as a program can, with axe-core.</summary>
internal static class Wcag
{
    private const string Run = """
        async () => (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
            .violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', '))
        """;

    public static async Task<IReadOnlyList<string>> ViolationsAsync(
        IPage page,
        CancellationToken cancellationToken
    )
    {
        await page.AddScriptTagAsync(
            new PageAddScriptTagOptions
            {
                Content = await File.ReadAllTextAsync(AxeFile(), cancellationToken),
            }
        );
        var found = await page.EvaluateAsync<JsonElement>(Run);
        return [.. found.EnumerateArray().Select(v => v.GetString() ?? "")];
    }

    private static string AxeFile()
    {
        var file = Checkout.At("eng", "node", "node_modules", "axe-core", "axe.min.js");
        return File.Exists(file)
            ? file
            : throw new InvalidOperationException(
                "These tests need axe-core. Run eng/check.sh, or `npm ci` in eng/node."
            );
    }
}
