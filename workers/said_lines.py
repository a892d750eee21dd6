"""The sound of lines she said lately, so that what she says again comes at once."""

from __future__ import annotations

from collections import OrderedDict

from models.speech import Line, Speech

_SPAN_BYTES = 200


class SaidLines:
    """The last lines and their sound, the least recently used forgotten first. For one thread."""

    def __init__(self, most_bytes: int = 3 * 2**20) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._speech: OrderedDict[Line, Speech] = OrderedDict()

    def get(self, line: Line) -> Speech | None:
        """The sound of this very line, in this style and place, if it is remembered."""
        speech = self._speech.get(line)
        if speech is not None:
            self._speech.move_to_end(line)
        return speech

    def put(self, line: Line, speech: Speech) -> None:
        """Remember a line; one that would take more than a quarter of the room is not worth it."""
        if _size(speech) > self._most_bytes // 4:
            return
        if line in self._speech:
            self._bytes -= _size(self._speech.pop(line))
        self._speech[line] = speech
        self._bytes += _size(speech)
        while self._bytes > self._most_bytes:
            _, oldest = self._speech.popitem(last=False)
            self._bytes -= _size(oldest)


def _size(speech: Speech) -> int:
    return len(speech.pcm) + _SPAN_BYTES * (len(speech.phonemes) + len(speech.words))
