using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>The word lists by which a wish about the texts is told without a phrase for it.</summary>
internal sealed class WishWords(RuleBook book, Lexicon words)
{
    /// <summary>Nouns for what is sent.</summary>
    public WordSet Texts { get; } = WordSet.Of(book, words, "wish-texts");

    /// <summary>What stands before such a noun where it is ours.</summary>
    public WordSet Ours { get; } = WordSet.Of(book, words, "wish-ours");

    /// <summary>Verbs of sending, which need a "you" before or a "me" behind.</summary>
    public WordSet Sending { get; } = WordSet.Of(book, words, "wish-sending");

    /// <summary>Without one of these no sentence speaks of our texts: most replies are not looked at further.</summary>
    public WordSet Speaking { get; } = WordSet.Of(book, words, "wish-texts", "wish-sending", "wish-from");

    /// <summary>A stop word that may be a sentence by itself.</summary>
    public WordSet Leaving { get; } = WordSet.Of(book, words, "wish-leaving");

    /// <summary>People who send texts too.</summary>
    public WordSet Others { get; } = WordSet.Of(book, words, "wish-others");
    public WordSet Ending { get; } = WordSet.Of(book, words, "wish-ending");
    public WordSet Wanting { get; } = WordSet.Of(book, words, "wish-wanting");
    public WordSet Quiet { get; } = WordSet.Of(book, words, "wish-quiet");
    public WordSet Fewer { get; } = WordSet.Of(book, words, "wish-fewer");
    public WordSet Often { get; } = WordSet.Of(book, words, "wish-often");
    public WordSet Asking { get; } = WordSet.Of(book, words, "wish-asking");
    public WordSet Hours { get; } = WordSet.Of(book, words, "wish-hours");
    public WordSet Change { get; } = WordSet.Of(book, words, "wish-change");
    public WordSet Again { get; } = WordSet.Of(book, words, "wish-again");
    public WordSet Restart { get; } = WordSet.Of(book, words, "wish-restart");
    public WordSet Question { get; } = WordSet.Of(book, words, "wish-question");
}
