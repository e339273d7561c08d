using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>The word lists by which a wish about the texts is told without a phrase for it.</summary>
internal sealed class WishWords(RuleBook book, Lexicon words)
{
    /// <summary>Nouns for what is sent.</summary>
    public WordSet Texts { get; } = Of(book, words, "wish-texts");

    /// <summary>What stands before such a noun where it is ours.</summary>
    public WordSet Ours { get; } = Of(book, words, "wish-ours");

    /// <summary>Verbs of sending, which need a "you" before or a "me" behind.</summary>
    public WordSet Sending { get; } = Of(book, words, "wish-sending");

    /// <summary>People who send texts too.</summary>
    public WordSet Others { get; } = Of(book, words, "wish-others");
    public WordSet Ending { get; } = Of(book, words, "wish-ending");
    public WordSet Wanting { get; } = Of(book, words, "wish-wanting");
    public WordSet Quiet { get; } = Of(book, words, "wish-quiet");
    public WordSet Fewer { get; } = Of(book, words, "wish-fewer");
    public WordSet Often { get; } = Of(book, words, "wish-often");
    public WordSet Asking { get; } = Of(book, words, "wish-asking");
    public WordSet Hours { get; } = Of(book, words, "wish-hours");
    public WordSet Change { get; } = Of(book, words, "wish-change");
    public WordSet Again { get; } = Of(book, words, "wish-again");
    public WordSet Restart { get; } = Of(book, words, "wish-restart");
    public WordSet Question { get; } = Of(book, words, "wish-question");

    private static WordSet Of(RuleBook book, Lexicon words, string list) =>
        new(book.Lists[list].Split('|').Select(w => words.Intern(w.Trim())));
}
