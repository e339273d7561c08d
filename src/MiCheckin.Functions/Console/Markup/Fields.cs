namespace MiCheckin.Functions.Console.Markup;

/// <summary>Form fields with their labels and hints, tied together by id as screen readers need them.</summary>
internal static class Fields
{
    /// <summary>A line to type in.</summary>
    /// <param name="form">Sets the ids of one form apart from those of another on the same page.</param>
    public static Html Text(
        string name,
        string form,
        string label,
        string? value,
        string? hint = null,
        bool required = true
    ) =>
        Html.Of(
            $"""
            <p class="field"><label for="{form}-{name}">{label}</label><input id="{form}-{name}" name="{name}" value="{value}" maxlength="500" autocomplete="off"{Html.When(
                required,
                () => Html.Of($" required")
            )}{Describes(hint, form, name)}>{Hint(hint, form, name)}</p>
            """
        );

    public static Html Select(
        string name,
        string form,
        string label,
        IEnumerable<(string Value, string Label)> options,
        string chosen,
        string? hint = null
    ) =>
        Html.Of(
            $"""
            <p class="field"><label for="{form}-{name}">{label}</label><select id="{form}-{name}" name="{name}"{Describes(
                hint,
                form,
                name
            )}>
            {options.Select(o =>
                Html.Of(
                    $"<option value=\"{o.Value}\"{Html.When(string.Equals(o.Value, chosen, StringComparison.Ordinal), () => Html.Of($" selected"))}>{o.Label}</option>"
                )
            )}
            </select>{Hint(hint, form, name)}</p>
            """
        );

    public static Html Hidden(string name, string value) =>
        Html.Of($"""<input type="hidden" name="{name}" value="{value}">""");

    private static Html? Describes(string? hint, string form, string name) =>
        hint is null ? null : Html.Of($" aria-describedby=\"{form}-{name}-hint\"");

    private static Html? Hint(string? hint, string form, string name) =>
        hint is null ? null : Html.Of($"""<span class="hint" id="{form}-{name}-hint">{hint}</span>""");
}
