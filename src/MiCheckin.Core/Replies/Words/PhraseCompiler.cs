namespace MiCheckin.Core.Replies.Words;

/// <summary>
/// Builds the tree of phrases: words in a row; (a|b c) for one of several; [x] for what may be left out; * or *N for
/// up to N words of any kind; &lt;name&gt; for a list; ^ and $ for the text's ends; # for a number in digits.
/// </summary>
internal sealed class PhraseCompiler(RuleBook book, Lexicon lexicon)
{
    private readonly List<Node> _nodes = [new Node()];
    private readonly Dictionary<(int, string), int> _children = [];
    private readonly List<string> _headings = [];
    private string _phrase = "";
    private int _at;

    public Phrases Compile()
    {
        foreach (var line in book.Phrases)
        {
            var rule = _headings.IndexOf(line.Heading);

            if (rule < 0)
            {
                rule = _headings.Count;
                _headings.Add(line.Heading);
            }

            foreach (var end in Whole(line.Phrase, [0]))
            {
                if (end == 0)
                {
                    throw new FormatException($"A phrase that matches nothing at all: {line.Phrase}");
                }

                if (!_nodes[end].Rules.Contains(rule))
                {
                    _nodes[end].Rules.Add(rule);
                }
            }
        }

        return new Phrases(_nodes, _headings);
    }

    private HashSet<int> Whole(string phrase, HashSet<int> from)
    {
        (var outer, var outerAt) = (_phrase, _at);
        (_phrase, _at) = (phrase, 0);
        var ends = Sequence(from, "");

        if (_at < phrase.Length)
        {
            throw new FormatException($"A phrase that cannot be read at {_at}: {phrase}");
        }

        (_phrase, _at) = (outer, outerAt);
        return ends;
    }

    private HashSet<int> Sequence(HashSet<int> from, string until)
    {
        while (true)
        {
            while (_at < _phrase.Length && _phrase[_at] == ' ')
            {
                _at++;
            }

            if (_at == _phrase.Length || until.Contains(_phrase[_at], StringComparison.Ordinal))
            {
                return from;
            }

            from = Element(from);
        }
    }

    private HashSet<int> Element(HashSet<int> from)
    {
        var start = _at;

        switch (_phrase[_at++])
        {
            case '(':
                return Group(from, ')');
            case '[':
                return [.. from, .. Group(from, ']')];
            case '*':
                return Gap(from);
            case '<':
                var end = _phrase.IndexOf('>', start);
                _at = end + 1;
                var name = _phrase[(start + 1)..end];
                return book.Lists.TryGetValue(name, out var words)
                    ? Alternatives(words, from)
                    : throw new FormatException($"No list is called {name}: {_phrase}");
            default:
                while (_at < _phrase.Length && !" ()[]<>|*".Contains(_phrase[_at], StringComparison.Ordinal))
                {
                    _at++;
                }

                return [.. from.Select(node => Child(node, _phrase[start.._at]))];
        }
    }

    /// <summary>The inside of brackets, cut out whole and compiled as a list of alternatives.</summary>
    private HashSet<int> Group(HashSet<int> from, char close)
    {
        var (start, depth) = (_at, 1);

        while (depth > 0)
        {
            var c = _phrase[_at++];
            depth +=
                c is '(' or '[' ? 1
                : c is ')' or ']' ? -1
                : 0;
        }

        return _phrase[_at - 1] == close
            ? Alternatives(_phrase[start..(_at - 1)], from)
            : throw new FormatException($"Brackets do not match: {_phrase}");
    }

    private HashSet<int> Alternatives(string inside, HashSet<int> from)
    {
        var ends = new HashSet<int>();
        var single = new List<string>();

        foreach (var alternative in Flat(inside))
        {
            if (alternative.AsSpan().IndexOfAny(" ([<*") < 0)
            {
                single.Add(alternative);
            }
            else
            {
                ends.UnionWith(Whole(alternative, from));
            }
        }

        if (single.Count > 0)
        {
            single.Sort(StringComparer.Ordinal);
            ends.UnionWith(from.Select(node => Child(node, string.Join('|', single))));
        }

        return ends;
    }

    /// <summary>Alternatives at the top level of <paramref name="inside"/>, with whole lists opened.</summary>
    private IEnumerable<string> Flat(string inside)
    {
        var (start, depth) = (0, 0);

        for (var i = 0; i <= inside.Length; i++)
        {
            var c = i < inside.Length ? inside[i] : '|';
            depth +=
                c is '(' or '[' ? 1
                : c is ')' or ']' ? -1
                : 0;

            if (c != '|' || depth > 0)
            {
                continue;
            }

            var one = inside[start..i].Trim();
            start = i + 1;

            if (
                one.Length > 2
                && one[0] == '<'
                && one.IndexOf('>', StringComparison.Ordinal) == one.Length - 1
            )
            {
                foreach (var inner in Flat(book.Lists[one[1..^1]]))
                {
                    yield return inner;
                }
            }
            else if (one.Length > 0)
            {
                yield return one;
            }
        }
    }

    private HashSet<int> Gap(HashSet<int> from)
    {
        var most = _at < _phrase.Length && char.IsAsciiDigit(_phrase[_at]) ? _phrase[_at++] - '0' : 1;
        var (ends, last) = (new HashSet<int>(from), from);

        for (var i = 0; i < most; i++)
        {
            last = [.. last.Select(node => Child(node, "*"))];
            ends.UnionWith(last);
        }

        return ends;
    }

    private int Child(int node, string words)
    {
        if (!_children.TryGetValue((node, words), out var child))
        {
            child = _nodes.Count;
            _children.Add((node, words), child);
            _nodes.Add(new Node());

            if (words is "*")
            {
                _nodes[node].Any = child;
            }
            else
            {
                AddEdges(_nodes[node], words, child);
            }
        }

        return child;
    }

    private void AddEdges(Node node, string words, int child)
    {
        foreach (var word in words.Split('|').Distinct(StringComparer.Ordinal))
        {
            var id = word switch
            {
                "^" => Lexicon.Begin,
                "$" => Lexicon.End,
                "#" => Lexicon.Digits,
                _ => lexicon.Intern(word),
            };
            node.Edges.Add((id, child));
        }
    }

    /// <summary>A place in the tree while it is built.</summary>
    internal sealed class Node
    {
        public List<(int Word, int Child)> Edges { get; } = [];
        public List<int> Rules { get; } = [];
        public int Any { get; set; }
    }
}
