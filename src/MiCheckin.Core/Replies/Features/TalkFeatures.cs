using System.Runtime.InteropServices;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies.Features;

/// <summary>What the models see of a reply, as hashed features in groups, each a file of its own.</summary>
internal sealed class TalkFeatures
{
    [ThreadStatic]
    private static TalkFeatures? _mine;

    private readonly FeatureList _all = new();
    private readonly List<uint> _letters = [];
    private bool _hasLetters;
    private int _wordEnd;
    private int _kinEnd;
    private int _signEnd;

    /// <summary>This thread's own.</summary>
    public static TalkFeatures Mine => _mine ??= new TalkFeatures();

    public ReadOnlySpan<uint> Words => _all.Between(0, _wordEnd);
    public ReadOnlySpan<uint> Kin => _all.Between(_wordEnd, _kinEnd);
    public ReadOnlySpan<uint> Signs => _all.Between(_kinEnd, _signEnd);
    public ReadOnlySpan<uint> Shape => _all.Between(_signEnd, _all.Count);

    /// <summary>The letters of the words, one by one; a model that adds them up beforehand does not ask.</summary>
    public ReadOnlySpan<uint> Letters
    {
        get
        {
            if (!_hasLetters)
            {
                _letters.Clear();
                LetterFeatures.Take(_letters, Scratch);
                _hasLetters = true;
            }

            return CollectionsMarshal.AsSpan(_letters);
        }
    }

    /// <summary>Where the words of the reply stand.</summary>
    public Scratch Scratch { get; private set; } = Scratch.Mine;

    /// <summary>Whether a short reply says 1 yes, 2 no, 3 maybe; 0 for none of them, 9 for a longer one.</summary>
    public uint BareReply { get; private set; }

    public void Take(Scratch scratch, Meaning[] meanings, PromptView prompt, Language language)
    {
        (Scratch, _hasLetters) = (scratch, false);
        _all.Clear();
        WordFeatures.Take(_all, scratch.Tokens, language.Talk);
        _wordEnd = _all.Count;
        KinFeatures.Take(_all, scratch.Tokens, prompt, language.Talk);
        _kinEnd = _all.Count;
        SignFeatures.Take(_all, scratch.Tokens, language.Talk);
        _signEnd = _all.Count;
        BareReply = ShapeFeatures.Take(_all, scratch, meanings, prompt);
        _all.Mix();
    }
}
