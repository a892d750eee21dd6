"""The settings of the stream that matter while live."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.form.controls import Switch
from app.form.fields import Field, Line, Seconds, SwitchField, card, pair
from app.form.secret import Secret
from app.look.theme import Look
from app.stream.settings_check import fits
from app.stream.values import StreamState
from app.words import translate
from models.settings_stream import Stream

TOKEN = "worxed.token"  # noqa: S105  # the name of a secret, not one


class StreamCard(QWidget):
    """`changed` carries a field of `models.settings_stream.Stream` and its value; `token_set` a token, once."""

    changed = Signal(str, object)
    token_set = Signal(str)
    recordings_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._url = Line(translate("stream", "Stream backend"), 400)
        self._address = Field(
            translate("stream", "Address of the stream backend"),
            self._url,
            translate("stream", "Worxed Stream Manager, on this machine or another."),
        )
        self._token = Secret(
            translate("stream", "Access token"),
            translate("stream", "Only if your backend asks for one. Kept in the system's keyring."),
        )
        self._switches = {
            "reactions_enabled": Switch(translate("stream", "React to events")),
            "chat_enabled": Switch(translate("stream", "Answer chat")),
            "record": Switch(translate("stream", "Record the stream")),
            "pseudonyms": Switch(translate("stream", "Replace names in recordings")),
        }
        self._numbers = {
            "reaction_cooldown_s": Seconds(translate("stream", "Pause between reactions"), 0, 3600, "s"),
            "chat_cooldown_s": Seconds(translate("stream", "Pause between chat replies"), 0, 3600, "s"),
            "chat_rate": Seconds(translate("stream", "Busy chat"), 1, 6000, translate("stream", "a minute")),
            "stale_s": Seconds(translate("stream", "Too late"), 5, 3600, "s"),
        }
        show = QPushButton(translate("stream", "Show recordings"), self)
        show.setObjectName("button")
        show.clicked.connect(self.recordings_requested)
        n, s = self._numbers, self._switches
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(
            card(
                translate("stream", "Stream"),
                SwitchField(
                    s["reactions_enabled"],
                    translate("stream", "She thanks, welcomes and answers what happens."),
                ),
                SwitchField(
                    s["chat_enabled"], translate("stream", "She answers viewers who call her by name.")
                ),
                pair(
                    Field(
                        translate("stream", "Reaction pause"),
                        n["reaction_cooldown_s"],
                        translate("stream", "Between two reactions."),
                    ),
                    Field(
                        translate("stream", "Chat pause"),
                        n["chat_cooldown_s"],
                        translate("stream", "Between two replies."),
                    ),
                ),
                pair(
                    Field(
                        translate("stream", "Busy chat"),
                        n["chat_rate"],
                        translate("stream", "Up to here she answers all who call her."),
                    ),
                    Field(
                        translate("stream", "Too late"),
                        n["stale_s"],
                        translate("stream", "Older events are skipped; money never is."),
                    ),
                ),
                self._address,
                self._token,
            )
        )
        layout.addWidget(
            card(
                translate("stream", "Recording"),
                SwitchField(
                    s["record"], translate("stream", "Write the stream's events to a file, to replay them.")
                ),
                SwitchField(
                    s["pseudonyms"], translate("stream", "Invented names stand for those of viewers.")
                ),
                show,
            )
        )
        for field, switch in s.items():
            switch.setProperty("field", field)
            switch.clicked.connect(self._switch)
        for field, number in n.items():
            number.setProperty("field", field)
            number.committed.connect(self._count)
        self._url.committed.connect(self._point)
        self._token.told.connect(self.token_set)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        for switch in self._switches.values():
            switch.set_look(look)

    def show_state(self, state: StreamState) -> None:
        """Show the settings as they stand."""
        for field, switch in self._switches.items():
            switch.setChecked(bool(getattr(state.stream, field)))
        for field, number in self._numbers.items():
            number.show_value(float(getattr(state.stream, field)))
        self._url.show_value(state.stream.backend_url)
        self._token.show_stored(stored=state.stream_token)

    @Slot(bool)
    def _switch(self, on: bool) -> None:  # noqa: FBT001  # Qt's signal
        if sender := self.sender():
            self.changed.emit(str(sender.property("field")), on)

    @Slot(float)
    def _count(self, value: float) -> None:
        if sender := self.sender():
            self.changed.emit(str(sender.property("field")), value)

    @Slot(str)
    def _point(self, url: str) -> None:
        right = fits(Stream, "backend_url", url)
        self._address.show_problem(
            ""
            if right
            else translate("stream", "Write an address such as http://localhost:4001, or leave it empty.")
        )
        if right:
            self.changed.emit("backend_url", url)
