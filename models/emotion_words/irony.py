"""Turns of dry irony. See `models.emotion_words.turn_parts` for how they are written."""

from __future__ import annotations

IRONY: dict[str, tuple[float, str]] = {
    "praise of trouble": (
        2.6,
        r"""
        ^<opening>(?:<praise>)[,.;:—-]+ (?!.*\b(?:<settled>)\b)[^!]*\b(?:<trouble>)\b
        ; ^<opening>(?:<praise>)[,.;:] [^!]*\bafter (?:only |just )?(?:<number>) (?:<span>)\b
        ; ^<opening>how (?:nice|lovely|sweet|wonderful|delightful|clever)[.,] (?:youve|you have|hes|shes|you
          |theyve)
          (?:finally |just )?(?:discovered|found|learned|noticed|figured|met|forgot|lost)\b
        ; ^(?:what )?(?:a )?(?:lovely|perfect|great|wonderful|beautiful|nice|excellent
          |fine) (?:\w+ ){1,3}(?:for|to)
          (?:be |get )?(?:falling|getting|losing|dying|drowning|crash\w*|fall|lose|die|drown|fail\w*
          |forget\w*|break\w*|miss\w*)\b
        ; ^<opening>what an? (?:wonderful|great|lovely|brilliant|clever|smart|confident|bold|excellent
          |marvellous
          |fantastic) (?:idea|plan|thought|way to|strategy|solution|use of|place to)\b(?!.*(?:!
          |\b(?:do (?:that|it|this)|love|thank)\b))
        ; (?:^|[.] )very (?!good|nice|well|true|kind|much|sorry|sad|happy|proud|cute|funny|tired|soon|likely
          |close)\w+[.]?$
        ; ^<opening>very (?:stealthy|subtle|organi[sz]ed|mature|brave|clever|original|helpful|convincing
          |dignified|graceful|elegant|heroic|professional|grown-up|smooth|impressive|productive|mysterious
          |scary|threatening)\b
        ; ^<opening>how (?:nice|sweet|kind|cute|thoughtful|lovely|brave|precious|adorable
          |considerate), (?:he|she|they|you|it)
          (?:thought(?! of)|thinks?(?! of)|believes?|assumed?|forgot|only|still|almost|nearly|waited
          |apologi\w+|blames?
          |wants?)\b
        ; ^(?:i |we |dont you |dont we )(?:just |simply |really |do )*love (?:it when|how|that|when|being
          |waiting|mondays)\b
          (?!.*\b(?:you smile|you laugh|you are here|youre here)\b)[^!]*\b(?:<trouble>)\b
        """,
    ),
    "thanks for trouble": (
        2.6,
        r"""
        \b(?:thank you|thanks)\b[^!?]*\b(?:hours?|days?|weeks?|years?|moments?|seconds?) (?:later|late
          |too late|after)\b
        ; \b(?:thank you|thanks)(?: so much| a lot| a bunch| a million| very much| ever so much
          | ever so)? for
          (?:leaving|ruining|waking|eating|breaking|spilling|killing|forgetting|ignoring|losing|deleting
          |blaming|not (?:helping|warning|telling|asking|listening)|nothing
          |dropping|interrupting|abandoning|blocking|stealing|dying|poking|shouting|spoiling|closing
          |unplugging)
        ; \b(?:thank you|thanks), (?:i|we) (?:had almost|almost|had nearly|nearly|was (?:just|almost)
          |were (?:just|almost))\b
        ; \b(?:nice|kind|good|generous|thoughtful|sweet|lovely|polite|considerate|decent|big) of (?:the|it
          |this|that|your|my|our)
          (?:\w+ )?\w*\b ?to\b
        ; \bof (?:you|him|her|them) to (?:finally|join|show up|turn up|appear|mention|leave|forget|ignore
          |let (?:me|us) (?:wait|fall|die))\b
        ; \b(?:kind|nice|good|generous|thoughtful|sweet) of (?:you|him|her|them) to \w+.* (?:after|once
          |now that) (?:i|we|it|the|everything)\b
        """,
    ),
    "pity for a trifle": (
        3.2,
        r"""
        \b(?:poor|poor little) (?:you|thing|baby|dear|darling|lamb|soul|sweetheart|boy|girl)\b[,.!:—-]*
          (?!.*\b(?:bury|goodbye|go through|lose|lost|died|hospital|pain|hurts?|alone|cry|cried|sick|grief
          |funeral)\b).*\b(?:all (?:that|those)|nothing to wear|having to|had to|has to|forced to|only|whole
          |noon|desserts?|sofa|couch|fridge
          |remote|nap|pillow|wifi|snack|walk
          |stairs|spoon|without your|no one to (?:carry|fetch)|must be (?:so |very )?(?:exhausting|tiring
          |hard) (?:being|having))\b
        """,
    ),
    "sure, because": (
        2.8,
        r"""
        ^<opening>(?:sure|yes|yeah|right|naturally|of course|certainly|obviously|great|good
          |perfect|brilliant|no)\b[^.?!]*\b(?:because|since)\b
        ; \bbecause (?:that|this|it|which|those|shouting|running|waiting|ignoring|asking) (?:always|never
          |usually|definitely|totally|surely
          |has (?:always|never|so)|(?:worked|went|works|helps|ended) (?:so|out|well|every))\b
        ; (?:^|[.!?] )because (?:what|nothing|who|nobody|everyone|everybody|clearly|obviously|apparently
          |of course|why)\b
        ; ^<opening>(?:sure|yes|yeah|right|go on|no no|by all means
          |please)[,.]? (?:do |please |just )*(?:keep \w+ing|ignore|blame|trust
          |poke|charge|stand|shout|unplug|jump|run (?:straight|into)|walk (?:straight|into)|touch|insult
          |leave the)\b
        ; \b(?:that|this|which|it) (?:will|ll|should|is going to|is bound to) (?:surely|definitely
          |certainly|totally|absolutely) (?:help|work|fix|end|go)
        ; \bsurely (?:help|this time|the \w+ time)\b
        ; \bthis time for sure\b
        ; \bwhat could (?:possibly )?go wrong
        """,
    ),
    "of course": (
        2.0,
        r"""
        ^<opening>of course (?!.*\b(?:for you|with you|love you|yours)\b)(?!(?:it|that|this|they|he
          |she)s? (?:is |does |are )?(?:ok
          |okay|fine|all right|alright|possible|hurts?
          |matters?|true|not your|normal|hard|sad|love|welcome|will)\b)(?:it|he|she|they|the|that|this
          |there|nobody|everyone|now|today|todays?)\b
        ; ^<opening>of course (?:you|youd|youve) (?!can\b|may\b|matter|could|are (?:loved|welcome|enough
          |safe|not alone)
          |should|deserve|have my|mean|do\b|belong)\w+ \w+
        """,
    ),
    "understatement": (
        2.4,
        r"""
        \bwent (?:about |roughly |exactly |almost )?as (?:well|smoothly|planned|expected)
        ; \b(?:could|might) have (?:gone|been|landed|started|ended) (?:slightly |a (?:bit|little|touch
          |tad) |somewhat |rather )?(?:better|smoother|worse planned)
        ; \bnot (?:exactly |quite |precisely |really )?(?:your|my|our|his|her|their|the) (?:finest|best
          |greatest|smartest|proudest|sharpest|brightest|strongest|most)\b
        ; \bnot (?:exactly|precisely|what i would call|what id call) (?:a |an |the )?(?:triumph|success
          |stealth\w*|subtle|genius|graceful|elegant|ideal|fast|speedy|rocket|quick|art)\b
        ; \bless than ideal\b
        ; \bsuboptimal\b
        ; \b(?:room|some room) for improvement\b
        ; \bwe have (?:all )?had better\b
        ; \b(?:slight|minor|tiny|small|little|wee|modest) (?:delay|detail|problem|fire|setback|hiccup
          |inconvenience|misunderstanding|explosion
          |flaw|oversight|catastrophe|disaster|apocalypse|matter of|flood|crater|tactical error)\b
        ; \b(?:slightly|a (?:bit|little|touch|tad)|somewhat|mildly|technically|arguably
          |only slightly) (?:on fire|dead|exploded|doomed|upside down|flooded
          |illegal|parked|alive|radioactive|haunted|cursed|flammable|homicidal)\b
        ; \b(?:flawless|perfect\w*|great|fine|smooth\w*|well|good|brilliant|lovely|safe|simple|solid
          |foolproof)\b[^?!]*\b(?:apart from|except|aside from|if you ignore|minus) (?:for )?(?:the|every
          |all|that|you|one|a|everything)
        ; \b(?:nobody|everyone|no one|everything|everybody|nothing)\b[^.?!]*[.,;] (?:well, )?(?:except
          |apart from|but not)\b
        ; \b(?:had|has had) a good run\b
        ; \bwhere it (?:belongs|was not)\b
        ; \bits only (?:money|fire|lava|gravity|blood)\b
        ; \bnot that (?:anyone|i|it|you|we|anybody) (?:\w+ )?(?:asked|cares?|noticed?|minds?|matters
          |counting|keeping (?:score|count))\b
        """,
    ),
    "counting mishaps": (
        2.3,
        r"""
        \bonly (?:took |cost |needed |took you |the |your |my )*(?:<number>) (?:\w+ )?(?:<span>
          |late)\b (?!left|until|more|to go|away)
        ; ^(?!.*\b(?:left|until|more|to go
          |away)\b).*\bonly (?:took |cost |took you )*(?:<number>) (?:<span>)[.]?$
        ; \b(?:miss(?:ed)?|fail(?:ed)?|died|fallen|fell|lost|forgot\w*|crashed|asked|walked|burn(?:ed|t)
          |dropped)\b[^.?!]*\b(?:<number>) times\b
        ; \b(?:died|dead|except you)\b[^?!]*\b(?:<number>) times\b
        ; ^(?!.*\b(?:win|wins|goal|sub|subs|raid|place|floor|street|chapter|page
          |day)\b)[^!]*\b(?:<ordinal>) (?!of )(?:\w+ ){1,5}(?:today|this (?:week|month|hour|morning|evening
          |stream|year)|in a row|tonight|already|so far)\b
        ; \b(?:<number>) whole (?:<span>|steps|metres|words)\b
        ; \bdeath (?:number|count)\b
        ; \battempt (?:number )?(?:<number>)\b
        ; \b(?:<number>) (?:hours|minutes|days|tries|attempts) (?:for|to find|to open|to beat
          |to kill) (?:one|a|that|the first|this)\b
        """,
    ),
    "mocking comparison": (
        2.6,
        r"""
        \b(?:i have|ive|we have|weve) (?:seen|met|known|heard|fought) (?:\w+ ){1,3}(?:load|move|run|react
          |think|fly|drive|swim|play|sing|aim|cook|park|walk|lie|hide|with)?
          ?(?:faster|quicker|better|smarter|more|with more|with better|sooner)\b
        ; \beven (?:the|my|a|your|our) (?:\w+ ){1,3}(?:felt (?:bad|sorry)|could|would|knows?|manage[sd]?
          |laughed|gave up|does|did|can|plays?|aims?|looks? (?:embarrassed|tired))\b
        ; \b(?:as|about as) (?:useful|subtle|graceful|stable|sharp|helpful|reliable|convincing|smooth
          |elegant|effective|stealthy|quiet|stable|clever|sturdy) as (?:a|an|the)\b
        ; \b(?:a|the|my|your|that|this) (?:cat|goldfish|plant|toaster|snail|chicken|potato|fern|rock|chair
          |door|wall|turtle|hamster) (?:has|have|had|shows?|plays?|aims?|would|could|is
          |does)\b[^?!]*\b(?:more|better|faster|braver|smarter)\b
        ; \byou call (?:it|that|this|yourself)\b
        ; \bif by \w[^.?!]* (?:you|he|she|they|we) mean\b
        ; \bnothing says \w+ like\b
        ; \bthey said[.]?$
        ; \b(?:bold|brave|daring|novel|unusual|unconventional|interesting|fascinating|innovative|inspired
          |ambitious|remarkable|curious) (?:approach|use|interpretation|take|way to|choice|strategy|method
          |decision|tactic|technique|theory|definition|placement)\b
        ; \b(?:impressive|remarkable|admirable|astonishing|inspiring|heroic|touching|stunning
          |rare) (?:dedication|commitment|display|restraint|use of|lack|attention|consistency|aim
          |self-control|patience|level of)\b
        """,
    ),
    "cool praise": (
        1.6,
        r"""
        ^(?!.*(?:!|\b(?:<settled>)\b))<opening>(?:wonderful|great|perfect|lovely|brilliant|fantastic
          |excellent|marvell?ous
          |splendid|charming|delightful|terrific|superb|how (?:thoughtful|nice|sweet|kind|lovely)|great idea
          |good idea)[,.]
          (?!(?:i|im|we|were|thats|that|its|it|so|you (?:made|are|remembered|did|came|look)|good|me|then|now
          |and|this)\b)\w+
        """,
    ),
    "mock wonder": (
        2.4,
        r"""
        \bonly (?:took|cost|needed) (?:you |me |us |him |her |them )?(?:an?|the whole|all|half)\b
        ; ^<opening>(?:thats|that is) (?:cute|adorable|precious|sweet|hilarious)[.,] (?:you|he|she
          |they) (?:think|thinks|thought)\b
        ; \byoud think\b
        ; ^<opening>a whole (?:euro|dollar|cent|pound|minute|person|viewer|inch|step|word|second)\b
        ; \b(?:dont|not to) spend it all\b
        ; \byou would think\b
        ; \bin this economy\b
        ; \bbuilds character\b
        ; ^(?:sure|yes|right|oh|ah)\b[^.?!]*\bthats how \w+ works?\b
        ; \b(?:joke|trick|excuse|meme|story|pun)s? (?:is|was|are) older than\b
        ; \b(?:accuse|suspect) you of\b
        ; \bits a (?:good|great|bold|strong) look\b
        ; ^(?:ah|oh|yes),? the (?:old|classic|famous|legendary|traditional|timeless|ancient|well-known)\b
        ; \bi see (?:were|we are|youve|you have|youre) (?:going|chosen|decided|opted|taken|gone|discovered
          |met|brought|aiming|trying)\b
        ; \b(?:applaud|applause|ovation|medal|trophy|award|statue|prize|cookie)s? (?:to|for) (?:the|that
          |this|my|our|everyone|every|somebody|trying)\b
        ; \bapplaud the (?:man|woman|person|one|hero|genius|player)\b
        ; \b(?:im|i am) sure (?:they|the \w+|he|she|it|its|that)\b.*\b(?:themselves|itself|by magic
          |on (?:its|their) own)\b
        ; ^no,? please,? (?:explain|continue|go on|tell|take|keep|do)\b
        ; \bmy own joke\b
        ; \b(?:lot|amount) of (?:confidence|noise|words|opinions|talk|attitude|swagger|advice|pride) (?:for
          |from|coming)\b
        ; \b(?:i|we) (?:did not|didnt) (?:really |even )?(?:need|want|like) (?:that|the|those|my
          |our)\b.*\b(?:anyway|dignity|either|after all|or (?:my|our))\b
        ; ^some people\b.*[.] you\b
        ; \bsa(?:id|ys) (?:no one|nobody)\b
        ; \bi would never (?:say|gloat|laugh|judge|brag|tease|point)\b
        ; \b(?:to be fair|in (?:his|her|your|its) defen[cs]e), (?:the|it|he|she|you|nobody)\b
        ; \b(?:collect|collecting) them\b
        ; \bdont everyone\b
        ; \b(?:do|am) i look like\b
        ; \bspeed ?record (?:in|for|at)\b
        ; \bnothing wrong with (?:\w+ ){0,2}(?:dying|losing|failing|crashing|falling|forgetting)\b
        ; \bwho needs (?!(?:help|a hug|a break)\b)\w+
        ; \bto (?:absolutely )?(?:nobodys|no ones) surprise\b
        ; \bto the (?:surprise|shock) of (?:nobody|no one)\b
        ; \bmust (?:be|have been) (?:the|a) (?:keyboard|controller|mouse|lag|chair|wind|moon|weather|server
          |headset|wifi|ping)s?\b
        ; \bas (?:tradition demands|is tradition|one does|you do|nature intended|foretold|the prophecy)\b
        ; \bin case (?:the|it|that|we|you) [^.?!]*\b(?:too (?:easy|quiet|simple|short|fun)|not .* enough)\b
        ; \bremind me (?:never|not|why (?:i|we))\b
        ; \b(?:mark|circle) (?:the|your) calendars?\b
        ; \bcall the (?:press|museum|newspapers?|papers|guinness)\b
        ; \b(?:frame|laminate) (?:it|that|this)\b
        ; \b(?:poets|songs|ballads|bards|historians|history|scholars) will\b
        ; \b(?:i would|id) (?:help|applaud|clap|cheer|weep|offer|be (?:impressed|surprised|jealous
          |flattered|worried)),? (?:but|if)\b
        ; \b(?:no rush|no hurry|take your time|whenever you are ready)\b.*\b(?:only|burn\w*|boss|enem\w+
          |world|waiting|fire|dying|bleeding|grow old|sink\w*)\b
        ; \bthat is (?:certainly|definitely) (?:a|an|one)\b
        ; \bthats (?:certainly|definitely) (?:a|an|one)\b
        ; \b(?:thats|that is) one (?:way|word|name|approach)\b
        ; \bim no (?:doctor|expert|scientist|chef|pilot|genius|engineer|mathematician)\b.* but\b
        ; \bi am no (?:doctor|expert|scientist|chef|pilot|genius|engineer|mathematician)\b.* but\b
        ; \b(?:a|an|on its|on your|on the) (\w{3,})\b[^.]*[.] (?:a|an|on its|on a) \1[.]?$
        """,
    ),
}
r"""By what is ironic about them: weight, and turns parted by "
        ; "."""
