namespace MiCheckin.Core.Replies.Words;

/// <summary>
/// All phrases of all rules in one net, matched in one pass. A word leads from a place to one other at most; only gaps
/// branch, and a budget bounds them, so that no text can make it slow.
/// </summary>
internal sealed class Phrases
{
    /// <summary>Steps at one starting word; ordinary text takes a handful.</summary>
    private const int MostSteps = 600;

    private readonly PhraseNet _net;
    private readonly int[] _rules;

    /// <summary>For each word the place that it leads to at the start of a phrase; 0 for none.</summary>
    private readonly int[] _atRoot;
    private readonly string[] _headings;

    public Phrases(List<PhraseNode> nodes, List<string> headings)
    {
        _headings = [.. headings];
        var layout = new PhraseLayout(nodes);
        (_net, _rules) = (layout.Net, layout.Rules);
        _atRoot = new int[layout.Root[^2] + 1];

        for (var i = 0; i < layout.Root.Length; i += 2)
        {
            _atRoot[layout.Root[i]] = layout.Root[i + 1];
        }
    }

    /// <summary>What each rule finds, by the number in <see cref="Hit.Rule"/>.</summary>
    public IReadOnlyList<string> Headings => _headings;

    /// <summary>Adds a hit for each phrase found, in the order of where it starts; how many steps it took.</summary>
    public int Match(Scratch scratch)
    {
        var walk = new Walk
        {
            Tokens = scratch.Tokens,
            Ahead = WordsAhead.Look(scratch),
            Scratch = scratch,
        };
        var taken = 0;

        for (var at = 0; at < walk.Tokens.Length; at++)
        {
            (walk.Start, walk.Steps) = (at, MostSteps);
            Begin(walk.Tokens[at].Word, ref walk);
            Begin(walk.Tokens[at].Literal, ref walk);
            taken += MostSteps - Math.Max(walk.Steps, 0);
        }

        return taken;
    }

    private int AtRoot(int word) => (uint)word < (uint)_atRoot.Length ? _atRoot[word] : 0;

    private void Begin(int word, ref Walk walk)
    {
        if (AtRoot(word) is var place and > 0)
        {
            Follow(place, walk.Start + 1, ref walk);
        }
    }

    /// <summary>Goes on from a place only where a word ahead may lead on from it.</summary>
    private void Follow(int at, int next, ref Walk walk)
    {
        var place = _net.At(at);

        if (place.Rules != 0)
        {
            Keep(place.Rules, next, ref walk);
        }

        if (--walk.Steps < 0 || (place.Needs & walk.Ahead[(next * WordsAhead.Row) + place.Reach]) == 0)
        {
            return;
        }

        GoOn(at, place.Any, next, ref walk);
    }

    private void GoOn(int place, int any, int next, ref Walk walk)
    {
        if (next >= walk.Tokens.Length)
        {
            return;
        }

        ref readonly var token = ref walk.Tokens[next];

        if (_net.Find(place, token.Word) is var to and > 0)
        {
            Follow(to, next + 1, ref walk);
        }

        if (token.Literal != Lexicon.Unknown && _net.Find(place, token.Literal) is var digits and > 0)
        {
            Follow(digits, next + 1, ref walk);
        }

        // The first word of a text begins a sentence too; nothing stands before it that a gap must not cross.
        if (any != 0 && (!token.AfterBreak || next == 1) && token.Kind != TokenKind.Edge)
        {
            Follow(any, next + 1, ref walk);
        }
    }

    private void Keep(int row, int to, ref Walk walk)
    {
        for (; _rules[row] != PhraseLayout.RowEnd; row++)
        {
            walk.Scratch.Add(new Hit(_rules[row], walk.Start, to));
        }
    }

    /// <summary>The way taken from one starting word.</summary>
    private ref struct Walk
    {
        public ReadOnlySpan<Token> Tokens;
        public ReadOnlySpan<ulong> Ahead;
        public Scratch Scratch;
        public int Start;
        public int Steps;
    }
}
