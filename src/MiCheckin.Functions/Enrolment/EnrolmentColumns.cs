namespace MiCheckin.Functions.Enrolment;

/// <summary>The columns of an enrolment file, found whatever their case, spacing and usual other names.</summary>
internal static class EnrolmentColumns
{
    public const string Name = "name";
    public const string Phone = "phone";
    public const string Zone = "zone";
    public const string Language = "language";
    public const string Country = "country";
    public const string Program = "program";
    public const string Cohort = "cohort";
    public const string Coach = "coach";
    public const string PreferredTime = "preferred_time";
    public const string WindowFrom = "window_from";
    public const string WindowUntil = "window_until";

    private static readonly string[] All =
    [
        Name,
        Phone,
        Zone,
        Language,
        Country,
        Program,
        Cohort,
        Coach,
        PreferredTime,
        WindowFrom,
        WindowUntil,
    ];

    private static readonly string[] Required = [Name, Phone, Zone];

    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["firstname"] = Name,
        ["fullname"] = Name,
        ["phonenumber"] = Phone,
        ["mobile"] = Phone,
        ["cell"] = Phone,
        ["number"] = Phone,
        ["timezone"] = Zone,
        ["tz"] = Zone,
        ["lang"] = Language,
        ["time"] = PreferredTime,
        ["from"] = WindowFrom,
        ["until"] = WindowUntil,
    };

    public static string Listed => string.Join(", ", All);

    /// <summary>The column a heading means; null for one we do not know.</summary>
    public static string? Find(string heading)
    {
        var plain = Plain(heading);
        return All.FirstOrDefault(column => string.Equals(Plain(column), plain, StringComparison.Ordinal))
            ?? OtherNames.GetValueOrDefault(plain);
    }

    /// <summary>What is wrong with the headings: an unknown one may be a column the admin counts on, so it is not skipped in silence.</summary>
    public static IReadOnlyList<EnrolmentProblem> Mistakes(
        IReadOnlyList<string> headings,
        IReadOnlyList<string?> columns
    ) =>
        [
            .. Required
                .Where(required => !columns.Contains(required, StringComparer.Ordinal))
                .Select(missing => new EnrolmentProblem(
                    1,
                    missing,
                    "",
                    $"There is no column '{missing}'.",
                    $"Add it. The columns are: {Listed}; name, phone and zone must be there."
                )),
            .. headings
                .Where((heading, at) => columns[at] is null && heading.Trim().Length > 0)
                .Select(unknown => new EnrolmentProblem(
                    1,
                    unknown.Trim(),
                    "",
                    "This column is not known.",
                    $"{Nearest.Hint(unknown, All)}Rename or remove it. The columns are: {Listed}."
                )),
            .. columns
                .OfType<string>()
                .GroupBy(column => column, StringComparer.Ordinal)
                .Where(same => same.Count() > 1)
                .Select(twice => new EnrolmentProblem(
                    1,
                    twice.Key,
                    "",
                    "This column is there twice.",
                    "Remove one of them."
                )),
        ];

    private static string Plain(string heading) =>
        string.Concat(heading.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
