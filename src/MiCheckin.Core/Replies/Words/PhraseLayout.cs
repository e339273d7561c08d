using System.Runtime.InteropServices;

namespace MiCheckin.Core.Replies.Words;

/// <summary>
/// Makes the net of phrases certain and small: all nodes at which one may be at once become one place, so that a word
/// leads to one place at most, and only "any word at all" leads on beside it; places from which the same phrases go on
/// are one. Rows of small numbers are kept as letters of a string.
/// </summary>
internal sealed class PhraseLayout
{
    /// <summary>Ends a row of rules.</summary>
    public const int RowEnd = -1;

    private const int WordShift = 16;

    private readonly ReachedNode[] _nodes;

    /// <summary>The place of some nodes, the least first; that of none is nowhere.</summary>
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal) { [""] = 0 };

    /// <summary>The place from which the same goes on.</summary>
    private readonly Dictionary<string, int> _same = new(StringComparer.Ordinal);

    /// <summary>What must stand ahead for anything to come of a place.</summary>
    private readonly Dictionary<int, WayAhead> _ahead = [];
    private readonly PhraseNet.Writer _net = new();
    private readonly List<int> _rules = [RowEnd];
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal) { [""] = 0 };

    public PhraseLayout(List<PhraseNode> nodes)
    {
        _nodes = [.. nodes.Select((_, i) => new ReachedNode(i, nodes))];

        if (_nodes[0] is not { Rules: [], Any: [] })
        {
            throw new FormatException(
                "A phrase must begin with a word: one begins with * or may be left out."
            );
        }

        Root = DoorsOf(_nodes[0].Edges);
        Net = _net.Written;
    }

    /// <summary>The words that begin a phrase, each followed by the place that it leads to.</summary>
    public int[] Root { get; }

    public PhraseNet Net { get; }

    public int[] Rules => [.. _rules];

    /// <summary>
    /// A word that leads on from it, or from behind as many words of any kind as its gap takes. Where a phrase ends, or
    /// the gap is wider than one looks, it is gone on from in any case.
    /// </summary>
    private WayAhead AheadOf(int[] doors, int any)
    {
        var words = 0UL;

        for (var i = 0; i < doors.Length; i += 2)
        {
            words |= WordsAhead.BitOf(doors[i]);
        }

        return any == 0 ? new WayAhead(words, 1) : new WayAhead(words, 1).OrOneFurther(_ahead[any]);
    }

    /// <summary>What some nodes have, the least first, each once.</summary>
    private uint[] Together(string nodes, Func<ReachedNode, uint[]> part)
    {
        if (nodes.Length == 1)
        {
            return part(_nodes[nodes[0]]);
        }

        var together = new List<uint>();

        foreach (var node in nodes)
        {
            together.AddRange(part(_nodes[node]));
        }

        return ReachedNode.Sorted(together);
    }

    /// <summary>Each word once, with the place of all nodes that it leads to.</summary>
    private int[] DoorsOf(ReadOnlySpan<uint> edges)
    {
        var doors = new List<int>();

        while (!edges.IsEmpty)
        {
            var (word, count) = (edges[0] >> WordShift, 1);

            while (count < edges.Length && edges[count] >> WordShift == word)
            {
                count++;
            }

            doors.AddRange((int)word, PlaceOf(Letters(edges[..count])));
            edges = edges[count..];
        }

        return [.. doors];
    }

    private int PlaceOf(string nodes)
    {
        if (!_known.TryGetValue(nodes, out var place))
        {
            var doors = DoorsOf(Together(nodes, node => node.Edges));
            var rules = RowOf(Letters(Together(nodes, node => node.Rules)));
            var any = PlaceOf(Letters(Together(nodes, node => node.Any)));
            _known[nodes] = place = PlaceOf(doors, rules, any);
        }

        return place;
    }

    private int PlaceOf(int[] doors, int rules, int any)
    {
        var key = new string(MemoryMarshal.Cast<int, char>([rules, any, .. doors]));

        if (!_same.TryGetValue(key, out var place))
        {
            var ahead = AheadOf(doors, any);
            _same[key] = place = _net.Add(new PhrasePlace(ahead.Words, rules, ahead.Reach, any), doors);
            _ahead[place] = rules == 0 ? ahead : WayAhead.InAnyCase;
        }

        return place;
    }

    private int RowOf(string rules)
    {
        if (!_rows.TryGetValue(rules, out var start))
        {
            _rows[rules] = start = _rules.Count;
            _rules.AddRange(rules.Select(rule => (int)rule));
            _rules.Add(RowEnd);
        }

        return start;
    }

    /// <summary>Numbers as the letters of a string; of an edge, the node that it leads to.</summary>
    private static string Letters(ReadOnlySpan<uint> numbers)
    {
        var letters = numbers.Length <= 256 ? stackalloc char[256] : new char[numbers.Length];

        for (var i = 0; i < numbers.Length; i++)
        {
            letters[i] = (char)(ushort)numbers[i];
        }

        return new string(letters[..numbers.Length]);
    }

    /// <summary>Words one of which must stand within so many.</summary>
    private sealed record WayAhead(ulong Words, int Reach)
    {
        public static readonly WayAhead InAnyCase = new(WordsAhead.Always, 1);

        public WayAhead OrOneFurther(WayAhead other) =>
            other == InAnyCase || other.Reach == WordsAhead.Furthest
                ? InAnyCase
                : new WayAhead(Words | other.Words, Math.Max(Reach, other.Reach + 1));
    }

    /// <summary>A node of the net with all that it reaches without a word folded in.</summary>
    private sealed class ReachedNode
    {
        public ReachedNode(int node, List<PhraseNode> nodes)
        {
            var reach = new List<int> { node };

            for (var i = 0; i < reach.Count; i++)
            {
                reach.AddRange(nodes[reach[i]].Free.Where(free => !reach.Contains(free)));
            }

            Edges = Gather(
                reach.SelectMany(n =>
                    nodes[n].Edges.Select(e => ((uint)e.Word << WordShift) | checked((ushort)e.Child))
                )
            );
            Rules = Gather(reach.SelectMany(n => nodes[n].Rules).Select(r => (uint)r));
            Any = Gather(reach.Select(n => (uint)nodes[n].Any).Where(any => any != 0));
        }

        /// <summary>A word and the node that it leads to, each.</summary>
        public uint[] Edges { get; }
        public uint[] Rules { get; }
        public uint[] Any { get; }

        /// <summary>The least first, each once.</summary>
        public static uint[] Sorted(List<uint> numbers)
        {
            var all = CollectionsMarshal.AsSpan(numbers);
            all.Sort();
            var count = 0;

            foreach (var number in all)
            {
                if (count == 0 || all[count - 1] != number)
                {
                    all[count++] = number;
                }
            }

            return all[..count].ToArray();
        }

        private static uint[] Gather(IEnumerable<uint> numbers) => Sorted([.. numbers]);
    }
}
