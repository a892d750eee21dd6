"""The page "Connections": the settings that matter while live, in cards."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.look.theme import Look
from app.stream.api_card import ApiCard
from app.stream.obs_card import PASSWORD, ObsCard
from app.stream.stream_card import TOKEN, StreamCard
from app.stream.values import StreamState

OBS_PROVIDER = "providers.obs-websocket"


class Connections(QWidget):
    """`setting_changed` carries a section, a field and its value; `secret_set` the name of a secret and the secret.

    Sections are those of `models.settings.Settings`, and "providers.ID" for an engine's own.
    """

    setting_changed = Signal(str, str, object)
    secret_set = Signal(str, str)
    recordings_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._stream, self._obs, self._api = StreamCard(), ObsCard(), ApiCard()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 14)
        layout.setSpacing(10)
        for part in (self._stream, self._obs, self._api):
            layout.addWidget(part)
        layout.addStretch(1)
        self._stream.changed.connect(self._stream_changed)
        self._stream.token_set.connect(self._token_set)
        self._stream.recordings_requested.connect(self.recordings_requested)
        self._obs.changed.connect(self._obs_changed)
        self._obs.url_set.connect(self._url_set)
        self._obs.password_set.connect(self._password_set)
        self._api.changed.connect(self.setting_changed)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._stream.set_look(look)
        self._obs.set_look(look)

    def show_state(self, state: StreamState) -> None:
        """Show the settings as they stand."""
        for part in (self._stream, self._obs, self._api):
            part.show_state(state)

    @Slot(str, object)
    def _stream_changed(self, field: str, value: object) -> None:
        self.setting_changed.emit("stream", field, value)

    @Slot(str, object)
    def _obs_changed(self, field: str, value: object) -> None:
        self.setting_changed.emit("obs", field, value)

    @Slot(str)
    def _url_set(self, url: str) -> None:
        self.setting_changed.emit(OBS_PROVIDER, "url", url)

    @Slot(str)
    def _token_set(self, token: str) -> None:
        self.secret_set.emit(TOKEN, token)

    @Slot(str)
    def _password_set(self, password: str) -> None:
        self.secret_set.emit(PASSWORD, password)
