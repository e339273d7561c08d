using System.Text.Json.Nodes;
using MiCheckin.Core.Programs.Checking;

namespace MiCheckin.Tests.Programs.Checking;

public sealed class RuleTests
{
    [Theory]
    [InlineData("directive", "ask.need", "What do you think you should do?")]
    [InlineData("directive", "prompts", "What must change for you?")]
    [InlineData("directive", "ask.sustain", "Why don't you begin with something small?")]
    [InlineData("directive", "reminder", "You need to answer our question.")]
    [InlineData("advice", "ask.need", "Try a short walk. What do you think?")]
    [InlineData("advice", "ask.ability", "We suggest a walk. What do you think?")]
    [InlineData("advice", "reflect.neutral", "How about you start with the stairs.")]
    [InlineData("warning", "reflect.sustain", "Sitting all day is dangerous, and you know it.")]
    [InlineData("warning", "ask.sustain", "What about your risk of a stroke?")]
    [InlineData("confrontation", "ask.slip", "Why didn't you keep to the plan?")]
    [InlineData("confrontation", "reflect.mixed", "You said you would do it, and you want to.")]
    [InlineData("shame", "reflect.slip", "You failed this time. Thanks for telling us.")]
    [InlineData("shame", "reflect.slip", "You gave in, and you told us.")]
    [InlineData("closed-question", "prompts", "Did you walk this week?")]
    [InlineData("closed-question", "ask.need", "If you had more time, would you walk more?")]
    [InlineData("closed-question", "ask.steps", "How many steps did you take?")]
    [InlineData("closed-question", "ask.steps", "It went well?")]
    [InlineData("one-question", "prompts", "How was it? What helped?")]
    [InlineData("one-question", "prompts", "Tell us about your week.")]
    [InlineData("one-question", "reflect.desire", "You want this?")]
    [InlineData("control-answer", "prompts", "When would you like to begin?")]
    [InlineData("control-answer", "prompts", "How would you feel: more or less tired?")]
    [InlineData("control-answer", "ask.discord", "What can we do? Text COACH or STOP.")]
    [InlineData("control-answer", "prompts", "What do you need?")]
    [InlineData("control-answer", "prompts", "What would you like to do?")]
    [InlineData("double-sided", "reflect.sustain", "It is hard right now, but you keep thinking of it.")]
    [InlineData("double-sided", "reflect.mixed", "Part of you wants this.")]
    [InlineData("required-words", "stop.confirm", "{program}: goodbye.")]
    [InlineData("required-words", "help", "{program}: write to {contact}. In a crisis: {numbers}.")]
    [InlineData("discord", "ask.discord", "What would you like us to know?")]
    [InlineData("reading", "reflect.reason", "Cardiovascular considerations motivate you considerably.")]
    [InlineData("alphabet", "reflect.reason", "You\u2019ve got a reason of your own.")]
    [InlineData("alphabet", "reflect.reason", "You have a reason of your own \u2764")]
    [InlineData("repeat", "reflect.desire", "You would like things to be different.")]
    [InlineData("repeat", "prompts", "Think of a time when moving felt good. What was that time like?")]
    public void A_text_that_breaks_a_rule_is_found(string rule, string cell, string text) =>
        Assert.Contains(
            ProgramChecker.Check(ProgramFile.With(cell, text).ToJsonString()).Findings,
            f => f.Rule == rule
        );

    [Theory]
    [InlineData("directive", "ask.need", "¿Qué crees que debes hacer?")]
    [InlineData("directive", "ask.need", "¿Qué es lo que tienes que cambiar?")]
    [InlineData("advice", "ask.need", "Te sugerimos caminar. ¿Qué te parece?")]
    [InlineData("advice", "ask.need", "Intenta salir un poco. ¿Qué te parece?")]
    [InlineData("warning", "reflect.sustain", "Es un peligro para tu cuerpo.")]
    [InlineData("confrontation", "ask.slip", "¿Por qué no lo hiciste?")]
    [InlineData("shame", "reflect.slip", "Fue una recaída. Gracias por decirlo.")]
    [InlineData("closed-question", "prompts", "¿Caminaste esta semana?")]
    [InlineData("closed-question", "prompts", "¿Cuántas veces saliste?")]
    [InlineData("control-answer", "prompts", "¿Cuándo te gusta empezar?")]
    [InlineData("control-answer", "prompts", "¿Qué necesitas?")]
    [InlineData("double-sided", "reflect.mixed", "Es duro, pero te importa.")]
    [InlineData("required-words", "welcome", "Hola {name}, somos {program}: {numbers}.")]
    [InlineData(
        "reading",
        "reflect.reason",
        "Consideraciones cardiovasculares particularmente motivadoras intervienen."
    )]
    [InlineData(
        "answer-length",
        "reflect.reason",
        "Tienes una razón propia, y según tú es la razón que más te mueve en la vida."
    )]
    public void Spanish_has_rules_of_its_own(string rule, string cell, string text) =>
        Assert.Contains(
            ProgramChecker.Check(ProgramFile.With(cell, text, "es").ToJsonString()).Findings,
            f => f.Rule == rule
        );

    [Theory]
    [InlineData("prompts", "What, if anything, would you like to be different?")]
    [InlineData("prompts", "If you could change one thing, what would it be?")]
    [InlineData("ask.commitment", "What is your first step, and when?")]
    [InlineData("ask.sustain", "You decide. What matters to you?")]
    [InlineData("prompts", "What would it take for a small change to feel good?")]
    [InlineData("reflect.need", "It feels like too much, and you hold on to it.")]
    public void What_keeps_the_rules_is_left_alone(string cell, string text) =>
        Assert.All(
            ProgramChecker.Check(ProgramFile.With(cell, text).ToJsonString()).Findings,
            f => Assert.Equal("contact", f.Rule)
        );

