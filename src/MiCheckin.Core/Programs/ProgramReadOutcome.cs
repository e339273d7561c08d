namespace MiCheckin.Core.Programs;

/// <summary>What came of reading a program file: the program, or every mistake that kept it from being one.</summary>
/// <param name="Program">Null unless there are no mistakes.</param>
public sealed record ProgramReadOutcome(ProgramScript? Program, IReadOnlyList<ProgramMistake> Mistakes);

/// <summary>One mistake in a program file.</summary>
/// <param name="Path">A JSON path: <c>$.texts.en.cells['reflect.sustain'][2].text</c>.</param>
/// <param name="Line">Counted from 1; 0 where the mistake is that something is missing altogether.</param>
/// <param name="Problem">What is wrong, in a sentence.</param>
/// <param name="Fix">How to mend it, in a sentence.</param>
public sealed record ProgramMistake(string Path, int Line, string Problem, string Fix);
