"""When does a turn begin and end? A pure state machine over 32 ms windows; time is counted in samples.

silent ──enough voiced windows──▶ speaking ──silence──▶ paused ──finished by meaning or by time──▶ silent ▲
│ └────voice again─────┘

It decides onset (with pre-roll, so that the first word is whole), what to pass on, pauses, and the end: by
meaning (`verdict` > 0.5 and a short silence), by silence alone, or by length. While she speaks herself, and
shortly after, a voice must be stronger and hold longer, and must not look like what the loudspeaker plays.

It knows no device, clock or model: whoever feeds it scores the windows, answers `AskTurn` with `verdict`, and
turns sample counts into times. Silence inside a turn is held back until the voice returns, so a turn's sound
ends with its last word and a pause is only taken back by more voice.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from workers.engines.audio.decisions import (
    RATE_HZ,
    WINDOW,
    AskTurn,
    Care,
    Decision,
    End,
    More,
    Onset,
    Pause,
    Suspect,
    Window,
)

_BYTES = 2 * WINDOW
_SUSPECT_WINDOWS = 2
_HARDLY = 0.3
_JUDGED_BYTES = 2 * 8 * RATE_HZ


@dataclass(frozen=True, slots=True)
class Rules:
    """Thresholds (probabilities) and durations.

    `strict_evidence` is a sum over windows, a sure one counting 1. The defaults were tuned on recorded speech
    and noise.
    """

    voiced: float = 0.5
    unvoiced: float = 0.35
    onset_ms: int = 96
    strict_span_ms: int = 192
    strict_evidence: float = 2.5
    wary_voiced: float = 0.75
    wary_onset_ms: int = 224
    pre_roll_ms: int = 400
    ask_ms: int = 128
    pause_ms: int = 160
    ask_again_ms: int = 480
    eager_silence_ms: int = 180
    silence_ms: int = 900
    shortest_ms: int = 192
    longest_ms: int = 28_000
    piece_ms: int = 96


def _windows(ms: int) -> int:
    return max(1, round(ms * RATE_HZ / 1000 / WINDOW))


class Endpoint:
    """The machine. Feed it every window in order; it never raises."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._now = 0
        self._sent = 0
        self._utterance = 0
        self._open = False
        self._history: deque[tuple[int, Window]] = deque(maxlen=_windows(rules.pre_roll_ms) + 24)
        self._suspected = False
        self._ticket = 0
        self._silent_since: int | None = None
        self._held = bytearray()
        self._heard = bytearray()
        self._clear()

    @property
    def open(self) -> bool:
        """Whether an utterance is under way."""
        return self._open

    @property
    def now(self) -> int:
        """Samples fed so far."""
        return self._now

    def step(self, window: Window) -> list[Decision]:
        """Take the next window and decide."""
        start, self._now = self._now, self._now + WINDOW
        self._history.append((start, window))
        return self._speaking(window) if self._open else self._listening()

    def verdict(self, ticket: int, finished: float) -> list[Decision]:
        """Take the answer to an `AskTurn`; one that comes after the voice returned counts for nothing."""
        if self._open and ticket == self._ticket and self._silent_since is not None:
            self._finished = finished > 0.5  # noqa: PLR2004  # the model's own decision threshold
            return self._ending()
        return []

    def abandon(self) -> list[Decision]:
        """The microphone is gone: end what is open and forget what was heard."""
        decisions: list[Decision] = self._end() if self._open else []
        self._history.clear()
        self._suspected = False
        return decisions

    # --- nobody speaks yet

    def _listening(self) -> list[Decision]:
        care = self._history[-1][1].care
        held = self._held_windows(care)
        if held and held[-1] is self._history[-1]:
            if self._convincing([window.voice for _, window in held], care):
                return self._begin(held[0][0], strict=care is not Care.NONE)
            if care is not Care.NONE and not self._suspected and len(held) >= _SUSPECT_WINDOWS:
                self._suspected = True
                return [Suspect(on=True)]
        if self._suspected and not held:
            self._suspected = False
            return [Suspect(on=False)]
        return []

    def _held_windows(self, care: Care) -> list[tuple[int, Window]]:
        """The recent windows that speak for a near voice."""
        rules = self._rules
        floor, span_ms = {
            Care.NONE: (rules.voiced, rules.onset_ms + 32),
            Care.STRICT: (rules.voiced, rules.strict_span_ms),
            Care.WARY: (rules.wary_voiced, rules.wary_onset_ms + 64),
        }[care]
        recent = list(self._history)[-_windows(span_ms) :]
        return [entry for entry in recent if entry[1].voice >= floor and entry[1].likeness < 1]

    def _convincing(self, voices: list[float], care: Care) -> bool:
        """Whether a voice has held long enough; over her own voice a surer one needs less time."""
        rules = self._rules
        match care:
            case Care.NONE:
                return len(voices) >= _windows(rules.onset_ms)
            case Care.WARY:
                return len(voices) >= _windows(rules.wary_onset_ms)
            case Care.STRICT:
                sure = sum(max(0.0, voice - _HARDLY) / (1 - _HARDLY) for voice in voices)
                return sure >= rules.strict_evidence

    def _begin(self, at: int, *, strict: bool) -> list[Decision]:
        self._clear()
        self._open = True
        self._utterance += 1
        self._at = at
        first = max(at - _windows(self._rules.pre_roll_ms) * WINDOW, self._sent)
        pieces = [(start, window) for start, window in self._history if start >= first]
        self._voiced = sum(window.voice >= self._rules.voiced for start, window in pieces if start >= at)
        self._last_voiced = self._now
        self._heard += b"".join(window.pcm for _, window in pieces)
        self._sent = self._now
        decisions: list[Decision] = [Suspect(on=False)] if self._suspected else []
        self._suspected = False
        return [*decisions, Onset(self._utterance, at, bytes(self._heard), strict)]

    # --- an utterance is open

    def _speaking(self, window: Window) -> list[Decision]:
        rules = self._rules
        self._held += window.pcm
        self._heard += window.pcm
        if window.voice >= rules.voiced:
            self._voiced += 1
            self._last_voiced = self._now
            self._silent_since = None
            self._paused = False
            self._finished = False
        elif window.voice < rules.unvoiced and self._silent_since is None:
            self._silent_since = self._now - WINDOW
            self._asked = 0
        decisions = self._flush()
        if self._now - self._at >= rules.longest_ms * RATE_HZ // 1000:
            return [*decisions, *self._end()]
        if self._silent_since is not None:
            decisions += self._silent()
        return decisions

    def _flush(self) -> list[Decision]:
        """Pass on what is held, unless silence began and may turn out to be the end."""
        if self._paused or len(self._held) < _windows(self._rules.piece_ms) * _BYTES:
            return []
        self._sent = self._now
        piece, self._held = bytes(self._held), bytearray()
        return [More(self._utterance, piece)]

    def _silent(self) -> list[Decision]:
        rules = self._rules
        silence = _windows_between(self._silent_since, self._now)
        decisions: list[Decision] = []
        if (self._asked == 0 and silence >= _windows(rules.ask_ms)) or (
            self._asked == 1 and silence >= _windows(rules.ask_again_ms)
        ):
            self._asked += 1
            self._ticket += 1
            decisions.append(AskTurn(self._ticket, bytes(self._heard[-_JUDGED_BYTES:])))
        if not self._paused and silence >= _windows(rules.pause_ms):
            self._paused = True
            if self._held:
                decisions.append(More(self._utterance, bytes(self._held)))
                self._held = bytearray()
                self._sent = self._now
            decisions.append(Pause(self._utterance, self._last_voiced))
        return decisions + self._ending()

    def _ending(self) -> list[Decision]:
        rules = self._rules
        since = self._silent_since
        if since is None:
            return []
        silent_ms = (self._now - since) * 1000 // RATE_HZ
        by_meaning = self._finished and silent_ms >= rules.eager_silence_ms
        return self._end() if by_meaning or silent_ms >= rules.silence_ms else []

    def _end(self) -> list[Decision]:
        spoken = self._voiced * WINDOW >= self._rules.shortest_ms * RATE_HZ // 1000
        decisions: list[Decision] = []
        if self._held and not self._paused:
            decisions.append(More(self._utterance, bytes(self._held)))
            self._sent = self._now
        at = self._last_voiced
        self._open = False
        return [*decisions, End(self._utterance, at, spoken)]

    def _clear(self) -> None:
        self._at = self._now
        self._voiced = 0
        self._last_voiced = self._now
        self._silent_since = None
        self._paused = False
        self._finished = False
        self._asked = 0
        self._held = bytearray()
        self._heard = bytearray()


def _windows_between(start: int | None, end: int) -> int:
    return 0 if start is None else (end - start) // WINDOW
