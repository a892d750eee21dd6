"""The head of the stream window: how the three links are, and the panic button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.form.controls import Dot, Switch, Words
from app.form.lamp import Lamp
from app.look import glyphs, signs
from app.look.theme import LIGHT, Look
from app.stream.values import StreamState
from app.words import translate

COPIED_MS = 1_600


class Head(QFrame):
    """Shows a `StreamState`; `switched` carries a section ("stream", "obs", "api") and whether it is to be on.

    `copy_requested` carries "overlay" or "token".
    """

    panic_toggled = Signal(bool)
    switched = Signal(str, bool)
    copy_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("streamHead")
        self._look, self._state = LIGHT, StreamState()
        self._title, self._wrong = Words("", "title", self), Words("", "wrong", self)
        self._panic = QPushButton(self)
        self._panic.setObjectName("panic")
        self._panic.setCheckable(True)
        self._panic.setIconSize(QSize(20, 20))
        self._panic.setCursor(Qt.CursorShape.PointingHandCursor)
        self._panic.clicked.connect(self._press)
        self._back = _Panicked(self)
        self._links = {name: _Link(name, title, self) for name, title in _titles().items()}
        self._overlay, self._token = (
            self._copier(translate("stream", "Copy overlay link")),
            self._copier(translate("stream", "Copy token")),
        )
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(COPIED_MS)
        self._copied.timeout.connect(self._forget_copied)
        self._arrange()

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._look = look
        self.show_state(self._state)

    def show_state(self, state: StreamState) -> None:
        """Show how things stand."""
        self._state, look = state, self._look
        self._title.setText(
            translate("stream", "On stream") if state.stream.enabled else translate("stream", "Stream")
        )
        for name, lamp in (("stream", state.stream_lamp), ("obs", state.obs_lamp), ("api", state.api_lamp)):
            self._links[name].show_lamp(lamp, look, on=bool(getattr(state, name).enabled))
        for button in (self._overlay, self._token):
            button.setVisible(bool(state.api_address))
        on = state.panicked
        self._panic.setChecked(on)
        self._panic.setText(translate("stream", "Come back") if on else translate("stream", "Panic"))
        ink = ("#2a0a1c" if look.dark else "#ffffff") if on else look.rose
        self._panic.setIcon(glyphs.icon(signs.shield, ink))
        key = f" ({state.stream.panic_hotkey})" if state.stream.panic_hotkey and not state.hotkey_note else ""
        words = (
            translate("stream", "End the panic and come back")
            if on
            else translate("stream", "Panic: silence her and cover the stream")
        )
        self._panic.setAccessibleName(words)
        self._panic.setToolTip(words + key)
        self._back.setVisible(on)
        back = translate("stream", "Press Come back when it is over.")
        if key:
            back = translate("stream", "Press Come back or {key} when it is over.")
        back = back.format(key=state.stream.panic_hotkey)
        self._back.words.setText(f"{state.panic_words} {back}")
        self._wrong.setText(state.problem)
        self._wrong.setVisible(bool(state.problem))

    def _copier(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName("chipButton")
        button.setAccessibleName(words)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(self._copy)
        return button

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._title, 1)
        top.addWidget(self._panic)
        links = QFrame(self)
        links.setObjectName("links")
        grid = QGridLayout(links)
        grid.setContentsMargins(12, 6, 8, 7)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        for n, link in enumerate(self._links.values()):
            link.place(grid, n * 2)
        copies = QHBoxLayout()
        copies.setSpacing(6)
        copies.setContentsMargins(0, 2, 0, 2)
        copies.addWidget(self._overlay)
        copies.addWidget(self._token)
        copies.addStretch(1)
        grid.addLayout(copies, 2 * len(self._links), 1, 1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 4)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self._back)
        layout.addWidget(links)
        layout.addWidget(self._wrong)
        for name, link in self._links.items():
            link.switch.setProperty("section", name)
            link.switch.clicked.connect(self._switch)

    @Slot(bool)
    def _press(self, on: bool) -> None:  # noqa: FBT001  # Qt's signal
        self._panic.setChecked(self._state.panicked)  # it shows how things stand, not what is wished
        self.panic_toggled.emit(on)

    @Slot(bool)
    def _switch(self, on: bool) -> None:  # noqa: FBT001  # Qt's signal
        switch = self.sender()
        if isinstance(switch, Switch):
            self.switched.emit(str(switch.property("section")), on)

    @Slot()
    def _copy(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self._forget_copied()
            button.setText(translate("stream", "Copied"))
            self._copied.start()
            self.copy_requested.emit("token" if button is self._token else "overlay")

    @Slot()
    def _forget_copied(self) -> None:
        for button in (self._overlay, self._token):
            button.setText(button.accessibleName())


def _titles() -> dict[str, str]:
    return {
        "stream": translate("stream", "Stream"),
        "obs": "OBS",
        "api": translate("stream", "Local API"),
    }


class _Link:
    """A dot, a name, the words, a switch; the note below."""

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        self.dot, self.name = Dot(parent), Words(title, "lampName", parent)
        self.words, self.note = Words("", "lampWords", parent), Words("", "lampNote", parent)
        self.switch = Switch(_switches()[name], parent)
        self.switch.setToolTip(_switches()[name])
        self._title = title

    def place(self, grid: QGridLayout, row: int) -> None:
        """Take two rows of a grid."""
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self.dot, row, 0, middle)
        grid.addWidget(self.name, row, 1)
        grid.addWidget(self.words, row, 2)
        grid.addWidget(self.switch, row, 3, middle)
        grid.addWidget(self.note, row + 1, 1, 1, 2)

    def show_lamp(self, lamp: Lamp, look: Look, *, on: bool) -> None:
        """Show how it is."""
        self.dot.show_tone(lamp.tone, look)
        self.words.setText(lamp.words)
        self.note.setText(lamp.note)
        self.note.setVisible(bool(lamp.note))
        self.switch.setChecked(on)
        self.switch.set_look(look)
        self.switch.setAccessibleDescription(f"{self._title}: {lamp.words}. {lamp.note}".rstrip(". "))


def _switches() -> dict[str, str]:
    return {
        "stream": translate("stream", "Follow the stream"),
        "obs": translate("stream", "Connect to OBS"),
        "api": translate("stream", "Answer on the local API"),
    }


class _Panicked(QFrame):
    """What stands above everything while panic is on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panicked")
        self.words = Words("", "", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self.words)
