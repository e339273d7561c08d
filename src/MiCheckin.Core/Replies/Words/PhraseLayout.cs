namespace MiCheckin.Core.Replies.Words;

/// <summary>Lays the net of phrases out flat; what can be reached without a word is reached beforehand.</summary>
internal sealed class PhraseLayout
{
    /// <summary>Ends a row of rules or of places.</summary>
    public const int RowEnd = -1;

    private readonly List<PhraseNode> _nodes;
    private readonly ulong[] _opens;

    /// <summary>The first row and the first way are never used, so that 0 says "none".</summary>
    private readonly List<int> _rows = [RowEnd];
    private readonly List<(int To, bool IsLast)> _ways = [default];

    /// <summary>The first of the ways to the same places: the places of a gap lead on alike, and share them.</summary>
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    public PhraseLayout(List<PhraseNode> nodes)
    {
        _nodes = nodes;
        _opens = new ulong[nodes.Count];
        Places = [.. nodes.Select((_, i) => Place(i, Reach(i)))];
        Ways = [.. _ways.Select(way => Way(way.To, way.IsLast))];

        if (Stays(0))
        {
            throw new FormatException(
                "A phrase must begin with a word: one begins with * or may be left out."
            );
        }
    }

    public PhrasePlace[] Places { get; }

    /// <summary>What is told of each way (<see cref="PhraseWay"/>).</summary>
    public ulong[] Ways { get; }

    /// <summary>Where each way leads.</summary>
    public ushort[] To => [.. _ways.Select(way => checked((ushort)way.To))];
    public List<Door> Doors { get; } = [];
    public int[] Rows => [.. _rows];

    /// <summary>For each word the first of the ways that it opens at the root: so many that they have a table.</summary>
    public int[] AtRoot()
    {
        var atRoot = new int[Doors.Max(d => d.Word) + 1];

        foreach (var door in Doors.Where(d => d.Place == 0))
        {
            atRoot[door.Word] = door.Way;
        }

        return atRoot;
    }

    private ulong Way(int to, bool isLast) =>
        _opens[to] | (Stays(to) ? PhraseWay.Stays : 0) | (isLast ? PhraseWay.IsLast : 0);

    private bool Stays(int place) => Places[place] is not { Rules: 0, Any: 0 };

    private PhrasePlace Place(int place, List<int> reach)
    {
        foreach (var word in reach.SelectMany(n => _nodes[n].Edges).GroupBy(e => e.Word, e => e.Child))
        {
            var children = word.Distinct().Order().ToArray();
            _opens[place] |= PhraseWay.Bit(word.Key);
            Doors.Add(new Door(place, checked((ushort)word.Key), WaysTo(children)));
        }

        return new PhrasePlace(
            Row(reach.SelectMany(n => _nodes[n].Rules)),
            Row(reach.Select(n => _nodes[n].Any).Where(n => n > 0))
        );
    }

    private int WaysTo(int[] children)
    {
        var key = string.Join(' ', children);

        if (!_known.TryGetValue(key, out var first))
        {
            _known[key] = first = _ways.Count;
            _ways.AddRange(children.Select((child, i) => (child, i == children.Length - 1)));
        }

        return first;
    }

    private int Row(IEnumerable<int> values)
    {
        var start = _rows.Count;
        _rows.AddRange(values.Distinct());

        if (_rows.Count == start)
        {
            return 0;
        }

        _rows.Add(RowEnd);
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
