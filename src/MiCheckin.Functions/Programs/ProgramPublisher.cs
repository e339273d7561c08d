using System.Text;
using MiCheckin.Core.Programs;
using MiCheckin.Core.Programs.Checking;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Programs;

/// <summary>
/// Takes an admin's own program into use. It is checked whole first; one error keeps it out. A version never changes once
/// published, and who is enrolled stays on the version they began with, so publishing touches nobody.
/// </summary>
internal sealed class ProgramPublisher(ProgramShelf shelf, Audit audit)
{
    /// <summary>The shipped programs take about 90 KB; a row of table storage holds 1 MiB.</summary>
    public const int LargestFile = 400 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, true);

    /// <summary>What publishing the file would come to. Changes nothing.</summary>
    public static CheckOutcome Check(ReadOnlyMemory<byte> file) =>
        TextOf(file) is { } json ? ProgramChecker.Check(json) : Unreadable;

    public async Task<ProgramPublication> PublishAsync(
        ReadOnlyMemory<byte> file,
        string actor,
        CancellationToken cancellationToken
    )
    {
        var check = Check(file);

        if (check.Program is not { } program || check.Errors.Any())
        {
            return new ProgramPublication(null, null, check);
        }

        var outcome = await shelf.PublishAsync(program, TextOf(file)!, cancellationToken);

        if (outcome is PublishOutcome.Published)
        {
            await audit.WriteAsync(actor, AuditAct.PublishedProgram, person: null, cancellationToken);
        }

        return new ProgramPublication(program, outcome, check);
    }

    private static string? TextOf(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span.StartsWith(Encoding.UTF8.Preamble)
            ? file.Span[Encoding.UTF8.Preamble.Length..]
            : file.Span;
        try
        {
            return bytes.Length <= LargestFile ? Strict.GetString(bytes) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static CheckOutcome Unreadable { get; } =
        new(
            null,
            [
                new Finding(
                    Severity.Error,
                    "form",
                    "$",
                    $"This is no UTF-8 text, or it is larger than {LargestFile / 1024} KB.",
                    "",
                    "Save the program as JSON in UTF-8."
                ),
            ]
        );
}

/// <summary>How publishing ended.</summary>
/// <param name="Program">Null where the file was refused.</param>
/// <param name="Outcome">Null where the file was refused.</param>
internal sealed record ProgramPublication(ProgramScript? Program, PublishOutcome? Outcome, CheckOutcome Check)
{
    public bool Stands => Outcome is PublishOutcome.Published or PublishOutcome.AlreadyThere;

    public string Sentence =>
        Outcome switch
        {
            PublishOutcome.Published =>
                $"{Program!.Id} version {Program.Version} is published. Make or change a cohort to enrol people into it.",
            PublishOutcome.AlreadyThere =>
                $"{Program!.Id} version {Program.Version} was published before, with these words: nothing to do.",
            PublishOutcome.OtherWordsUnderThisVersion =>
                $"{Program!.Id} version {Program.Version} is published with other words, and people may be on it. Raise \"version\" in the file.",
            _ => $"Nothing was published: {Check.Errors.Count()} to mend first.",
        };
}
