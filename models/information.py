"""Whether words inform: numbers and times, instructions, explanations, statements about the world.

Her temper colours chatter and teasing; information is told with a straight face.
"""

from __future__ import annotations

import re

_AMOUNTS = r"""
    \d+(?:[.:,]\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen
    |seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half
    |quarter|dozen|zero
"""
_UNITS = r"""
    o'?clock|seconds?|minutes?|hours?|days?|weeks?|months?|years?|degrees?|percent|euros?|dollars?|pounds?|cents?
    |metres?|meters?|kilomet\w+|miles?|grams?|kilos?|lit(?:re|er)s?|am|pm|mondays?|tuesdays?|wednesdays?|thursdays?
    |fridays?|saturdays?|sundays?|january|february|march|april|june|july|august|september|october|november|december
    |noon|midnight|today|tomorrow|tonight|yesterday
"""
_KEPT = r"""
    timers?|alarms?|reminders?|appointments?|meetings?|messages?|e-?mails?|files?|folders?|downloads?|notes?|calendars?
    |batter(?:y|ies)|versions?|settings?|volume|microphones?|screens?|windows?|tabs?|disks?|passwords?|trains?|flights?
    |backups?|recordings?|streams?|lists?|parcels?|packages?
"""
_ORDERS = r"""
    press|click|open|close|choose|select|type|hold|drag|drop|pick|set|turn|go to|restart|save|download|install|plug|tap
    |switch|scroll|check|copy|paste|enter|add|mix|stir|bake|boil|cook|pour|cut|use|put|take|remove|unplug|connect|run
    |right-click|double-click|start by|start with|move|insert|rename|delete|search|find|read|write|multiply|divide|push
    |heat|fold|attach|swipe|log in|sign in|enable|disable|make sure|preheat|whisk|chop|slice|wait until|look under
"""
_TELLS = r"""
    means?|stands? for|consists? of|contains?|comes? from|is called|are called|is made|are made|was (?:built|born
    |invented|discovered|founded|published|released|written)|is located|is saved|are saved|is stored|are stored
    |refers? to|depends? on|is defined|is short for|works? by|is equal|equals|in order to|so that|which is why
    |for example|is caused by|are caused by|the difference
"""


_DONE = r"""
    saved|muted|unmuted|opened|closed|set|turned|moved|started|stopped|written|added|found|sent|put|noted|deleted
    |changed|copied|paused|restarted|switched|connected|updated|recorded|installed|finished|at|on|in
"""
_TALK = r"""
    well|oh|ah|sure|yes|yeah|right|so|wow|and|but|no|nope|hey|look|aw|ha|mm|hm|ugh|apparently|clearly|somebody|someone
    |nobody|everybody|everyone|another|what|how|who|why|dont|never|lets|please|maybe|must|still|only|even|at least
    |good|great|just
"""


def _any(text: str) -> str:
    """Alternatives written over several lines, as one group."""
    return f"(?:{' '.join(text.split()).replace(' |', '|')})"


_NUMBERED = re.compile(rf"\b{_any(_AMOUNTS)}\b")
_MEASURED = re.compile(rf"\b{_any(_UNITS)}\b")
_STORED = re.compile(rf"\b{_any(_KEPT)}\b")
_ORDERED = re.compile(
    rf"^(?:(?:first|then|next|now|just|to \w+ (?:it|that|them)|please|yes|and),? )*{_any(_ORDERS)}\b(?= \w)"
    rf"|\byou (?:can|could|need to|have to|should|must|may|will need to|want to) (?:also |just |then |now )?"
    rf"(?:{_any(_ORDERS)}|see|change|get)\b"
    rf"|\byou (?:need|will need) (?:a|an|some|only|about|at least|one|{_any(_AMOUNTS)})\b"
    r"|^to \w+ (?:that|it|them|this|the \w+),? "
)
_REPORTED = re.compile(
    r"^(?:done|okay|ok|all right|right)?[,.]? ?(?:ive|i have|i|your \w+ (?:is|are|was)|youre|you are) "
    rf"(?:just |now |already )?{_any(_DONE)}\b"
    rf"|^(?:the|your|this|that|my) (?:\w+ )?{_any(_KEPT)} "
)
_EXPLAINED = re.compile(rf"^(?!{_any(_TALK)}\b).*\b{_any(_TELLS)}\b")
_DATED = re.compile(r"^(?:its|it is|thats|that is|today is|tomorrow is|at|on|in|about|until|since)\b")
_PERSON = re.compile(
    r"\b(?:i|im|ive|id|ill|me|my|mine|myself|you|youre|youve|your|yours|we|were|our|us|lets)\b"
)
_LEAST_WORDS = 5
_IMPERSONAL = re.compile(rf"^(?!{_any(_TALK)}\b)(?:\S+ ){{{_LEAST_WORDS - 1},}}")
_MARKS = re.compile(r"[’'\"“”*_]")


def informs(text: str) -> str:
    """What makes the words information, in a word or two of ours; empty: they are talk."""
    plain = " ".join(_MARKS.sub("", text.lower()).split())
    if "?" in plain or "!" in plain:
        return ""
    person, measured, stored = _PERSON.search(plain), _MEASURED.search(plain), _STORED.search(plain)
    kinds = {
        "instruction": _ORDERED.search(plain),
        "report": _REPORTED.search(plain),
        "figures": _NUMBERED.search(plain) and (measured or not person or stored),
        "a time": measured and (stored or _DATED.search(plain)),
        "explanation": _EXPLAINED.search(plain),
        "a statement of fact": not person and _IMPERSONAL.search(plain),
    }
    return next((kind for kind, found in kinds.items() if found), "")
