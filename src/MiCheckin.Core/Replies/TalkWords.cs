namespace MiCheckin.Core.Replies;

/// <summary>What a phrase of the reply speaks for, by its words alone.</summary>
internal enum Cue
{
    None,
    ChangeDesire,
    ChangeAbility,
    ChangeReason,
    ChangeNeed,
    ChangeCommitment,
    ChangeActivation,
    ChangeSteps,
    SustainDesire,
    SustainAbility,
    SustainReason,
    SustainNeed,
    SustainCommitment,
    SustainActivation,
    SustainSteps,
    Discord,
    Neutral,
    Yes,
    No,
    Maybe,
    But,
    Negation,
}

/// <summary>What a phrase of the reply says about an act; No takes a report away.</summary>
internal enum Act
{
    None,
    Streak,
    Slip,
    DidNot,
    Did,
    Amount,
    No,
}

/// <summary>What the last question of a prompt asks for.</summary>
internal enum PromptMark
{
    Wish,
    Continue,
    Concern,
    Likes,
    Reasons,
    Barrier,
    Plan,
    Report,
    Fact,
    Greeting,
    Scale,
    Closed,
    Open,
    Alternatives,
    Feel,
    Confidence,
}
