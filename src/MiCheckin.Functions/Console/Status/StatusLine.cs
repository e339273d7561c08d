using MiCheckin.Functions.Console.Markup;

namespace MiCheckin.Functions.Console.Status;

/// <summary>One number that says whether all is well: what it is, whether that is fine, what is fine, and what to do if it is not.</summary>
internal sealed record StatusLine(string Name, string Value, bool Fine, string FineIs, string Otherwise)
{
    /// <summary>So bad that the other lines cannot be asked for.</summary>
    public bool Broken { get; init; }

    public Html Show() =>
        Html.Of(
            $"""
            <li class="card"><p class="spread"><span>{Name}</span><span class="tag {(
                Fine ? "good" : "warn"
            )}">{(Fine ? "fine" : "look at this")}</span></p>
            <p class="big">{Value}</p><p class="quiet">{FineIs}</p>{Html.When(
                !Fine,
                () => Html.Of($"""<p class="bad">{Otherwise}</p>""")
            )}</li>
            """
        );
}
