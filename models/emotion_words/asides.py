"""Turns of dry irony that come after the fact. See `models.emotion_words.turn_parts` for how they are written."""

from __future__ import annotations

ASIDES: dict[str, tuple[float, str]] = {
    "verdict": (
        2.0,
        r"""
        [.] (?:right|sure|charming|classic|classy|noted|bold|fascinating|adorable|tragic|iconic|inspiring
          |subtle|smooth)[.]$
        ; [.] (?!.*\b(?:its|is|are|i|you|we)\b)(?:on|in|into|through|off|against|without|under|over|onto
          |inside|behind) (?:\w+ ){1,4}\w+[.]$
        ; \bhad one job\b
        ; \bthat was (?:certainly |definitely )?a choice\b
        ; [.] oh,? wait,? (?:there|it|that|you|i|we|they|thats|its)\b
        ; , says the \w+[.]?$
        ; , apparently[.]?$
        ; \b(?:gravity|physics|common sense|reading|aiming|manners|safety|armou?r|brakes
          |instructions) (?:was|were|is|are) optional\b
        ; \bmore \w+ than (?:my|your|a|an|any)\b
        ; \bsomebody call (?:your|the|a)\b
        ; ^<opening>(?:thank you|thanks),? (?:captain|sherlock|einstein|detective|professor|doctor|genius)\b
        ; \bi (?:would |d )?give (?:that|it|this)[^.?!]* (?:a|an) (?:zero|one|two|three|four|five|six
          |seven)\b
        ; \bthe crowd goes mild\b
        """,
    ),
    "mock politeness": (
        3.0,
        r"""
        ^<opening>that (?:all )?went (?:well|swimmingly|great|smoothly)[.]
        ; ^<opening>of course[.] (?:why|what|who|how)\b
        ; \b(?:i|we) (?:hadnt|had not|didnt|did not) (?:even )?notice[d]?[.]$
        ; ^(?:oh|ah),? (?:im|i am) sorry,? (?:did i|were you|was i|am i|is that|is this|i thought)\b
        ; ^<opening>(?:fine,? )?(?:be that way|suit yourself|have it your way)\b
        ; \bcant you tell[?.]?$
        ; \bwhatever (?:shall|will|would) (?:we|i|you) do\b
        ; ^<opening>(?:nice|good|great|lovely|excellent|solid|perfect) (?:aim|shot|throw|landing|catch|save
          |driving|parking|move|reflexes
          |footwork|jump|dodge|play|strategy|form|technique)[.,] (?:the|your|that|right|straight|now|it|only
          |if|too bad|shame|almost)\b
        ; ^(?!.*\blove\b).*\balmost (?:helpful|useful|funny|impressive|clever|graceful|convincing|interesting
          |heroic|touching|believable)\b
        ; \bi could (?:help|explain|tell|warn|fix|say)[^?!]*[.,] or (?:i could )?(?:watch|not|nap|laugh|sit
          |eat)\b
        ; \bmy favou?rite part (?:is|was) (?:when|where|the part)\b[^!]*\b(?:you|fell|fall\w*|gave up|died
          |crash\w*|lost|scream\w*)\b
        ; \b(?:isnt|is not|wasnt|not) saying much\b
        ; [.,;] (?:not many|not much|somehow|barely|allegedly|supposedly|in theory|on a good day
          |eventually)[.]$
        ; ^<opening>what a (?:treat|joy|relief|delight|surprise|pleasure|thrill), (?:an? un\w+|another|more
          |yet|even)\b
        ; ^<opening>at least the \w+ (?:\w+ )?(?:looks?|is|are|was|has|works?|seems?|enjoyed)\b
        ; \b(?:natural at|gift for|talent for|knack for|professional at|expert at) (?:falling|losing|dying
          |getting|missing|breaking|forgetting|ruining|failing
          |crashing|being)\b
        """,
    ),
}
"""By what is ironic about them: weight, and turns parted by " ; "."""
