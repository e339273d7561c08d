namespace MiCheckin.Core.Programs.Json;

/// <summary>Collects every mistake of one file, in the order they were met.</summary>
internal sealed class MistakeList
{
    private readonly List<ProgramMistake> _all = [];

    public IReadOnlyList<ProgramMistake> All => _all;

    public void Add(SourceValue at, string problem, string fix) => Add(at.Path, at.Line, problem, fix);

    public void Add(string path, int line, string problem, string fix) =>
        _all.Add(new ProgramMistake(path, line, problem, fix));
}
