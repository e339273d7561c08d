using System.Text;
using MiCheckin.Core.Conversations;
using MiCheckin.Functions.Coaches;
using MiCheckin.Functions.Enrolment;
using MiCheckin.Functions.Storage;
using MiCheckin.Tests.Safety;
using Keys = MiCheckin.Functions.Storage.Keys;

namespace MiCheckin.Tests.Enrolment;

public sealed class EnrolmentFlowTests : IAsyncLifetime
{
    private const string Good =
        "name,phone,zone\nCleo,+12065550101,America/Vancouver\nDan,+12065550102,Asia/Kolkata\n";

    private Clinic clinic = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => clinic = await Clinic.OpenAsync();

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task Name_phone_and_zone_are_enough_where_the_cohort_settles_the_rest()
    {
        var result = await EnrolAsync(Good);

        Assert.Equal("2 enrolled; 0 were enrolled already; 0 left out.", result.Sentence);
        var cleo = (await clinic.Store.FindAsync(result.Enrolled[0], Cancellation))!.Profile;
        Assert.Equal(
            ("Cleo", "spring", "ana", clinic.Program.Id, "America/Vancouver", "US"),
            (cleo.Name.Reveal(), cleo.Cohort, cleo.Coach.Value, cleo.ProgramId, cleo.Zone, cleo.Country)
        );
        Assert.Equal(
            result.Enrolled.Order(Comparer<Core.Participants.ParticipantId>.Create(ById)),
            await clinic.Coaches.RosterAsync(Clinic.Ana, Cancellation)
        );
        Assert.Equal(
            2,
            (await clinic.Trail.OfMonthAsync(Clinic.Start, Cancellation)).Count(e =>
                e is { Act: AuditAct.Enrolled, Actor: "admin" }
            )
        );
    }

    [Fact]
    public async Task Nothing_but_a_question_for_consent_is_planned()
    {
        var result = await EnrolAsync(Good);
        var person = await clinic.Store.FindAsync(result.Enrolled[0], Cancellation);

        Assert.All(person!.Pending, text => Assert.Equal(TextKind.Welcome, text.Kind));
        Assert.IsNotType<Consent.Given>(person.State.Consent);
    }

