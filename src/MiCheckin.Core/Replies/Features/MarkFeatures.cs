namespace MiCheckin.Core.Replies.Features;

/// <summary>
/// One thing in a reply against each thing that its prompt asks for. These are so few that each has a place of its own
/// among the rows of weights, those of one thing side by side: no hash, and next to no waiting for memory.
/// </summary>
internal static class MarkFeatures
{
    private const int Targets = 4;

    /// <summary>Places of one thing: a target, or a mark, each.</summary>
    private const int Width = Targets + 16;

    public static void Add(FeatureList all, PromptView prompt, Against kind, uint value)
    {
        var from = ((uint)kind + value) * Width;
        all.Add(WeightRows.FeatureAt(from + prompt.Target));

        for (var rest = prompt.Marks; rest != 0; rest &= rest - 1)
        {
            var mark = (uint)System.Numerics.BitOperations.TrailingZeroCount(rest);
            all.Add(WeightRows.FeatureAt(from + Targets + mark));
        }
    }
}

/// <summary>What is seen against the prompt; the number of the first value of each.</summary>
internal enum Against
{
    /// <summary>A class of kindred words, with 64 more under a "not".</summary>
    Kin = 0,
    Cue = 128,

    /// <summary>An act, with eight more where it is taken back.</summary>
    Act = 160,
    Length = 176,
    Bare = 184,

    /// <summary>What a bare reply says, eight times, and its length.</summary>
    BareAndLength = 194,
}
