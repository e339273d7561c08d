using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies.Features;

/// <summary>What kind of reply it is, to what kind of prompt.</summary>
internal static class ShapeFeatures
{
    private const int ShortReply = 4;

    /// <summary>Adds them; returns what a short reply says (<see cref="TalkFeatures.BareReply"/>).</summary>
    public static uint Take(
        FeatureList all,
        FeatureList marks,
        Scratch scratch,
        Meaning[] meanings,
        PromptView prompt
    )
    {
        var (cues, acts) = (0u, 0u);

        foreach (var hit in scratch.Hits)
        {
            var meaning = meanings[hit.Rule];
            cues |= meaning.Family == Family.Cue ? 1u << meaning.Code : 0;
            acts |= meaning.Family == Family.Act ? 1u << meaning.Code : 0;
        }

        var count = scratch.Tokens.Length - 2;
        var length = (uint)(
            count <= 3 ? count
            : count <= 6 ? 4
            : count <= 12 ? 5
            : count <= 25 ? 6
            : 7
        );
        var bare = Bare(cues, length);
        all.Add(20, length);
        all.Add(21, FeatureList.Pair(length, prompt.Target));
        all.Add(22, bare);
        TakePoints(all, scratch.Folded, length);

        foreach (var emoji in scratch.Emojis)
        {
            all.Add(24, (uint)emoji.CodePoint);
        }

        TakeCues(all, marks, cues, length, prompt);
        TakeActs(all, marks, acts, prompt);
        MarkFeatures.Add(marks, prompt, Against.Length, length);
        MarkFeatures.Add(marks, prompt, Against.Bare, bare);
        MarkFeatures.Add(marks, prompt, Against.BareAndLength, (bare * 8) + length);
        TakeBare(all, prompt, bare, length);
        TakeNumbers(all, scratch.Tokens, prompt);
        TakeShort(all, scratch.Tokens, prompt);
        return bare;
    }

    private static void TakeCues(
        FeatureList all,
        FeatureList marks,
        uint cues,
        uint length,
        PromptView prompt
    )
    {
        for (var rest = cues; rest != 0; rest &= rest - 1)
        {
            var cue = (uint)System.Numerics.BitOperations.TrailingZeroCount(rest);
            all.Add(25, cue);
            all.Add(26, FeatureList.Pair(cue, length));
            MarkFeatures.Add(marks, prompt, Against.Cue, cue);
        }
    }

    /// <summary>What is told as done or left, unless a wish or a habit takes it back.</summary>
    private static void TakeActs(FeatureList all, FeatureList marks, uint acts, PromptView prompt)
    {
        var taken = acts & (1u << (int)Act.No);

        for (var rest = acts ^ taken; rest != 0; rest &= rest - 1)
        {
            var act = (uint)System.Numerics.BitOperations.TrailingZeroCount(rest) + (taken == 0 ? 0u : 8u);
            all.Add(27, act);
            MarkFeatures.Add(marks, prompt, Against.Act, act);
        }
    }

    /// <summary>A short answer takes its side from what was said and asked.</summary>
    private static void TakeBare(FeatureList all, PromptView prompt, uint bare, uint length)
    {
        if (length > ShortReply)
        {
            return;
        }

        for (var rest = prompt.Asks; rest != 0; rest &= rest - 1)
        {
            all.Add(55, FeatureList.Pair((uint)System.Numerics.BitOperations.TrailingZeroCount(rest), bare));
        }

        for (var rest = prompt.Says; rest != 0; rest &= rest - 1)
        {
            all.Add(56, FeatureList.Pair((uint)System.Numerics.BitOperations.TrailingZeroCount(rest), bare));
        }
    }

    /// <summary>A high and a low number mean something where a ruler was asked.</summary>
    private static void TakeNumbers(FeatureList all, ReadOnlySpan<Token> tokens, PromptView prompt)
    {
        foreach (ref readonly var token in tokens)
        {
            if (
                !decimal.IsNegative(token.Value)
                && token.Value <= 100
                && token.Kind is TokenKind.Number or TokenKind.Word
            )
            {
                var size =
                    token.Value <= 3 ? 1u
                    : token.Value <= 6 ? 2u
                    : token.Value <= 10 ? 3u
                    : 4u;
                all.Add(30, FeatureList.Pair(size, prompt.Has(PromptMark.Scale) ? 1u : 0u));
            }
        }
    }

    /// <summary>In a short reply each word means what the prompt makes of it.</summary>
    private static void TakeShort(FeatureList all, ReadOnlySpan<Token> tokens, PromptView prompt)
    {
        if (tokens.Length <= ShortReply + 2)
        {
            for (var i = 1; i < tokens.Length - 1; i++)
            {
                all.Add(143, FeatureList.Pair(prompt.Target, tokens[i].Hash));

                for (var rest = prompt.Marks; rest != 0; rest &= rest - 1)
                {
                    var mark = (uint)System.Numerics.BitOperations.TrailingZeroCount(rest);
                    all.Add(43, FeatureList.Pair(mark + 1, tokens[i].Hash));
                }
            }
        }
    }

    /// <summary>Yes, no, maybe or none of them, at the start of a reply.</summary>
    private static uint Bare(uint cues, uint length) =>
        length >= 5 ? 9u
        : (cues & (1u << (int)Cue.Maybe)) != 0 ? 3u
        : (cues & (1u << (int)Cue.No)) != 0 ? 2u
        : (cues & (1u << (int)Cue.Yes)) != 0 ? 1u
        : 0u;

    private static void TakePoints(FeatureList all, ReadOnlySpan<char> text, uint length)
    {
        if (!text.ContainsAny('?', '!', '.') && !text.Contains('"'))
        {
            return;
        }

        if (text.Contains('?'))
        {
            all.Add(23, 1);
            all.Add(23, FeatureList.Pair(1, length));
        }

        if (text.Contains('!'))
        {
            all.Add(23, 2);
        }

        if (text.IndexOf("...") >= 0)
        {
            all.Add(23, 3);
        }

        if (text.Contains('"'))
        {
            all.Add(23, 4);
        }
    }
}
