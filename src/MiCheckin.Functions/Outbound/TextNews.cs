using MiCheckin.Core.Texts;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Outbound;

/// <summary>What the provider says of a text that it has.</summary>
/// <param name="Trouble">What went wrong, by its code; null while nothing has.</param>
internal sealed record TextNews(string Sid, DeliveryStatus Status, int? Code, SendOutcome? Trouble);

/// <summary>What news does to a text. Pure: a life only goes forward.</summary>
internal static class TextsHearing
{
    /// <summary>The text after the news; null where it says nothing new.</summary>
    public static StoredText? HeardOf(this StoredText text, TextNews news, Instant now)
    {
        if (
            text.Sid is { } known && !string.Equals(known, news.Sid, StringComparison.Ordinal)
            || text.Life.IsOver()
            || text is { Life: TextLife.Planned, Plan.Attempts: 0 }
        )
        {
            return null;
        }

        // Planned again after it was missing from the list, and now there is news of it: it was sent after all.
        var before = text.Life is TextLife.Planned ? TextLife.Calling : text.Life;
        var heard = before.Hear(news.Status);

        // Whatever the word: the provider knows the text, so it has it.
        var life = heard is TextLife.Calling or TextLife.Unknown or TextLife.Claimed
            ? TextLife.Accepted
            : heard;
        var word = text.Word.Then(news.Status);

        return life == text.Life && word == text.Word && text.Sid is not null
            ? null
            : text with
            {
                Life = life,
                Word = word,
                Sid = news.Sid,
                Code = news.Code ?? text.Code,
                Error = news.Trouble?.Sentence,
                LeaseUntil = null,
                AcceptedAt = text.AcceptedAt ?? now,
                SettledAt = life.IsOver() ? now : null,
            };
    }
}
