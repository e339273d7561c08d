namespace MiCheckin.Core.Programs.Checking.Rules;

/// <summary>Someone who is fed up is always told how to leave, or how to reach a person.</summary>
internal static class DiscordRule
{
    public static Rule Rule { get; } =
        new(
            "discord",
            p =>
                p.Texts.Where(t =>
                        string.Equals(t.Cell, Cells.Ask("discord"), StringComparison.Ordinal)
                        && !OffersAWayOut(t.Text)
                    )
                    .Select(Found)
        );

    private static bool OffersAWayOut(string text) =>
        text.Contains("STOP", StringComparison.Ordinal) || text.Contains("COACH", StringComparison.Ordinal);

    private static Finding Found(CheckedText text) =>
        new(
            Severity.Error,
            "discord",
            text.Path,
            "It offers neither a person nor a way out.",
            text.Text,
            "Name COACH, STOP or both: it is their call."
        );
}
