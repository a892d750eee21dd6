"""The words of the mood panel, in the language of the windows."""

from __future__ import annotations

from app import wording
from app.form.lamp import Tone
from app.mood.values import Doing, PanelState
from app.words import translate
from models.diary import Kind, Line
from models.events import Health
from models.latency import Stages
from models.mood import Mood

_LOW, _HIGH = 30.0, 70.0


def doing(state: PanelState) -> str:
    """What she does."""
    words = {
        Doing.IDLE: translate("panel", "is here"),
        Doing.LISTENING: translate("panel", "hears you"),
        Doing.THINKING: translate("panel", "is thinking"),
        Doing.SPEAKING: translate("panel", "is speaking"),
        Doing.ASLEEP: translate("panel", "sleeps until you speak to her"),
        Doing.OFFLINE: translate("panel", "is not all there yet"),
        Doing.PANIC: translate("panel", "is silent until you come back"),
    }[state.doing]
    if state.doing is Doing.IDLE and state.muted:
        return translate("panel", "is here, with the microphone off")
    if state.doing is Doing.IDLE and state.quiet:
        return translate("panel", "is here, and says nothing unasked")
    return words


def face(expression: str) -> str:
    """An expression's name."""
    return {
        "idle": translate("panel", "calm"),
        "happy": translate("panel", "happy"),
        "excited": translate("panel", "excited"),
        "snarky": translate("panel", "snarky"),
        "thinking": translate("panel", "thoughtful"),
        "surprised": translate("panel", "surprised"),
        "sad": translate("panel", "sad"),
        "angry": translate("panel", "angry"),
        "sleepy": translate("panel", "sleepy"),
        "love": translate("panel", "in love"),
        "laughing": translate("panel", "laughing"),
        "cat_face": translate("panel", "like a cat"),
    }.get(expression, expression)


def moods(mood: Mood) -> tuple[tuple[str, float, str], ...]:
    """Name, points and word of each of the three numbers."""
    return (
        (
            translate("panel", "Energy"),
            mood.energy,
            _of(
                mood.energy,
                translate("panel", "tired"),
                translate("panel", "awake"),
                translate("panel", "lively"),
            ),
        ),
        (
            translate("panel", "Positivity"),
            mood.positivity,
            _of(
                mood.positivity,
                translate("panel", "low"),
                translate("panel", "content"),
                translate("panel", "bright"),
            ),
        ),
        (
            translate("panel", "Engagement"),
            mood.engagement,
            _of(
                mood.engagement,
                translate("panel", "to herself"),
                translate("panel", "attentive"),
                translate("panel", "absorbed"),
            ),
        ),
    )


def _of(points: float, low: str, middle: str, high: str) -> str:
    return low if points < _LOW else high if points >= _HIGH else middle


def part(name: str) -> str:
    """A part's name."""
    return {
        "microphone": translate("panel", "Microphone"),
        "loudspeaker": translate("panel", "Loudspeaker"),
        "sound": translate("panel", "Sound"),
        "ears": translate("panel", "Hearing"),
        "mind": translate("panel", "Mind"),
        "voice": translate("panel", "Voice"),
        "memory": translate("panel", "Memory"),
        "stream": translate("panel", "Stream"),
        "obs": "OBS",
        "api": translate("panel", "Local API"),
        "avatar": translate("panel", "Picture"),
        "settings": translate("panel", "Settings"),
        "credentials": translate("panel", "Passwords"),
    }.get(name, name)


def health(health_: Health) -> str:
    """How a part is."""
    return {
        "starting": translate("panel", "starting…"),
        "ready": translate("panel", "ready"),
        "restarting": translate("panel", "coming back…"),
        "asleep": translate("panel", "asleep"),
        "off": translate("panel", "off"),
        "gone": translate("panel", "gone"),
    }.get(health_.value, health_.value)


def tone(health_: Health) -> Tone:
    """How a part is, at a glance."""
    return {
        "starting": Tone.BUSY,
        "ready": Tone.GOOD,
        "restarting": Tone.BUSY,
        "gone": Tone.BAD,
    }.get(health_.value, Tone.OFF)


def told(line: Line) -> tuple[str, str]:
    """A line of the diary: what happened, and why or what came of it."""
    if line.entry is not None:
        entry = line.entry
        happening = entry.happening
        head = f"{wording.who(happening)} {wording.what(happening)}"
        quoted = wording.said(happening).replace("\n", " ")
        fate = ", ".join(p for p in (wording.TAGS[entry.fate].lower(), wording.reason(entry)) if p)
        return " ".join(p for p in (head, quoted) if p), fate
    text = {
        Kind.SAID: translate("panel", "You: “{text}”").format(text=line.about),
        Kind.FACE: translate("panel", "She looks {face}").format(face=face(line.about)),
        Kind.TOUCH: _touched(line.about),
        Kind.PANIC: translate("panel", "Panic: she falls silent"),
        Kind.BACK: translate("panel", "The panic is over"),
        Kind.QUIET: translate("panel", "Do not disturb, from now on"),
        Kind.LOUD: translate("panel", "She may speak unasked again"),
        Kind.HELD_BACK: _held_back(line),
        Kind.PART: _changed(line),
    }.get(line.kind, "")
    return text, "" if line.kind is Kind.HELD_BACK else line.reason


def _touched(area: str) -> str:
    return {
        "Head": translate("panel", "A hand on her head"),
        "Body": translate("panel", "A tap on her"),
        "Tail": translate("panel", "A hand on her tail"),
    }.get(area, translate("panel", "A tap beside her"))


def _held_back(line: Line) -> str:
    if line.reason == "by her":
        return translate("panel", "She did not say it: {category}").format(category=line.about)
    return translate("panel", "Kept from her: {category}").format(category=line.about)


def _changed(line: Line) -> str:
    if line.health is Health.RESTARTING:
        return translate("panel", "{part} stopped and is coming back").format(part=part(line.about))
    return translate("panel", "{part} needs a look").format(part=part(line.about))


def stages(latency: Stages) -> tuple[tuple[str, float], ...]:
    """The stages of an answer, in order, with their seconds; a written line has no hearing."""
    heard = ((translate("panel", "hearing"), latency.hearing_s),) if latency.hearing_s is not None else ()
    return (
        *heard,
        (translate("panel", "thinking"), latency.thinking_s),
        (translate("panel", "voice"), latency.voicing_s),
        (translate("panel", "playing"), latency.playing_s),
    )


def program(name: str) -> str:
    """One of her programs."""
    return {
        "window": translate("panel", "window"),
        "audio": translate("panel", "sound"),
        "asr": translate("panel", "hearing"),
        "llm": translate("panel", "mind"),
        "tts": translate("panel", "voice"),
    }.get(name, name)
