"""Values the stream window draws."""

from __future__ import annotations

from dataclasses import dataclass

from app.form.lamp import Lamp, Tone
from app.words import translate
from models.settings_stream import Api, Obs, Stream
from models.stream.link import LinkState
from models.studio import Studio

_STREAM, _OBS, _API, _STUDIO = Stream(), Obs(), Api(), Studio()


@dataclass(frozen=True, slots=True)
class StreamState:
    """How things stand; notes are for people and may be empty.

    `api_address` is where the local API answers ("http://127.0.0.1:4003"), empty while it does not; `obs_url` the
    address of OBS; `obs_password` and `stream_token`: one is stored. `motions` are the one-shots of her model,
    `hotkey_note` says why the panic key does not hold, empty when it does. `problem` is why the last change was not
    saved.
    """

    name: str = "Vesper Astra"
    stream: Stream = _STREAM
    obs: Obs = _OBS
    api: Api = _API
    link: LinkState = LinkState.OVER
    link_note: str = ""
    studio: Studio = _STUDIO
    studio_note: str = ""
    obs_url: str = "ws://127.0.0.1:4455"
    obs_password: bool = False
    stream_token: bool = False
    api_address: str = ""
    api_note: str = ""
    panicked: bool = False
    motions: tuple[str, ...] = ()
    hotkey_note: str = ""
    problem: str = ""

    @property
    def stream_lamp(self) -> Lamp:
        """The link to the stream backend."""
        if not self.stream.enabled:
            return Lamp(Tone.OFF, translate("stream", "Off"))
        if not self.stream.backend_url:
            return Lamp(
                Tone.BAD,
                translate("stream", "No address"),
                translate("stream", "Write the backend's address under Connections."),
            )
        tone, words = _link(self.link)
        return Lamp(tone, words, self.link_note)

    @property
    def obs_lamp(self) -> Lamp:
        """The link to OBS."""
        if not self.obs.enabled:
            return Lamp(Tone.OFF, translate("stream", "Off"))
        if not self.studio.connected:
            return Lamp(Tone.BUSY, translate("stream", "Looking for OBS…"), self.studio_note)
        on_air = (
            translate("stream", "On air: {scene}").format(scene=self.studio.scene)
            if self.studio.scene
            else translate("stream", "Connected")
        )
        return Lamp(Tone.GOOD, on_air, self.studio_note)

    @property
    def api_lamp(self) -> Lamp:
        """The local API."""
        if not self.api.enabled:
            return Lamp(Tone.OFF, translate("stream", "Off"))
        if not self.api_address:
            tone = Tone.BAD if self.api_note else Tone.BUSY
            return Lamp(
                tone,
                translate("stream", "Not there") if self.api_note else translate("stream", "Starting…"),
                self.api_note,
            )
        return Lamp(Tone.GOOD, self.api_address.removeprefix("http://"), self.api_note)

    @property
    def panic_words(self) -> str:
        """What panic has done, as far as it is so."""
        scene, wanted = self.studio.scene, self.obs.brb_scene
        if not self.obs.enabled:
            return translate("stream", "She is silent.")
        if not self.studio.connected:
            return translate(
                "stream", "She is silent, but OBS is not connected: what viewers see is up to you."
            )
        if not wanted:
            words = translate(
                "stream", "She is silent. OBS still shows “{scene}”, for no panic scene is chosen."
            )
        elif scene == wanted:
            words = translate("stream", "She is silent, and OBS shows “{scene}”.")
        else:
            words = translate("stream", "She is silent, and OBS still shows “{scene}”.")
        return words.format(scene=scene)


def _link(link: LinkState) -> tuple[Tone, str]:
    match link:
        case LinkState.OVER:
            return Tone.BUSY, translate("stream", "Starting…")
        case LinkState.CONNECTING:
            return Tone.BUSY, translate("stream", "Connecting…")
        case LinkState.CONNECTED:
            return Tone.GOOD, translate("stream", "Connected")
        case LinkState.LOST:
            return Tone.BAD, translate("stream", "Lost, trying again")
    return Tone.BAD, translate("stream", "Refused")
