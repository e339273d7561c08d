namespace MiCheckin.Core.Replies.Words;

/// <summary>
/// Builds the net of phrases: words in a row; (a|b c) for one of several; [x] for what may be left out; * or *N for
/// up to N words of any kind; &lt;name&gt; for a list; ^ and $ for the text's ends; # for a number in digits. Phrases
/// that begin alike share their beginning; the ways through a bracket meet again behind it.
/// </summary>
internal sealed class PhraseCompiler(RuleBook book, Lexicon lexicon)
{
    private readonly List<PhraseNode> _nodes = [new PhraseNode()];
    private readonly Dictionary<(int, string), int> _next = [];
    private readonly Dictionary<string, int> _headings = new(StringComparer.Ordinal);
    private string _phrase = "";
    private int _at;

    public Phrases Compile()
    {
        foreach (var line in book.Phrases)
        {
            _headings.TryAdd(line.Heading, _headings.Count);
            var end = Whole(line.Phrase, 0);
            _nodes[end].Rules.Add(_headings[line.Heading]);
        }

        return new Phrases(_nodes, [.. _headings.OrderBy(h => h.Value).Select(h => h.Key)]);
    }

    private int Whole(string phrase, int from)
    {
        var (outer, outerAt) = (_phrase, _at);
        (_phrase, _at) = (phrase, 0);

        while (_at < _phrase.Length)
        {
            from = _phrase[_at] == ' ' ? Skip(from) : Element(from);
        }

        (_phrase, _at) = (outer, outerAt);
        return from;
    }

    private int Skip(int from)
    {
        _at++;
        return from;
    }

    private int Element(int from)
    {
        var start = _at++;

        switch (_phrase[start])
        {
            case '(':
                return Alternatives(Inside(')'), from, isOptional: false);
            case '[':
                return Alternatives(Inside(']'), from, isOptional: true);
            case '*':
                return Gap(from);
            case '<':
                return Alternatives(List(start), from, isOptional: false);
            default:
                while (_at < _phrase.Length && !" ()[]<>|*".Contains(_phrase[_at], StringComparison.Ordinal))
                {
                    _at++;
                }

                return _at > start + 1 || !")]>|".Contains(_phrase[start], StringComparison.Ordinal)
                    ? Word(from, _phrase[start.._at])
                    : throw new FormatException($"Brackets do not match: {_phrase}");
        }
    }

    private string List(int start)
    {
        var end = _phrase.IndexOf('>', start);
        var name = end < 0 ? _phrase : _phrase[(start + 1)..end];
        _at = end + 1;
        return book.Lists.TryGetValue(name, out var words)
            ? words
            : throw new FormatException($"No list is called {name}: {_phrase}");
    }

    /// <summary>What stands between here and the bracket that closes, which is stepped over.</summary>
    private string Inside(char close)
    {
        var (start, depth) = (_at, 1);

        while (depth > 0 && _at < _phrase.Length)
        {
            var c = _phrase[_at++];
            depth +=
                c is '(' or '[' ? 1
                : c is ')' or ']' ? -1
                : 0;
        }

        return depth == 0 && _phrase[_at - 1] == close
            ? _phrase[start..(_at - 1)]
            : throw new FormatException($"Brackets do not match: {_phrase}");
    }

    private int Alternatives(string inside, int from, bool isOptional)
    {
        var key = (from, isOptional ? $"[{inside}" : $"({inside}");

        if (_next.TryGetValue(key, out var join))
        {
            return join;
        }

        join = Add(key);

        if (isOptional)
        {
            _nodes[from].Free.Add(join);
        }

        foreach (var alternative in Split(inside))
        {
            if (alternative.AsSpan().IndexOfAny(" ([<*") < 0)
            {
                _nodes[from].Edges.Add((Id(alternative), join));
            }
            else
            {
                _nodes[Whole(alternative, from)].Free.Add(join);
            }
        }

        return join;
    }

    /// <summary>Alternatives at the top level of <paramref name="inside"/>.</summary>
    private static IEnumerable<string> Split(string inside)
    {
        var (start, depth) = (0, 0);

        for (var i = 0; i <= inside.Length; i++)
        {
            var c = i < inside.Length ? inside[i] : '|';
            depth +=
                c is '(' or '[' ? 1
                : c is ')' or ']' ? -1
                : 0;

            if (c == '|' && depth == 0)
            {
                if (inside[start..i].Trim() is { Length: > 0 } one)
                {
                    yield return one;
                }

                start = i + 1;
            }
        }
    }

    private int Gap(int from)
    {
        var most = _at < _phrase.Length && char.IsAsciiDigit(_phrase[_at]) ? _phrase[_at++] - '0' : 1;
        var key = (from, $"*{most}");

        if (_next.TryGetValue(key, out var join))
        {
            return join;
        }

        join = Add(key);
        _nodes[from].Free.Add(join);

        for (var i = 1; i <= most; i++)
        {
            from = Any(from);
            _nodes[from].Free.Add(join);
        }

        return join;
    }

    private int Any(int from)
    {
        if (_nodes[from].Any == 0)
        {
            _nodes[from].Any = Add((from, "any"));
        }

        return _nodes[from].Any;
    }

    private int Word(int from, string word)
    {
        if (!_next.TryGetValue((from, word), out var next))
        {
            next = Add((from, word));
            _nodes[from].Edges.Add((Id(word), next));
        }

        return next;
    }

    private int Add((int, string) key)
    {
        _next[key] = _nodes.Count;
        _nodes.Add(new PhraseNode());
        return _nodes.Count - 1;
    }

    private int Id(string word) =>
        word switch
        {
            "^" => Lexicon.Begin,
            "$" => Lexicon.End,
            "#" => Lexicon.Digits,
            _ => lexicon.Intern(word),
        };
}

/// <summary>A place in the net of phrases while it is built.</summary>
internal sealed class PhraseNode
{
    /// <summary>Where a word leads.</summary>
    public List<(int Word, int Child)> Edges { get; } = [];

    /// <summary>Where one may go without a word.</summary>
    public List<int> Free { get; } = [];

    /// <summary>The rules whose phrase ends here.</summary>
    public List<int> Rules { get; } = [];

    /// <summary>Where any word at all leads; 0 for nowhere.</summary>
    public int Any { get; set; }
}
