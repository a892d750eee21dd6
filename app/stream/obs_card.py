"""The settings of OBS that matter while live."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.form.controls import Picker
from app.form.fields import Field, Line, card
from app.form.secret import Secret
from app.look.theme import Look
from app.stream.settings_check import fits
from app.stream.values import StreamState
from app.words import translate
from models.settings_stream import Obs

PASSWORD = "obs-websocket.password"  # noqa: S105  # the name of a secret, not one
_URL = re.compile(r"^wss?://[^\s/]+\S*$")


class ObsCard(QWidget):
    """`changed` carries a field of `models.settings_stream.Obs` and its value.

    `url_set` carries the address of OBS, `password_set` its password, once.
    """

    changed = Signal(str, object)
    url_set = Signal(str)
    password_set = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._scene, self._caption = (
            Picker(translate("stream", "Panic scene")),
            Line(translate("stream", "Caption source"), 120),
        )
        self._inputs, self._url = (
            Line(translate("stream", "Muted in panic"), 2000),
            Line(translate("stream", "Address of OBS"), 400),
        )
        self._caption.setPlaceholderText(translate("stream", "None"))
        self._inputs.setPlaceholderText(translate("stream", "None"))
        self._password = Secret(
            translate("stream", "Password of OBS"),
            translate("stream", "Kept in the system's keyring, never in a file."),
        )
        self._address = Field(
            translate("stream", "Address of OBS"),
            self._url,
            translate("stream", "In OBS: Tools → WebSocket Server Settings."),
        )
        self._cover = Field(
            translate("stream", "Panic scene"),
            self._scene,
            translate("stream", "What viewers see while panic is on."),
        )
        self._muted = Field(
            translate("stream", "Muted in panic"),
            self._inputs,
            translate("stream", "Audio inputs as OBS names them, with commas between them."),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            card(
                "OBS",
                self._cover,
                self._muted,
                Field(
                    translate("stream", "Caption source"),
                    self._caption,
                    translate("stream", "A text source that shows what she says."),
                ),
                self._address,
                self._password,
            )
        )
        self._scene.activated.connect(self._choose)
        self._caption.committed.connect(self._name_caption)
        self._inputs.committed.connect(self._name_inputs)
        self._url.committed.connect(self._point)
        self._password.told.connect(self.password_set)

    def set_look(self, look: Look) -> None:
        """Draw in these colours."""
        self._scene.set_look(look)

    def show_state(self, state: StreamState) -> None:
        """Show the settings as they stand."""
        scenes = (
            ("", translate("stream", "The scene stays")),
            *((scene, scene) for scene in state.studio.scenes),
        )
        self._scene.offer(scenes, state.obs.brb_scene)
        lost = state.obs.brb_scene and state.studio.scenes and state.obs.brb_scene not in state.studio.scenes
        self._cover.show_problem(
            translate("stream", "OBS has no scene of this name; choose another one.") if lost else ""
        )
        self._caption.show_value(state.obs.caption_source)
        self._inputs.show_value(", ".join(state.obs.panic_inputs))
        self._url.show_value(state.obs_url)
        self._password.show_stored(stored=state.obs_password)

    @Slot()
    def _choose(self) -> None:
        self.changed.emit("brb_scene", self._scene.value)

    @Slot(str)
    def _name_caption(self, source: str) -> None:
        self.changed.emit("caption_source", source)

    @Slot(str)
    def _name_inputs(self, text: str) -> None:
        names = tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
        right = fits(Obs, "panic_inputs", names)
        self._muted.show_problem(
            "" if right else translate("stream", "At most 50 names of at most 120 letters.")
        )
        if right:
            self.changed.emit("panic_inputs", names)

    @Slot(str)
    def _point(self, url: str) -> None:
        right = bool(_URL.match(url))
        self._address.show_problem(
            "" if right else translate("stream", "Write an address such as ws://127.0.0.1:4455.")
        )
        if right:
            self.url_set.emit(url)
