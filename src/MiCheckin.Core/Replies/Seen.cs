using System.Runtime.InteropServices;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Core.Replies;

/// <summary>Which families of phrases, and which looks, a text holds at all, so that most readers need not begin.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Seen(uint Families, uint Looks)
{
    public static Seen Of(Scratch scratch, Meaning[] meanings)
    {
        var (families, looks) = (0u, 0u);

        foreach (var hit in scratch.Hits)
        {
            ref readonly var meaning = ref meanings[hit.Rule];
            families |= 1u << (int)meaning.Family;
            looks |= meaning.Family == Family.Looks ? 1u << meaning.Code : 0;
        }

        return new Seen(families, looks);
    }

    public bool Has(Family family) => (Families & (1u << (int)family)) != 0;

    public bool Has(Look look) => (Looks & (1u << (int)look)) != 0;
}
