namespace MiCheckin.Core.Fidelity;

/// <summary>Behaviour counts after MITI: of one text, a week, or all.</summary>
public sealed record Codes
{
    public static Codes None { get; } = new();

    public int SimpleReflections { get; init; }
    public int ComplexReflections { get; init; }
    public int OpenQuestions { get; init; }

    /// <summary>Yes-or-no questions, and questions for a number: rulers and stage questions among them.</summary>
    public int ClosedQuestions { get; init; }

    /// <summary>Advice, directing, warning, confronting, shaming: texts with any of them.</summary>
    public int Inconsistent { get; init; }

    public int Reflections => SimpleReflections + ComplexReflections;
    public int Questions => OpenQuestions + ClosedQuestions;

    /// <summary>Null where there was no question, and so nothing to divide by.</summary>
    public decimal? ReflectionsPerQuestion => Share(Reflections, Questions);

    public decimal? ShareComplex => Share(ComplexReflections, Reflections);
    public decimal? ShareOpen => Share(OpenQuestions, Questions);

    public static Codes operator +(Codes a, Codes b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new Codes
        {
            SimpleReflections = a.SimpleReflections + b.SimpleReflections,
            ComplexReflections = a.ComplexReflections + b.ComplexReflections,
            OpenQuestions = a.OpenQuestions + b.OpenQuestions,
            ClosedQuestions = a.ClosedQuestions + b.ClosedQuestions,
            Inconsistent = a.Inconsistent + b.Inconsistent,
        };
    }

    public static Codes Add(Codes left, Codes right) => left + right;

    private static decimal? Share(int part, int whole) => whole == 0 ? null : (decimal)part / whole;
}
