using MiCheckin.Core.Conversations;

namespace MiCheckin.Core.Stages;

/// <summary>What the stage rules look at: the stage, and the signals that may count for a move out of it.</summary>
public sealed record StageView
{
    /// <summary>Signals older than four weeks move nothing.</summary>
    public static readonly Duration Window = Duration.FromDays(28);

    /// <summary>Texts closer together than this are one reply in parts.</summary>
    private static readonly Duration OneReply = Duration.FromMinutes(5);

    private const double SureEnough = 0.55;

    private readonly IReadOnlyList<Signal> _signals;

    /// <summary>Only what was said after the last move, and after a person's judgement, counts.</summary>
    public StageView(
        Stage? stage,
        Instant? since,
        IEnumerable<Signal> signals,
        Instant? judgedUntil,
        Instant now,
        string replyId
    )
    {
        Stage = stage;
        Now = now;
        ReplyId = replyId;
        var from = Instant.Max(since ?? Instant.MinValue, judgedUntil ?? Instant.MinValue);
        _signals = [.. signals.Where(s => s.At > from && s.At <= now && now - s.At <= Window && IsSure(s))];
    }

    /// <summary>What was read with less certainty is kept and shown, and moves nothing. Acts, numbers and yeses are plain.</summary>
    private static bool IsSure(Signal signal) =>
        signal.Class is not (SignalClass.Change or SignalClass.Sustain or SignalClass.Mixed)
        || signal.Confidence >= SureEnough;

    /// <summary>Null before the first placement.</summary>
    public Stage? Stage { get; }
    public Instant Now { get; }

    /// <summary>The reply just heard: a move rests on it and on what came before.</summary>
    public string ReplyId { get; }

    public IReadOnlyList<Signal> All(params ReadOnlySpan<SignalClass> classes)
    {
        var wanted = classes.ToArray();
        return [.. _signals.Where(s => wanted.Contains(s.Class))];
    }

    public Signal? Last(SignalClass kind) => _signals.LastOrDefault(s => s.Class == kind);

    /// <summary>The last of the signals and an earlier one that agrees with it from a different reply; null without such a pair (5.5).</summary>
    public static IReadOnlyList<Signal>? Concordant(IReadOnlyList<Signal> signals)
    {
        if (signals.Count is 0)
        {
            return null;
        }

        var last = signals[^1];
        var other = signals.LastOrDefault(s => AreTwoReplies(s, last));
        return other is null ? null : [other, last];
    }

    public static bool AreTwoReplies(Signal one, Signal other) =>
        !one.ReplyId.Is(other.ReplyId)
        && (!one.PromptKey.Is(other.PromptKey) || Apart(one, other) > OneReply);

    /// <summary>A move with its evidence, if the reply just heard is part of it; else null, for nothing new was said.</summary>
    public StageMove? Move(Stage to, string rule, params IReadOnlyList<Signal> evidence) =>
        to == Stage || !evidence.Any(e => e.ReplyId.Is(ReplyId))
            ? null
            : new StageMove(
                Stage,
                to,
                Now,
                rule,
                [.. evidence.Distinct().TakeLast(4).Select(StageMoves.EvidenceOf)]
            );

    private static Duration Apart(Signal one, Signal other) =>
        one.At > other.At ? one.At - other.At : other.At - one.At;
}
