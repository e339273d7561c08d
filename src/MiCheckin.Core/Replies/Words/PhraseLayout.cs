namespace MiCheckin.Core.Replies.Words;

/// <summary>Lays the net of phrases out flat; what can be reached without a word is reached beforehand.</summary>
internal sealed class PhraseLayout
{
    private readonly List<PhraseNode> _nodes;
    private readonly List<ushort> _words = [];
    private readonly List<int> _to = [];
    private readonly ulong[] _opens;

    /// <summary>Rows of rules and places; the first is never used, so that 0 says "none".</summary>
    private readonly List<int> _rows = [-1];

    public PhraseLayout(List<PhraseNode> nodes)
    {
        _nodes = nodes;
        _opens = new ulong[nodes.Count];
        Places = [.. nodes.Select((_, i) => Place(i, Reach(i)))];
        Ways = [.. _to.Select(Way)];

        if (Places[0] is not { Rules: 0, Any: 0 })
        {
            throw new FormatException("A phrase must begin with a word: one begins with * or may be left out whole.");
        }
    }

    public PhrasePlace[] Places { get; }
    public ushort[] Words => [.. _words];
    public PhraseWay[] Ways { get; }
    public int[] Rows => [.. _rows];

    /// <summary>For each word the first of the root's ways that it opens; the ways are sorted by word.</summary>
    public int[] FromRoot()
    {
        var root = Places[0];
        var from = new int[_words.Max() + 2];

        for (var way = root.First; way < root.First + root.Count; way++)
        {
            from[_words[way] + 1]++;
        }

        for (var word = 1; word < from.Length; word++)
        {
            from[word] += from[word - 1];
        }

        return from;
    }

    private PhraseWay Way(int to) =>
        new(_opens[to], to, Stays: Places[to].Rules != 0 || Places[to].Any != 0);

    private PhrasePlace Place(int node, List<int> reach)
    {
        var first = _words.Count;

        foreach (var (word, child) in reach.SelectMany(n => _nodes[n].Edges).Distinct().Order())
        {
            _opens[node] |= Lexicon.Bit(word);
            _words.Add(checked((ushort)word));
            _to.Add(child);
        }

        var rules = Row(reach.SelectMany(n => _nodes[n].Rules));
        var any = Row(reach.Select(n => _nodes[n].Any).Where(n => n > 0));
        return new PhrasePlace(first, _words.Count - first, rules, any);
    }

    private int Row(IEnumerable<int> values)
    {
        var start = _rows.Count;
        _rows.AddRange(values.Distinct());

        if (_rows.Count == start)
        {
            return 0;
        }

        _rows.Add(-1);
        return start;
    }

    /// <summary>Everywhere that can be reached from a node without a word, itself first.</summary>
    private List<int> Reach(int from)
    {
        var reach = new List<int> { from };

        for (var i = 0; i < reach.Count; i++)
        {
            foreach (var free in _nodes[reach[i]].Free)
            {
                if (!reach.Contains(free))
                {
                    reach.Add(free);
                }
            }
        }

        return reach;
    }
}
