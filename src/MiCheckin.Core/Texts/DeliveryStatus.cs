namespace MiCheckin.Core.Texts;

/// <summary>
/// What the provider last said of a text, in its own word. Known words are ranked, so that news that arrives late or
/// out of order never takes a text back; a word we do not know is kept, and ranks below all.
/// </summary>
public readonly record struct DeliveryStatus
{
    private const int LongestWord = 40;
    private readonly string? _word;

    private DeliveryStatus(string word) => _word = word;

    /// <summary>The provider's word in lower case; empty when it gave none.</summary>
    public string Word => _word ?? "";

    /// <summary>0 for a word we do not know, 5 for the end of a text's life.</summary>
    public int Rank =>
        Word switch
        {
            "accepted" or "scheduled" => 1,
            "queued" => 2,
            "sending" => 3,
            "sent" => 4,
            "delivered" or "read" or "undelivered" or "failed" or "canceled" => 5,
            _ => 0,
        };

    public bool IsKnown => Rank > 0;

    /// <summary>Nothing follows it.</summary>
    public bool IsFinal => Rank == 5;

    /// <summary>Never fails: an unknown word is kept as it is, cut to 40 characters.</summary>
    public static DeliveryStatus Parse(string? word)
    {
        var trimmed = (word ?? "").Trim();
        return new DeliveryStatus(trimmed[..Math.Min(trimmed.Length, LongestWord)].ToLowerInvariant());
    }

    /// <summary>The later of the two in a text's life. Of two ends, the one that came first stands.</summary>
    public DeliveryStatus Then(DeliveryStatus news) => news.Rank > Rank ? news : this;

    public override string ToString() => Word;
}
