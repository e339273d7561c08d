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
}