    [Fact]
    public async Task A_name_with_a_comma_that_pushes_the_cells_to_the_right_is_told_and_not_enrolled()
    {
        var result = await EnrolAsync("name,phone,zone\nDan,+12065550102,Asia/Kolkata,Lee\n");

        Assert.Empty(result.Enrolled);
        var problem = Assert.Single(result.Problems);
        Assert.Equal(2, problem.Row);
        Assert.Contains("more cells than there are headings", problem.Reason, StringComparison.Ordinal);
        Assert.Contains("quotation marks", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_cells_that_a_spreadsheet_leaves_at_the_end_of_a_row_are_no_mistake() =>
        Assert.Single((await EnrolAsync("name,phone,zone\nDan,+12065550102,Asia/Kolkata,, \n")).Enrolled);

    [Fact]
    public async Task The_same_number_twice_is_told_also_where_another_cell_of_the_rows_is_wrong()
    {
        var result = await EnrolAsync(
            "name,phone,zone\nCleo,+12065550101,Mars/Base\nDan,+12065550101,Asia/Kolkata\n"
        );

        Assert.Equal(
            [(2, "zone", "There is no such time zone."), (3, "phone", "Row 2 has the same number.")],
            result.Problems.Select(p => (p.Row, p.Column, p.Reason))
        );
    }

    [Fact]
    public async Task The_same_file_again_is_nothing_new_and_says_so()
    {
        await EnrolAsync(Good);

        var again = await EnrolAsync(Good);

        Assert.Equal("Nothing new: all 2 are enrolled already.", again.Sentence);
        Assert.Equal(2, (await clinic.Coaches.RosterAsync(Clinic.Ana, Cancellation)).Count);
    }

    [Fact]
    public async Task Nobody_is_enrolled_unless_all_rows_are_good_or_bad_ones_may_be_skipped()
    {
        const string OneBad = Good + "Eva,12,Europe/Berlin\n";

        Assert.Equal("Nobody was enrolled: 1 to mend first.", (await EnrolAsync(OneBad)).Sentence);
        Assert.Empty(await clinic.Coaches.RosterAsync(Clinic.Ana, Cancellation));

        Assert.Equal(
            "2 enrolled; 0 were enrolled already; 1 left out.",
            (await EnrolAsync(OneBad, skipBad: true)).Sentence
        );
    }

    [Theory]
    [InlineData("Eva,12,Europe/Berlin", "phone", "(2 characters)", "Write it with +")]
    [InlineData("Eva,2.07E+10,Europe/Berlin", "phone", "…10 (5 digits)", "Format the column as text")]
    [InlineData("Eva,+18005550123,Europe/Berlin", "phone", "…23 (11 digits)", "country code")]
    [InlineData(
        "Eva,+442071838750,America/Vancuver",
        "zone",
        "America/Vancuver",
        "Did you mean America/Vancouver?"
    )]
    [InlineData("Eva,+442071838750,Vancouver", "zone", "Vancouver", "Did you mean America/Vancouver?")]
    [InlineData("Eva,+442071838750,EST", "zone", "EST", "Write a place")]
    [InlineData(
        "Eva,+442071838750,Pacific Standard Time",
        "zone",
        "Pacific Standard Time",
        "America/Los_Angeles?"
    )]
    [InlineData("Eva,+442071838750,", "zone", "", "Write a place")]
    [InlineData(",+442071838750,Europe/London", "name", "", "Write what the person wants")]
    public async Task A_bad_row_is_told_with_its_column_its_value_masked_if_a_number_and_a_fix(
        string row,
        string column,
        string value,
        string fix
    )
    {
        var problem = Assert.Single(
            (await CheckAsync($"name,phone,zone\nBo,+12065550109,Asia/Kolkata\n{row}\n")).Problems
        );

        Assert.Equal((3, column, value), (problem.Row, problem.Column, problem.Value));
        Assert.Contains(fix, problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mistake_of_the_file_is_told_at_once()
    {
        var check = await CheckAsync(
            "name,phone,zone,cohort,preferred_time,window_from,window_until,country,coach\n"
                + "Bo,1,Nowhere,sping,,,,,\n"
                + "Cy,+12065550101,Asia/Kolkata,spring,25:00,,,,\n"
                + "Di,+12065550102,Asia/Kolkata,spring,,18:00,9am,,\n"
                + "Ed,+12065550103,Asia/Kolkata,spring,8pm,10:00,19:00,,\n"
                + "Flo,+12065550104,Asia/Kolkata,spring,,,,XX,bob\n"
        );

        Assert.Equal<string>(
            [
                "cohort",
                "phone",
                "zone",
                "preferred_time",
                "window_until",
                "preferred_time",
                "country",
                "coach",
            ],
            [.. check.Problems.Select(p => p.Column).Where(c => c != "language")]
        );
        Assert.Contains("Did you mean spring?", check.Problems[0].Fix, StringComparison.Ordinal);
        Assert.Empty(check.Rows);
    }

    [Theory]
    [InlineData("US", "(206) 555-0123", "+12065550123")]
    [InlineData("CA", "604.555.0123", "+16045550123")]
    [InlineData("US", "1 206 555 0123", "+12065550123")]
    [InlineData("GB", "0044 20 7183 8750", "+442071838750")]
    [InlineData("GB", "\u202A+44 (20) 7183\u20118750\u202C", "+442071838750")]
    [InlineData("GB", "020 7183 8750", null)]
    [InlineData("GB", "(206) 555-0123", null)]
    public void A_number_is_normalised_only_where_it_can_mean_one_thing(
        string country,
        string written,
        string? number
    ) => Assert.Equal(number, PhoneReader.Read(written, country, simulated: true).Number?.E164);

    [Fact]
    public void A_made_up_number_is_good_only_for_simulated_phones() =>
        Assert.Null(PhoneReader.Read("+12065550123", "US", simulated: false).Number);

    [Fact]
    public async Task The_same_number_twice_in_a_file_names_both_rows()
    {
        var check = await CheckAsync(Good + "Cleo again,(206) 555-0101,America/Vancouver\n");

        Assert.Equal((4, "Row 2 has the same number."), (check.Problems[0].Row, check.Problems[0].Reason));
    }

    [Theory]
    [InlineData("Name;Phone Number;Time Zone\r\nZoë;+12065550101;America/Vancouver\r\n")]
    [InlineData("\"NAME\"\t\"phone\"\t\"zone\"\n\"Zoë\"\t\"+12065550101\"\t\"america/vancouver\"\n")]
    [InlineData("\n\nname, phone , zone\n\n Zoë , +12065550101 , America/Vancouver \n,,\n")]
    public async Task Separators_headings_and_encodings_are_found_out(string file)
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        Encoding[] encodings = [new UTF8Encoding(false), new UTF8Encoding(true), windows, Encoding.Unicode];

        foreach (var encoding in encodings)
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(file)];
            var check = await Flow().CheckAsync(new MemoryStream(bytes), Request(), Cancellation);

            var row = Assert.Single(check.Rows);
            Assert.Equal(("Zoë", "America/Vancouver"), (row.Profile.Name.Reveal(), row.Profile.Zone));
        }
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("name,phone\nBo,+12065550101\n", "There is no column 'zone'.")]
    [InlineData("name,phone,zone\n", "The file has headings and no rows.")]
    [InlineData("name,phone,zone,shoe size\nBo,+12065550101,Asia/Kolkata,44\n", "This column is not known.")]
    [InlineData("name,phone,zone,mobile\nBo,+12065550101,Asia/Kolkata,1\n", "This column is there twice.")]
    [InlineData("PK\0\u0003zip", "This is no text file; it may be a spreadsheet.")]
    [InlineData(
        "name,phone,zone\n\"Bo,+12065550101,Asia/Kolkata\n",
        "A quotation mark is out of place near line 2."
    )]
    public async Task A_file_that_cannot_be_read_says_why(string file, string reason)
    {
        var check = await CheckAsync(file);

        Assert.Equal(reason, Assert.Single(check.Problems).Reason);
        Assert.NotEmpty(check.Problems[0].Fix);
    }

    [Fact]
    public async Task A_file_of_more_than_five_thousand_rows_is_refused_before_anything_else()
    {
        var rows = string.Concat(Enumerable.Repeat("Bo,1,x\n", EnrolmentFile.MostRows + 1));

        var check = await CheckAsync("name,phone,zone\n" + rows);

        Assert.Equal("The file has more than 5,000 rows.", Assert.Single(check.Problems).Reason);
    }

    [Fact]
    public async Task Two_admins_at_once_enrol_each_person_once()
    {
        var rows = string.Concat(
            Enumerable.Range(10, 30).Select(i => $"P{i},+120655501{i},America/Vancouver\n")
        );

        var results = await Task.WhenAll(
            EnrolAsync("name,phone,zone\n" + rows),
            EnrolAsync("name,phone,zone\n" + rows)
        );

        Assert.Equal(30, results.Sum(r => r.Enrolled.Count));
        Assert.Equal(30, (await clinic.Coaches.RosterAsync(Clinic.Ana, Cancellation)).Count);
    }

    [Theory]
    [InlineData(Keys.Phones, true)]
    [InlineData(Keys.Participants, false)]
    [InlineData(Keys.Participants, true)]
    [InlineData(PeopleKeys.CoachesTable, false)]
    [InlineData(PeopleKeys.AuditTable, false)]
    public async Task A_run_cut_anywhere_is_finished_by_the_same_file(string table, bool afterTheWrite)
    {
        var breaks = 1;
        bool Once(string written) => string.Equals(written, table, StringComparison.Ordinal) && breaks-- == 1;
        clinic.Tables.BreaksAfter = afterTheWrite ? Once : _ => false;
        clinic.Tables.BreaksBefore = afterTheWrite ? _ => false : Once;
        await Assert.ThrowsAnyAsync<StorageException>(() => EnrolAsync(Good));
        clinic.Tables.BreaksAfter = clinic.Tables.BreaksBefore = _ => false;

        await EnrolAsync(Good);

        Assert.Equal(2, (await clinic.Coaches.RosterAsync(Clinic.Ana, Cancellation)).Count);
        Assert.Equal("Nothing new: all 2 are enrolled already.", (await EnrolAsync(Good)).Sentence);
    }

    private static int ById(Core.Participants.ParticipantId a, Core.Participants.ParticipantId b) =>
        string.CompareOrdinal(a.Value, b.Value);

    private static EnrolmentRequest Request(bool skipBad = false) => new("admin", SkipBad: skipBad);

    private static MemoryStream File(string text) => new(Encoding.UTF8.GetBytes(text));

    private Task<EnrolmentCheck> CheckAsync(string text) =>
        Flow().CheckAsync(File(text), Request(), Cancellation);

    private Task<EnrolmentResult> EnrolAsync(string text, bool skipBad = false) =>
        Flow().EnrolAsync(File(text), Request(skipBad), Cancellation);

    private EnrolmentFlow Flow() =>
        new(
            clinic.Coaches,
            clinic.Shelf,
            clinic.Phones,
            clinic.Store,
            new Enroller(clinic.Store, clinic.Coaches, clinic.Trail, clinic.Clock),
            new EnrolmentRules(SimulatedPhones: true)
        );
}
