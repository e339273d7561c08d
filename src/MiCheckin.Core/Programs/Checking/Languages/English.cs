namespace MiCheckin.Core.Programs.Checking.Languages;

/// <summary>What the rules of tone look for in US English.</summary>
internal static class English
{
    public static Lexicon Lexicon { get; } =
        new()
        {
            Directive = Lexicon.Any(
                "should(n'?t)?|must(n'?t)?|needs? to|ha(ve|s) (got )?to|ought|gotta|had better|"
                    + "you'?d better|supposed to|why don'?t you|why not try|don'?t you think|you'?re required|"
                    + "make yourself|it is time (you|to)|time for you to|isn'?t it time|ha(ve|s) got to|"
                    + "(we|i) (would like|'?d like|want|need|ask|urge|expect) you|(we|i) hope you (will|'ll|can)|get serious|no more delays?"
            ),
            Advice = Lexicon.Pattern(
                "(^|[.!?:;] )((please|just|simply|always|never|now|so|then|first|only|next),? )*(try|consider|avoid|remember|make sure|be sure|don'?t forget|start (by|with|to)|cut|eat|drink|walk|go|"
                    + "take|put|set|keep|use|choose|join|find|do|don'?t|throw|switch|replace|plan|think about|focus|get|give|let|swap|drop|"
                    + "stay|sleep|tell yourself|ask (a|an|your|for|them|him|her)|call (a|an|your|the)|(stop|quit) ((smoking|drinking|vaping) (today|now|and|for|before|this|by|at)|it|now|today|sitting|making|putting)|be (strong|brave|patient|kind|good|careful|honest)|stick|"
                    + "push|fight|resist|reward|treat yourself|allow|begin|write|reduce|limit|skip|breathe|park|wake|schedule|track|pick|hang in|hold on) |\\b(i|we)( would|'d)? (suggest|recommend|advise)|\\bmy advice|\\bhow about you|"
                    + "\\b(it is|it's|is|would be|be) (the )?(best|better|wise|wiser|important)( thing)? (to|that|if|for you|you)|(^|[.!?:;] )(perhaps |maybe )?(you (could|can|might|may) (always |also |just |still )?(want to )?(try|start|ask|use|take|go|do|walk|call|join|chew|get|park|begin|move|make))\\b|"
                    + "\\byou (might|may) want to\\b|\\bwhat you (can|could) do\\b|\\bone (idea|thing|way|option) (is|would be|could be)\\b|"
                    + "\\b(most|many|other|some) (people )?(find|say|like|manage|do it|prefer|feel better)\\b|\\b(doctors?|studies|research|science) (say|says|show|shows|recommend)\\b|"
                    + "\\b(would|will|'ll|can) (do you good|be good for you|make it easier)|\\b(it|that|this|a \\w+|the \\w+|\\w+ing) (would|will|can) help you\\b|\\bgood for you\\.|\\bbetter off\\b|\\byou('ll| will) feel better\\b|"
                    + "(^|[.!?:;] )(how|what) about (a|an|going|trying|walking|joining|some)\\b|(^|[.!?:;,] )have you (tried|considered|thought (of|about))\\b|\\bwe (think|feel|believe) (a|an|that|you|it)\\b|"
                    + "\\bif i were you|\\bexperts say|\\bit helps to\\b|\\bthe best way\\b"
            ),
            Warning = Lexicon.Any(
                "risks?|dangers?|dangerous|die|dying|death|deadly|kill(s|ing)?|cancer|heart attack|"
                    + "strokes?|or else|too late|unless you|if you (don'?t|do not|keep)|get(s|ting)? worse|"
                    + "regret|consequences?|warn(ing)?|you('ll| will) (lose|suffer|get sick|pay|regret)|harm(s|ful)?|(we|i)( are|'re| am|'m)? (worry|worried) about you(r)?|concerned (about|for) you(r)?|playing with fire|sooner or later|catches up with you|does to your (children|kids|family)|pressure will|afraid (of|for) (what|you)|(lungs|heart|body|health) (will|is getting|won'?t)|"
                    + "short(en|ens|er) (your )?life|years? (of|off) (your )?life|running out for you|hurt(s|ing)? (you|yourself|your \\w+)|downhill|without you|"
                    + "damag(e|es|ing)|suffer(s|ing)?|toxic|poison|bad for you|beware|careful"
            ),
            Confrontation = Lexicon.Any(
                "admit|(just|please|let'?s) be honest|excuses?|in denial|you'?re wrong|you are wrong|you promised|"
                    + "you said you would|why did(n'?t| not)? you|why haven'?t you|why don'?t you|"
                    + "why can'?t you|why aren'?t you|why so (low|few|little)|why not higher|prove|"
                    + "face (it|the facts?)|are you sure|do you really|come on|let'?s be real|even you|"
                    + "as we told you|as i said|actually|why (are|do|did|would|have|were) you (still|keep|not|even|do)|why still|(stops|keeping) you from|you (keep|kept) saying|"
                    + "you said (that|so|it|this) (last|before|again|already)|not a (good|real|great) reason|(just|only) talk|you (had|have had) (all|enough|plenty)|"
                    + "you (can|could) do better|(expected|wanted) (more|better) (of|from) you|could have (gone|done|been|walked|called|tried|asked)|try(ing)? harder|serious about|"
                    + "how (can|could) you (still|say|even|do)|wrong with you|the right thing|was a mistake|your mistake|owe it|owe (them|him|her|your)|deserves? better|"
                    + "if you really|so much for|not even try|n't even try|fooling yourself|your promise|you always (find|say|do)|everyone else|everybody else|no one else to|obviously|clearly you|no offense"
            ),
            Shame = Lexicon.Any(
                "fail(s|ed|ing|ure|ures)?|laz(y|iness)|weak(ness)?|addict(s|ed)?|fat|obese|"
                    + "cheat(s|ed|ing)?|ashamed|shame(ful)?|guilt(y)?|disappoint(s|ed|ing)?|your fault|"
                    + "to blame|blame you|dirty|junk(ie)?|non-?complian(t|ce)|relapse(d)?|gave in|gave up|"
                    + "off the wagon|bad habit|bad choice|poor choice|good girl|good boy|stupid|worthless|"
                    + "selfish|pathetic|unhealthy|careless|ruined|let (yourself|us|them|him|her) down|poor effort|sinful?|slack(er|ing)?|abus(e|er|ing)"
            ),
            Praise = Lexicon.Pattern(
                "(^|[.!] )good for you\\b|\\b(well done|(good|great|nice|excellent|fine|amazing|awesome|fantastic) (job|work|effort)|(we|i)( are|'re| am|'m) (so |very |really )?(proud|happy|pleased|impressed|glad) (of|with|by) (you|your)|"
                    + "proud of you|make us proud|you are (such )?a (real |true )?(star|champion|hero)|keep (it up|up the)|way to go|bravo|congratulations|congrats|you were (so )?(good|great)|you did (great|well|good|so well)|we knew you could)\\b"
            ),
            ClosedStart = Lexicon.Pattern(
                "^(and |so |but |then )?(do|does|did|is|are|am|was|were|have|has|had|can|could|will|would|shall|should|may|might|isn't|aren't|don't|didn't|won't)\\b"
            ),
            OpenWord = Lexicon.Any("what|how|which|who|whom|whose|why|where|when"),
            Counting = Lexicon.Pattern("\\bhow (many|much time|long|often|old|far)\\b"),
            ControlAnswers =
            [
                new(
                    Lexicon.Pattern(
                        "(^|, |[.!] )(and )?when (do|does|did|will|would|could|can|is|are|might) [^,]*\\?"
                    ),
                    "LATER"
                ),
                new(
                    Lexicon.Pattern("\\bmore,? or less\\b|\\bless,? or more\\b|\\bhow often would you like"),
                    "MORE"
                ),
                new(
                    Lexicon.Pattern(
                        "\\bwhat do you need\\b|\\bwhat is it you need\\b|\\bwhat would you ask (us|me) for\\b"
                    ),
                    "HELP"
                ),
                new(Lexicon.Pattern("\\b(now|soon),? or later\\b|\\bis now a good time"), "LATER"),
                new(
                    Lexicon.Pattern(
                        "\\bwhat (can|could|shall) (we|i) do\\b|\\bwhat would you like (us|me) to do\\b|\\bhow (can|shall|could) we go on\\b"
                    ),
                    "STOP"
                ),
                new(
                    Lexicon.Pattern(
                        "\\bor (to )?(stop|quit|end|cancel|pause|start|resume|help|more|less|later)\\b|\\b(stop|quit|end|cancel|pause|start|resume|help|more|less|later),? or\\b"
                    ),
                    "STOP"
                ),
                new(
                    Lexicon.Pattern(
                        "\\bwhat (do|would|will) you (want|like|plan|hope|choose) to (do|reach|achieve|change)( (first|next|about (it|smoking|drinking|this)))?\\?"
                    ),
                    "QUIT"
                ),
                new(Lexicon.Pattern("\\bwhat (is|would be) your (goal|aim|plan|wish|choice)\\?"), "QUIT"),
            ],
            ControlWord = Lexicon.Pattern(
                "^(stop|stop all|quit|end|revoke|opt ?out|cancel|unsubscribe|remove|start|unstop|yes|help|info|pause|resume|snooze|later|less|more|time|coach|call)$"
            ),
            But = Lexicon.Any("but|however|although|yet still"),
            And = Lexicon.Any("and"),
            Violence = Lexicon.Any(
                "violen(t|ce)|abus(e|ed|er|ive)|hit(s|ting)?|hurt(s|ing)?|partner|husband|wife|boyfriend|"
                    + "girlfriend|domestic|attack(s|ed)?|beat(s|en|ing)?|unsafe|leave (him|her|home)|police|"
                    + "assault|rape"
            ),
            Required = new Obligations
            {
                Begin = new(Lexicon.Exact("\\bYES\\b"), "Reply YES to begin"),
                End = new(Lexicon.Exact("\\bSTOP\\b"), "STOP to end"),
                Help = new(Lexicon.Exact("\\bHELP\\b"), "HELP for help"),
                Rates = new(
                    Lexicon.Pattern("msg ?& ?data rates may apply|message and data rates may apply"),
                    "Msg & data rates may apply"
                ),
                HowOften = new(
                    Lexicon.Pattern("\\b(a|per|every|each) (day|week|month)\\b|msg freq"),
                    "about 2 a week"
                ),
                NotWatched = new(
                    Lexicon.Pattern("not (read|watched) (round|around) the clock"),
                    "Not read round the clock"
                ),
                NoCrisisService = new(Lexicon.Pattern("not a crisis (service|line)"), "not a crisis service"),
                APerson = new(Lexicon.Exact("\\bCOACH\\b"), "for a person text COACH"),
                ComeBack = new(Lexicon.Exact("\\bSTART\\b"), "text START to come back"),
                NoMore = new(Lexicon.Pattern("no more (texts|messages)"), "no more texts"),
                GoOn = new(Lexicon.Exact("\\bRESUME\\b"), "text RESUME"),
            }.All,
            Read = FleschKincaid.Of,
        };
}
