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
    private readonly ulong[] _ways;
    private readonly ushort[] _to;
    private readonly int[] _rows;

    /// <summary>For each word the first way that it opens at the root; 0 for none.</summary>
    private readonly int[] _atRoot;

    /// <summary>For each place and word that leads on from it, the first way.</summary>
    private readonly DoorTable _onward;
    private readonly string[] _headings;

    public Phrases(List<PhraseNode> nodes, List<string> headings)
    {
        _headings = [.. headings];
        var layout = new PhraseLayout(nodes);
        _places = layout.Places;
        _ways = layout.Ways;
        _to = layout.To;
        _rows = layout.Rows;
        _atRoot = layout.AtRoot();
        _onward = new DoorTable(layout.Doors.Where(d => d.Place != 0), _places.Length);
    }

    public int NodeCount => _places.Length;

    public IReadOnlyList<string> Headings => _headings;

    /// <summary>Adds a hit for each phrase found, in the order of where it starts; how many steps it took.</summary>
    public int Match(Scratch scratch)
    {
        var walk = new Walk { Tokens = scratch.Tokens, Scratch = scratch };
        var taken = 0;

        for (var at = 0; at < walk.Tokens.Length; at++)
        {
            (walk.Start, walk.Steps) = (at, MostSteps - 1);
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

        if (at >= walk.Tokens.Length || --walk.Steps < 0)
        {
            return;
        }

        ref readonly var token = ref walk.Tokens[at];
        FollowWord(node, token.Word, at, ref walk);

        if (token.Literal != Lexicon.Unknown)
        {
            FollowWord(node, token.Literal, at, ref walk);
        }

        if (place.Any != 0 && !token.AfterBreak && token.Kind != TokenKind.Edge)
        {
            for (var row = place.Any; _rows[row] != PhraseLayout.RowEnd; row++)
            {
                Follow(_rows[row], at + 1, ref walk);
            }
        }
    }

    private void FollowWord(int node, int word, int at, ref Walk walk)
    {
        if (_onward.Find(node, word) is var way and > 0)
        {
            Take(way, at + 1, ref walk);
        }
    }

    /// <summary>Goes on where the next word may lead on or a phrase ends; every way costs a step all the same.</summary>
    private void Take(int first, int at, ref Walk walk)
    {
        var (next, step) = at < walk.Tokens.Length ? (walk.Tokens[at].Opens, 1) : (0UL, 0);
        next |= PhraseWay.Stays;

        for (var i = first; ; i++)
        {
            var way = _ways[i];

            if ((way & next) != 0)
            {
                Follow(_to[i], at, ref walk);
            }
            else
            {
                walk.Steps -= step;
            }

            if ((way & PhraseWay.IsLast) != 0)
            {
                return;
            }
        }
    }

    private void Keep(int row, int to, ref Walk walk)
    {
        for (; _rows[row] != PhraseLayout.RowEnd; row++)
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

/// <summary>A place in the net of phrases: the rules that end at it, and where any word at all leads.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhrasePlace(int Rules, int Any);

/// <summary>
/// What is told of a way to a place in one number: a bit for each word that leads on from there, and two signs. Words
/// share bits, so that a bit only says "perhaps"; most ways end at this look.
/// </summary>
internal static class PhraseWay
{
    /// <summary>Something happens there whatever the next word is.</summary>
    public const ulong Stays = 1UL << 63;

    /// <summary>The last way that the same word opens at the same place.</summary>
    public const ulong IsLast = 1UL << 62;

    /// <summary>A word's bit; none for an unknown word.</summary>
    public static ulong Bit(int word) => word == Lexicon.Unknown ? 0 : 1UL << Math.Min(word & 63, 61);
}

/// <summary>A place, a word that leads on from it, and the first of the ways there.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Door(int Place, ushort Word, int Way);
