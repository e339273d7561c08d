using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.People;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Enrolment;

namespace MiCheckin.Functions.Console.Enrolments;

/// <summary>What was found in an enrolment file, and what came of enrolling it.</summary>
internal static class EnrolReport
{
    public static Html Of(
        HttpContext http,
        EnrolmentCheck check,
        EnrolmentRequest request,
        Html file,
        Html again
    ) =>
        Html.Of(
            $"""
            <section class="card" aria-labelledby="found"><h2 id="found">{Found(check)}</h2>
            <p>{Times.Count(
                check.Rows.Count,
                "row"
            )} ready to enrol, {check.Already.Count} enrolled already, {check.Problems.Count} to mend.</p>
            {Html.When(check.Rows.Count > 0, () => Confirm(http, check, request, file))}
            {Html.When(check.Problems.Count > 0, () => ProblemTable(check.Problems))}
            {Html.When(check.Already.Count > 0, () => Already(check.Already))}
            </section>{again}
            """
        );

    public static Html Done(EnrolmentResult result) =>
        Html.Of(
            $"""
            <p class="said" role="status">{result.Sentence}</p>
            <section class="card"><h2>Done</h2>
            {(
                result.Enrolled is []
                    ? null
                    : Html.Of(
                        $"""<p>Each gets the welcome within their own hours. <a href="{PeoplePage.Path}">See the people</a>.</p>"""
                    )
            )}
            {Html.When(result.Problems.Count > 0, () => ProblemTable(result.Problems))}
            <p><a href="{EnrolPage.Path}">Enrol from another file</a></p></section>
            """
        );

    private static string Found(EnrolmentCheck check) =>
        (check.IsGood, check.Rows.Count) switch
        {
            (true, 0) => "Nothing new in this file",
            (true, _) => "The file is good",
            _ => "Some rows need mending",
        };

    private static Html Confirm(
        HttpContext http,
        EnrolmentCheck check,
        EnrolmentRequest request,
        Html file
    ) =>
        Html.Of(
            $"""
            <form method="post" action="{EnrolPage.Path}" class="stack">{http.TokenField()}
            {file}<input type="hidden" name="cohort" value="{request.Cohort}">
            {Html.When(
                !check.IsGood,
                () =>
                    Html.Of(
                        $"""<p class="check"><input type="checkbox" id="skip-bad" name="skip-bad" required><label for="skip-bad">Leave the rows below out</label></p>"""
                    )
            )}
            <p><button class="button">Enrol {Times.Count(check.Rows.Count, "row")}</button></p></form>
            """
        );

    private static Html ProblemTable(IReadOnlyList<EnrolmentProblem> problems) =>
        Html.Of(
            $"""
            <div class="table" tabindex="0" role="region" aria-label="Rows to mend"><table><caption>To mend</caption>
            <thead><tr><th scope="col" class="number">Row</th><th scope="col">Column</th><th scope="col">Value</th><th scope="col">What is wrong</th><th scope="col">How to mend it</th></tr></thead>
            <tbody>{problems.Select(p =>
                Html.Of(
                    $"<tr><td class=\"number\">{p.Row}</td><td>{p.Column}</td><td>{p.Value}</td><td>{p.Reason}</td><td>{p.Fix}</td></tr>"
                )
            )}</tbody></table></div>
            """
        );

    private static Html Already(IReadOnlyList<AlreadyEnrolled> already) =>
        Html.Of(
            $"""
            <details><summary>{already.Count} enrolled already</summary><ul>
            {already.Select(a =>
                Html.Of($"<li>Row {a.Row}, {a.Phone.ToString()}: {a.WhatToDo}</li>")
            )}</ul></details>
            """
        );
}
