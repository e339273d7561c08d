using System.Text;
using MiCheckin.Tests.Tools;

namespace MiCheckin.Tests.Conversations;

/// <summary>
/// Plays each transcript and compares what the conversation says with what the file says. To accept new wording, run with
/// <c>UPDATE_TRANSCRIPTS=1</c> and read the diff.
/// </summary>
public sealed class TranscriptTests
{
    public static TheoryData<string> Names =>
        [
            .. Directory
                .GetFiles(Folder(), "*.txt")
                .Select(p => Path.GetFileName(p))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Transcript_plays_as_written(string name)
    {
        var path = Path.Combine(Folder(), name);
        var expected = File.ReadAllText(path);
        var actual = Play(expected);

        if (Environment.GetEnvironmentVariable("UPDATE_TRANSCRIPTS") is "1")
        {
            File.WriteAllText(path, actual);
            return;
        }

        Assert.Equal(expected, actual, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void There_are_at_least_forty_transcripts() => Assert.True(Names.Count >= 40, $"{Names.Count}");

    /// <summary>Lines with # are for readers, <c>name: value</c> lines before the first event set the scene, &gt; lines happen.</summary>
    private static string Play(string transcript)
    {
        var lines = transcript.Split('\n');
        var head = lines.TakeWhile(l => !l.StartsWith('>')).ToList();
        var scene = head.Where(l => l.Contains(": ", StringComparison.Ordinal) && !l.StartsWith('#'))
            .Select(l => l.Split(": ", 2))
            .ToDictionary(l => l[0], l => l[1].Trim(), StringComparer.Ordinal);
        var player = new Player(
            scene.GetValueOrDefault("program", "move-more"),
            scene.GetValueOrDefault("language", "en"),
            scene.GetValueOrDefault("zone", "America/New_York"),
            scene.GetValueOrDefault("country", "US"),
            NodaTime
                .Text.LocalDateTimePattern.GeneralIso.Parse(
                    scene.GetValueOrDefault("starts", "2026-03-02T10:00:00")
                )
                .Value
        );

        foreach (var line in lines.Where(l => l.StartsWith("> ", StringComparison.Ordinal)))
        {
            player.Do(line[2..].TrimEnd());
        }

        return new StringBuilder()
            .AppendJoin('\n', head.Select(h => h.TrimEnd()))
            .Append('\n')
            .Append(player.Script)
            .ToString();
    }

    private static string Folder() => Checkout.At("tests", "MiCheckin.Tests", "Conversations", "Transcripts");
}
