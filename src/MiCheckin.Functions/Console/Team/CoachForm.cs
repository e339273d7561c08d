using System.Globalization;
using MiCheckin.Core.Participants;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Console.Markup;
using MiCheckin.Functions.Console.SignIn;
using MiCheckin.Functions.Storage;

namespace MiCheckin.Functions.Console.Team;

/// <summary>One coach as a form, and back.</summary>
internal static class CoachForm
{
    public static Html Of(HttpContext http, Coach? coach)
    {
        var id = coach?.Id.Value ?? "new-coach";
        return Html.Of(
            $"""
            <form method="post" action="{TeamPage.Path}/coach" class="stack">{http.TokenField()}
            {(
                coach is null
                    ? Fields.Text(
                        "id",
                        id,
                        "Id",
                        "",
                        "Lower-case letters, digits and hyphens, as in enrolment files: ana-ruiz"
                    )
                    : Fields.Hidden("id", id)
            )}
            {Fields.Text("name", id, "Name", coach?.Name.Reveal())}
            {Fields.Text(
                "email",
                id,
                "E-mail",
                coach?.Email.Reveal(),
                "Where digests and alerts go, and what they sign in with"
            )}
            {Fields.Text(
                "phone",
                id,
                "Phone for risk alerts (optional)",
                coach?.Phone?.E164,
                "+16045550123. Gets a neutral text, never a participant's words",
                required: false
            )}
            {Fields.Text("zone", id, "Zone", coach?.Zone, "America/Vancouver")}
            {Digest(id, coach)}
            <p><button class="button">Store</button></p></form>
            """
        );
    }

    private static Html Digest(string id, Coach? coach) =>
        Html.Of(
            $"""
            <div class="row">
            {Fields.Select(
                "day",
                id,
                "Digest on",
                Enum.GetValues<IsoDayOfWeek>().Where(d => d is not IsoDayOfWeek.None).Select(d =>
                    (d.ToString(), d.ToString())
                ),
                (coach?.DigestDay ?? IsoDayOfWeek.Monday).ToString()
            )}
            {Fields.Select(
                "hour",
                id,
                "at",
                Enumerable.Range(0, 24).Select(h => (h.ToString(CultureInfo.InvariantCulture), $"{h:D2}:00")),
                (coach?.DigestHour ?? 8).ToString(CultureInfo.InvariantCulture)
            )}
            </div>
            """
        );

    /// <summary>Null where something is missing or wrong.</summary>
    public static Coach? Read(IFormCollection form, Instant now) =>
        PeopleKeys.IsSlug(form["id"].ToString())
        && form["name"].ToString().Trim() is { Length: > 0 and <= 100 } name
        && EmailAddress.TryParse(form["email"].ToString().Trim(), out var email)
        && DateTimeZoneProviders.Tzdb.GetZoneOrNull(form["zone"].ToString().Trim()) is { } zone
        && Enum.TryParse<IsoDayOfWeek>(form["day"], out var day)
        && int.TryParse(form["hour"], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
        && hour is >= 0 and < 24
        && Phone(form["phone"].ToString().Trim()) is (true, var phone)
            ? new Coach
            {
                Id = new CoachId(form["id"].ToString()),
                Name = new PersonName(name),
                Email = email,
                Phone = phone,
                Zone = zone.Id,
                DigestDay = day,
                DigestHour = hour,
                Since = now,
            }
            : null;

    private static (bool Good, PhoneNumber? Phone) Phone(string text) =>
        text is "" ? (true, null)
        : PhoneNumber.TryParse(text, out var phone) ? (true, phone)
        : (false, null);
}
