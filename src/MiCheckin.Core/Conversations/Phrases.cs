namespace MiCheckin.Core.Conversations;

/// <summary>The plain words, in English and Spanish, by which a reading is weighed. A list here claims little and only what nobody would dispute.</summary>
internal static partial class Phrases
{
    public static bool Has(string words, string[] phrases) =>
        phrases.Any(p => words.Contains(p, StringComparison.OrdinalIgnoreCase));

    public static int WordsIn(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetter));

    public static readonly string[] Refusals = (
        "don't want|dont want|do not want|won't|wont|will not|not going to|not gonna|i hate|can't stand|"
        + "not interested|i refuse|no quiero|no voy a|odio|no me interesa"
    ).Split('|');
    public static readonly string[] Turns = (
        "but|though|tho|although|want to quit|want to stop|hate being|hate how|hate that|hate feeling|"
        + "hate the way|hate my|hate it when|hate when|pero|aunque|"
        + "smok|cigar|vap|drink|like this|feel like|give up|to miss|to be sick|to die|to end up|to lose|"
        + "skip|quit|stop"
    ).Split('|');
    public static readonly string[] Promise =
        "i will |i'll |i am going to |i'm going to |im going to |voy a ".Split('|');

    /// <summary>Acts that begin a change in any program: what follows "I will" where nothing else can be meant.</summary>
    public static readonly string[] Begins = (
        "walk|go walk|go for a walk|take a walk|run |jog|swim|bike|ride my bike|dance|hike|exercise|work out|"
        + "stretch|start|begin|try |join|sign up|call|take the stairs|go to the gym|go to the pool|throw out|"
        + "throw away|caminar|correr|nadar|bailar|empezar|comenzar|probar|salir a caminar|ir al gimnasio|"
        + "ir a caminar|llamar|tirar"
    ).Split('|');
    public static readonly string[] OfOneself = (
        " i want| i wanna| i need| i can | i could| i would| i'd | i wish| i hope| i really| i have to| i'm ready|"
        + " i am ready| im ready| quiero| necesito| puedo| me gustar| deseo| espero"
    ).Split('|');
    public static readonly string[] Buts = [" but ", " pero "];
    public static readonly string[] Wants = (
        " think about it| pienso en eso| lo pienso| want to| wanna| i can | could | love to| like to| i want| i like| i love| feel better| feels better| me siento mejor| me gusta| i know it| i know its| i know i should| i should| quiero| me gustar"
    ).Split('|');
    public static readonly string[] AllTheSame = (
        " i will| i'll| ill | i'm going| im going| i am going| i can | i did| i went| anyway| i still| i want| voy a"
        + "| lo hice"
    ).Split('|');
    public static readonly string[] Denials = " not |n't |never|no |nunca".Split('|');
    public static readonly string[] Unfinished =
        "to|the|my|because|cuz|and|but|or|que|porque|y|pero|de|mi".Split('|');
    public static readonly string[] Suppositions = "if |maybe if |if only |si |ojalá |que ".Split('|');

    /// <summary>Said twice: "sometimes I want to and sometimes I don't care".</summary>
    public static readonly string[] NowAndThen =
    [
        "sometimes",
        "some days",
        "part of me",
        "a veces",
        "una parte de m",
    ];

    /// <summary>Words that say how a day is, and nothing of the change.</summary>
    public static readonly string[] Moods = (
        "tired|exhausted|down|great|good|fine|ok|sad|angry|bored|happy|anxious|stressed|worried|proud|better|worse|bad|"
        + "blessed|sick|busy|lonely|slept|sleep|cansada|cansado|triste|bien|mal|feliz|estresado|estresada|contenta|contento"
    ).Split('|');

    /// <summary>News and states that ask for a kind word before anything else.</summary>
    public static readonly string[] HardTimes = (
        " died| passed away| funeral| hospital| surgery| cancer| miscarr| laid off| got fired| divorce| broke up| evict|"
        + " sad | depress| feeling down| so down| fight with| argument with| argued with| peleé| pelea | anxious| anxiety| stressed| overwhelm| exhausted| so tired| im tired | worn out|"
        + " lonely| crying| cried| cant sleep| can't sleep| slept bad| worried| rough week| hard week| bad week| hard day| bad day| the flu|"
        + " angry| murió| falleció| triste| deprim| estresad| agotad| estoy cansad| estoy sola| estoy solo| ansios| preocupad|"
        + " mal día| mala semana| dormí mal"
    ).Split('|');

    public static readonly string[] NotKnown = (
        "dunno|i dunno|idk|i dont know|i don't know|not sure|im not sure|i'm not sure|hard to say|no idea|maybe, not sure yet|i don't have one|i dont have one|i don't have any|i dont have any|"
        + "no sé|no se|no lo sé|no estoy segura|no estoy seguro|quién sabe"
    ).Split('|');

    public static readonly string[] GoodTimes = (
        " feeling great| feeling good| feel good| feel great| happy| proud of myself| good news| great day| good day| good sleep|"
        + " slept good| slept well| better than last week| great week| good week| blessed| excited| new job| contenta | contento | feliz|"
        + " me siento bien| buen día| buena semana| orgullos"
    ).Split('|');

    /// <summary>What makes a short word of mood speak of the change after all.</summary>
    public static readonly string[] OfTheChange = (
        "smok|cig|vap|walk|mov|exerci|gym|activ|quit|stop|want|need| can |can't|cant|will|going|gonna|ready|try|becaus|cuz|"
        + "sick of|tired of|done with|fed up|down to |when i|after|if |without|since|about it|doing it|fum|camin|muev|ejerc|dej|quier|porque|cuando|puedo"
    ).Split('|');

    /// <summary>No promise is made, and no leaning shown, without one of these.</summary>
    public static readonly string[] OfIntention = (
        " if | si |will|'ll|ill |gonna|going|goin|ready|willing|plan|promis|try|tri|ima |start|begin|think|thinkin|might|may |may|about to|"
        + "getting|close|consider|quit day|quit date|day one|commit|decid|want|could|can |sign|set|voy|vamos|lista|listo|"
        + "pienso|pens|empez|empiez|comenz|comienz|prob|prueb|promet|anim|quiero|puedo"
    ).Split('|');

    public static readonly string[] SaysNothing = (
        "the usual|same|same as always|nothing new|same old|one day at a time|lo mismo|lo mismo de siempre|un día a la vez"
    ).Split('|');

    /// <summary>What a number begins with that takes the place of the one before.</summary>
    public static readonly string[] Corrections = (
        "sorry|oops|i mean|i meant|no i mean|no, i mean|wait|actually|make it|make that|change it|change that|*|perdón|perdon|"
        + "quise decir|digo|mejor"
    ).Split('|');

    /// <summary>Said to us, and no slip: "sorry for the late answer".</summary>
    public static readonly string[] Apologies = (
        "sorry for|sorry about|sorry i mean|sorry, i mean|sorry i was|sorry im late|sorry i'm late|sorry just|sorry i just|"
        + "sorry i didn|sorry i did not|sorry wrong|sorry typo|sorry lol|sorry,|perdón por|perdon por|disculpa|lo siento por"
    ).Split('|');

    public static readonly string[] OfTheHabit =
        "smok|cig|vap|drink|drank|slip|skip|gave up|gave in|relaps|walk|gym|fum|bebí|caí".Split('|');

    public static readonly string[] Purposes =
        "for |por |para |because|cuz |so |to |can |could |able |want|puedo|quiero".Split('|');

    public static readonly string[] AsksWhy =
        "why|reason|what makes|matter|por qué|motivo|qué hace que|importa".Split('|');

    public static readonly string[] Hedges = (
        " could | might | maybe | probably | perhaps | someday | some day | if | podría| podria| tal vez | quizás | quizas "
    ).Split('|');

    public static readonly string[] LeftOut =
        "i missed|missed the|i skipped|skipped the|skipped my|falté|no fui".Split('|');
}
