"""Whose mouth it is: the track of the clause that is at the loudspeaker now, read at the moment of drawing."""

from __future__ import annotations

from collections.abc import Callable

from models.sound import Playhead
from models.visemes import Mouth, MouthTrack, mouth_at

_EXPECT_S = 5.0


class Lips:
    """Keeps the tracks of the clauses that are queued or playing. `playhead` is the sound's latest-value lane."""

    def __init__(self, playhead: Callable[[], Playhead]) -> None:
        self._playhead = playhead
        self._tracks: dict[tuple[int, int], MouthTrack] = {}
        self._playing: tuple[int, int] | None = None
        self._cut = -1
        self._queued_s = 0.0

    def set_track(self, turn: int, n: int, track: MouthTrack, at_s: float) -> None:
        """Clause `n` of `turn` has been queued. Ignored for turns that were cut."""
        if turn > self._cut:
            self._tracks[turn, n] = track
            self._queued_s = at_s

    def cut(self, turn: int) -> None:
        """Close the mouth and forget every clause of turns up to `turn`."""
        self._cut = max(self._cut, turn)
        self._tracks = {key: track for key, track in self._tracks.items() if key[0] > self._cut}

    def expecting(self, at_s: float) -> bool:
        """Whether a clause queued lately is still to be heard, so that its first frame must not be missed."""
        return bool(self._tracks) and at_s - self._queued_s < _EXPECT_S

    def mouth(self, at_s: float) -> Mouth | None:
        """The mouth at `at_s` (`time.monotonic()`); None when nothing of hers is being heard."""
        head = self._playhead()
        if head.n < 0 or head.turn <= self._cut:
            if self._playing is not None:
                self._forget(self._playing, also=True)
                self._playing = None
            return None
        here = (head.turn, head.n)
        if here != self._playing:
            self._forget(here, also=False)
            self._playing = here
        track = self._tracks.get(here)
        if track is None:
            return None
        position_s = head.position_s + max(0.0, at_s - head.at_s)
        return mouth_at(track, position_s)

    def _forget(self, until: tuple[int, int], *, also: bool) -> None:
        """Drop the tracks before `until`, and itself if `also`."""
        self._tracks = {
            key: track for key, track in self._tracks.items() if key > until or (key == until and not also)
        }
