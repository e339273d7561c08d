using System.Runtime.InteropServices;

namespace MiCheckin.Core.Replies;

/// <summary>What was read on the ruler, and on which tokens it rests.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RulerFinding(RulerStatus Status, decimal Low, decimal High, int From, int To)
{
    public static RulerFinding None => default;
    public static RulerFinding Ask => new(RulerStatus.Ask, 0, 0, 0, 0);
}

/// <summary>What a number in a text is good for.</summary>
internal enum Standing
{
    /// <summary>It may well be the answer.</summary>
    Answer,

    /// <summary>It counts something else, or is a time, a date, a price.</summary>
    Elsewhere,

    /// <summary>It says the scale back.</summary>
    Scale,

    /// <summary>It is said not to be the answer.</summary>
    Negated,

    /// <summary>It was the answer, or would be.</summary>
    Other,

    /// <summary>"more than 5".</summary>
    Bound,
    Percent,

    /// <summary>It holds on some days: another holds on others.</summary>
    Sometimes,

    /// <summary>A careful person would check.</summary>
    Doubtful,
}

/// <summary>How two numbers hang together.</summary>
internal enum Link
{
    None,
    Range,
    Correction,
}

/// <summary>A number in the text: its value, its tokens (To exclusive), what it is good for.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct RulerNumber(decimal Value, int From, int To, Standing Standing, bool IsWeak)
{
    /// <summary>It begins a clause or follows a word that leads to an answer.</summary>
    public bool IsLed { get; set; }
}
