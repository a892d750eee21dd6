"""Turns of anger at a wrong, of love and of sorrow. See `models.emotion_words.turn_parts` for how they are written."""

from __future__ import annotations

INDIGNATION: dict[str, tuple[float, str]] = {
    "how could they": (
        2.8,
        r"""
        \b(?:how|why) (?:could|can|would|do|does
          |did) (?:<other>) (?:just |ever |even |possibly |really )*(?:<harm>)\b
        ; \bhow (?:is|was) (?:that|this|it|any of this) (?:even )?(?:fair|legal|allowed|okay|right
          |acceptable)\b
        ; \bwho (?:the \w+ )?(?:does|would do|even does) (?:that|this|such|something like)\b
        ; \bwho (?:do|does) (?:they|he|she|that \w+|these \w+) think\b
        ; \bwhat (?:kind|sort) of (?:\w+ )?(?:person|people|man|woman|company|boss|friend|monster|landlord
          |teacher|parent|human|place|school|coward)\b (?!are|is|do you|would you|were|was|.* i wonder)\w+
        ; \bwhat gives (?:them|him|her|anyone|anybody|you) the right\b
        """,
    ),
    "nobody may": (
        2.6,
        r"""
        \b(?:nobody|no one|no person|no human) (?:should|gets? to|has (?:the|any) right|is allowed
          |may (?:talk|treat|touch))\b
        ; \b(?:nobody|no one) (?:lays|touches|hurts|messes|insults|threatens|bullies|pushes|harms|makes fun
          |laughs at|yells|shouts)\b(?! me\b)
        ; \bhow (?:much|many) (?:more|longer)\b[^?!]*\b(?:am i|are we|do i|do we|must|supposed|this
          |will they|lies|excuses|nonsense)\b
        ; \bhow (?:much|many)\b[^?!]*\bbefore (?:somebody|someone|anybody|anyone|they|people)\b
        ; \bthats my \w+ (?:youre|you are|hes|theyre|they are) (?:talking|laughing|shouting|yelling)\b
        ; \bnot (?:one of them|a single (?:one|person|apology))\b
        ; \bwhat is wrong with (?:these|those|this|that|some) \w+
        ; \b(?:they|he|she|people|these people|companies|that company) (?:cant|cannot|should not|shouldnt
          |dont get to|doesnt get to|have no right|had no right|has no right|are not allowed to)
          (?:just |simply |ever )*(?:<harm>|do that|do this)\b
        """,
    ),
    "nobody asked": (
        2.5,
        r"""
        \b(?:nobody|no one|none of them|they never|he never|she never) (?:ever |even |once )*(?:asked
          |warned|told|apologi[sz]ed|bothered|thanked|consulted|paid)(?: (?:you|him|her|them|us|me|to
          |for)\b|(?= |[.,!?]|$))
        ; \b(?:they|he|she|it|people) (?:didnt|did not|dont|doesnt|wont|wouldnt|never) even (?:let|try|ask
          |listen|say|look|apologi\w+|call|read|check
          |care|bother|warn|pay)\b
        ; ^(?!.*\bme\b).*\bwhy (?:does|did|do|is|was) (?:nobody|no one|everyone|everybody|they
          |people) (?:ever |even |just )?(?:do anything|doing anything
          |stop\w*|help\w*|listen\w*|let\w*|do nothing|get away)\b
        ; \b(?:nobody|no one) (?:even |ever )?(?:said|says|apologi[sz]ed?|owns|owned) (?:sorry|up)\b
        ; \bexplain yourself\b
        ; \byou hurt (?:my|him|her|them|us)\b
        ; \b(?:nobody|no one) (?:stepped in|did anything|stopped (?:it|them|him|her)|lifted a finger
          |helped (?:you|him|her|them))\b
        ; \bhow is (?:nobody|no one|anyone)\b
        ; \bthey (?:all )?knew\b.* (?:and|but)\b
        ; \b(?:let it happen|did nothing about|looked the other way)\b
        ; \bafter (?:all|everything) (?:you|i|we|he|she)(?:ve| have|d| had)? (?:did|done) for (?:them|him|her
          |that)\b
        ; \b(?:throw|threw|throws|kicked|kick) (?:you|him|her|us|me|them) out\b
        ; \bnever even (?:asked|apologi[sz]ed|said|thanked|paid|warned|told)\b
        ; \bwithout (?:even )?(?:asking|a word|permission|paying|telling|so much as)\b
        ; \bbehind (?:your|my|his|her|our|their) back\b
        """,
    ),
    "a wrong done": (
        2.0,
        r"""
        \b(?:<other>)(?: just| even| simply| all| then| actually)? (?:<harmed>)\b
        ; \b(?:and|then) (?:he|she|they|it)?(?: just| even)? ?(?:<harmed>)\b
        ; \bpromised\b[^.?!]*\b(?:and|but|then)\b(?! kept| keep)[^.?!]*\b(?:gave it|sold|nothing|never
          |did not|didnt|cancelled|took|broke|changed)\b
        ; \b(?:punished|blamed|fired|banned|charged|fined|mocked|bullied
          |yelled at) (?:you |me |us |him |her |them )?for (?:telling|being|doing|helping|something
          |speaking|asking|nothing|his|her|their|no reason|that|having)\b
        ; \b(?:does|do) (?:all )?the work\b.*\b(?:credit|praise|money|glory|bonus)\b
        ; \b(?:gets|take|takes|took|stole) (?:all )?the credit\b
        """,
    ),
    "outcry": (
        2.4,
        r"""
        ^(?!.*\b<grief>\b).*\b(?:not|isnt|wasnt|arent|hardly
          |never) (?:at all |even |remotely )?fair\b(?! (?:enough|game))
        ; ^(?!.*\b<grief>\b).*\bunfair\b
        ; \bthe (?:cheek|gall|insolence|hypocrisy|injustice|greed|arrogance)\b
        ; \b(?:thats|that is|this is|its|it is) (?:just |so |simply |plain |downright |really )*(?:cruel
          |vile|disgusting|theft|robbery|abuse|bullying|criminal|a disgrace|a scam|an insult|a lie
          |monstrous|shameful)\b
        ; \b(?:joke|disgrace|mockery|farce|excuse) (?:of|for) an? (?:company|boss|court|referee|landlord
          |man|friend|law|system|contract|school)\b
        """,
    ),
}
r"""Anger at a wrong, by what makes it one: weight, and turns parted by "
        ; "."""

