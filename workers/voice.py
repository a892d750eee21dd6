"""Voice: the organ that turns clauses into sound.

Clauses are synthesised in order as they come, so the next one is made while this one plays. Each becomes a
clip for the sound organ and a mouth track for the avatar. A clause said before comes from memory. Without a working
engine she goes on in text: the clause counts as heard.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial

from models.commands import Cancel, MuteVoice, Speak
from models.errors import Blame, EngineError, EngineGoneError
from models.events import Failed, Speaking, Spoken, Voiced
from models.ports import TextToSpeech
from models.sound import Clip
from models.speech import Empty, Line, PhonemeSpan, Speech, VoiceStyle, WordSpan
from models.speech import Voice as SpokenVoice
from models.spoken_text import speakable
from models.visemes import MouthTrack, track, track_from_rms
from workers.loudness import rms_track
from workers.runtime.answer import settle
from workers.runtime.organ import Organ, Warm
from workers.runtime.retry import persist
from workers.runtime.seat import Exchange, Seat
from workers.said_lines import SaidLines

_RMS_STEP_S = 0.01


@dataclass(frozen=True, slots=True)
class WhichVoices:
    """Item: tell the voices she can speak with; the answer may be an `EngineError`."""

    answer: Future[tuple[SpokenVoice, ...]]


@dataclass(frozen=True, slots=True)
class Sample:
    """Item: say `text` in this style, unheard, for a preview. The answer may be an `EngineError`.

    It is made beside what is being said, also while her voice is muted; to hear it, give it to the sound organ
    as a `workers.sound.PlaySample`.
    """

    text: str
    style: VoiceStyle
    answer: Future[Speech]


class Voice(Organ):
    """Takes `Speak`, `Cancel`, `MuteVoice`, `WhichVoices`, `Sample` and what concerns its engine.

    Gives `Voiced`, and clips to `play`.

    Without an engine she is in silent mode.
    """

    name = "voice"

    def __init__(self, engine: Exchange[TextToSpeech], play: Callable[[Clip], None]) -> None:
        super().__init__()
        self._seat = Seat(self, engine, self._on_other_voice)
        self._play = play
        self._queue: asyncio.Queue[Speak] = asyncio.Queue()
        self._current: tuple[int, asyncio.Task[Speech | None]] | None = None
        self._cancelled = -1
        self._gone = False
        self._muted = False
        self._said = SaidLines()

    async def begin(self) -> None:
        """Warm the engine up and start speaking what comes."""
        self.start(self._speak_all())
        self._seat.warm()

    async def end(self) -> None:
        """End the engine."""
        await self._seat.close()

    def _on_other_voice(self) -> None:
        self._gone = False
        self._said = SaidLines()

    async def take(self, item: object) -> None:
        """Queue a clause, or drop those of a cancelled turn."""
        match item:
            case Speak():
                self._queue.put_nowait(item)
            case WhichVoices(answer=answer):
                self.start(settle(answer, self._voices))
            case Sample(answer=answer):
                self.start(settle(answer, partial(self._sample, item)))
            case MuteVoice(muted=muted):
                self._muted = muted
            case Cancel(turn=turn):
                self._cancelled = max(self._cancelled, turn)
                if self._current is not None and self._current[0] <= turn:
                    self._current[1].cancel()
            case _:
                self._gone = self._gone and item != Warm(again=True)
                self._seat.take(item)

    async def _voices(self) -> tuple[SpokenVoice, ...]:
        async with self._seat.use() as engine:
            return tuple([voice async for voice in engine.voices(Empty())]) if engine else ()

    async def _sample(self, sample: Sample) -> Speech:
        if self._seat.empty:
            raise EngineError(Blame.SETTINGS, "her voice is off; switch on Speak aloud")
        line = Line(speakable(sample.text), sample.style, first=True)
        speech = await persist(partial(self._made, line))
        if speech is None:
            raise EngineError(Blame.SETTINGS, "there is nothing in this text that can be said")
        return speech

    async def _speak_all(self) -> None:
        while True:
            order = await self._queue.get()
            if order.turn <= self._cancelled:
                continue
            work = asyncio.ensure_future(persist(partial(self._synthesise, order)))
            self._current = (order.turn, work)
            try:
                speech = await work
            except asyncio.CancelledError:
                work.cancel()
                if (speaking := asyncio.current_task()) is not None and speaking.cancelling():
                    raise  # she ends; else the clause alone was cancelled
                continue
            except EngineError as error:
                self.emit(Failed(self.name, error.blame, error.message))
                if isinstance(error, EngineGoneError):
                    self._gone = True
                speech = None
            finally:
                self._current = None
            if order.turn > self._cancelled:
                self._deliver(order, speech)

    async def _synthesise(self, order: Speak) -> Speech | None:
        """The sound of one clause; None if there is nothing to hear."""
        if self._muted:
            return None
        text = speakable(order.text)
        line = Line(text, order.style, first=order.n == 0)
        known = self._said.get(line)
        if known is not None or self._gone:
            return known
        speech = await self._made(line)
        if speech is not None:
            self._said.put(line, speech)
        return speech

    async def _made(self, line: Line) -> Speech | None:
        """A line as sound, from the engine."""
        if self._seat.empty or not line.text:
            return None
        async with self._seat.use() as engine:
            pieces = [piece async for piece in engine.speak(line)] if engine else []
        return _joined(pieces) if pieces else None

    def _deliver(self, order: Speak, speech: Speech | None) -> None:
        if speech is None:
            self.emit(Speaking(order.turn, order.n))
            self.emit(Spoken(order.turn, order.n))
            return
        self.emit(Voiced(order.turn, order.n, _mouth(speech), speech.words))
        self._play(Clip(order.turn, order.n, speech.pcm, speech.rate_hz))


def _joined(pieces: list[Speech]) -> Speech:
    """Several pieces of one line as one."""
    if len(pieces) == 1:
        return pieces[0]
    rate_hz = pieces[0].rate_hz
    pcm = b""
    phonemes: list[PhonemeSpan] = []
    words: list[WordSpan] = []
    for piece in pieces:
        shift_s = len(pcm) / 2 / rate_hz
        phonemes += [PhonemeSpan(p.symbol, p.start_s + shift_s, p.end_s + shift_s) for p in piece.phonemes]
        words += [WordSpan(word.text, word.start_s + shift_s, word.end_s + shift_s) for word in piece.words]
        pcm += piece.pcm
    return Speech(pcm, rate_hz, tuple(phonemes), tuple(words))


def _mouth(speech: Speech) -> MouthTrack:
    length_s = len(speech.pcm) / 2 / speech.rate_hz
    if speech.phonemes:
        return track(speech.phonemes, length_s)
    return track_from_rms(rms_track(speech.pcm, speech.rate_hz, _RMS_STEP_S), _RMS_STEP_S)