    [Theory]
    [InlineData("segments", Severity.Warning, 161)]
    [InlineData("segments", Severity.Error, 307)]
    public void Talk_fits_one_segment_and_nothing_takes_three(string rule, Severity severity, int length)
    {
        var text = string.Concat(Enumerable.Repeat("So it is. ", 40))[..(length - 1)]
            .TrimEnd()
            .PadRight(length, '.');

        Assert.Contains(
            Check(ProgramFile.With("reflect.neutral", text)),
            f => f.Rule == rule && f.Severity == severity
        );
    }

    [Fact]
    public void A_character_that_costs_is_shown_whole() =>
        Assert.Contains(
            Check(ProgramFile.With("reflect.neutral", "You say it as it is \ud83d\ude42")),
            f => f.Rule is "alphabet" && f.Problem.Contains("\ud83d\ude42", StringComparison.Ordinal)
        );

    [Fact]
    public void A_long_reflection_and_a_long_question_are_too_much_for_one_text() =>
        Assert.Contains(
            Check(
                ProgramFile.With(
                    "reflect.sustain",
                    "This is how it is for you, and you tell it in your own way, as it comes, day by day."
                )
            ),
            f => f.Rule is "answer-length"
        );

    [Fact]
    public void A_country_that_people_are_enrolled_in_has_its_safety_texts()
    {
        var program = ProgramFile.Read(ProgramFile.MoveMore()).Program!;

        Assert.Contains(
            ProgramChecker.Check(program, ["NZ"]),
            f => f.Rule is "countries" && f.Problem.Contains("NZ", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(ProgramChecker.Check(program, ["MX"]), f => f.Rule is "countries");
    }

    [Fact]
    public void A_country_of_one_language_is_missed_in_the_other()
    {
        var program = ProgramFile.MoveMore();
        program["texts"]!["es"]!["safety"]!.AsObject().Remove("GB");

        Assert.Contains(Check(program), f => f.Rule is "countries" && f.Path is "$.texts.es.safety");
    }

    [Theory]
    [InlineData("crisis", "Call 911 now.", "988")]
    [InlineData("medical", "Call 988, or 911 if it is urgent.", "does not come first")]
    [InlineData("violence", "If your partner hurts you call 911 or 988.", "another reader")]
    [InlineData("crisis", "Are you safe? Call 988 or 911.", "asks nothing")]
    public void A_safety_text_names_its_numbers_and_gives_nothing_away(
        string kind,
        string text,
        string problem
    )
    {
        var program = ProgramFile.MoveMore();
        program.English()["safety"]!["US"]![kind] = text;

        Assert.Contains(
            Check(program),
            f => f.Severity is Severity.Error && f.Problem.Contains(problem, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Eight_weeks_without_a_prompt_twice_take_enough_prompts_in_every_stage()
    {
        var program = ProgramFile.MoveMore();

        foreach (var language in new[] { "en", "es" })
        {
            var prompts = program["texts"]![language]!["prompts"]!.AsArray();

            while (prompts.Count > 20)
            {
                prompts.RemoveAt(20);
            }
        }

        var found = Check(program).Where(f => f.Rule is "repeat-8-weeks").ToList();
        Assert.Contains(found, f => f.Severity is Severity.Warning);
        Assert.Contains(
            "In Maintenance there are",
            string.Join('\n', found.Select(f => f.Problem)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Reflections_that_only_repeat_are_too_few_complex_ones()
    {
        var program = ProgramFile.MoveMore();

        foreach (var variant in program.English()["cells"]!.AsObject().SelectMany(c => c.Value!.AsArray()))
        {
            variant!.AsObject().Remove("complex");
        }

        Assert.Contains(Check(program), f => f is { Rule: "complex-share", Severity: Severity.Error });
    }

    [Fact]
    public void A_choice_is_no_word_to_the_service()
    {
        var program = ProgramFile.MoveMore();

        foreach (var language in new[] { "en", "es" })
        {
            var prompt = program["texts"]![language]!["prompts"]![0]!;
            prompt["expects"] = "choice";
            prompt["choices"] = new JsonArray("Walking", language is "en" ? "More" : "Menos");
        }

        Assert.Equal(2, Check(program).Count(f => f.Rule is "control-answer"));
    }

    [Fact]
    public void A_language_that_the_checker_does_not_speak_is_said_to_be_unchecked()
    {
        var program = ProgramFile.MoveMore();
        program["texts"]!["fr"] = program["texts"]!["es"]!.DeepClone();

        Assert.Contains(Check(program), f => f.Rule is "language" && f.Path is "$.texts.fr");
    }

    [Fact]
    public void A_contact_that_somebody_answers_leaves_a_shipped_program_without_a_warning()
    {
        var program = ProgramFile.MoveMore();
        program["texts"]!["en"]!["contact"] = "care@clinic.net";
        program["texts"]!["es"]!["contact"] = "care@clinic.net";

        Assert.Empty(Check(program));
    }

    [Fact]
    public void Mistakes_of_form_are_errors_too()
    {
        var finding = Assert.Single(ProgramChecker.Check("{").Findings);

        Assert.Equal(("form", Severity.Error), (finding.Rule, finding.Severity));
    }

    private static IReadOnlyList<Finding> Check(JsonObject program)
    {
        var outcome = ProgramChecker.Check(program.ToJsonString());
        Assert.NotNull(outcome.Program);
        return outcome.Findings;
    }
}
