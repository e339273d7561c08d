using System.Runtime.InteropServices;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>
/// Reads signs of danger. Recall first: every phrase of danger counts unless a harmless phrase covers it whole; what
/// is long past or denied is lowered to "look today", never to nothing.
/// </summary>
internal static class RiskReader
{
    /// <summary>The order in which one kind is named where several are read with the same urgency.</summary>
    private static readonly RiskKind[] Order =
    [
        RiskKind.ThirdParty,
        RiskKind.Suicide,
        RiskKind.SelfHarm,
        RiskKind.ViolenceHome,
        RiskKind.HarmToOthers,
        RiskKind.Medical,
        RiskKind.Unclear,
    ];

    /// <summary>
    /// Below this score of the model a reply is as far from danger as ordinary ones are. When it was set, of 102
    /// blind cries for help that a rule heard one was; of 26 ordinary replies that a rule cried wolf at 13 were.
    /// </summary>
    private const float Calm = -2;

    private const int Sos = 0x1F198;
    private const int Blood = 0x1FA78;
    private const int Gun = 0x1F52B;
    private const int Brain = 0x1F9E0;
    private const int FirstFace = 0x1F600;
    private const int LastFace = 0x1F64F;

    /// <summary>What the rules find, and what is sensed without a rule.</summary>
    public static RiskFinding Read(Scratch scratch, Meaning[] meanings, Seen seen, SensedDanger sensed)
    {
        var best = OfPictures(scratch.Emojis);

        if (!seen.Has(Family.Risk) && !seen.Has(Family.Guard))
        {
            return Both(best, sensed.Finding);
        }

        var guards = 0;

        foreach (var hit in scratch.Hits)
        {
            var meaning = meanings[hit.Rule];

            if (meaning.Family == Family.Guard)
            {
                guards |= 1 << meaning.Code;
            }
            else if (meaning.Family == Family.Risk && !IsCovered(hit, scratch, meanings))
            {
                best = Worse(best, new RiskFinding((RiskKind)meaning.Code, meaning.Urgency, hit));
            }
        }

        var isCovered =
            sensed.Finding.Urgency is Urgency.Concern or Urgency.Crisis
            && IsCovered(sensed.Finding.Hit, scratch, meanings);
        best = Both(best, isCovered ? default : sensed.Finding);
        var isOver = (guards & ((1 << (int)Guard.Past) | (1 << (int)Guard.Denied))) != 0;
        var isCalm = TalkModel.IsCalm(sensed.Score, Calm, scratch);
        var isLowered = (isOver && best.Urgency == Urgency.Crisis) || isCalm;
        return isLowered && best.Urgency >= Urgency.Crisis ? best with { Urgency = Urgency.Concern } : best;
    }

    /// <summary>A rule names the danger better; where more urgent danger is sensed than it names, doubt escalates.</summary>
    private static RiskFinding Both(RiskFinding ruled, RiskFinding sensed) =>
        ruled.Kind == RiskKind.None ? sensed
        : sensed.Urgency > ruled.Urgency ? ruled with { Urgency = sensed.Urgency }
        : ruled;

    /// <summary>Pictures that are sent in earnest: SOS, drops of blood in a row, a gun held to a head.</summary>
    private static RiskFinding OfPictures(ReadOnlySpan<Emoji> pictures)
    {
        for (var i = 0; i < pictures.Length; i++)
        {
            var (one, next) = (
                pictures[i].CodePoint,
                i + 1 < pictures.Length ? pictures[i + 1].CodePoint : 0
            );
            var kind = (one, next) switch
            {
                (Sos, _) => RiskKind.Unclear,
                (Blood, Blood) => RiskKind.SelfHarm,
                (Gun, Brain) or (>= FirstFace and <= LastFace, Gun) => RiskKind.Suicide,
                _ => RiskKind.None,
            };

            if (kind != RiskKind.None)
            {
                return new RiskFinding(kind, Urgency.Crisis, new Hit(0, pictures[i].At, pictures[i].At + 1));
            }
        }

        return default;
    }

    /// <summary>A harmless phrase holds the hit, or most of it and where it ends.</summary>
    private static bool IsCovered(Hit hit, Scratch scratch, Meaning[] meanings)
    {
        foreach (var other in scratch.Hits)
        {
            var isGuard = meanings[other.Rule] is { Family: Family.Guard, Code: (int)Guard.Figurative };

            if (isGuard && other.From < hit.To && hit.From < other.To)
            {
                return true;
            }
        }

        return false;
    }

    private static RiskFinding Worse(RiskFinding one, RiskFinding other)
    {
        if (one.Urgency != other.Urgency)
        {
            return one.Urgency > other.Urgency ? one : other;
        }

        return Array.IndexOf(Order, other.Kind) < Array.IndexOf(Order, one.Kind) || one.Kind == RiskKind.None
            ? other
            : one;
    }
}

/// <summary>A danger, how soon a person must look, and where it was read.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RiskFinding(RiskKind Kind, Urgency Urgency, Hit Hit);

/// <summary>How much danger the models sense, and what they would call it where that is enough.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SensedDanger(float Score, RiskFinding Finding);

/// <summary>What takes a danger away or lowers it.</summary>
internal enum Guard
{
    Figurative,
    Past,
    Denied,
}
