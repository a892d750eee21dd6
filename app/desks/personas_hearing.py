"""Hearing a part: a line of it through her real voice, outside the conversation."""

from __future__ import annotations

from concurrent.futures import Future

from PySide6.QtCore import QObject, Signal, Slot

from app.body import Body
from app.config.tuning import Tuning
from app.persona.files import PersonaFileError
from app.persona.sample import sample_of
from app.words import translate
from models.errors import EngineError
from models.persona_parts import Kind, Part, PersonaError
from models.speech import Speech
from models.trial import Trial, TrialState
from workers.sound import PlaySample
from workers.voice import Sample


class PersonaHearing(QObject):
    """`changed` carries a `Trial` whose kind is the name the part was begun with. The newest wish alone is heard."""

    changed = Signal(object)
    _made = Signal(object)

    def __init__(self, tuning: Tuning, body: Body) -> None:
        super().__init__()
        self._tuning, self._body = tuning, body
        self._name, self._line, self._nth = "", "", 0
        self._wanted: Future[Speech] | None = None
        self._made.connect(self._on_made)

    def begin(self, name: str, kind: Kind, part: Part) -> None:
        """Have her say a line of this part; another one each time."""
        self._drop()
        self._name = name
        voice = self._body.organs.get("voice")
        if voice is None or "sound" not in self._body.organs or not self._tuning.settings.voice.enabled:
            off = translate("settings", "Her voice is switched off. Switch “Speak aloud” on under Voice.")
            self._tell(TrialState.FAILED, off)
            return
        try:
            line, style = sample_of(self._tuning.settings, self._tuning.store.library, kind, part, self._nth)
        except (PersonaFileError, PersonaError, OSError) as error:
            self._tell(TrialState.FAILED, str(error))
            return
        self._nth += 1
        self._line = line
        self._tell(TrialState.RUNNING, translate("settings", "She gets ready to say a line…"))
        answer = self._wanted = Future[Speech]()
        answer.add_done_callback(self._made.emit)
        voice.inbox.put(Sample(line, style, answer))

    def _drop(self) -> None:
        """Nobody waits for the last one any more."""
        if self._wanted is not None:
            self._wanted.cancel()
            self._wanted = None

    @Slot(object)
    def _on_made(self, answer: Future[Speech]) -> None:
        """The line was made, or not; on the GUI thread."""
        if answer is not self._wanted or answer.cancelled():
            return
        self._wanted = None
        error = answer.exception()
        if error is not None:
            told = error.message if isinstance(error, EngineError) else str(error)
            self._tell(TrialState.FAILED, f"{told[:1].upper()}{told[1:]}")
            return
        speech = answer.result()
        self._body.organs["sound"].inbox.put(PlaySample(speech.pcm, speech.rate_hz))
        self._tell(TrialState.PASSED, translate("settings", "“{line}”").format(line=self._line))

    def _tell(self, state: TrialState, text: str) -> None:
        self.changed.emit(Trial(self._name, state, text))