TENDER: dict[str, tuple[float, str]] = {
    "asked from love": (
        2.6,
        r"""
        \bwhy would i (?:ever )?(?:want|need|choose|love) (?:anyone|anybody|someone) else\b
        ; \bhow glad i am\b
        ; \bhow (?:special|dear|precious|important|loved) you are\b
        ; \bhow did (?:i|we) (?:ever )?(?:get|end up) (?:so )?(?:lucky|blessed)\b
        ; \b(?:do|did) (?:you|i) (?:ever )?(?:know|tell you|mention|realise|realize|say) how (?:much (?:i
          |you)|special|precious|loved|dear|proud of)\b
        ; \bwhat (?:would|did|will) i (?:ever )?do (?:to deserve|without) you\b
        ; \bhow (?:could|can) i (?:ever |not )*(?:love|adore|leave you|forget you|replace you|stop loving)\b
        """,
    ),
}
"""Love in the shape of a question."""

SORROW: dict[str, tuple[float, str]] = {
    "asked from sorrow": (
        2.7,
        r"""
        \bwhy (?:did|does|do|must) (?:it|he|she|they|we|this|everyone|everything|things
          |goodbyes?) (?:always |all |ever |have to |had to )*(?:hurt|end|leave|go so|die|go away|be so hard
          |change|fall apart)\b
        ; \bwhy (?:cant|cannot) (?:i|we) (?:stop crying|let go|have \w+ back|be happy|go back|forget)\b
        ; \bhow (?:do|can|could|am) (?:i|we|you) (?:supposed to |ever )*(?:say goodbye|go on|live without
          |let (?:him|her|them) go|move on)\b
        ; \b(?:he|she|it|they) (?:was|were) my (?:best|only|oldest|dear\w*)\b
        ; \b(?:fair|unfair)\b.*\b<grief>\b
        ; \bhow long did you have (?:him|her|them)\b
        """,
    ),
}
"""Sorrow in the shape of a question."""
