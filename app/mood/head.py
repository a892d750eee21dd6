"""The head of the panel: her face, what she does and why, the quick switches, who she is and how she sounds."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.form.controls import Picker, Words
from app.form.fields import Field, pair
from app.look import glyphs, signs
from app.look.theme import LIGHT, Look
from app.mood import marks, wording
from app.mood.face import Face
from app.mood.quick import Quick
from app.mood.values import PanelState
from app.words import translate

_SIGN = QSize(17, 17)


class Head(QWidget):
    """Shows a `PanelState`; every wish is a signal."""

    muted = Signal(bool)
    quieted = Signal(bool)
    clicks_let_through = Signal(bool)
    panicked = Signal(bool)
    persona_picked = Signal(str)
    voice_picked = Signal(str)
    pinned = Signal(bool)
    closed = Signal()
    grabbed = Signal()
    """Somebody drags the panel by its head."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._state = LIGHT, PanelState()
        self._face = Face(self)
        self._name, self._doing = Words("", "title", self), Words("", "doing", self)
        self._why, self._wrong = Words("", "small", self), Words("", "wrong", self)
        self._pin, self._close = (
            self._tool(translate("panel", "Keep open")),
            self._tool(translate("panel", "Close")),
        )
        self._pin.setCheckable(True)
        self._pin.clicked.connect(self.pinned)
        self._close.clicked.connect(self.closed)
        self._mute = Quick(glyphs.microphone, glyphs.microphone_off)
        self._quiet, self._through = Quick(marks.quiet), Quick(marks.through)
        self._panic = Quick(signs.shield, alarm=True)
        for button, wish in (
            (self._mute, self._on_mute),
            (self._quiet, self._on_quiet),
            (self._through, self._on_through),
            (self._panic, self._on_panic),
        ):
            button.clicked.connect(wish)
        self._persona = Picker(translate("panel", "Personality"), self)
        self._voice = Picker(translate("panel", "Voice"), self)
        self._persona.activated.connect(self._on_persona)
        self._voice.activated.connect(self._on_voice)
        self._arrange()

    def _tool(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("tool")
        button.setIconSize(_SIGN)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self._name, self._doing, self._why):
            words.addWidget(part)
        words.addStretch(1)
        corner = QHBoxLayout()
        corner.setSpacing(2)
        for button in (self._pin, self._close):
            corner.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._face, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        top.addLayout(corner)
        switches = QHBoxLayout()
        switches.setSpacing(7)
        for switch in (self._mute, self._quiet, self._through, self._panic):
            switches.addWidget(switch, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self._wrong)
        layout.addLayout(switches)
        layout.addWidget(
            pair(
                Field(translate("panel", "Personality"), self._persona),
                Field(translate("panel", "Voice"), self._voice),
            )
        )

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        for part in (
            self._face,
            self._mute,
            self._quiet,
            self._through,
            self._panic,
            self._persona,
            self._voice,
        ):
            part.set_look(look)
        self._close.setIcon(glyphs.icon(glyphs.cross, look.text))
        self.show_pinned(pinned=self._pin.isChecked())

    def show_pinned(self, *, pinned: bool) -> None:
        """Show whether the panel stays open."""
        self._pin.setChecked(pinned)
        self._pin.setIcon(glyphs.icon(marks.pin, self._look.rose if pinned else self._look.text))

    def show_state(self, state: PanelState) -> None:
        """Show how she is."""
        self._state = state
        doing = wording.doing(state)
        self._name.setText(state.name)
        self._doing.setText(doing[:1].upper() + doing[1:])
        looks = translate("panel", "Looks {face}").format(face=wording.face(state.expression))
        self._why.setText(f"{looks}: {state.reason}" if state.reason else looks)
        self._face.show_face(state.expression, state.doing, f"{state.name} {doing}. {looks}", calm=state.calm)
        self._wrong.setText(state.problem)
        self._wrong.setVisible(bool(state.problem))
        self._show_switches(state)
        presets = tuple((choice.value, choice.title) for choice in state.choices.presets)
        self._persona.offer(presets, state.choices.chosen.preset)
        own = ("", translate("panel", "The personality's own"))
        self._voice.offer((own, *state.voices), state.voice)

    def _show_switches(self, state: PanelState) -> None:
        self._mute.show_state(
            translate("panel", "Microphone off") if state.muted else translate("panel", "Microphone"),
            translate("panel", "Let her hear you again")
            if state.muted
            else translate("panel", "Close the microphone"),
            on=state.muted,
        )
        self._quiet.show_state(
            translate("panel", "Do not disturb"),
            translate("panel", "Let her speak unasked again")
            if state.quiet
            else translate("panel", "She says nothing unasked"),
            on=state.quiet,
        )
        self._through.show_state(
            translate("panel", "Clicks through"),
            translate("panel", "Let clicks reach her again")
            if state.click_through
            else translate("panel", "All clicks go to what is below her"),
            on=state.click_through,
        )
        self._panic.show_state(
            translate("panel", "Come back") if state.panicked else translate("panel", "Panic"),
            translate("panel", "End the panic and come back")
            if state.panicked
            else translate("panel", "Silence her at once and cover the stream"),
            on=state.panicked,
        )

    @Slot()
    def _on_mute(self) -> None:
        self.muted.emit(not self._state.muted)

    @Slot()
    def _on_quiet(self) -> None:
        self.quieted.emit(not self._state.quiet)

    @Slot()
    def _on_through(self) -> None:
        self.clicks_let_through.emit(not self._state.click_through)

    @Slot()
    def _on_panic(self) -> None:
        self.panicked.emit(not self._state.panicked)

    @Slot()
    def _on_persona(self) -> None:
        self.persona_picked.emit(self._persona.value)

    @Slot()
    def _on_voice(self) -> None:
        self.voice_picked.emit(self._voice.value)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """What is no control moves the panel."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.grabbed.emit()
        super().mousePressEvent(event)
