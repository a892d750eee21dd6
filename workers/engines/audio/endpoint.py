"""When does a turn begin and end? A pure state machine over 32 ms windows; time is counted in samples.

silent ──enough voiced windows──▶ speaking ──silence──▶ paused ──finished by meaning or by time──▶ silent ▲
│ └────voice again─────┘

It decides onset (with pre-roll, so that the first word is whole), what to pass on, pauses, and the end: by
meaning (`verdict` > 0.5 and a short silence), by silence alone, or by length. While she speaks herself, and
shortly after, a voice must be stronger and hold longer, and must not look like what the loudspeaker plays.

It knows no device, clock or model: whoever feeds it scores the windows, answers `AskTurn` with `verdict`, and
turns sample counts into times. Silence inside a turn is held back until the voice returns, so a turn's sound
ends with its last word and a pause is only taken back by more voice.

On push-to-talk the key alone begins and ends a turn. Between turns it is deaf then: what it is fed is pre-roll.
"""

from __future__ import annotations

from collections import deque

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
from workers.engines.audio.rules import Rules

_BYTES = 2 * WINDOW
_SUSPECT_WINDOWS = 2
_HARDLY = 0.3
_JUDGED_BYTES = 2 * 8 * RATE_HZ


def _windows(ms: int) -> int:
    return max(1, round(ms * RATE_HZ / 1000 / WINDOW))


class Endpoint:
    """The machine. Feed it every window in order; it never raises."""

    def __init__(self, rules: Rules, *, push: bool = False) -> None:
        self._rules = rules
        self._push = push
        self._key = False
        self._released: int | None = None
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
    def deaf(self) -> bool:
        """Whether it does not matter what a window sounds like."""
        return self._push and not self._open

    @property
    def now(self) -> int:
        """Samples fed so far."""
        return self._now

    def step(self, window: Window) -> list[Decision]:
        """Take the next window and decide."""
        start, self._now = self._now, self._now + WINDOW
        self._history.append((start, window))
        if self._push:
            return self._held_down(window) if self._open else []
        return self._speaking(window) if self._open else self._listening()

    def hold(self, *, down: bool) -> list[Decision]:
        """On push-to-talk: the key went down, and a turn begins, or it went up, and the turn is as good as over."""
        pressed = down and not self._key
        self._key = down
        if not self._push:
            return []
        if pressed and not self._open:
            return self._begin(self._now, strict=False)
        self._released = None if down else self._now
        return []

    def follow(self, rules: Rules, *, push: bool) -> list[Decision]:
        """Go on by other rules. A turn that is open ends where the way of listening changes."""
        self._rules = rules
        if push is self._push:
            return []
        decisions = self.abandon()
        self._push, self._key = push, False
        return decisions

    def verdict(self, ticket: int, finished: float) -> list[Decision]:
        """Take the answer to an `AskTurn`; one that comes after the voice returned counts for nothing."""
        if self._open and ticket == self._ticket and self._silent_since is not None:
            self._finished = finished > 0.5  # noqa: PLR2004  # the model's own decision threshold
            return self._ending()
        return []

    def abandon(self) -> list[Decision]:
        """The microphone is gone: end what is open and forget what was heard."""
        decisions: list[Decision] = self._end() if self._open else []
        if self._suspected:
            decisions.append(Suspect(on=False))
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
        pieces = [entry for entry in self._history if entry[0] >= first]
        if self._push:  # her own voice is no part of it
            pieces = [entry for entry in pieces if entry[1].care is Care.NONE]
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

    def _held_down(self, window: Window) -> list[Decision]:
        """The next window of a turn that the key began."""
        rules = self._rules
        self._held += window.pcm
        self._heard += window.pcm
        if window.voice >= rules.voiced and (window.care is Care.NONE or window.likeness < 1):
            self._voiced += 1
            self._last_voiced = self._now
            self._silent_since = None
            self._paused = False
        elif window.voice < rules.unvoiced and self._silent_since is None:
            self._silent_since = self._now - WINDOW
        decisions = self._flush()
        if self._voiced and not self._paused and self._silence() >= _windows(rules.pause_ms):
            decisions += self._pause()
        if self._released is not None:
            waited = (self._now - self._released) // WINDOW
            if max(waited, self._silence()) >= _windows(rules.trail_ms):
                return [*decisions, *self._end()]
        elif self._now - self._at >= rules.longest_ms * RATE_HZ // 1000:
            return [*decisions, *self._end(), *self._begin(self._now, strict=False)]
        return decisions

    def _silence(self) -> int:
        """For how many windows nothing has been voiced."""
        return 0 if self._silent_since is None else (self._now - self._silent_since) // WINDOW

    def _pause(self) -> list[Decision]:
        self._paused = True
        decisions: list[Decision] = []
        if self._held:
            decisions.append(More(self._utterance, bytes(self._held)))
            self._held = bytearray()
            self._sent = self._now
        return [*decisions, Pause(self._utterance, self._last_voiced)]

    def _flush(self) -> list[Decision]:
        """Pass on what is held, unless silence began and may turn out to be the end."""
        if self._paused or len(self._held) < _windows(self._rules.piece_ms) * _BYTES:
            return []
        self._sent = self._now
        piece, self._held = bytes(self._held), bytearray()
        return [More(self._utterance, piece)]

    def _silent(self) -> list[Decision]:
        rules = self._rules
        silence = self._silence()
        decisions: list[Decision] = []
        if (self._asked == 0 and silence >= _windows(rules.ask_ms)) or (
            self._asked == 1 and silence >= _windows(rules.ask_again_ms)
        ):
            self._asked += 1
            self._ticket += 1
            decisions.append(AskTurn(self._ticket, bytes(self._heard[-_JUDGED_BYTES:])))
        if not self._paused and silence >= _windows(rules.pause_ms):
            decisions += self._pause()
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
        shortest_ms = self._rules.shortest_held_ms if self._push else self._rules.shortest_ms
        spoken = self._voiced * WINDOW >= shortest_ms * RATE_HZ // 1000
        decisions: list[Decision] = []
        if self._held and not self._paused:
            decisions.append(More(self._utterance, bytes(self._held)))
            self._sent = self._now
        at = self._last_voiced
        self._open = False
        return [*decisions, End(self._utterance, at, spoken)]

    def _clear(self) -> None:
        self._at = self._now
        self._released = None
        self._voiced = 0
        self._last_voiced = self._now
        self._silent_since = None
        self._paused = False
        self._finished = False
        self._asked = 0
        self._held = bytearray()
        self._heard = bytearray()
