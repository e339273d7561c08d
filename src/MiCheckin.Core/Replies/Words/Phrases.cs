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

    private readonly PhrasePlace[] _places;
    private readonly PhraseWay[] _ways;
    private readonly int[] _rules;

    /// <summary>For each word the first way that it opens at the root; 0 for none.</summary>
    private readonly int[] _atRoot;

    /// <summary>For each place and word that leads on from it, the first way.</summary>
    private readonly DoorTable _onward;
    private readonly string[] _headings;

    public Phrases(List<PhraseNode> nodes, List<string> headings)
    {
        _headings = [.. headings];
        var layout = new PhraseLayout(nodes);
        _ways = layout.Ways();
        _rules = layout.Rules;
        _atRoot = layout.AtRoot();
        _onward = new DoorTable(layout.Doors.Where(d => d.Place != 0), nodes.Count);
        _places = [.. layout.Places.Select((place, i) => place with { Doors = _onward.RowOf(i) })];
    }

    public int NodeCount => _places.Length;

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

    private void Begin(int word, ref Walk walk)
    {
        if ((uint)word < (uint)_atRoot.Length && _atRoot[word] is var way and > 0)
        {
            Take(way, walk.Start + 1, ref walk);
        }
    }

    private void Follow(int node, int at, ref Walk walk)
    {
        ref readonly var place = ref _places[node];

        if (place.Rules != 0)
        {
            Keep(place.Rules, at, ref walk);
        }

        if (at >= walk.Tokens.Length)
        {
            return;
        }

        ref readonly var token = ref walk.Tokens[at];
        FollowWord(in place, token.Word, at, ref walk);

        if (token.Literal != Lexicon.Unknown)
        {
            FollowWord(in place, token.Literal, at, ref walk);
        }

        if (place.Any != 0 && !token.AfterBreak && token.Kind != TokenKind.Edge)
        {
            Take(place.Any, at + 1, ref walk);
        }
    }

    private void FollowWord(in PhrasePlace place, int word, int at, ref Walk walk)
    {
        if (_onward.Find(place.Doors, word) is var way and > 0)
        {
            Take(way, at + 1, ref walk);
        }
    }

    /// <summary>Goes on where a word ahead may lead on or a phrase ends; every way costs a step all the same.</summary>
    private void Take(int first, int at, ref Walk walk)
    {
        var ahead = at * WordsAhead.Row;

        for (var i = first; --walk.Steps >= 0; i++)
        {
            ref readonly var way = ref _ways[i];

            if ((way.Needs & walk.Ahead[ahead + way.Reach]) != 0)
            {
                Follow(way.To, at, ref walk);
            }

            if (way.IsLast)
            {
                return;
            }
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

/// <summary>
/// A place in the net of phrases: the rules that end at it, the first of the ways that any word at all opens, and where
/// those lie that a word opens. Together, since all of it is looked at.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhrasePlace(ushort Rules, ushort Any)
{
    public DoorRow Doors { get; init; }
}

/// <summary>
/// A way to a place, the last or not of those that the same word opens at the same place: gone only where one of the
/// words that it needs stands within its reach (<see cref="WordsAhead"/>).
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhraseWay(ulong Needs, ushort To, byte Reach, bool IsLast);

/// <summary>A place, a word that leads on from it, and the first of the ways there.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Door(int Place, ushort Word, int Way);
