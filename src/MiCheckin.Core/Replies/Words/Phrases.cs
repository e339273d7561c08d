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
    private readonly int[] _any;
    private readonly int[][] _rules;
    private readonly string[] _headings;

    public Phrases(List<PhraseCompiler.Node> nodes, List<string> headings)
    {
        _headings = [.. headings];
        _any = [.. nodes.Select(n => n.Any)];
        _rules = [.. nodes.Select(n => n.Rules.ToArray())];
        var groups = nodes
            .SelectMany((n, i) => n.Edges.Select(e => (Key: Key(i, e.Word), e.Child)))
            .GroupBy(e => e.Key)
            .ToList();
        var size = 1;
        while (size < groups.Count * 2)
        {
            size *= 2;
        }

        _keys = new ulong[size];
        _firstChild = new int[size];
        var children = new List<int> { 0 };

        foreach (var group in groups)
        {
            var slot = Slot(group.Key);
            _keys[slot] = group.Key;
            _firstChild[slot] = children.Count;
            children.AddRange(group.Select(e => e.Child));
            children.Add(0);
        }

        _children = [.. children];
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

        if (_any[node] > 0 && !tokens[at].AfterBreak && tokens[at].Kind != TokenKind.Edge)
        {
            Follow(_any[node], start, at + 1, tokens, scratch, ref steps);
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
