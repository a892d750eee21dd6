"""One trial each: what is asked of her, what is waited for, and what its outcome is called.

A run is driven by `Trials` in the GUI thread: everything that happens, everything commanded, and ticks
between; what it found is read from `trial`.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from itertools import count

from app.body import Body
from app.config.tuning import Tuning
from app.director import Director
from app.words import translate
from models.commands import Begun, Cancel, Command, Silence
from models.errors import EngineError
from models.events import (
    Event,
    Failed,
    Health,
    Hushed,
    Speaking,
    Spoken,
    Voiced,
    WorkerChanged,
)
from models.requests import LineTried
from models.sound import Levels
from models.trial import Trial, TrialState
from workers.engines.registry import provider
from workers.questions import Ask

_VOICE_PATIENCE_S, _MIND_PATIENCE_S = 60.0, 90.0
_HEARD = 0.9
_NAMELESS = {"", "default", "sysdefault", "pulse", "pipewire", "jack"}
_numbers = count(1)


@dataclass(slots=True)
class Known:
    """What the parts last said of themselves: the device or engine in use, and what is wrong."""

    names: dict[str, str] = field(default_factory=dict)
    troubles: dict[str, str] = field(default_factory=dict)

    def note(self, event: Event) -> None:
        """Remember what an event says of a part."""
        match event:
            case WorkerChanged(worker=worker, health=Health.READY, engine=engine, note=note):
                self.names[worker] = engine if worker not in {"microphone", "loudspeaker"} else note
                self.troubles.pop(worker, None)
            case WorkerChanged(worker=worker, health=Health.GONE, note=note):
                self.troubles[worker] = note or translate("trials", "It has stopped.")
            case Failed(worker=worker, message=message):
                self.troubles[worker] = message


@dataclass(frozen=True, slots=True)
class Means:
    """What trials work with. `post` hands (run, result) over to the GUI thread."""

    director: Director
    body: Body
    tuning: Tuning
    known: Known
    levels: Callable[[], Levels]
    clock: Callable[[], float]
    post: Callable[[tuple[Run, object]], None]


class Run:
    """A trial under way."""

    def __init__(self, kind: str, means: Means) -> None:
        self.kind = kind
        self.trial = Trial(kind, TrialState.RUNNING)
        self.means = means
        self._began_s = means.clock()

    @property
    def over(self) -> bool:
        """Whether there is an outcome."""
        return self.trial.state is not TrialState.RUNNING

    def begin(self) -> None:
        """Ask for what is to be tried."""

    def on_event(self, event: Event) -> None:
        """See what happened."""

    def on_command(self, command: Command) -> None:
        """See what was commanded."""

    def on_tick(self) -> None:
        """See what time it is."""

    def on_result(self, result: object) -> None:
        """Take what another thread found out."""

    def end(self) -> None:
        """Leave everything as it was before."""

    def tell(self, text: str, level: float = 0.0) -> None:
        """Say how it goes."""
        self.trial = Trial(self.kind, TrialState.RUNNING, text, level)

    def succeed(self, text: str) -> None:
        """It works."""
        self.trial = Trial(self.kind, TrialState.PASSED, text)

    def fail(self, text: str) -> None:
        """It does not; the text says what to do."""
        self.trial = Trial(self.kind, TrialState.FAILED, text)

    @property
    def elapsed_s(self) -> float:
        """Seconds since it was begun."""
        return self.means.clock() - self._began_s

    def hush(self) -> None:
        """A trial is asked for now: what she is saying ends here."""
        if self.means.director.companion.conversation.busy:
            self.means.director.take(Hushed())


class VoiceRun(Run):
    """She says a line through the loudspeaker; `voice` empty: in her own voice."""

    def __init__(self, kind: str, means: Means, voice: str) -> None:
        super().__init__(kind, means)
        self._voice = voice
        self._id = f"trial-{next(_numbers)}"
        self._turn: int | None = None
        self._made = False

    def begin(self) -> None:
        """Have her say it."""
        director, voice = self.means.director, self.means.tuning.settings.voice
        if not voice.enabled:
            self.fail(
                translate("trials", "Her voice is switched off. Switch “Speak aloud” on and try again.")
            )
            return
        if director.companion.floor.panicked:
            self.fail(translate("trials", "Panic is on, so nothing is heard. Take it back and try again."))
            return
        self.hush()
        text = translate("trials", "Hello! This is how I sound. Can you hear me?")
        self.tell(translate("trials", "She gets ready to say a line…"))
        director.take(LineTried(text, self._voice, self._id))

    def on_command(self, command: Command) -> None:
        """Learn which turn is this trial's."""
        if isinstance(command, Begun) and command.id == self._id:
            self._turn = command.turn

    def on_event(self, event: Event) -> None:
        """Follow the line to the loudspeaker."""
        match event:
            case Voiced(turn=turn) if turn == self._turn:
                self._made = True
            case Speaking(turn=turn) if turn == self._turn and self._made:
                self.tell(
                    translate("trials", "She is speaking through {device}.").format(device=self._device)
                )
            case Spoken(turn=turn, heard=heard) if turn == self._turn:
                self._judge(heard)
            case Failed(worker="voice", message=message):
                self.fail(wrong(message))

    def on_tick(self) -> None:
        """Give up in time."""
        if self.elapsed_s > _VOICE_PATIENCE_S:
            self.fail(
                translate("trials", "Nothing was heard. Restart her voice from the panel and try again.")
            )

    def end(self) -> None:
        """Take the rest of the line back."""
        if self._turn is not None and self.trial.state is TrialState.FAILED:
            self.means.director.order(Cancel(self._turn))
            self.means.director.order(Silence(self._turn))

    def _judge(self, heard: float) -> None:
        troubles = self.means.known.troubles
        trouble = next((troubles[part] for part in ("voice", "sound", "loudspeaker") if part in troubles), "")
        if trouble:
            self.fail(wrong(trouble))
        elif not self._made:
            self.fail(translate("trials", "She made no sound. Look at the voice engine in the settings."))
        elif heard < _HEARD:
            self.fail(translate("trials", "She was interrupted before the end. Try again."))
        else:
            self.succeed(translate("trials", "Played through {device}.").format(device=self._device))

    @property
    def _device(self) -> str:
        return spoken_name(
            self.means.known.names.get("loudspeaker", ""), translate("trials", "the loudspeaker")
        )


