using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Core.Replies;
using MiCheckin.Tests.Texts;

namespace MiCheckin.Tests.ReplyReading;

public sealed class ReplyReaderTests
{
    private static readonly Asked Ruler = new()
    {
        Prompt = "How ready are you, 0 to 10?",
        Expects = Expects.Ruler,
    };

    private static readonly string[] NoNumbers =
    [
        "maybe",
        "very",
        "ready",
        "not",
        "at",
        "all",
        "I",
        "am",
        "so",
        "high",
        "low",
        "kind",
        "of",
        "the",
        "kids",
        "?",
        "!",
        ",",
        "idk",
        "lol",
        "no",
        "yes",
        "walk",
        "smoke",
        "ok",
    ];

    [Fact]
    public void Without_a_digit_or_a_number_word_no_number_is_ever_read() =>
        Prop.ForAll(
                Gen.Elements(NoNumbers).ArrayOf().ToArbitrary(),
                words => ReplyReader.Read(string.Join(' ', words), Ruler).Ruler is null
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_read_without_harm_twice_alike_and_with_spans_inside_it() =>
        Prop.ForAll<string>(text => Holds(text ?? "")).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("\ud800")]
    [InlineData("7\udc00 \ud83d")]
    [InlineData("\ud83d\ude00\ud83d")]
    [InlineData("")]
    [InlineData("   \n ")]
    public void Broken_and_empty_texts_are_read_without_harm(string text) => Assert.True(Holds(text));

    [Fact]
    public void A_text_of_a_hundred_thousand_letters_is_read() =>
        Assert.True(Holds(string.Concat(Enumerable.Repeat("i want to stop smoking and ", 4_000))));

    [Fact]
    public async Task Naughty_strings_are_read_without_harm()
    {
        foreach (
            var text in await SharedData.VectorsAsync("blns.json", TestContext.Current.CancellationToken)
        )
        {
            Assert.True(Holds(text.GetString()!));
        }
    }

    [Theory]
    [InlineData("no", "Would you like to cut down on smoking?", Talk.Sustain)]
    [InlineData("no", "Would you like to continue the conversation?", Talk.Neutral)]
    [InlineData("I really want to quit for my kids", "What matters most to you?", Talk.Change)]
    [InlineData("it relaxes me and i'm not ready to quit", "What do you like about smoking?", Talk.Sustain)]
    public void A_reply_leans_by_what_was_asked(string text, string prompt, Talk talk) =>
        Assert.Equal(
            talk,
            ReplyReader.Read(text, new Asked { Prompt = prompt, Expects = Expects.Open }).Talk
        );

    [Fact]
    public void A_phone_reaction_that_quotes_a_danger_is_no_alarm() =>
        Assert.Equal(
            Urgency.None,
            ReplyReader.Read("Liked “Call 988 if you want to die”", Asked.Nothing).Urgency
        );

    [Theory]
    [InlineData("TIME 6", "18:00")]
    [InlineData("time 7:30am", "07:30")]
    [InlineData("TIME 7", null)]
    [InlineData("time half past six", "18:30")]
    [InlineData("time quarter to ten", "09:45")]
    [InlineData("HORA mediodía", "12:00")]
    [InlineData("HORA a las cinco", "17:00")]
    [InlineData("HORA a las seis y media", "18:30")]
    public void A_time_is_read_only_where_it_is_certain(string text, string? time) =>
        Assert.Equal(
            time,
            ReplyReader
                .Read(text, Asked.Nothing)
                .PreferredTime?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)
        );

    [Theory]
    [InlineData("SNOOZE 7", 7, null)]
    [InlineData("snooze until Monday", null, IsoDayOfWeek.Monday)]
    [InlineData("stop texting me for two weeks", 14, null)]
    [InlineData("hold my texts, back in 10 days", 10, null)]
    [InlineData("no me manden nada hasta el lunes", null, IsoDayOfWeek.Monday)]
    public void Days_off_are_counted_or_last_until_a_weekday(string text, int? days, IsoDayOfWeek? until)
    {
        var reading = ReplyReader.Read(text, Asked.Nothing);
        Assert.Equal(
            (ControlWord.Snooze, days, until),
            (reading.Control, reading.SnoozeDays, reading.SnoozeUntil)
        );
    }

    [Theory]
    [InlineData("done with these cigs")]
    [InlineData("enough of the drinking")]
    [InlineData("no more cigs for me")]
    [InlineData("doc said to take me off the insulin")]
    [InlineData("wrong number i dont drink")]
    [InlineData("im done with the list")]
    [InlineData("I just don't want to be reminded that I have it")]
    [InlineData("A year from now I'd like to not be getting these")]
    public void Being_done_with_a_habit_or_a_thing_is_no_opt_out(string text) =>
        Assert.NotEqual(ControlWord.Stop, ReplyReader.Read(text, Asked.Nothing).Control);

    [Theory]
    [InlineData("pain is a 7 today")]
    [InlineData("nowhere near a 10")]
    [InlineData("a 7 would be a stretch")]
    [InlineData("im gonna be a 7 by summer")]
    [InlineData("i dont think im a 7")]
    [InlineData("8 today 4 tomorrow")]
    [InlineData("8 but at parties prob 3")]
    [InlineData("used to smoke 20 now 8")]
    [InlineData("dinner is at 9")]
    [InlineData("7 30")]
    public void A_number_for_something_else_or_for_another_day_is_not_stored(string text) =>
        Assert.Null(ReplyReader.Read(text, Ruler).Ruler);

    [Fact]
    public void A_reading_is_explained_with_the_words_it_rests_on()
    {
        const string Text = "i want to quit for my kids";
        Assert.Contains(
            "“",
            Explanation.Of(Text, ReplyReader.Read(Text, Asked.Nothing)),
            StringComparison.Ordinal
        );
    }

    private static bool Holds(string text)
    {
        var (one, two) = (ReplyReader.Read(text, Ruler), ReplyReader.Read(text, Ruler));
        var isAlike =
            one.Talk == two.Talk
            && one.Confidence.Equals(two.Confidence)
            && one.Control == two.Control
            && one.Urgency == two.Urgency
            && one.Ruler == two.Ruler;
        return isAlike
            && Explanation.Of(text, one).Length > 0
            && one.Spans.All(s => s.Start >= 0 && s.Length >= 0 && s.Start + s.Length <= text.Length);
    }
}
