using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Core.Conversations;

namespace MiCheckin.Tests.Conversations;

/// <summary>"Quiero caminar con mis hijos" said back as "quieres caminar con tus hijos", only where that is certain.</summary>
public sealed class SpanishMirroringTests
{
    [Theory]
    [InlineData("quiero caminar más", "quieres caminar más")]
    [InlineData("Quiero caminar con mis hijos.", "quieres caminar con tus hijos")]
    [InlineData("quiero sentirme mejor", "quieres sentirte mejor")]
    [InlineData("quiero verme bien en mi boda", "quieres verte bien en tu boda")]
    [InlineData("quiero dejar de fumar por mi hija", "quieres dejar de fumar por tu hija")]
    [InlineData("quiero respirar y dormir mejor", "quieres respirar y dormir mejor")]
    [InlineData("ya quiero empezar", "ya quieres empezar")]
    [InlineData("yo quiero bajar de peso", "quieres bajar de peso")]
    [InlineData("porque quiero ver a mis nietos", "quieres ver a tus nietos")]
    [InlineData("la verdad quiero cambiar", "quieres cambiar")]
    [InlineData("puedo caminar a la hora de la comida", "puedes caminar a la hora de la comida")]
    [InlineData("puedo aguantarme un día", "puedes aguantarte un día")]
    [InlineData("voy a caminar el lunes", "vas a caminar el lunes")]
    [InlineData("voy a dejarlo por mi familia", "vas a dejarlo por tu familia")]
    [InlineData("voy a levantarme temprano", "vas a levantarte temprano")]
    [InlineData("me gustaría tener más energía", "te gustaría tener más energía")]
    [InlineData("me gustaria bajar de peso", "te gustaría bajar de peso")]
    [InlineData("me encanta bailar con mi esposo", "te encanta bailar con tu esposo")]
    [InlineData("me gusta caminar con mi perro", "te gusta caminar con tu perro")]
    [InlineData("me importa mi salud", "te importa tu salud")]
    [InlineData("me siento mejor al caminar", "te sientes mejor al caminar")]
    [InlineData("me duelen mis rodillas", "te duelen tus rodillas")]
    [InlineData("me cuesta levantarme", "te cuesta levantarte")]
    [InlineData("tengo ganas de caminar", "tienes ganas de caminar")]
    [InlineData("espero ver crecer a mis hijos", "esperas ver crecer a tus hijos")]
    [InlineData("pienso probar el parche", "piensas probar el parche")]
    [InlineData("estoy lista para empezar", "estás lista para empezar")]
    [InlineData("estoy cuidándome por mis hijos", "estás cuidándote por tus hijos")]
    [InlineData("llevo tres semanas caminando", "llevas tres semanas caminando")]
    [InlineData("caminé tres veces esta semana", "caminaste tres veces esta semana")]
    [InlineData("ayer salí con mi perro", "ayer saliste con tu perro")]
    [InlineData("fui al gimnasio el martes", "fuiste al gimnasio el martes")]
    [InlineData("bajé a cinco cigarros", "bajaste a cinco cigarros")]
    [InlineData("tiré mi encendedor ayer", "tiraste tu encendedor ayer")]
    [InlineData("he caminado con mi hermana", "has caminado con tu hermana")]
    [InlineData("extraño jugar con mis hijos", "extrañas jugar con tus hijos")]
    [InlineData("lo hago por mis hijos", "lo haces por tus hijos")]
    [InlineData("quisiera estar con mi familia más tiempo", "quisieras estar con tu familia más tiempo")]
    [InlineData("podria ir en bicicleta", "podrías ir en bicicleta")]
    [InlineData("quiero que", null)]
    public void A_plain_clause_about_oneself_is_turned_to_tu(string words, string? expected) =>
        Assert.Equal(expected, Mirroring.Mirror(words, "es"));

    [Theory]
    [InlineData("por mis hijos", "es por tus hijos")]
    [InlineData("por mi salud", "es por tu salud")]
    [InlineData("para estar con mi familia", "es para estar con tu familia")]
    [InlineData("para sentirme bien", "es para sentirte bien")]
    public void What_it_is_for_is_said_back_as_that(string words, string expected) =>
        Assert.Equal(expected, Mirroring.Mirror(words, "es"));

    [Theory]
    [InlineData("no quiero caminar")]
    [InlineData("quiero pero no tengo tiempo")]
    [InlineData("quiero que me dejen en paz")]
    [InlineData("quiero que tú me ayudes")]
    [InlineData("quiero caminar y tengo miedo")]
    [InlineData("quiero caminar y duermo mal")]
    [InlineData("necesito dejarlo")]
    [InlineData("tengo que moverme más")]
    [InlineData("quiero morirme")]
    [InlineData("quiero decírmelo")]
    [InlineData("puedo ponérmelo")]
    [InlineData("quiero ponermelo")]
    [InlineData("nuestro hijo quiere caminar")]
    [InlineData("quiero ayudar a nuestros hijos")]
    [InlineData("mi esposa quiere que camine")]
    [InlineData("¿puedo caminar?")]
    [InlineData("QUIERO DEJARLO YA")]
    [InlineData("quiero DEJARLO ya")]
    [InlineData("quiero, pero me canso")]
    [InlineData("creo que puedo")]
    [InlineData("si puedo caminar")]
    [InlineData("quiero un pinche cigarro")]
    [InlineData("caminar")]
    [InlineData("quiero")]
    [InlineData("voy a caminar cuando pueda")]
    [InlineData("quiero caminar\ncon mis hijos")]
    [InlineData("camino porque me gusta")]
    [InlineData("me gusta y corrí ayer")]
    [InlineData("I want to walk more")]
    [InlineData("por mis hijos que quiero tanto y por todo lo demás")]
    public void Anything_less_than_certain_is_left_to_a_plain_wording(string words) =>
        Assert.Null(Mirroring.Mirror(words, "es"));

    [Fact]
    public void Whatever_is_given_back_is_short_and_speaks_of_you_alone() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<NonNull<string>>(),
                words =>
                    Mirroring.Mirror("quiero ir con mis " + words.Get, "es") is not { } clause
                    || (
                        clause.StartsWith("quieres ir con tus", StringComparison.Ordinal)
                        && clause.Length <= Mirroring.Longest
                        && !$" {clause} ".Contains(" mi ", StringComparison.Ordinal)
                        && !$" {clause} ".Contains(" me ", StringComparison.Ordinal)
                    )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Other_languages_have_plain_wordings_only() =>
        Assert.Null(Mirroring.Mirror("je veux marcher", "fr"));

    [Theory]
    [InlineData("quiero caminar\nporque es bueno", "quieres caminar")]
    [InlineData("quiero dejarlo\npero me cuesta", null)]
    [InlineData("quiero\ncaminar más con mis hijos", null)]
    public void Of_an_answer_in_parts_the_part_that_can_be_turned_is_given_back(
        string words,
        string? expected
    ) => Assert.Equal(expected, Mirroring.MirrorPart(words, "es"));
}
