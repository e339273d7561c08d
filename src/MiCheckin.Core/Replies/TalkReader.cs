using System.Runtime.InteropServices;

namespace MiCheckin.Core.Replies;

/// <summary>
/// Reads which way a reply leans. The model weighs words, letters and cues against the prompt; where a bare answer
/// only opens or closes a chat it is neutral, and below a threshold nothing is claimed.
/// </summary>
internal static class TalkReader
{
    /// <summary>Below this the reading is unsure; three in ten wrong was judged too many to act on.</summary>
    private const float Sure = 0.4f;

    private const float ChatConfidence = 0.95f;

    public static TalkFinding Read(TalkFeatures features, PromptView prompt, TalkModel model)
    {
        if (IsChat(features.BareReply, prompt))
        {
            return new TalkFinding(Talk.Neutral, TalkKind.None, ChatConfidence, 0);
        }

        Span<float> scores = stackalloc float[TalkModel.Columns];
        model.Score(features, scores);

        for (var i = 0; i < TalkModel.Classes; i++)
        {
            scores[i] += model.Bias((Talk)i);
        }

        foreach (ref var score in scores)
        {
            score /= model.Temperature;
        }

        TalkModel.Softmax(scores[..TalkModel.Classes]);
        var best = Best(scores[..TalkModel.Classes]);
        var confidence = scores[best];
        var talk = confidence < Sure ? Talk.Unsure : (Talk)best;
        var hasKind = talk is Talk.Change or Talk.Sustain or Talk.Mixed;
        var kind = hasKind ? KindOf(scores[TalkModel.Classes..]) : TalkKind.None;
        return new TalkFinding(talk, kind, confidence, 1 - scores[0]);
    }

    private static TalkKind KindOf(Span<float> scores)
    {
        TalkModel.Softmax(scores);
        return (TalkKind)(Best(scores) + 1);
    }

    /// <summary>"No" to "anything else?", "yes" to "shall we go on?".</summary>
    public static bool IsChat(uint bareReply, PromptView prompt) =>
        prompt.Has(PromptMark.Continue)
        && (bareReply == 2 || (bareReply == 1 && !prompt.Has(PromptMark.Plan)));

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;

        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }
}

/// <summary>Which way a reply leans, and how sure and how strong that is.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TalkFinding(Talk Talk, TalkKind Kind, float Confidence, float Strength);
