using System.Text.RegularExpressions;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Mail;
using MiCheckin.Functions.Settings;
using MiCheckin.Functions.Twilio;
using MiCheckin.Tests.Hosting;
using MiCheckin.Tests.Storage;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Infra;

/// <summary>What the files under infra/ say agrees with the program they are for. The compiler runs in continuous integration.</summary>
public sealed partial class BicepTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Infra => Checkout.At("infra");

    [Fact]
    public async Task Every_file_is_Bicep()
    {
        var files = await BicepFile.ReadAsync(Stop);

        Assert.Equal(8, files.Count);
    }

    [Theory]
    [InlineData("broken.bicep", "param name string\nvar x = {\n  a: 'not closed\n}\n")]
    [InlineData("broken.bicep", "resource 'a@2024-01-01' = {}\n")]
    [InlineData("broken.bicepparam", "using 'main.bicep'\nparam name = \nparam other = 'x'\n")]
    public async Task A_file_with_a_mistake_is_named_with_its_line(string name, string text)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, name);
        await File.WriteAllTextAsync(file, text, Stop);

        var (exit, _, errors) = await BicepFile.ParseAsync(folder.Path, Stop);

        Assert.Equal(1, exit);
        Assert.Matches($"{Regex.Escape(file)}:[0-9]+:[0-9]+: ", errors);
    }

    [Fact]
    public async Task Every_app_setting_is_one_that_the_program_knows()
    {
        var named = (await BicepFile.ReadAsync(Stop))
            .SelectMany(f => f.Keys)
            .Where(k => k.StartsWith("MiCheckin__", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(KnownSettings(), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Storage Table Data Contributor", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3")]
    [InlineData("Storage Queue Data Contributor", "974c5e8b-45b9-4653-ba55-5f855dd0fb88")]
    [InlineData("Storage Blob Data Owner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b")]
    [InlineData("Key Vault Secrets User", "4633458b-17de-408a-b874-0445c86b69e6")]
    [InlineData("Monitoring Metrics Publisher", "3913510d-42f4-4e42-8a64-420c390055eb")]
    public async Task The_app_has_each_role_it_needs_under_its_right_id(string role, string id)
    {
        var file = (await BicepFile.ReadAsync(Stop)).Single(f => f.Name is "app.bicep");
        var text = await File.ReadAllTextAsync(Path.Combine(Infra, "modules", "app.bicep"), Stop);

        Assert.Contains(id, file.Strings, StringComparer.Ordinal);
        Assert.Contains($"'{id}' // {role}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_app_has_no_other_role()
    {
        var file = (await BicepFile.ReadAsync(Stop)).Single(f => f.Name is "app.bicep");

        Assert.Equal(5, file.Strings.Count(s => Guid.TryParse(s, out _)));
    }

    [Fact]
    public async Task Nothing_works_by_a_shared_key()
    {
        var all = await Task.WhenAll(
            Directory
                .EnumerateFiles(Infra, "*.bicep*", SearchOption.AllDirectories)
                .Select(file => File.ReadAllTextAsync(file, Stop))
        );
        var text = string.Join('\n', all);

        Assert.Contains("allowSharedKeyAccess: false", text, StringComparison.Ordinal);
        Assert.Contains("AzureWebJobsStorage__accountName:", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)listKeys|AccountKey|AzureWebJobsStorage:|listAccountSas", text);
    }

    [Fact]
    public async Task Every_queue_of_a_function_is_made_and_has_its_poison_queue()
    {
        var file = (await BicepFile.ReadAsync(Stop)).Single(f => f.Name is "data.bicep");
        var queues = FunctionsPackage.Functions.Select(f => f.Queue).OfType<string>().ToList();

        Assert.NotEmpty(queues);
        Assert.All(queues, queue => Assert.Contains(queue, file.Strings, StringComparer.Ordinal));
        Assert.Contains("-poison", file.Strings, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Signed_out_callers_reach_the_webhooks_and_the_links_in_mails_and_nothing_of_the_console()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Infra, "modules", "app.bicep"), Stop);
        var excluded = ExcludedPaths()
            .Match(text)
            .Groups["paths"]
            .Value.Split(',', StringSplitOptions.TrimEntries)
            .Select(path => path.Trim('\''));

        Assert.Equal(
            [TwilioPaths.Inbound, TwilioPaths.Status, "/alerts/*", "/healthz", "/console/api/*"],
            excluded,
            StringComparer.Ordinal
        );
    }

    [Fact]
    public async Task The_guide_names_the_roles_that_the_console_asks_for()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Infra, "README.md"), Stop);

        Assert.Contains(EasyAuth.AdminRole, guide, StringComparison.Ordinal);
        Assert.Contains(EasyAuth.CoachRole, guide, StringComparison.Ordinal);
    }

    private static IEnumerable<string> KnownSettings() =>
        new[]
        {
            ("", typeof(ServiceOptions)),
            (ConsoleOptions.Section + "__", typeof(ConsoleOptions)),
            (TwilioOptions.Section + "__", typeof(TwilioOptions)),
            (SmtpOptions.Section + "__", typeof(SmtpOptions)),
        }.SelectMany(section =>
            section
                .Item2.GetProperties()
                .Where(p => p.CanWrite)
                .Select(p => $"MiCheckin__{section.Item1}{p.Name}")
        );

    [GeneratedRegex(
        @"excludedPaths: \[(?<paths>[^\]]+)\]",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex ExcludedPaths();
}
