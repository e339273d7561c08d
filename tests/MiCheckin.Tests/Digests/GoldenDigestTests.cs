using MiCheckin.Core.Conversations;
using MiCheckin.Core.Digests;
using MiCheckin.Core.Replies;
using MiCheckin.Core.Stages;
using MiCheckin.Functions.Digests;
using MiCheckin.Tests.Tools;
using static MiCheckin.Tests.Digests.People;

namespace MiCheckin.Tests.Digests;

/// <summary>Digests as files a coach can read. UPDATE_DIGESTS=1 rewrites them; the review is the diff.</summary>
public sealed class GoldenDigestTests
{
    private static readonly Links Pages = new(new Uri("https://checkin.example"));

    public static TheoryData<string> Names => ["full-week", "quiet-week", "nobody-yet", "hostile-words"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_digest_looks_as_agreed(string name)
    {
        var digest = DigestOf(WeekOf(name));

        await AgreesAsync($"{name}.html", DigestHtml.Render(digest, Pages));
        await AgreesAsync($"{name}.txt", DigestText.Render(digest, Pages));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_subject_names_nobody(string name)
    {
        var people = WeekOf(name);
        var subject = DigestWords.Subject(DigestOf(people));

        Assert.DoesNotContain(
            people,
            p => subject.Contains(p.State.Profile.Name.Reveal(), StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public void Whatever_people_write_no_markup_of_theirs_and_nothing_from_elsewhere_is_in_the_mail()
    {
        var html = DigestHtml.Render(DigestOf(WeekOf("hostile-words")), Pages);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<[^>]*(src|background)=", html);
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202E', html);
    }

    private static PersonWeek[] WeekOf(string name) =>
        name switch
        {
            "full-week" => Full(),
            "quiet-week" =>
            [
                new PersonWeek { State = Person("Ben Ode") with { Stage = At(Stage.Maintenance, 1) } },
                new PersonWeek { State = Person("Al Rum") },
            ],
            "nobody-yet" => [],
            "hostile-words" =>
            [
                new PersonWeek
                {
                    State = Person("<script>alert(1)</script>") with { Stale = true },
                    Replies =
                    [
                        Said(
                            "</blockquote><img src=x onerror=alert(1)>\u202Eevil\u202C",
                            4,
                            Reads(Talk.Change)
                        ),
                    ],
                    Alerts = [Alerted(AlertReason.Discord, 4, reply: "SM4")],
                },
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };

    private static PersonWeek[] Full() =>
        [
            new PersonWeek
            {
                State = Person("Cleo Marsh") with { Stage = At(Stage.Contemplation, 1) },
                Replies =
                [
                    Said("some days I don't want to wake up", 7, new Reading { Risk = RiskKind.Suicide }),
                ],
                Alerts = [Alerted(AlertReason.Risk, 7, RiskKind.Suicide, "SM7")],
            },
            GoesForward(),
            new PersonWeek
            {
                State = Person("Eva Lindqvist") with { Stage = At(Stage.Action, 1) },
                Replies = [Said("these texts are pointless", 4, Reads(Talk.Discord))],
            },
            new PersonWeek
            {
                State = Person("Femi Ade") with { Consent = new Consent.Stopped(On(6), "STOP") },
            },
            new PersonWeek
            {
                State = Person("Gus Ort") with { Stage = At(Stage.Action, 1) },
                Replies = [Said("walked to work again", 4, Reads(Talk.Change))],
            },
            new PersonWeek { State = Person("Hana Sol") with { Consent = new Consent.Asked(On(8)) } },
        ];

    private static PersonWeek GoesForward()
    {
        var move = new StageMove(
            Stage.Contemplation,
            Stage.Preparation,
            On(5),
            "5.4",
            [new Evidence("SM5", On(5), "I'm starting on Monday, after work", "commitment", 0.91, "v1")]
        );
        return new PersonWeek
        {
            State = Person("Dan Ito") with
            {
                Stage = new StageRecord(Stage.Preparation, On(5), move),
                Rulers =
                [
                    Ruler(RulerKind.Importance, 8, 1),
                    Ruler(RulerKind.Confidence, 6, 1),
                    Ruler(RulerKind.Confidence, 3, 6),
                ],
            },
            Facts =
            [
                new DatedFact(On(5), new Fact.StageMoved(move)),
                new DatedFact(On(6), new Fact.RulerRead(Ruler(RulerKind.Confidence, 3, 6))),
            ],
            Replies =
            [
                Said("I'm starting on Monday, after work", 5, Reads(Talk.Change, 0.91, 0.9)),
                Said("3", 6, new Reading { RulerStatus = RulerStatus.Read }),
            ],
        };
    }

    private static async Task AgreesAsync(string name, string now)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var file = Path.Combine(Folder(), name);

        if (Environment.GetEnvironmentVariable("UPDATE_DIGESTS") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, now, cancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(file, cancellationToken), now);
    }

    private static string Folder() => Checkout.At("tests", "MiCheckin.Tests", "Digests", "Golden");
}
