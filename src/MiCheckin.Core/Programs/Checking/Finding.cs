namespace MiCheckin.Core.Programs.Checking;

/// <summary>How bad a finding is: an error keeps a program from being used, a warning asks for a second look.</summary>
public enum Severity
{
    Error,
    Warning,
}

/// <summary>One thing the checker found in a program.</summary>
/// <param name="Rule">The name of the rule, as docs/program-scripts.md lists it.</param>
/// <param name="Path">A JSON path: <c>$.texts.en.cells['reflect.sustain'][2].text</c>.</param>
/// <param name="Problem">What is wrong, in a sentence.</param>
/// <param name="Text">The words it is about; empty where it is about no single text.</param>
/// <param name="Fix">How to mend it, in a sentence.</param>
public sealed record Finding(
    Severity Severity,
    string Rule,
    string Path,
    string Problem,
    string Text,
    string Fix
);
