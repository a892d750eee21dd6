"""Step three: her voice, and whether it is heard."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.form.controls import Picker, Switch, Words
from app.form.fields import Field, SwitchField
from app.guide.microphone import devices_note, devices_of
from app.guide.offer_card import Offers
from app.guide.parts import Page, Try, button, card
from app.guide.values import GuideState
from app.look.theme import Look
from app.words import translate
from models.trial import TrialState


class VoicePage(Page):
    """`judged` carries whether the user heard her line."""

    setting_changed = Signal(str, str, object)
    trial_wanted = Signal(str)
    trial_stopped = Signal(str)
    devices_wanted = Signal()
    judged = Signal(bool)
    model_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._speaks = Switch(translate("guide", "Let her speak aloud"))
        speaks = SwitchField(self._speaks, translate("guide", "Off: she answers in text only."))
        self._voice = Picker(translate("guide", "Voice"))
        self._speaker = Picker(translate("guide", "Loudspeaker"))
        again = button(
            translate("guide", "Look again"), about=translate("guide", "Look for loudspeakers again")
        )
        self._field = Field(translate("guide", "Loudspeaker"), self._speaker, "", again)
        self._voice_field = Field(translate("guide", "Voice"), self._voice)
        self._try = Try(translate("guide", "Say a line"), translate("guide", "Say it again"))
        self._asked, self._advice = self._question(), Words("", "", self)
        self._offers = Offers("tts", translate("guide", "A finer voice, if you like"))
        words = translate(
            "guide", "So that you can hear her. Choose how she sounds, and let her say something."
        )
        self.put(
            Words(words),
            card(speaks, self._voice_field, self._field),
            card(self._try, self._asked, self._advice),
            self._offers,
        )
        self._speaks.clicked.connect(self._switch)
        self._voice.activated.connect(self._choose_voice)
        self._speaker.activated.connect(self._choose_speaker)
        again.clicked.connect(self.devices_wanted)
        self._try.wanted.connect(self._begin)
        self._try.unwanted.connect(self._stop)
        self._offers.wanted.connect(self.model_wanted)

    def _question(self) -> QWidget:
        asked = QWidget()
        yes, no = button(translate("guide", "I heard it")), button(translate("guide", "I did not"))
        yes.clicked.connect(self._heard)
        no.clicked.connect(self._not_heard)
        row = QHBoxLayout(asked)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Words(translate("guide", "Did you hear her?")), 1)
        row.addWidget(yes)
        row.addWidget(no)
        return asked

    def show_state(self, state: GuideState) -> None:
        """How things stand."""
        self._speaks.setChecked(state.speaks)
        self._voice.offer(state.voices, state.voice)
        self._speaker.offer(devices_of(state.loudspeakers), state.loudspeaker)
        none = translate("guide", "None was found. Plug one in and look again, or read what she says.")
        self._field.explain(devices_note(state.loudspeakers, state.devices_problem, none))
        for part in (self._try, self._voice_field, self._field):
            part.setEnabled(state.speaks)
        trial = state.voice_trial
        self._try.show_trial(trial)
        played = trial is not None and trial.state is TrialState.PASSED
        self._asked.setVisible(played and state.heard is None)
        self._advice.setVisible(state.heard is not None)
        self._advice.setText(_advice(heard=bool(state.heard)))
        self._offers.show_offers(state.offers)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        for part in (self._speaks, self._voice, self._speaker, self._try):
            part.set_look(look)

    @Slot(bool)
    def _switch(self, on: bool) -> None:  # noqa: FBT001  # Qt's signal
        self.setting_changed.emit("voice", "enabled", on)

    @Slot()
    def _choose_voice(self) -> None:
        self.setting_changed.emit("voice", "voice", self._voice.value)

    @Slot()
    def _choose_speaker(self) -> None:
        self.setting_changed.emit("voice", "output_device", self._speaker.value)

    @Slot()
    def _heard(self) -> None:
        self.judged.emit(True)  # noqa: FBT003  # Qt's signal

    @Slot()
    def _not_heard(self) -> None:
        self.judged.emit(False)  # noqa: FBT003  # Qt's signal

    @Slot()
    def _begin(self) -> None:
        self.trial_wanted.emit("voice")

    @Slot()
    def _stop(self) -> None:
        self.trial_stopped.emit("voice")


def _advice(*, heard: bool) -> str:
    if heard:
        return translate("guide", "Good. That is how she will sound.")
    return translate(
        "guide",
        "Her sound left for the loudspeaker all the same. Is it switched on and turned up? Does another program play "
        "through it? Choose another loudspeaker above, or the system's own, and let her say it again. Without any she "
        "answers in text.",
    )
