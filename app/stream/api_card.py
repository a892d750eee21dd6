"""The panic key and the local API."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QVBoxLayout, QWidget

from app.form.fields import Field, Seconds, card
from app.stream.values import StreamState
from app.words import translate


class ApiCard(QWidget):
    """`changed` carries a section ("stream" or "api"), a field of it and its value."""

    changed = Signal(str, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._keys = QKeySequenceEdit(self)
        self._keys.setMaximumSequenceLength(1)
        self._keys.setClearButtonEnabled(True)
        self._keys.setAccessibleName(translate("stream", "Panic key"))
        self._key = Field(
            translate("stream", "Panic key"),
            self._keys,
            translate(
                "stream",
                "While stream or OBS is on, sets off panic and ends it, whatever program has the keyboard. "
                "The cross clears it.",
            ),
        )
        self._port = Seconds(translate("stream", "Port of the local API"), 1, 65535, "")
        self._port.setSuffix("")
        self._port.setGroupSeparatorShown(False)
        self._shown = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(card(translate("stream", "Panic"), self._key))
        layout.addWidget(
            card(
                translate("stream", "Local API"),
                Field(
                    translate("stream", "Port"),
                    self._port,
                    translate(
                        "stream",
                        "On this machine alone: http://127.0.0.1, for Stream Deck, Streamer.bot and overlays.",
                    ),
                ),
            )
        )
        self._keys.editingFinished.connect(self._press)
        self._port.committed.connect(self._plug)

    def show_state(self, state: StreamState) -> None:
        """Show the settings as they stand."""
        self._port.show_value(float(state.api.port))
        self._key.show_problem(state.hotkey_note)
        if state.stream.panic_hotkey != self._shown:
            self._shown = state.stream.panic_hotkey
            self._keys.setKeySequence(QKeySequence(self._shown))

    @Slot()
    def _press(self) -> None:
        keys = self._keys.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if keys != self._shown:
            self._shown = keys
            self.changed.emit("stream", "panic_hotkey", keys)

    @Slot(float)
    def _plug(self, port: float) -> None:
        self.changed.emit("api", "port", int(port))
