namespace MiCheckin.Core.Replies.Words;

/// <summary>Lays the net of phrases out flat; what can be reached without a word is reached beforehand.</summary>
internal sealed class PhraseLayout
{
    /// <summary>Ends a row of rules.</summary>
    public const int RowEnd = -1;

    private readonly List<PhraseNode> _nodes;
    private readonly Ahead?[] _ahead;

    /// <summary>The words that lead on from each place.</summary>
    private readonly ulong[] _opens;

    /// <summary>The first row and the first way are never used, so that 0 says "none".</summary>
    private readonly List<int> _rules = [RowEnd];
    private readonly List<(int To, bool IsLast)> _ways = [default];

    /// <summary>The first of the ways to the same places: the places of a gap lead on alike, and share them.</summary>
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    public PhraseLayout(List<PhraseNode> nodes)
    {
        _nodes = nodes;
        _opens = new ulong[nodes.Count];
        _ahead = new Ahead?[nodes.Count];
        Places = [.. nodes.Select((_, i) => Place(i, Reach(i)))];

        if (Places[0] is not { Rules: 0, Any: 0 })
        {
            throw new FormatException(
                "A phrase must begin with a word: one begins with * or may be left out."
            );
        }
    }

    public PhrasePlace[] Places { get; }

    public List<Door> Doors { get; } = [];

    public int[] Rules => [.. _rules];

    /// <summary>The ways, the first of them never used.</summary>
    public PhraseWay[] Ways() => [.. _ways.Select(way => Way(way.To, way.IsLast))];

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

    private PhraseWay Way(int to, bool isLast)
    {
        var ahead = AheadOf(to);
        return new PhraseWay(ahead.Words, checked((ushort)to), (byte)ahead.Reach, isLast);
    }

    /// <summary>
    /// What must stand ahead for anything to come of a place: a word that leads on from it, or from behind as many words
    /// of any kind as its gap takes. Where a phrase ends, or the gap is wider than one looks, it is gone to in any case.
    /// </summary>
    private Ahead AheadOf(int place)
    {
        if (_ahead[place] is { } known)
        {
            return known;
        }

        var ahead = Places[place].Rules != 0 ? Ahead.InAnyCase : new Ahead(_opens[place], 1);

        for (int way = Places[place].Any; way != 0; way = _ways[way].IsLast ? 0 : way + 1)
        {
            ahead = ahead.OrOneFurther(AheadOf(_ways[way].To));
        }

        _ahead[place] = ahead;
        return ahead;
    }

    private PhrasePlace Place(int place, List<int> reach)
    {
        foreach (var word in reach.SelectMany(n => _nodes[n].Edges).GroupBy(e => e.Word, e => e.Child))
        {
            _opens[place] |= WordsAhead.BitOf(word.Key);
            Doors.Add(new Door(place, checked((ushort)word.Key), WaysTo([.. word])));
        }

        return new PhrasePlace(
            checked((ushort)RulesRow(reach.SelectMany(n => _nodes[n].Rules))),
            checked((ushort)WaysTo([.. reach.Select(n => _nodes[n].Any).Where(n => n > 0)]))
        );
    }

    private int WaysTo(int[] places)
    {
        int[] children = [.. places.Distinct().Order()];

        if (children.Length == 0)
        {
            return 0;
        }

        var key = string.Join(' ', children);

        if (!_known.TryGetValue(key, out var first))
        {
            _known[key] = first = _ways.Count;
            _ways.AddRange(children.Select((child, i) => (child, i == children.Length - 1)));
        }

        return first;
    }

    private int RulesRow(IEnumerable<int> rules)
    {
        var start = _rules.Count;
        _rules.AddRange(rules.Distinct());

        if (_rules.Count == start)
        {
            return 0;
        }

        _rules.Add(RowEnd);
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

    /// <summary>Words one of which must stand within so many; 0 where none is needed.</summary>
    private sealed record Ahead(ulong Words, int Reach)
    {
        public static readonly Ahead InAnyCase = new(ulong.MaxValue, 0);

        public Ahead OrOneFurther(Ahead other) =>
            Reach == 0 || other.Reach is 0 or WordsAhead.Furthest
                ? InAnyCase
                : new Ahead(Words | other.Words, Math.Max(Reach, other.Reach + 1));
    }
}
