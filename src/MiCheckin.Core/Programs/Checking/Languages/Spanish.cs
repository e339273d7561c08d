namespace MiCheckin.Core.Programs.Checking.Languages;

/// <summary>What the rules of tone look for in Latin American Spanish.</summary>
internal static class Spanish
{
    public static Lexicon Lexicon { get; } =
        new()
        {
            Directive = Lexicon.Any(
                "deb(o|es|e|emos|en|er[ií]as?|er[aá]s?)|tienes que|tiene que|tendr[ií]as? que|hay que|"
                    + "has de|necesitas|es necesario|es obligatorio|por qu[eé] no|m[aá]s te vale|"
                    + "est[aá]s obligad[oa]|(ya )?es hora de|(queremos|quiero|esperamos|espero) que (pongas|hagas|dejes|camines|empieces|tomes|intentes|cambies|vayas|salgas|lo hagas)|"
                    + "te (pedimos|pido|toca|corresponde)|no falles|ponte a"
            ),
            Advice = Lexicon.Pattern(
                "(^|[.!?:;¿¡] ?)((por favor|solo|sólo|simplemente|siempre|nunca|ahora|primero),? )*(intenta|trata de|prueba|considera|evita|recuerda|aseg[uú]rate|no olvides|empieza|"
                    + "comienza|deja|come|bebe|camina|sal|toma|pon|usa|elige|[uú]nete|busca|haz|no hagas|tira|cambia|planea|piensa en hacer|"
                    + "duerme|p[ií]dele|cu[ií]date|procura|p[ií]de(le)?|llama a|escribe|date|s[eé] (fuerte|valiente|paciente|honest[oa])|no faltes|faltes|aguanta|resiste|mueve|evita) |\\b(te )?(sugerimos|sugiero|recomendamos|recomiendo|aconsejamos|aconsejo)|"
                    + "\\blo mejor es\\b|\\bes (mejor|importante|bueno|conveniente) (que|si)\\b|((^|[.!?:;] )(tal vez |quiz[aá]s? )?(podr[ií]as|quieras)|(^|[.!?] )(tal vez |quiz[aá]s? )?puedes) (probar|intentar|empezar|usar|hacer|caminar|llamar|masticar|salir a|tomar|ir a)|"
                    + "\\bquiz[aá]s? quieras\\b|\\blo que puedes hacer\\b|\\buna (idea|forma|manera|opci[oó]n) es\\b|\\b(mucha gente|muchos|muchas|otros|la mayor[ií]a) (lo |le |les )?(sirve|hace[n]?|dice[n]?|logra[n]?|prefiere[n]?|camina[n]?)|"
                    + "\\ba (mucha gente|muchos) le[s]? (sirve|ayuda)|\\b(los )?(doctores|m[eé]dicos|estudios) (dicen|muestran|recomiendan)|\\bte (har[ií]a|har[aá]) bien\\b|\\bestar[ií]as mejor\\b|\\bte lo har[ií]a m[aá]s f[aá]cil|"
                    + "\\bte ayude a\\b|\\bes lo mejor que\\b|\\bcreemos que\\b|¿y si (sales|caminas|pruebas|vas|lo|dejas|haces|empiezas|llamas)|\\bhas (pensado en|probado|intentado) (caminar|salir|dejar|usar|ir)|¿no ser[ií]a mejor|"
                    + "\\bqu[eé] tal si\\b|\\byo que t[uú]\\b|\\blos expertos dicen\\b|\\bte conviene\\b"
            ),
            Warning = Lexicon.Any(
                "riesgos?|peligros?|peligros[oa]s?|morir|muerte|muertes|mata|matar|c[aá]ncer|infartos?|"
                    + "derrame|demasiado tarde|si no lo haces|si sigues as[ií]|peor|empeora(r|r[aá])?|"
                    + "te arrepentir[aá]s|consecuencias?|advertencia|advertimos|cuidado con|da[nñ]a|da[nñ]ino|"
                    + "da[nñ]os?|te hace mal|nos preocupas|preocupad[oa]s por (ti|tu)|nos da miedo|acorta la vida|a[nñ]os de vida|no van? a aguantar|se (te )?acaba el tiempo|"
                    + "lo vas a pagar|(coraz[oó]n|cuerpo|salud) se (debilita|acaba)|te haces da[nñ]o|sin ti|jugando con fuego|tarde o temprano|haces a tus hijos|presi[oó]n va a"
            ),
            Confrontation = Lexicon.Any(
                "admite|reconoce que|s[eé] sincer[oa]|excusas?|en negaci[oó]n|te equivocas|prometiste|"
                    + "dijiste que ibas|por qu[eé] no (lo )?(hiciste|has|haces|puedes|est[aá]s)|"
                    + "por qu[eé] tan poco|por qu[eé] no m[aá]s|demuestra|enfr[eé]ntalo|est[aá]s segur[oa]|"
                    + "de verdad quieres|vamos, |ya te dijimos|siempre (dices|tienes|haces)|no es una (buena )?raz[oó]n|pretextos?|puedes dar m[aá]s|tuviste (toda|todo|tiempo)|esper[aá]bamos m[aá]s|se lo debes|merecen? (algo )?mejor|"
                    + "fue un error|por qu[eé] (sigues|har[ií]as|hiciste)|te impide|esforzarte m[aá]s|si de verdad|ni siquiera|te enga[nñ]as|tu promesa|si quisieras|los dem[aá]s s[ií]|pod[ií]as haber|c[oó]mo puedes decir|no es hora de|otra vez te|obviamente|en realidad"
            ),
            Shame = Lexicon.Any(
                "fracas(o|os|aste|ado|ar)|fallaste|fallas|floj[oa]s?|perezos[oa]s?|d[eé]bil(es)?|"
                    + "adict[oa]s?|gord[oa]s?|obes[oa]s?|trampas?|hiciste trampa|verg[uü]enza|culpas?|culpable|"
                    + "decepci[oó]n|decepcionas(te)?|suci[oa]s?|reca[ií]da|reca[ií]ste|te rendiste|"
                    + "mal h[aá]bito|vicios?|viciosa?|mala decisi[oó]n|te fallaste|arruinaste|est[uú]pid[oa]|in[uú]til"
            ),
            Praise = Lexicon.Any(
                "bien hecho|muy bien|(buen|gran|excelente) trabajo|felicidades|felicitaciones|te felicit(o|amos)|orgullos[oa]s? de ti|(sigue|siga) as[ií]|te portaste bien|bravo|eres un[a]? (estrella|campe[oó]n|campeona|h[eé]roe)|as[ií] se hace|estamos content[oa]s contigo"
            ),
            ClosedStart = Lexicon.Pattern(
                "^(y |entonces |pero )?(eres|es|est[aá]s?|has|ha|tienes|tiene|puedes|podr[ií]as?|quieres|quisieras|te (gusta|gustar[ií]a|parece|sientes)|"
                    + "vas|va|haces|hiciste|crees|piensas|fumaste|fumas|caminaste|hay|sabes|lograste|sigues)\\b"
            ),
            OpenWord = Lexicon.Any("qu[eé]|c[oó]mo|cu[aá]l(es)?|qui[eé]n(es)?|d[oó]nde|cu[aá]ndo"),
            Counting = Lexicon.Pattern("\\bcu[aá]nt[oa]s?\\b|\\bcada cu[aá]nto\\b|\\bhace cu[aá]nto\\b"),
            ControlAnswers =
            [
                new(Lexicon.Pattern("(^|, |[.!] )¿?(y )?cu[aá]ndo [^,]*\\?"), "LUEGO"),
                new(
                    Lexicon.Pattern(
                        "\\bm[aá]s o menos\\b|\\bmenos o m[aá]s\\b|\\bcada cu[aá]nto te gustar[ií]a"
                    ),
                    "MAS"
                ),
                new(Lexicon.Pattern("\\bqu[eé] necesitas\\b|\\bqu[eé] nos pedir[ií]as\\b"), "AYUDA"),
                new(Lexicon.Pattern("\\bahora o (luego|despu[eé]s|m[aá]s tarde)\\b"), "LUEGO"),
                new(
                    Lexicon.Pattern(
                        "\\bqu[eé] (podemos|hacemos)\\b|\\bqu[eé] quieres que hagamos\\b|\\bc[oó]mo seguimos\\b"
                    ),
                    "ALTO"
                ),
                new(
                    Lexicon.Pattern(
                        "\\bo (parar|dejarlo|salir|cancelar|terminar|seguir|ayuda|m[aá]s|menos|luego)\\b|\\b(parar|salir|seguir|m[aá]s|menos|luego),? o\\b"
                    ),
                    "ALTO"
                ),
                new(
                    Lexicon.Pattern(
                        "\\bqu[eé] (quieres|piensas|esperas|eliges) (hacer|lograr|alcanzar|cambiar)( (primero|despu[eé]s|con (eso|esto|el cigarro)))?\\?"
                    ),
                    "DEJAR"
                ),
                new(Lexicon.Pattern("\\bcu[aá]l es tu (meta|plan|deseo)\\?"), "DEJAR"),
            ],
            ControlWord = Lexicon.Pattern(
                "^(stop|alto|parar|basta|cancelar|salir|fin|baja|si|s[ií]|start|ayuda|help|info|pausa|pause|seguir|resume|luego|later|menos|less|m[aá]s|more|hora|time|coach)$"
            ),
            But = Lexicon.Any("pero|sin embargo|aunque"),
            And = Lexicon.Any("y|e"),
            Violence = Lexicon.Any(
                "violencia|violent[oa]|abus[oa]s?|maltrato|golpe(s|a|ar)?|pareja|espos[oa]|marido|"
                    + "novi[oa]|dom[eé]stic[oa]|ataque|agresi[oó]n|agresor|polic[ií]a|denuncia|salir de casa|"
                    + "insegur[oa]"
            ),
            Required = new Obligations
            {
                Begin = new(Lexicon.Exact("\\bS[IÍ]\\b"), "Responde SI para empezar"),
                End = new(Lexicon.Exact("\\bSTOP\\b"), "STOP para salir"),
                Help = new(Lexicon.Exact("\\b(AYUDA|HELP)\\b"), "AYUDA para ayuda"),
                Rates = new(
                    Lexicon.Pattern("tarifas? de (sms|mensajes) y datos|costos? de mensajes y datos"),
                    "Pueden aplicar tarifas de mensajes y datos"
                ),
                HowOften = new(
                    Lexicon.Pattern("\\b(por|a la|cada) (d[ií]a|semana|mes)\\b"),
                    "unos 2 por semana"
                ),
                NotWatched = new(
                    Lexicon.Pattern(
                        "no (se leen|los leemos) a toda hora|no (se leen|los leemos) las 24 horas"
                    ),
                    "No se leen a toda hora"
                ),
                NoCrisisService = new(
                    Lexicon.Pattern("no (es|son) (un servicio )?(para|de) (una )?crisis"),
                    "no es un servicio de crisis"
                ),
                APerson = new(Lexicon.Exact("\\bCOACH\\b"), "para hablar con alguien, COACH"),
                ComeBack = new(Lexicon.Exact("\\bSTART\\b"), "manda START para volver"),
                NoMore = new(
                    Lexicon.Pattern(
                        "no (te )?(mandaremos|enviaremos|recibes|recibir[aá]s) (ya )?m[aá]s (mensajes|textos)|ya no recibes (mensajes|textos)"
                    ),
                    "ya no recibes mensajes"
                ),
                GoOn = new(Lexicon.Exact("\\b(CONTINUAR|RESUME)\\b"), "manda CONTINUAR"),
            }.All,
            OwnLetters = "áíóúÁÍÓÚ",
            Read = Inflesz.Of,
        };
}
