using System.Globalization;
using MiCheckin.Core.Replies;

namespace MiCheckin.Tests.Conversations;

/// <summary>
/// How a transcript says what a reply is to be read as: <c>as change desire</c>, <c>as sustain, slip</c>, <c>as streak 45
/// days</c>. Control words, risk and rulers always come from the real reader; talk may be pinned, so that a better talk
/// reader does not rewrite what the conversation promises.
/// </summary>
internal static class ReadAs
{
    public static Reading Apply(Reading real, string hint)
    {
        var plain = hint.Trim();
        return plain.StartsWith("as ", StringComparison.Ordinal)
            ? plain[3..]
                .Split(',', StringSplitOptions.TrimEntries)
                .Aggregate(
                    real with
                    {
                        Talk = Talk.Neutral,
                        Kind = TalkKind.None,
                        Behaviour = [],
                        Spans = [],
                        AsksForInformation = false,
                    },
                    One
                )
            : real;
    }

    private static Reading One(Reading reading, string hint) =>
        hint.Split(' ') switch
        {
            ["slip"] => With(reading, BehaviourKind.Slip),
            ["did-not"] => With(reading, BehaviourKind.DidNot),
            ["did"] => With(reading, BehaviourKind.Did),
            ["streak", var amount, var unit] => With(
                reading,
                BehaviourKind.Streak,
                decimal.Parse(amount, CultureInfo.InvariantCulture),
                unit
            ),
            ["asks"] => reading with { AsksForInformation = true },
            [var talk] => Said(reading, talk, "None"),
            [var talk, var kind] => Said(reading, talk, kind),
            _ => throw new FormatException($"'{hint}' is no way to read a reply."),
        };

    private static Reading Said(Reading reading, string talk, string kind) =>
        reading with
        {
            Talk = Enum.Parse<Talk>(talk, ignoreCase: true),
            Kind = Enum.Parse<TalkKind>(kind, ignoreCase: true),
            Confidence = 0.9,
        };

    private static Reading With(
        Reading reading,
        BehaviourKind kind,
        decimal? amount = null,
        string unit = ""
    ) =>
        reading with
        {
            Behaviour = [new BehaviourReport(kind, amount, unit, "", new Span(0, 1, "behaviour"))],
        };
}
