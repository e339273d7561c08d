using System.Runtime.InteropServices;
using MiCheckin.Core.Replies.Features;

namespace MiCheckin.Core.Replies;

/// <summary>
/// Reads which way a reply leans. The model weighs words, letters and cues against the prompt; where a bare answer
/// only opens or closes a chat it is neutral, and below a threshold nothing is claimed.
/// </summary>
internal static class TalkReader
{
    /// <summary>Below this the reading is unsure: no class of the five is likely enough to act on.</summary>
    private const float Sure = 0.34f;

    private const float ChatConfidence = 0.95f;

    public static TalkFinding Read(TalkFeatures features, PromptView prompt, TalkModel model)
    {
        Span<float> scores = stackalloc float[WeightRows.Width];
        model.Score(features, scores);
        var danger = TalkModel.Margin(scores, TalkModel.Danger);
        var leaving = TalkModel.Margin(scores, TalkModel.Leaving);

        if (IsChat(features.BareReply, prompt))
        {
            return new TalkFinding(Talk.Neutral, TalkKind.None, ChatConfidence, 0, danger, leaving);
        }

        var classes = TalkModel.Classes.Of(scores);
        LinearModel.Softmax(classes);
        var best = LinearModel.Best(classes);
        var confidence = classes[best];
        var talk = confidence < Sure ? Talk.Unsure : (Talk)best;
        var hasKind = talk is Talk.Change or Talk.Sustain or Talk.Mixed;
        var kind = hasKind ? (TalkKind)(LinearModel.Best(TalkModel.Kinds.Of(scores)) + 1) : TalkKind.None;
        return new TalkFinding(talk, kind, confidence, 1 - classes[0], danger, leaving);
    }

    /// <summary>"No" to "anything else?", "yes" to "shall we go on?".</summary>
    public static bool IsChat(uint bareReply, PromptView prompt) =>
        prompt.Has(PromptMark.Continue)
        && (bareReply == 2 || (bareReply == 1 && !prompt.Has(PromptMark.Plan)));
}

/// <summary>Which way a reply leans, how sure and how strong that is, and scores for the danger in it and for a wish to leave.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TalkFinding(
    Talk Talk,
    TalkKind Kind,
    float Confidence,
    float Strength,
    float Danger,
    float Leaving
);
