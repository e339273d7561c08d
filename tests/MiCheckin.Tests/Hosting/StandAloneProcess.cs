using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace MiCheckin.Tests.Hosting;

/// <summary>The built program as its own process, as <c>dotnet run</c> starts it, and a browser that is signed in.</summary>
internal sealed partial class StandAloneProcess : IAsyncDisposable
{
    private const string Link = "Sign in, once, within 15 minutes: ";
    private const string Printed = "Token for the command line, until the next start: ";

    private readonly Process _process;
    private readonly Task _reading;
    private readonly List<string> _said = [];
    private readonly HttpClient _browser = new(
        new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }
    )
    {
        Timeout = TimeSpan.FromMinutes(5),
    };

    private StandAloneProcess(Process process, string link, string token)
    {
        _process = process;
        _reading = DrainAsync(process.StandardOutput);
        Token = token;
        Address = new Uri(link).GetLeftPart(UriPartial.Authority);
        _browser.BaseAddress = new Uri(Address);
    }

    public string Address { get; }

    /// <summary>Opens the enrolment API.</summary>
    public string Token { get; }

    public static async Task<StandAloneProcess> StartAsync(
        string storage,
        string data,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo(Path.Combine(FunctionsPackage.Folder, "MiCheckin.Functions"))
        {
            ArgumentList = { "--storage", storage, "--data", data, "--urls", "http://127.0.0.1:0" },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var process =
            Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            said.Add(line);
            if (
                line.StartsWith(Printed, StringComparison.Ordinal)
                && said.Find(l => l.StartsWith(Link, StringComparison.Ordinal)) is { } signIn
            )
            {
                var link = signIn[Link.Length..];
                var program = new StandAloneProcess(process, link, line[Printed.Length..]);
                using var answer = await program._browser.GetAsync(link, cancellationToken);
                return program;
            }
        }

        throw new InvalidOperationException("It ended: " + string.Join('\n', said));
    }

    public Task<string> PageAsync(string path, CancellationToken cancellationToken) =>
        _browser.GetStringAsync(path, cancellationToken);

    /// <summary>What lies on this person's phone, the oldest first: their own texts with a &gt; before them.</summary>
    public async Task<IReadOnlyList<string>> PhoneAsync(string name, CancellationToken cancellationToken) =>
        [
            .. Bubble()
                .Matches(await ArticleAsync(name, cancellationToken))
                .Select(m =>
                    (m.Groups["side"].Value is "out" ? "> " : "")
                    + WebUtility.HtmlDecode(m.Groups["words"].Value)
                ),
        ];

    public async Task ReplyAsync(string name, string words, CancellationToken cancellationToken)
    {
        var id = Id().Match(await ArticleAsync(name, cancellationToken)).Groups["id"].Value;
        await PostAsync($"/console/phones/{id}/reply", cancellationToken, ("kind", "text"), ("text", words));
    }

    /// <summary>Moves the clock by an ISO 8601 period.</summary>
    public Task AdvanceAsync(string by, CancellationToken cancellationToken) =>
        PostAsync("/console/phones/clock", cancellationToken, ("by", by));

    /// <summary>SIGKILL, without a word.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        await _reading;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
        _browser.Dispose();
    }

    private async Task PostAsync(
        string path,
        CancellationToken cancellationToken,
        params (string Name, string Value)[] fields
    )
    {
        var page = await PageAsync("/console/phones", cancellationToken);
        var all = fields
            .Select(f => KeyValuePair.Create(f.Name, f.Value))
            .Append(KeyValuePair.Create("form-token", FormToken().Match(page).Groups["token"].Value));
        using var form = new FormUrlEncodedContent(all);
        using var answer = await _browser.PostAsync(path, form, cancellationToken);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    private async Task<string> ArticleAsync(string name, CancellationToken cancellationToken)
    {
        var page = await PageAsync("/console/phones", cancellationToken);
        var article = page.Split("<article ")
            .SingleOrDefault(a => a.Contains($"\"Phone of {name}\"", StringComparison.Ordinal));
        return article ?? throw new InvalidOperationException($"There is no phone of {name}.");
    }

    private async Task DrainAsync(StreamReader output)
    {
        while (await output.ReadLineAsync(CancellationToken.None) is { } line)
        {
            _said.Add(line);
        }
    }

    [GeneratedRegex("""<li class="(?<side>in|out)"><p>(?<words>[^<]*)</p>""", RegexOptions.NonBacktracking)]
    private static partial Regex Bubble();

    [GeneratedRegex("""id="p-(?<id>[0-9a-f]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    [GeneratedRegex("""name="form-token" value="(?<token>[^"]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex FormToken();
}
