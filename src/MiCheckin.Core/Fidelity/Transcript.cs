namespace MiCheckin.Core.Fidelity;

/// <summary>Who wrote a line of a transcript.</summary>
public enum Speaker
{
    Service,
    Person,
    Coach,
}

/// <summary>One text of a transcript.</summary>
/// <param name="Parts">For the service's texts: the cells and wordings they were put together from; empty where unknown.</param>
public sealed record TranscriptLine(Instant At, Speaker From, string Words, IReadOnlyList<string> Parts);

/// <summary>What one participant and the service texted each other, in order.</summary>
/// <param name="Participant">An id, never a number or a name.</param>
/// <param name="Program">The id of the program; empty where unknown: its texts are then coded by their words.</param>
public sealed record Transcript(
    string Participant,
    string Program,
    string Language,
    IReadOnlyList<TranscriptLine> Lines
);
