using System.Runtime.InteropServices;

namespace MiCheckin.Core.Replies.Words;

/// <summary>
/// All phrases of all rules in one net, matched in one pass. The steps at one word are bounded by the phrases'
/// length and by a budget, so that no text can make it slow. Laid out flat: most steps end at a look at one place.
/// </summary>
internal sealed class Phrases
{
    /// <summary>Steps at one starting word; ordinary text takes a handful.</summary>
    private const int MostSteps = 600;

    /// <summary>Ends a row of rules or of places.</summary>
    private const int RowEnd = -1;

    private readonly PhrasePlace[] _places;
    private readonly ushort[] _words;
    private readonly PhraseWay[] _ways;
    private readonly int[] _rows;

    /// <summary>For each word the first of the root's ways that it opens, and behind the last word the end.</summary>
    private readonly int[] _fromRoot;

    private readonly string[] _headings;

    public Phrases(List<PhraseNode> nodes, List<string> headings)
    {
        _headings = [.. headings];
        var layout = new PhraseLayout(nodes);
        _places = layout.Places;
        _words = layout.Words;
        _ways = layout.Ways;
        _rows = layout.Rows;
        _fromRoot = layout.FromRoot();
    }

    public int NodeCount => _places.Length;

    public IReadOnlyList<string> Headings => _headings;

    /// <summary>Adds a hit for each phrase found, in the order of where it starts; how many steps it took.</summary>
    public int Match(Scratch scratch)
    {
        var tokens = scratch.Tokens;
        var taken = 0;

        for (var at = 0; at < tokens.Length; at++)
        {
            var walk = new Walk
            {
                Tokens = tokens,
                Scratch = scratch,
                Start = at,
                Steps = MostSteps - 1,
            };
            Begin(tokens[at].Word, ref walk);
            Begin(tokens[at].Literal, ref walk);
            taken += MostSteps - Math.Max(walk.Steps, 0);
        }

        return taken;
    }

    /// <summary>The root opens many ways, so it is looked up by the word itself.</summary>
    private void Begin(int word, ref Walk walk)
    {
        if ((uint)word < (uint)(_fromRoot.Length - 1))
        {
            var (first, end) = (_fromRoot[word], _fromRoot[word + 1]);

            if (first < end)
            {
                Take(_ways.AsSpan(first, end - first), walk.Start + 1, ref walk);
            }
        }
    }

    private void Follow(int node, int at, ref Walk walk)
    {
        ref readonly var place = ref _places[node];

        if (place.Rules != 0)
        {
            Keep(place.Rules, at, walk);
        }

        if (at >= walk.Tokens.Length || --walk.Steps < 0)
        {
            return;
        }

        ref readonly var token = ref walk.Tokens[at];
        FollowWord(place, token.Word, at, ref walk);

        if (token.Literal != Lexicon.Unknown)
        {
            FollowWord(place, token.Literal, at, ref walk);
        }

        if (place.Any != 0 && !token.AfterBreak && token.Kind != TokenKind.Edge)
        {
            for (var row = place.Any; _rows[row] != RowEnd; row++)
            {
                Follow(_rows[row], at + 1, ref walk);
            }
        }
    }

    private void FollowWord(in PhrasePlace place, int word, int at, ref Walk walk)
    {
        var words = _words.AsSpan(place.First, place.Count);
        var first = words.IndexOf((ushort)word);

        if (first >= 0)
        {
            var end = first + 1;
            while (end < words.Length && words[end] == word)
            {
                end++;
            }

            Take(_ways.AsSpan(place.First + first, end - first), at + 1, ref walk);
        }
    }

    /// <summary>Goes on where the next word may lead on or a phrase ends; every way costs a step all the same.</summary>
    private void Take(ReadOnlySpan<PhraseWay> ways, int at, ref Walk walk)
    {
        var (next, step) = at < walk.Tokens.Length ? (walk.Tokens[at].Opens, 1) : (0UL, 0);

        foreach (ref readonly var way in ways)
        {
            if (way.Stays || (way.Opens & next) != 0)
            {
                Follow(way.To, at, ref walk);
            }
            else
            {
                walk.Steps -= step;
            }
        }
    }

    private void Keep(int row, int to, in Walk walk)
    {
        for (; _rows[row] != RowEnd; row++)
        {
            walk.Scratch.Add(new Hit(_rows[row], walk.Start, to));
        }
    }

    /// <summary>The way taken from one starting word.</summary>
    private ref struct Walk
    {
        public ReadOnlySpan<Token> Tokens;
        public Scratch Scratch;
        public int Start;
        public int Steps;
    }
}

/// <summary>A place in the net of phrases: the words and ways on from it, the rules that end at it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhrasePlace(int First, int Count, int Rules, int Any);

/// <summary>
/// A way to a place: whether anything happens there whatever the next word is, and a bit for each word that leads on.
/// Words share bits, so that a bit only says "perhaps"; most ways end at this look.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhraseWay(ulong Opens, int To, bool Stays);
