"""Which face she shows and for how long: rules over mood, event, what was said to her and what she says.

Two layers. The ground is what words or the phase ask for: the words she says (or the face their writer asked for)
while she says them and a little after, the feeling of what was said to her while she thinks of an answer, else the
resting face of phase and mood. Over it lies, for a few seconds, what happened: a touch, a raid. The stronger layer
shows. A face that came stays a minimum time, so that it does not flicker from clause to clause, unless something
stronger comes; layers wait, so nothing is lost by it.

When sad words were said to her she is gentle until something else is said: no grin, no smirk, whoever asks for one.

`Face.after` is total over finite times, asks no clock and no chance, and every face says why.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from zlib import crc32

from models.emotion import THRESHOLD, emotions, kindness, reasons
from models.expression import Expression, Phase
from models.face_events import CARRIED_S, EVENT_HOLD_S, happening
from models.face_layers import HIGH_POSITIVITY, TOUCHY, Layer, Moment, Strength
from models.information import informs
from models.mood import Rest

__all__ = [
    "CARRIED_S",
    "ECHO_S",
    "EMPATHY_S",
    "EVENT_HOLD_S",
    "GENTLE_S",
    "SPEAKING_HOLD_S",
    "Face",
    "Layer",
    "Moment",
    "Strength",
]

_E = Expression

SPEAKING_HOLD_S = 0.9
"""A face stays at least this long while she speaks."""
ECHO_S = 1.5
"""How long the face of her last words stays after them."""
EMPATHY_S = 4.0
"""How long what was said to her shows while she thinks."""
GENTLE_S = 90.0
"""How long sad words said to her keep grins away, unless something else is said."""

_GRINS = frozenset({_E.LAUGHING, _E.SNARKY, _E.CAT_FACE})
_UNMOVED = _GRINS | {_E.THINKING}
"""Faces that words do not get while she is gentle: a question to someone who is sad is asked with sympathy."""
_MIRRORED = frozenset({_E.SAD, _E.ANGRY, _E.LOVE, _E.LAUGHING, _E.EXCITED, _E.SURPRISED, _E.HAPPY})
_MOVED, _GRAVE = 1.1, 2.4
_HATED, _HURT, _PLEASED = -0.9, -0.35, 0.35
_LOW_POSITIVITY, _HIGH_ENERGY = 30.0, 55.0
_TONE_SLOT_S, _TONE_SLOTS = 12.0, 5
_SHORT = 40


@dataclass(frozen=True, slots=True)
class Face:
    """The face she shows since `since_s`, at least until `until_s`, and what waits behind it."""

    expression: Expression = Expression.IDLE
    reason: str = "at rest"
    since_s: float = 0.0
    until_s: float = 0.0
    strength: Strength = Strength.REST
    words: Layer | None = None
    happening: Layer | None = None
    gentle_until_s: float = 0.0
    told: Expression | None = None

    def after(self, moment: Moment, at_s: float) -> Face:
        """The face once `moment` is the case at `at_s`; a time before the last change counts as that."""
        at_s = max(at_s, self.since_s)
        return _shown(_struck(_worded(_heard(self, moment, at_s), moment, at_s), moment, at_s), moment, at_s)

    def wanted(self, moment: Moment, at_s: float) -> Expression:
        """The face that the words of a moment ask for, whatever she shows now: how they are to be said."""
        gentle = at_s < self.gentle_until_s
        asked = _said(moment, self.told, gentle=gentle).expression
        return _E.SAD if gentle and asked in _GRINS else asked


def _heard(face: Face, moment: Moment, at_s: float) -> Face:
    """What was said to her sets how gentle she is, and shows while she thinks."""
    if not moment.said.strip():
        return face
    layer = _told(moment, at_s)
    gentle = layer is not None and layer.expression is _E.SAD
    told = layer.expression if layer else None
    return replace(face, words=layer, told=told, gentle_until_s=at_s + GENTLE_S if gentle else at_s)


def _worded(face: Face, moment: Moment, at_s: float) -> Face:
    """What she says sets the ground; the echo of it fades."""
    if moment.saying.strip():
        layer = _said(moment, face.told, gentle=at_s < face.gentle_until_s)
        until = None if moment.phase == Phase.SPEAKING else at_s + ECHO_S
        return replace(face, words=replace(layer, until_s=until, phase=Phase.SPEAKING))
    words = face.words
    if words is None or words.lasts(at_s, moment.phase):
        return face
    if words.until_s is None and moment.phase == Phase.IDLE:
        return replace(face, words=replace(words, until_s=at_s + ECHO_S))
    return replace(face, words=None)


def _struck(face: Face, moment: Moment, at_s: float) -> Face:
    """What happened lies over the ground for a while, unless what she says to it in that moment has a face."""
    over = face.happening
    if over is not None and not over.lasts(at_s, moment.phase):
        over = None
    again = over is not None and over.strength is Strength.HAND
    new = happening(moment, at_s, again=again)
    if new is None:
        return replace(face, happening=over)
    if moment.saying.strip() and face.words is not None and face.words.strength >= Strength.WORDS:
        return replace(face, happening=None)
    if over is None or new.strength >= over.strength:
        over = new
    return replace(face, happening=over)


def _shown(face: Face, moment: Moment, at_s: float) -> Face:
    """The stronger layer, once the face that is there has stayed its time."""
    gentle = at_s < face.gentle_until_s
    layer = face.words or _resting(moment, at_s, gentle=gentle)
    if face.happening is not None and face.happening.strength >= layer.strength:
        layer = face.happening
    if gentle and layer.expression in _GRINS:
        layer = replace(layer, expression=_E.SAD, reason=f"{layer.reason}; but gentle, for what was said")
    if layer.expression is face.expression:
        return replace(face, reason=layer.reason, strength=layer.strength)
    stays = at_s < face.until_s and layer.strength <= face.strength
    if stays and not (gentle and face.expression in _GRINS):
        return face
    hold = SPEAKING_HOLD_S if layer.strength is not Strength.REST else 0.0
    return replace(
        face,
        expression=layer.expression,
        reason=layer.reason,
        since_s=at_s,
        until_s=at_s + hold,
        strength=layer.strength,
    )


def _told(moment: Moment, at_s: float) -> Layer | None:
    """The feeling with which she takes what was said to her; None: she just thinks about it."""
    felt = emotions(moment.said)
    kind = kindness(moment.said)
    quoted = f"said to her: “{_short(moment.said)}”"
    until = at_s + EMPATHY_S
    sad = felt.get(_E.SAD, 0.0)
    brighter = max(felt.get(face, 0.0) for face in (_E.LAUGHING, _E.HAPPY, _E.LOVE))
    if sad >= _MOVED and sad >= brighter and (kind > _HURT or sad >= _GRAVE):
        return Layer(_E.SAD, quoted, Strength.MOMENT, until)
    if kind <= _HURT:
        hurt = _E.SAD if kind <= _HATED else _E.SNARKY
        face = _E.ANGRY if moment.mood.positivity < TOUCHY else hurt
        return Layer(face, f"{quoted}, which is unkind", Strength.MOMENT, until)
    if kind >= _PLEASED and felt.get(_E.LOVE, 0.0) > felt.get(_E.HAPPY, 0.0):
        return Layer(_E.LOVE, quoted, Strength.MOMENT, until)
    strongest, weight = next(iter(felt.items()), (_E.THINKING, 0.0))
    if strongest in _MIRRORED and weight >= _MOVED:
        return Layer(strongest, quoted, Strength.MOMENT, until)
    return Layer(_E.HAPPY, f"{quoted}, which is kind", Strength.MOMENT, until) if kind >= _PLEASED else None


def _said(moment: Moment, told: Expression | None, *, gentle: bool) -> Layer:
    """The face of the words she says; words without one keep that with which she took what was said to her."""
    if moment.hint in set(Expression):
        return Layer(Expression(moment.hint), "the line asks for it", Strength.HINT)
    for expression, weight in emotions(moment.saying).items():
        if weight >= THRESHOLD and not (gentle and expression in _UNMOVED):
            cues = [reason for reason in reasons(moment.saying) if reason.expression is expression]
            cue = max(cues, key=lambda reason: reason.weight)
            return Layer(expression, f"she says “{_short(cue.words)}”", Strength.WORDS)
    if not gentle and moment.mood.rest is not Rest.SLEEPY and (news := informs(moment.saying)):
        return Layer(_E.IDLE, f"she tells: {news}", Strength.WORDS)
    if told not in {None, _E.SAD} and not gentle and moment.mood.rest is not Rest.SLEEPY:
        return Layer(told, "for what was said to her", Strength.TONE)
    return _toned(moment, gentle=gentle)


def _toned(moment: Moment, *, gentle: bool) -> Layer:
    """Her face while she speaks of nothing in particular."""
    if gentle:
        return Layer(_E.SAD, "gentle, for what was said", Strength.TONE)
    if moment.mood.rest is Rest.SLEEPY:
        return Layer(_E.SLEEPY, "mood: sleepy", Strength.TONE)
    return Layer(moment.tone, "her tone", Strength.TONE)


def _resting(moment: Moment, at_s: float, *, gentle: bool) -> Layer:
    """The face of a phase in which nothing is said."""
    match moment.phase:
        case Phase.THINKING:
            return Layer(_E.THINKING, "thinking", Strength.TONE)
        case Phase.LISTENING:
            return Layer(_E.IDLE, "listening", Strength.TONE)
        case Phase.SPEAKING:
            return _toned(moment, gentle=gentle)
    return _rested(moment, at_s, gentle=gentle)


def _rested(moment: Moment, at_s: float, *, gentle: bool) -> Layer:
    """The face of a mood when nothing goes on at all."""
    mood, rest = moment.mood, Strength.REST
    if mood.rest is Rest.SLEEPY:
        return Layer(_E.SLEEPY, "mood: sleepy", rest)
    if mood.positivity < _LOW_POSITIVITY:
        return Layer(_E.SAD, "mood: low", rest)
    if mood.rest is Rest.IDLE or gentle:
        return Layer(_E.IDLE, "mood: quiet", rest)
    if mood.positivity >= HIGH_POSITIVITY and mood.energy >= _HIGH_ENERGY:
        return Layer(_E.HAPPY, "mood: bright", rest)
    if crc32(b"%d" % (at_s // _TONE_SLOT_S)) % _TONE_SLOTS == 0:
        return Layer(moment.tone, "her tone, now and then", rest)
    return Layer(_E.IDLE, "at rest", rest)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHORT else f"{words[: _SHORT - 1]}…"
