"""Gathers what is not paid, so that a thousand lines of chat a second are a few events."""

from __future__ import annotations

from collections import deque

from models.events import StreamHappened
from models.stream.happening import Happening, Standing, StreamKind

MOST_LINES = 20
"""Lines of chat told one by one in a batch; the newest, and those of streamer and moderators before all others."""
MOST_OTHERS = 50
MOST_WAITING = 1000
"""Other happenings in a batch, and those that wait for the next ones; beyond, the oldest are dropped."""


class Batch:
    """What has come since the last one was taken."""

    def __init__(self) -> None:
        self._lines = 0
        self._crowd: deque[tuple[int, Happening]] = deque(maxlen=MOST_LINES)
        self._crew: deque[tuple[int, Happening]] = deque(maxlen=MOST_LINES)
        self._others: deque[Happening] = deque(maxlen=MOST_WAITING)

    def __bool__(self) -> bool:
        return bool(self._lines or self._others)

    def add(self, one: Happening) -> None:
        """Put it in."""
        if one.kind is StreamKind.CHAT:
            self._lines += 1
            (self._crowd if one.standing is Standing.VIEWER else self._crew).append((self._lines, one))
        else:
            self._others.append(one)

    def take(self) -> StreamHappened:
        """The batch, in the order things came in, chat last; what there is no room for stays for the next."""
        others = [self._others.popleft() for _ in range(min(MOST_OTHERS, len(self._others)))]
        room = MOST_LINES - len(self._crew)
        lines = sorted([*self._crew, *(list(self._crowd)[-room:] if room else ())], key=lambda line: line[0])
        more = self._lines - len(lines)
        self._lines = 0
        self._crowd.clear()
        self._crew.clear()
        return StreamHappened((*others, *(one for _, one in lines)), more)
