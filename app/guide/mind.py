"""Step four: who thinks for her, asked something, and better minds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.form.controls import Dot, Picker, Words
from app.form.fields import Field
from app.form.lamp import Tone
from app.guide.offer_card import Offers
from app.guide.parts import Page, Try, button, card
from app.guide.values import GuideState, MindKind, MindSeen
from app.look.theme import LIGHT, Look
from app.words import translate

_TONES = {
    MindKind.LOOKING: Tone.BUSY,
    MindKind.BASIC: Tone.BUSY,
    MindKind.NONE: Tone.BAD,
}


class MindPage(Page):
    """`look_wanted`: see again who is there."""

    setting_changed = Signal(str, str, object)
    trial_wanted = Signal(str)
    trial_stopped = Signal(str)
    look_wanted = Signal()
    model_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._look = LIGHT
        self._dot = Dot()
        self._now, self._about = Words("", "cardTitle", self), Words("", "", self)
        self._ollama = Words("", "small", self)
        self._again = button(
            translate("guide", "Look again"), about=translate("guide", "Look for Ollama again")
        )
        self._model = Picker(translate("guide", "Model"))
        self._field = Field(translate("guide", "Model of Ollama"), self._model)
        self._try = Try(translate("guide", "Ask her something"), translate("guide", "Ask again"))
        self._offers = Offers("llm", translate("guide", "Better minds that need no server"))
        own = translate(
            "guide",
            "A server of your own, or one on the network, that speaks as OpenAI's does: set it up under "
            "Settings, Mind.",
        )
        words = QVBoxLayout()
        words.setSpacing(4)
        for part in (self._now, self._about):
            words.addWidget(part)
        now, other = QWidget(), QWidget()
        row, beside = QHBoxLayout(now), QHBoxLayout(other)
        row.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        beside.addWidget(self._ollama, 1)
        beside.addWidget(self._again, 0, Qt.AlignmentFlag.AlignTop)
        for line in (row, beside):
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(10)
        self.put(
            Words(
                translate("guide", "What she says comes from a language model. This is what was found here.")
            ),
            card(now, other, self._field, Words(own, "small")),
            card(self._try),
            self._offers,
        )
        self._again.clicked.connect(self.look_wanted)
        self._model.activated.connect(self._choose)
        self._try.wanted.connect(self._begin)
        self._try.unwanted.connect(self._stop)
        self._offers.wanted.connect(self.model_wanted)

    def show_state(self, state: GuideState) -> None:
        """How things stand."""
        mind = state.mind
        self._dot.show_tone(_TONES.get(mind.kind, Tone.GOOD), self._look)
        title, about = now_of(mind, state.companion)
        self._now.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._ollama.setText(ollama_of(mind))
        self._field.setVisible(bool(mind.models))
        latest = f"{mind.model}:latest"
        chosen = latest if latest in mind.models else mind.model
        self._model.offer(tuple((name, name) for name in mind.models), chosen)
        self._try.show_trial(state.mind_trial)
        self._offers.show_offers(state.offers)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        for part in (self._model, self._try):
            part.set_look(look)

    @Slot()
    def _choose(self) -> None:
        self.setting_changed.emit("providers.ollama", "model", self._model.value)

    @Slot()
    def _begin(self) -> None:
        self.trial_wanted.emit("mind")

    @Slot()
    def _stop(self) -> None:
        self.trial_stopped.emit("mind")


def now_of(mind: MindSeen, name: str) -> tuple[str, str]:
    """Who thinks for her now, honestly: in short, and what is to be said about it."""
    match mind.kind:
        case MindKind.LOOKING:
            return translate("guide", "Her mind is still waking up…"), ""
        case MindKind.BASIC:
            words = translate(
                "guide",
                "{name} answers from lines written for her. They are quick and in character, but she does not really "
                "understand you. Better minds are below.",
            )
            return translate("guide", "Basic mode"), words.format(name=name)
        case MindKind.NONE:
            words = translate("guide", "Get a better mind below, or Ollama.")
            return translate("guide", "Nothing thinks for her at present"), words
    return translate("guide", "{engine} thinks for her").format(engine=mind.engine), ""


def ollama_of(mind: MindSeen) -> str:
    """What is to be known of Ollama."""
    if mind.ollama is None:
        return translate("guide", "Looking for Ollama…")
    if not mind.ollama:
        words = translate(
            "guide",
            "Ollama does not answer at {url}. If you want it: install it from ollama.com, run “ollama pull {model}”, "
            "and look again. She changes over by herself.",
        )
        return words.format(url=mind.url, model=mind.model)
    if mind.model in mind.models or f"{mind.model}:latest" in mind.models:
        return translate("guide", "Ollama answers at {url} with the model {model}.").format(
            url=mind.url, model=mind.model
        )
    if mind.models:
        words = translate(
            "guide", "Ollama answers at {url}, but has no model {model}. Choose one that it has:"
        )
        return words.format(url=mind.url, model=mind.model)
    words = translate("guide", "Ollama answers at {url}, but has no models yet: run “ollama pull {model}”.")
    return words.format(url=mind.url, model=mind.model)
