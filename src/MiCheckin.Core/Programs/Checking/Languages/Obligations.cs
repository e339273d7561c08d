using System.Text.RegularExpressions;

namespace MiCheckin.Core.Programs.Checking.Languages;

/// <summary>Words as a pattern, and as an author would write them.</summary>
internal sealed record Words(Regex Pattern, string Shown);

/// <summary>What every program must say in some cells, and why. The duty is the same in every language; how it is said is the language's.</summary>
internal sealed record Obligations
{
    private const string Carriers = "US carriers and the CTIA ask for it.";
    private const string BeforeTheyBegin = "People must know it before they begin.";

    public required Words Begin { get; init; }
    public required Words End { get; init; }
    public required Words Help { get; init; }
    public required Words Rates { get; init; }
    public required Words HowOften { get; init; }
    public required Words NotWatched { get; init; }
    public required Words NoCrisisService { get; init; }
    public required Words APerson { get; init; }
    public required Words ComeBack { get; init; }
    public required Words NoMore { get; init; }
    public required Words GoOn { get; init; }

    public IReadOnlyList<RequiredWords> All =>
        [
            Of(Cells.Welcome, Begin, "Nothing else is sent before a YES."),
            Of(Cells.Welcome, End, Carriers),
            Of(Cells.Welcome, Help, Carriers),
            Of(Cells.Welcome, Rates, Carriers),
            Of(Cells.Welcome, HowOften, Carriers),
            Of(Cells.Welcome, NotWatched, BeforeTheyBegin),
            Of(Cells.Welcome, NoCrisisService, BeforeTheyBegin),
            Of(Cells.Help, End, Carriers),
            Of(Cells.Help, APerson, "A call for help may be distress."),
            Of(Cells.StopConfirm, ComeBack, "It is the only way back."),
            Of(Cells.StopConfirm, NoMore, Carriers),
            Of(Cells.StartAgain, End, Carriers),
            Of(Cells.PauseConfirm, GoOn, "It is the way back."),
        ];

    private static RequiredWords Of(string cell, Words words, string why) =>
        new(cell, words.Pattern, words.Shown, why);
}
