using MiCheckin.Core.Programs.Json;

namespace MiCheckin.Core.Programs;

/// <summary>Reads program files (programs/program.schema.json), and reports every mistake, not only the first.</summary>
public static class ProgramJson
{
    public static ProgramReadOutcome Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var mistakes = new MistakeList();

        if (SourceParser.Parse(json, mistakes) is not { } source)
        {
            return new ProgramReadOutcome(null, mistakes.All);
        }

        var program = new ProgramReader(mistakes).Read(source);
        return new ProgramReadOutcome(mistakes.All.Count == 0 ? program : null, mistakes.All);
    }

    /// <summary>
    /// Reads a program that was checked whole when it was published, perhaps by another release: a cell that came later is
    /// missing and its words are left out, a property that went is passed over. People stay on it, so it must go on being
    /// read. Null where it is no program at all.
    /// </summary>
    public static ProgramScript? ReadPublished(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var mistakes = new MistakeList();
        return
            SourceParser.Parse(json, mistakes) is { } source
            && new ProgramReader(mistakes).Read(source) is { Id.Length: > 0, Texts.Count: > 0 } program
            ? program
            : null;
    }
}
