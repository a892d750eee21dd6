"""Step five: how she lives on the desktop; then she says hello."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from app.form.controls import Picker, Switch, Words
from app.form.fields import Field, Line, SwitchField
from app.guide.parts import Page, card
from app.guide.values import GuideState
from app.look.theme import Look
from app.words import translate

_LONGEST_KEYS = 60


class HabitsPage(Page):
    """The last choices."""

    setting_changed = Signal(str, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._login = Switch(translate("guide", "Start with the computer"))
        self._bubble = Switch(translate("guide", "Speech bubble"))
        self._mode = Picker(translate("guide", "When she listens"))
        self._key = Line(translate("guide", "Push-to-talk key"), _LONGEST_KEYS)
        self._mode_field = Field(translate("guide", "When she listens"), self._mode)
        self._key_field = Field(
            translate("guide", "Push-to-talk key"),
            self._key,
            translate("guide", "Hold it while you speak, in any program. For example Ctrl+Alt+Space."),
        )
        self._where, self._end = Words("", "small"), Words("", "")
        self.put(
            Words(translate("guide", "How should she live on your desktop?")),
            card(
                SwitchField(self._login, translate("guide", "She is there when you log in.")),
                SwitchField(
                    self._bubble, translate("guide", "Shows beside her what she says, as she says it.")
                ),
                self._mode_field,
                self._key_field,
            ),
            card(self._where),
            self._end,
        )
        self._login.clicked.connect(self._switch_login)
        self._bubble.clicked.connect(self._switch_bubble)
        self._mode.activated.connect(self._choose)
        self._key.committed.connect(self._type_key)

    def show_state(self, state: GuideState) -> None:
        """How things stand."""
        self._login.setChecked(state.start_at_login)
        self._bubble.setChecked(state.bubble)
        open_mode = ("open", translate("guide", "Whenever you speak"))
        push = ("push", translate("guide", "While you hold a key"))
        self._mode.offer((open_mode, push), state.mode)
        self._mode_field.setVisible(not state.muted)
        self._key_field.setVisible(not state.muted and state.mode == "push")
        self._key.show_value(state.talk_key)
        self._where.setText(_where(tray=state.tray))
        end = translate("guide", "That is all. Press the button below, and {name} says hello.")
        self._end.setText(end.format(name=state.companion))

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        for part in (self._login, self._bubble, self._mode):
            part.set_look(look)

    @Slot(bool)
    def _switch_login(self, on: bool) -> None:  # noqa: FBT001  # Qt's signal
        self.setting_changed.emit("desktop", "start_at_login", on)

    @Slot(bool)
    def _switch_bubble(self, on: bool) -> None:  # noqa: FBT001  # Qt's signal
        self.setting_changed.emit("window", "bubble", on)

    @Slot(str)
    def _type_key(self, keys: str) -> None:
        self.setting_changed.emit("hotkeys", "talk", keys)

    @Slot()
    def _choose(self) -> None:
        self.setting_changed.emit("hearing", "mode", self._mode.value)


def _where(*, tray: bool) -> str:
    if tray:
        return translate(
            "guide",
            "Her star is in the tray: click it to see how she is, and to find settings, chat and this guide. "
            "A right click on her does the same; a double click opens the chat. Drag her where you like her.",
        )
    return translate(
        "guide",
        "This desktop has no tray. A right click on her opens the menu with settings, chat and this guide; a double "
        "click opens the chat. Drag her where you like her.",
    )
