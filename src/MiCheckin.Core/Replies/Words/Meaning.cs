using System.Runtime.InteropServices;

namespace MiCheckin.Core.Replies.Words;

/// <summary>What a rule's heading says, cut into words once so that reading compares numbers only.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Meaning(Family Family, int Code, Urgency Urgency, float Weight)
{
    public static Meaning[] Of(IReadOnlyList<string> headings) => [.. headings.Select(Parse)];

    private static Meaning Parse(string heading)
    {
        var words = heading.Split(' ');
        var family = Enum.Parse<Family>(words[0], ignoreCase: true);

        return family switch
        {
            Family.Control => new Meaning(family, Value<ControlWord>(words[1]), Urgency.None, 0),
            Family.Looks => new Meaning(family, Value<Look>(words[1]), Urgency.None, 0),
            Family.Risk => new Meaning(
                family,
                Value<RiskKind>(words[1]),
                Enum.Parse<Urgency>(words[2], true),
                0
            ),
            Family.Guard => new Meaning(family, Value<Guard>(words[1]), Urgency.None, 0),
            Family.Cue => new Meaning(family, Value<Cue>(words[1]), Urgency.None, 0),
            Family.Act => new Meaning(family, Value<Act>(words[1]), Urgency.None, 0),
            Family.Prompt => new Meaning(family, Value<PromptMark>(words[1]), Urgency.None, 0),
            _ => throw new FormatException($"No reader takes the heading {heading}."),
        };
    }

    private static int Value<T>(string name)
        where T : struct, Enum =>
        Convert.ToInt32(
            Enum.Parse<T>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            System.Globalization.CultureInfo.InvariantCulture
        );
}

/// <summary>Which reader takes a hit.</summary>
internal enum Family
{
    Control,
    Looks,
    Risk,
    Guard,
    Cue,
    Act,
    Prompt,
}

/// <summary>What a text looks like, to be weighed against the rest of it.</summary>
internal enum Look
{
    Stop,
    NotStop,
    Answer,
    Yes,
    ComeBack,
    Back,
    NotCoach,
    Time,
    NotTime,
    NotLess,
    WrongNumber,
    AutoReply,
    AsksInfo,
    AsksSelf,
}
