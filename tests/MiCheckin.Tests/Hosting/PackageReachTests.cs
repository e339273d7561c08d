using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MiCheckin.Tests.Tools;

#pragma warning disable MA0045 // Assemblies are read from disk, once.

namespace MiCheckin.Tests.Hosting;

/// <summary>eng/publish.sh leaves parts of the framework out of the package: none that the program could ever ask for.</summary>
public sealed class PackageReachTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_package_leaves_out_is_referred_to_by_nothing_that_the_program_reaches()
    {
        var project = await File.ReadAllTextAsync(
            Checkout.At("src", "MiCheckin.Functions", "MiCheckin.Functions.csproj"),
            Stop
        );
        var left = new Regex(
            XDocument.Parse(project).Descendants("Unreached").Single().Value,
            RegexOptions.NonBacktracking
        );
        Assert.Matches(left, "Microsoft.AspNetCore.SignalR.Core");
        HashSet<string> reached = new(StringComparer.Ordinal);
        Queue<string> open = new(["MiCheckin.Functions"]);
        while (open.TryDequeue(out var name))
        {
            Assert.DoesNotMatch(left, name);
            if (Find(name) is { } file && reached.Add(name))
            {
                foreach (var other in ReferencesOf(file))
                {
                    open.Enqueue(other);
                }
            }
        }

        Assert.Contains("Microsoft.AspNetCore.Routing", reached);
    }

    /// <summary>In the package, or, where only a build stands in for it, in the framework that runs this test.</summary>
    private static string? Find(string assembly) =>
        ((string[])[FunctionsPackage.Folder, AppContext.BaseDirectory, .. Frameworks])
            .Select(folder => Path.Combine(folder, assembly + ".dll"))
            .FirstOrDefault(File.Exists);

    private static IEnumerable<string> Frameworks =>
        [
            Path.GetDirectoryName(typeof(object).Assembly.Location)!,
            Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Builder.WebApplication).Assembly.Location)!,
        ];

    private static List<string> ReferencesOf(string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences.Select(handle =>
                metadata.GetString(metadata.GetAssemblyReference(handle).Name)
            ),
        ];
    }
}
