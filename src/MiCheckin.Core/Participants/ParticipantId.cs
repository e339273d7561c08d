namespace MiCheckin.Core.Participants;

/// <summary>The pseudonymous name of a participant: random, safe to log, useless to a stranger.</summary>
public readonly record struct ParticipantId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The name of a coach in this service: a short slug, safe to log.</summary>
public readonly record struct CoachId(string Value)
{
    public override string ToString() => Value;
}
