namespace MiCheckin.Tests.Tools;

/// <summary>
/// The repository that the tests run in, found from where they were built to: a build for release hides the paths of its
/// sources, so [CallerFilePath] would not lead there.
/// </summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder by its path inside the repository.</summary>
    public static string At(params string[] path) => Path.Combine([Root, .. path]);

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "MiCheckin.sln")))
        {
            at =
                at.Parent
                ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return at.FullName;
    }
}