class MindRun(Run):
    """The present mind is asked something short."""

    def begin(self) -> None:
        """Ask it."""
        organ = self.means.body.organs.get("mind")
        if organ is None:
            self.fail(translate("trials", "She has no mind in this session."))
            return
        self.tell(translate("trials", "She thinks about it…"))
        self._answer: Future[str] = Future()
        self._answer.add_done_callback(partial(_hand_over, self, self.means.post))
        organ.inbox.put(Ask("Say hello in one short, friendly sentence.", self._answer))

    def on_result(self, result: object) -> None:
        """Show the answer, who gave it and how long it took."""
        if isinstance(result, EngineError):
            self.fail(wrong(result.message))
            return
        engine = self.means.known.names.get("mind", "")
        label = provider(engine).label if engine else translate("trials", "Her mind")
        words = translate("trials", "“{answer}”\n{engine}, after {seconds:.1f} s.")
        told = words.format(answer=" ".join(str(result).split()), engine=label, seconds=self.elapsed_s)
        if engine and getattr(self.means.tuning.store.provider_settings(engine), "basic", False):
            told += "\n" + translate(
                "trials",
                "That was the small model by itself. In basic mode she says lines that were written for her.",
            )
        self.succeed(told)

    def on_tick(self) -> None:
        """Give up in time."""
        if self.elapsed_s > _MIND_PATIENCE_S:
            self.fail(
                translate(
                    "trials", "No answer came. The model may be too big for this machine; try a smaller one."
                )
            )

    def end(self) -> None:
        """Nobody waits any more."""
        if hasattr(self, "_answer"):
            self._answer.cancel()


def _hand_over(run: Run, post: Callable[[tuple[Run, object]], None], answer: Future[str]) -> None:
    """Bring an answer to the GUI thread."""
    if answer.cancelled():
        return
    error = answer.exception()
    post((run, error if error is not None else answer.result()))


def spoken_name(device: str, plain: str) -> str:
    """What to call a device: its name, or `plain` words where the sound system hides it behind one of its own."""
    return plain if device.lower() in _NAMELESS else device


def wrong(message: str) -> str:
    """What is wrong, as a sentence."""
    text = message.strip()
    return (text[:1].upper() + text[1:]).rstrip(".") + "."
