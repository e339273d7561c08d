using System.Diagnostics.CodeAnalysis;

namespace MiCheckin.Cli.Storage;

/// <summary>Something the person at the keyboard can mend: shown as one sentence, with exit code 2.</summary>
[SuppressMessage("Roslynator", "RCS1194", Justification = "Never thrown without a sentence.")]
internal sealed class UsageException(string message) : Exception(message);
