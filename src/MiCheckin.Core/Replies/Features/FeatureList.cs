using System.Runtime.Intrinsics;

namespace MiCheckin.Core.Replies.Features;

/// <summary>Hashed features one after the other, as many as a reply can have.</summary>
internal sealed class FeatureList
{
    private const int Most = 6000;

    /// <summary>Words beyond these, from the head and from the tail of a long text, say nothing new.</summary>
    private const int MostWords = 120;

    /// <summary>So many tokens at most are looked at.</summary>
    public const int MostSeen = 2 * MostWords + 2;

    private readonly uint[] _all = new uint[Most];

    public int Count { get; private set; }

    public ReadOnlySpan<uint> Between(int from, int to) => _all.AsSpan(from, to - from);

    public void Clear() => Count = 0;

    /// <summary>Adds a feature, to be mixed when all are there.</summary>
    public void Add(uint kind, uint value) => Add(Of(kind, value));

    /// <summary>Adds a feature as it is.</summary>
    public void Add(uint feature)
    {
        var (all, at) = (_all, Count);

        if ((uint)at < (uint)all.Length)
        {
            all[at] = feature;
            Count = at + 1;
        }
    }

    /// <summary>The next word to look at: over the middle of a long text it leaps.</summary>
    public static int Next(int word, int words) =>
        word == MostWords && words > MostWords * 2 ? words - MostWords : word;

    /// <summary>A feature of a kind, not mixed.</summary>
    public static uint Of(uint kind, uint value) => (kind * 0x9E3779B1u) ^ value;

    /// <summary>One value of two in their order.</summary>
    public static uint Pair(uint a, uint b) => (a * 0x85EBCA6Bu) ^ ((b << 13) | (b >> 19));

    /// <summary>Spreads all features over the whole range.</summary>
    public void Mix()
    {
        var features = _all.AsSpan(0, Count);
        var at = 0;

        for (; at <= features.Length - Vector256<uint>.Count; at += Vector256<uint>.Count)
        {
            var some = features[at..];
            var hash = Vector256.Create<uint>(some);
            hash ^= hash >> 16;
            hash *= 0x7FEB352Du;
            hash ^= hash >> 15;
            hash *= 0x846CA68Bu;
            (hash ^ (hash >> 16)).CopyTo(some);
        }

        foreach (ref var feature in features[at..])
        {
            feature = Mix(feature);
        }
    }

    public static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x7FEB352Du;
        hash ^= hash >> 15;
        hash *= 0x846CA68Bu;
        return hash ^ (hash >> 16);
    }
}
