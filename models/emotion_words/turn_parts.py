"""Words that turns of phrase are made of, and how turns are written. For `models.emotion_turns`.

A turn is a regular expression over a whole text in lower case, without apostrophes and quotes, on one line; its stops
and commas stay. Turns are parted by a line that begins with ";"; a line that begins with "
          |" goes on without a space,
any other with one. `<name>` stands for one of the words of `GROUPS`.
"""

from __future__ import annotations

GROUPS: dict[str, str] = {
    "opening": "(?:(?:oh|well|ah|and|wow|yes|now|simply|just|my|but|right|mm|so|look),? )*",
    "praise": r"""
        great|wonderful|lovely|perfect|brilliant|fantastic|excellent|splendid|marvell?ous|superb|terrific
          |nice|good
        |delightful|charming|beautiful|amazing|awesome|fabulous|super|magnificent|bravo|congratulations
          |well done
        |good job|great job|nice work|good work|nice one|good one|hooray|yay|hurray|joy|bliss|neat|cool
          |sweet|outstanding
        |(?:wonderful|lovely|great|perfect|excellent|impeccable|brilliant) (?:timing|plan|idea|news|work
          |choice|move)
        |(?:how|what a) (?:nice|sweet|kind|lovely|wonderful|delightful|thoughtful|generous|brave|cute
          |charming|useful)
        |what a (?:relief|joy|treat|delight|pleasure|thrill|coincidence|triumph|surprise|bargain|time)
        |lucky (?:me|us|you)|good for (?:you|him|her|them)|of course|sure|naturally|right on time
          |just in time
    """,
    "trouble": r"""
        broke|broken|breaks|crash\w*|offline|lost|los(?:e|ing)|late|locked|restart\w*|updates?|passwords?
          |alarms?|bills?
        |tax|taxes|errors?|bugs?|lag\w*|queues?|traffic|meetings?|mondays?|rain\w*|ads?|adverts?|missing
          |miss(?:ed)?
        |fail\w*|dead|died|dies|killed|defeated|beaten|insulted|ignored|wrong|empty|stuck|burn\w*|fire
          |flood\w*
        |leak\w*|spil(?:t|led)|trap\w*|ambush\w*|pop-?ups?|captchas?|spam|delay\w*|cancel\w*|cables?
          |drown\w*
        |fell|falling|fallen|cliff|lava|chores|dishes|laundry|homework|deadline|paperwork|forms?|invoices?
          |overtime
        |reboot\w*|fr(?:ee|o)z\w*|disconnected|buffering|loading|subscriptions?|mosquito\w*|wasps?|crumbs
        |forg[eo]t\w*|again|another|one more|yet|even more|too easy|hard(?:er)?|slow\w*|never|nobody|no one
          |nothing
        |walls?|lose|worse|worst|puddle|bin|mud\w*|deleted|the wrong|backwards|upside down|sideways|pretend
          |more .{2,20} than
        |discovered|labelled|threw away|gone|sinking|haunted|ghosts?|only half|muted|locked|drill\w*
          |neighbou?rs?|blam\w*|excuses?|useless|explod\w*|explosion|bankrupt|banned|on fire
          |the boss do(?:es)?
    """,
    "settled": r"""
        fixed|fixes|solved|saved|survived|escaped|avoided|no more|made it|won|beat|sorted|ready|works
          |worked|back
        |see you|lets|shall we|we can|we could|ill|i will|no worries|no problem|never mind|take care
          |thank you|thanks
        |love|proud|welcome|hope|happy|glad|together|better|finished|came out|cleared|after all|for you
          |of you|of me
        |tonight|with (?:me|you|us)|done|nothing (?:is )?(?:broke|broken|lost|missing|burned|wrong)|safe
          |clean|exactly|wins?|goal
    """,
    "grief": """
        (?:young|died|dead|gone|lost|miss|good boy|good girl|sick|ill|cancer|sad|cry|sorry|taken from|passed
          |lonely|alone)
    """,
    "number": r"""
        \d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty
          |thirty|forty|fifty
        |sixty|ninety|a hundred|hundred|a thousand|thousand|a dozen|a million|several
    """,
    "ordinal": r"""
        second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|twentieth|hundredth
          |thousandth
        |umpteenth|\d+(?:st|nd|rd|th)
    """,
    "span": "seconds?|minutes?|hours?|days?|weeks?|months?|years?|tries|attempts|times|deaths|lives|rounds",
    "other": r"""
        they|he|she|anyone|anybody|someone|somebody|people|a company|a friend|a person|a teacher|a bank
          |those people
        |(?:his|her|your|my|our|their|that|the) (?:boss|landlord|company|bank|airline|school|teacher
          |manager|referee|friend
        |neighbou?r|brother|sister|father|mother|doctor|team|mods?|ex|insurer|insurance|client|publisher
          |platform|shop)
    """,
    "harm": r"""
        (?:do|say|think|pull) (?:that|this|such|so|something|it)|treat|hurt|steal|be so|be that|kick|ban
          |fire|let this|allow
        |take|get away|sell|blame|cheat|lie|ignore|laugh at|mock|bully|charge|expect|refuse|delete|hit
          |throw|abandon
        |punish|cancel|humiliate|insult|touch|read|use|force|make you|make me|keep|change|decide|walk all
          |leave (?:you|him
        |her|them|me|us|a|an)|talk to|speak to|shout|yell
    """,
    "harmed": r"""
        took (?:away )?(?:your|my|our|his|her|all|the credit)|stole|sold (?:your|my|our|his|her|us|you|me)
          |deleted (?:your|my
        |our|his|her|everything)|banned|blamed?|refused|kept (?:the (?:whole |entire )?(?:deposit|money)
          |all|your money|my)
        |charged (?:you|me|us|him|her|twice)|cheated|lied|ruined|threw (?:away|out
          |your|my|it)
        |broke (?:his|her|their|the) (?:promise|word)|cancelled (?:your|my|our)|left (?:you|me
          |us) (?:standing|waiting)
        |kicked (?:you|me|us|him|her)|copied (?:your|my|our)|cut (?:your|my|our)|fined|mocked|bullied
          |humiliated
    """,
}
"""Alternatives, by the name they have in a turn."""
