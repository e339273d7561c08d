using MiCheckin.Functions.Settings;
using MiCheckin.Tests.Storage;

namespace MiCheckin.Tests.Settings;

public sealed class DataFolderTests
{
    [Fact]
    public void A_folder_that_can_be_made_is_good_and_is_not_made_yet()
    {
        using var folder = new TemporaryFolder();

        Assert.Null(DataFolder.Mistake(Path.Combine(folder.Path, "a", "b")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("file/below")]
    public async Task A_file_in_its_place_is_told(string path)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "file"),
            "",
            TestContext.Current.CancellationToken
        );

        Assert.Contains(
            "is a file",
            DataFolder.Mistake(Path.Combine(folder.Path, path)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/proc/nothing")]
    [InlineData("a\0b")]
    public void A_folder_that_cannot_be_made_is_told(string path) =>
        Assert.Contains("cannot be used", DataFolder.Mistake(path), StringComparison.Ordinal);
}
