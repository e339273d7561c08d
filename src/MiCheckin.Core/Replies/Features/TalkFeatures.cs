using System.Runtime.InteropServices;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies.Features;

/// <summary>What the models see of a reply, as hashed features in groups, each a file of its own.</summary>
internal sealed class TalkFeatures
{
    [ThreadStatic]
    private static TalkFeatures? _mine;

    private readonly FeatureList _all = new();
    private readonly FeatureList _marks = new();
    private readonly List<uint> _singles = [];
    private readonly List<uint> _letters = [];
    private TalkWords _words = Language.Known.Talk;
    private bool _isByWord;
    private int _wordEnd;
    private int _kinEnd;
    private int _signEnd;
    private int _kinMarksEnd;

    /// <summary>This thread's own.</summary>
    public static TalkFeatures Mine => _mine ??= new TalkFeatures();

    /// <summary>Two words in a row, or over one between.</summary>
    public ReadOnlySpan<uint> Pairs => _all.Between(0, _wordEnd);
    public ReadOnlySpan<uint> Kin => _all.Between(_wordEnd, _kinEnd);

    /// <summary>The classes of kindred words against the prompt.</summary>
    public ReadOnlySpan<uint> KinMarks => _marks.Between(0, _kinMarksEnd);
    public ReadOnlySpan<uint> Signs => _all.Between(_kinEnd, _signEnd);
    public ReadOnlySpan<uint> Shape => _all.Between(_signEnd, _all.Count);

    /// <summary>The shape against the prompt.</summary>
    public ReadOnlySpan<uint> ShapeMarks => _marks.Between(_kinMarksEnd, _marks.Count);

    /// <summary>The words, one by one; a model that adds them up beforehand does not ask.</summary>
    public ReadOnlySpan<uint> Singles => ByWord(_singles);

    /// <summary>So many are the <see cref="Singles"/>.</summary>
    public int SingleCount { get; private set; }

    /// <summary>The letters of the words, one by one; nor for these.</summary>
    public ReadOnlySpan<uint> Letters => ByWord(_letters);

    /// <summary>Where the words of the reply stand.</summary>
    public Scratch Scratch { get; private set; } = Scratch.Mine;

    /// <summary>Whether a short reply says 1 yes, 2 no, 3 maybe; 0 for none of them, 9 for a longer one.</summary>
    public uint BareReply { get; private set; }

    public void Take(Scratch scratch, Meaning[] meanings, PromptView prompt, Language language)
    {
        (Scratch, _words, _isByWord) = (scratch, language.Talk, false);
        _all.Clear();
        _marks.Clear();
        SingleCount = WordFeatures.Take(_all, scratch.Tokens, language.Talk);
        _wordEnd = _all.Count;
        KinFeatures.Take(_all, _marks, scratch.Tokens, prompt, language.Talk);
        (_kinEnd, _kinMarksEnd) = (_all.Count, _marks.Count);
        SignFeatures.Take(_all, scratch.Tokens, language.Talk);
        _signEnd = _all.Count;
        BareReply = ShapeFeatures.Take(_all, _marks, scratch, meanings, prompt);
        _all.Mix();
    }

    private ReadOnlySpan<uint> ByWord(List<uint> which)
    {
        if (!_isByWord)
        {
            _singles.Clear();
            _letters.Clear();
            WordFeatures.TakeSingles(_singles, Scratch.Tokens, _words);
            LetterFeatures.Take(_letters, Scratch);
            _isByWord = true;
        }

        return CollectionsMarshal.AsSpan(which);
    }
}
