namespace MiCheckin.Core.Replies.Words;

/// <summary>
/// All phrases of all rules in one tree, matched in one pass. The steps at one word are bounded by the phrases'
/// length and by a budget, so that no text can make it slow.
/// </summary>
internal sealed class Phrases
{
    /// <summary>Steps at one starting word; ordinary text takes a handful.</summary>
    private const int MostSteps = 600;

    private readonly ulong[] _keys;
    private readonly int[] _firstChild;
    private readonly int[] _children;
    private readonly int[][] _any;
    private readonly int[][] _rules;
    private readonly string[] _headings;

    public Phrases(List<PhraseNode> nodes, List<string> headings)
    {
        _headings = [.. headings];
        var reach = nodes.Select((_, i) => Reach(nodes, i)).ToArray();
        _any = [.. reach.Select(r => r.Select(n => nodes[n].Any).Where(n => n > 0).Distinct().ToArray())];
        _rules = [.. reach.Select(r => r.SelectMany(n => nodes[n].Rules).Distinct().ToArray())];
        var edges = new List<(ulong Key, int Child)>();

        for (var i = 0; i < nodes.Count; i++)
        {
            foreach (var (word, child) in reach[i].SelectMany(n => nodes[n].Edges))
            {
                edges.Add((Key(i, word), child));
            }
        }

        edges.Sort();
        var size = 1;
        while (size < edges.Count * 2)
        {
            size *= 2;
        }

        _keys = new ulong[size];
        _firstChild = new int[size];
        _children = Place(edges);
        NodeCount = nodes.Count;
    }

    public int NodeCount { get; }

    public IReadOnlyList<string> Headings => _headings;

    /// <summary>Adds a hit for each phrase found, in the order of where it starts.</summary>
    public void Match(Scratch scratch)
    {
        var tokens = scratch.Tokens;

        for (var at = 0; at < tokens.Length; at++)
        {
            var steps = MostSteps;
            Follow(0, at, at, tokens, scratch, ref steps);
        }
    }

    private void Follow(
        int node,
        int start,
        int at,
        ReadOnlySpan<Token> tokens,
        Scratch scratch,
        ref int steps
    )
    {
        foreach (var rule in _rules[node])
        {
            scratch.Add(new Hit(rule, start, at));
        }

        if (at >= tokens.Length || --steps < 0)
        {
            return;
        }

        FollowWord(node, tokens[at].Word, start, at, tokens, scratch, ref steps);
        FollowWord(node, tokens[at].Literal, start, at, tokens, scratch, ref steps);

        if (_any[node].Length > 0 && !tokens[at].AfterBreak && tokens[at].Kind != TokenKind.Edge)
        {
            foreach (var any in _any[node])
            {
                Follow(any, start, at + 1, tokens, scratch, ref steps);
            }
        }
    }

    private void FollowWord(
        int node,
        int word,
        int start,
        int at,
        ReadOnlySpan<Token> tokens,
        Scratch scratch,
        ref int steps
    )
    {
        var first = word == Lexicon.Unknown ? 0 : _firstChild[Slot(Key(node, word))];

        for (; first > 0 && _children[first] > 0; first++)
        {
            Follow(_children[first], start, at + 1, tokens, scratch, ref steps);
        }
    }

    /// <summary>Everywhere that can be reached from a node without a word, itself first.</summary>
    private static List<int> Reach(List<PhraseNode> nodes, int from)
    {
        var reach = new List<int> { from };

        for (var i = 0; i < reach.Count; i++)
        {
            foreach (var free in nodes[reach[i]].Free)
            {
                if (!reach.Contains(free))
                {
                    reach.Add(free);
                }
            }
        }

        return reach;
    }

    /// <summary>Puts each key in its slot and its children in a row that ends with 0.</summary>
    private int[] Place(List<(ulong Key, int Child)> edges)
    {
        var children = new List<int> { 0 };

        for (var i = 0; i < edges.Count; i++)
        {
            if (i == 0 || edges[i].Key != edges[i - 1].Key)
            {
                children.Add(0);
                var slot = Slot(edges[i].Key);
                _keys[slot] = edges[i].Key;
                _firstChild[slot] = children.Count;
            }

            if (i == 0 || edges[i] != edges[i - 1])
            {
                children.Add(edges[i].Child);
            }
        }

        children.Add(0);
        return [.. children];
    }

    private int Slot(ulong key)
    {
        var mask = (uint)(_keys.Length - 1);
        var at = (uint)((key * 0x9E3779B97F4A7C15UL) >> 40) & mask;

        while (_keys[at] != 0 && _keys[at] != key)
        {
            at = (at + 1) & mask;
        }

        return (int)at;
    }

    /// <summary>Never zero: no word is numbered zero.</summary>
    private static ulong Key(int node, int word) => ((ulong)(uint)node << 20) | (uint)word;
}
