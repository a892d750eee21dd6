"""Step two: the microphone, tried with a sentence."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from app.form.controls import Picker, Switch, Words
from app.form.fields import Field, SwitchField
from app.guide.offer_card import Offers
from app.guide.parts import Meter, Page, Try, button, card
from app.guide.values import Choices, GuideState
from app.look.theme import Look
from app.words import translate


def devices_of(names: tuple[str, ...] | None) -> Choices:
    """Devices to choose from, the system's own first."""
    first = ("", translate("guide", "The system's own"))
    return (first, *((name, name) for name in names or ()))


def devices_note(names: tuple[str, ...] | None, problem: str, none: str) -> str:
    """What is to be said of the devices that were found."""
    if problem:
        return translate("guide", "They could not be looked for: {why}").format(why=problem)
    if names is None:
        return translate("guide", "Looking for them…")
    return "" if names else none


class MicrophonePage(Page):
    """`trial_wanted` and `trial_stopped` carry the kind of a trial."""

    setting_changed = Signal(str, str, object)
    trial_wanted = Signal(str)
    trial_stopped = Signal(str)
    devices_wanted = Signal()
    model_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._picker = Picker(translate("guide", "Microphone"))
        self._again = button(
            translate("guide", "Look again"), about=translate("guide", "Look for microphones again")
        )
        self._field = Field(translate("guide", "Microphone"), self._picker, "", self._again)
        self._open = Switch(translate("guide", "Let her listen"))
        listens = SwitchField(
            self._open, translate("guide", "Off: the microphone is closed, and you write to her.")
        )
        self._try = Try(translate("guide", "Say a sentence"), translate("guide", "Once more"), Meter())
        words = translate(
            "guide",
            "So that you can talk to her. What you say is turned into text on this machine. No microphone? Go on: "
            "everything works in writing as well.",
        )
        hint = translate("guide", "A trial only: she does not answer, and forgets it.")
        self._offers = Offers("asr", translate("guide", "Better ears, if you like"))
        self.put(
            Words(words), card(listens, self._field), card(self._try, Words(hint, "small")), self._offers
        )
        self._picker.activated.connect(self._choose)
        self._again.clicked.connect(self.devices_wanted)
        self._open.clicked.connect(self._switch)
        self._try.wanted.connect(self._begin)
        self._try.unwanted.connect(self._stop)
        self._offers.wanted.connect(self.model_wanted)

    def show_state(self, state: GuideState) -> None:
        """How things stand."""
        self._picker.offer(devices_of(state.microphones), state.microphone)
        none = translate("guide", "None was found. Plug one in and look again, or go on in writing.")
        self._field.explain(devices_note(state.microphones, state.devices_problem, none))
        self._open.setChecked(not state.muted)
        self._try.setEnabled(not state.muted)
        self._try.show_trial(state.hearing_trial)
        self._offers.show_offers(state.offers)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        for part in (self._picker, self._open, self._try):
            part.set_look(look)

    @Slot()
    def _choose(self) -> None:
        self.setting_changed.emit("hearing", "microphone", self._picker.value)

    @Slot(bool)
    def _switch(self, on: bool) -> None:  # noqa: FBT001  # Qt's signal
        self.setting_changed.emit("hearing", "muted", not on)

    @Slot()
    def _begin(self) -> None:
        self.trial_wanted.emit("hearing")

    @Slot()
    def _stop(self) -> None:
        self.trial_stopped.emit("hearing")
