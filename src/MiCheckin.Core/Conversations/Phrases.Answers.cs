namespace MiCheckin.Core.Conversations;

/// <summary>What tells hurdles, conditions, losses, slips and words at us from what merely sounds like them.</summary>
internal static partial class Phrases
{
    /// <summary>"I don't want to cough any more" refuses nothing that we ask.</summary>
    public static readonly string[] AnyMore =
        "any more|anymore|like my |like this|ya no quiero toser|más así".Split('|');

    /// <summary>What begins with these says when it would be, not that it is or is not.</summary>
    public static readonly string[] Conditions =
        "if i |if my |if he |if she |if the |if we |if only |if someone |if somebody |when i'm |when im |when my |when the |once my |once i |si mi |si me |si el |si la |si no |si tuviera|si pudiera|cuando mi |cuando me |cuando el |cuando la ".Split(
            '|'
        );

    /// <summary>Said of what was done, and not of what is wished for.</summary>
    public static readonly string[] WhatWas = (
        " already| i did | i've | ive | i walked| i went| i started| i quit | i stopped| i haven't| days ago| yesterday| since | so far|"
        + " ya |caminé|empecé|dejé| llevo | hice | fui | desde "
    ).Split('|');

    public static readonly string[] ForNow = " now | now.| ready| never| ahora| lista | listo | nunca".Split(
        '|'
    );

    public static readonly string[] Nones =
        "none|nothing|nah|i don't have any|i dont have any|not really|i don't have one|i dont have one|nada|ninguno|ninguna|no tengo ningun".Split(
            '|'
        );

    public static readonly string[] QuestionWords =
        "what|why|who|how|when|where|which|is |are |do |does |can |could you|¿|qué |que es|por qué|quién|cómo|cuál|cuándo".Split(
            '|'
        );

    /// <summary>Said to us, who do not listen.</summary>
    public static readonly string[] AtUs = (
        "already told you|told you already|i told you that|already answered|mind your own|mind your business|leave me alone|"
        + "none of your business|ya les dije|ya te dije|ya lo dije|ya contesté|no se metan|no te metas|déjenme en paz|dejenme en paz|"
        + "no es asunto"
    ).Split('|');

    /// <summary>What somebody does who is at it again, said without "not".</summary>
    public static readonly string[] AtItAgain = (
        "back to smoking|back to vaping|back to a pack|a pack a day again|smoking again|vaping again|back at it|volví a fumar|"
        + "fumo otra vez|otra vez fumando|bought a pack|bought cigarettes|smoked a |smoked one|smoked two|smoked it all|had a cig|me fumé|fumé un|fumé dos|fumé uno|"
        + "compré una cajetilla|compré cigarros|compré un paquete"
    ).Split('|');

    public static readonly string[] WithoutIt =
        "almost|nearly|wanted to|used to|last year|years ago|casi |quería|hace años".Split('|');

    /// <summary>What nobody wants for themselves: "I don't want to end up like my dad" is a reason.</summary>
    public static readonly string[] WantedByNobody = (
        "want to end up|want to smell|want to cough|want to die|want to get sick|want to be sick|want to lose|want to wheeze|want to be like|"
        + "want to depend|want to hurt|quiero terminar|quiero acabar|quiero oler|quiero toser|quiero morir|quiero enfermar|quiero perder|"
        + "quiero depender|quiero ser como|quiero seguir así"
    ).Split('|');

    /// <summary>What stands in the way, as nobody says of what they like.</summary>
    public static readonly string[] Hurdles = (
        " no time| busy| too tired| exhausted| wiped| work | job | shift| commute| hurt| pain| knee| back went| my back| bad back|"
        + " hip | asthma| breath| sick | covid| the flu| kids need| the kids | my kids| babysit| weather| rain| snow| heat| cold | hot |"
        + " dark| safe | unsafe| money| afford| scared| afraid| embarrass| depress| anxi| stress| husband smokes| wife smokes|"
        + " around me smoke| everyone smokes| withdrawal| crav| can't | cant | cannot| i try| i tried| and then i | give in| cave |"
        + " sin tiempo| no tengo tiempo| trabajo| cansad| dolor| duele| rodilla| espalda| lluvia| calor| frío| segur| dinero| miedo|"
        + " pena | estrés| estres| no puedo| ansias| niños"
    ).Split('|');

    /// <summary>A death, and what is as heavy: kind words come before anything about the change.</summary>
    public static readonly string[] Losses = (
        " died last| died in | died this| just died| passed away| has passed| passed in | passed last| passed this| funeral| hospice| miscarr|"
        + " at the hospital| in the hospital| in hospital| in the er | in the icu| broke her| broke his| broke my| had a fall| lost my mom|"
        + " lost my mother| lost my dad| lost my father| lost my husband| lost my wife| lost my son| lost my daughter| lost my brother|"
        + " lost my sister| lost my baby| lost my job| lost the baby| evict| falleció| murió mi| murió el| murió la| se murió| en el hospital|"
        + " perdí a mi| perdí mi trabajo| funeral"
    ).Split('|');

    /// <summary>Faces and hearts that weep.</summary>
    public static readonly string[] Tears = ["😭", "😢", "😞", "😔", "💔", "😿", "🥺", "😥", "😓"];

    /// <summary>Faces and hands that are angry at us: nothing else was said.</summary>
    public static readonly string[] Rage = ["🖕", "🤬", "😡", "😠"];

    /// <summary>"I used to love dancing": a wish, and no slip.</summary>
    public static readonly string[] Longings =
        "used to |i miss |miss it|miss that|extraño|echo de menos|antes me ".Split('|');

    /// <summary>Questions that ask what speaks for or against it: whatever is told then is a reason.</summary>
    public static readonly string[] AsksForReasons = (
        "why|reason|what makes|makes that matter|do you hope|gain|less good|bother|like less|speaks for|what does the side|"
        + "draws you|does it take|por qué|motivo|qué hace que|esperas que|ganado|menos bueno|se lleva"
    ).Split('|');

    /// <summary>Questions that ask what speaks against it, or stands in its way.</summary>
    public static readonly string[] AsksForHurdles = (
        "in the way|makes it hard|smoking give you|good things|when an urge|se atraviesa|hace duro|te da el cigarro|lo bueno|ganas de fumar"
    ).Split('|');

    /// <summary>What ties a fact to the change, besides naming it: what it is for, what it does, and that it is one's own will.</summary>
    public static readonly string[] TiesToTheChange = (
        " for my | for the | so i | so that | it | its | it's | this | i could | i get | i have to | i'd | id | would | instead| exerc| habit| addict|"
        + " pack | patch | stairs | couch| por mi| para | por el | así que | ejerc| cajetilla | parche "
    ).Split('|');

    /// <summary>The habit itself, promised or wished for.</summary>
    public static readonly string[] TheHabitMeant = (
        " going to smoke| gonna smoke| will smoke| i'll smoke| ill smoke| only smoke| just smoke| keep smoking| want to smoke| wanna smoke|"
        + " going to vape| will vape| just vape| want to vape| keep vaping| voy a fumar| quiero fumar| seguir fumando| fumar solo | fumar sólo "
    ).Split('|');

    public static readonly string[] LessOfIt =
        " less| fewer| half| cut | cutting| one a day| stop| quit| no more| menos| dejar".Split('|');
}
