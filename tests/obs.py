"""A real OBS Studio on the stage, with a configuration of its own, and a witness that asks it directly.

It has three scenes (top to bottom as in its window: Live, Talking, Be right back), a text source "Caption" and the
group "Corner" with "Badge" inside in Live, and two audio inputs, Microphone and Music. Its window capture needs a GPU
import that software rendering lacks; `capture_shim` builds a stand-in (`obs_pixmap.c`) that is preloaded on request.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import secrets
import signal
import socket
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from tests.stage import Screen, wait_until

LIVE, TALKING, BRB = "Live", "Talking", "Be right back"
SCENES = (LIVE, TALKING, BRB)
CAPTION, BACKDROP, BADGE = "Caption", "Backdrop", "Badge"
MICROPHONE, MUSIC = "Microphone", "Music"
PASSWORD = secrets.token_urlsafe(12)
CANVAS = (640, 360)

_GLOBAL = """[General]
FirstRun=true
Pre19Defaults=false
Pre21Defaults=false
Pre23Defaults=false
Pre24.1Defaults=false
EnableAutoUpdates=false
ConfirmOnExit=false

[Basic]
Profile=Test
ProfileDir=Test
SceneCollection=Test
SceneCollectionFile=Test

[BasicWindow]
PreviewEnabled=false
SysTrayEnabled=false

[OBSWebSocket]
FirstLoad=false
ServerEnabled=true
ServerPort={port}
AlertsEnabled=false
AuthRequired=true
ServerPassword={password}
"""
_PROFILE = """[General]
Name=Test

[Video]
BaseCX={width}
BaseCY={height}
OutputCX={width}
OutputCY={height}
FPSType=0
FPSCommon=10

[Output]
Mode=Simple
"""


class Obs:
    """One OBS, started and ended as often as a test likes; its configuration and port stay the same."""

    def __init__(self, screen: Screen, folder: Path, shim: Path | None = None) -> None:
        self.port = free_port()
        self._folder = folder
        for name in ("config/obs-studio", "home", "run"):
            (folder / name).mkdir(parents=True, mode=0o700)
        configure(folder / "config" / "obs-studio", self.port)
        self._env = {
            **screen.env,
            "XDG_CONFIG_HOME": str(folder / "config"),
            "HOME": str(folder / "home"),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "PULSE_SERVER": f"unix:{folder / 'run' / 'no-sound'}",
            "LIBGL_ALWAYS_SOFTWARE": "1",
        }
        if shim is not None:
            self._env["LD_PRELOAD"] = str(shim)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where its WebSocket server listens."""
        return f"ws://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        """What it printed."""
        return (self._folder / "obs.log").read_text(errors="replace")

    def start(self) -> None:
        """Start it and wait until it answers with its scenes."""
        argv = ["obs", "--multi", "--disable-missing-files-check", "--unfiltered_log"]
        with (self._folder / "obs.log").open("ab") as out:
            self._process = subprocess.Popen(
                argv, env=self._env, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True
            )
        wait_until(self._ready, "OBS", 30)

    def kill(self) -> None:
        """End it and what it started as a crash would."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        """Let it hang: its connections stay open and nobody answers."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGCONT)

    def ask(self, request: str, **data: Any) -> dict[str, Any]:
        """One request over a connection of its own. Raises LookupError with OBS's words when it is refused."""
        plain = Subprotocol("obswebsocket.json")
        with connect(self.url, subprotocols=[plain], proxy=None, max_size=2**25, close_timeout=1) as link:
            hello = json.loads(link.recv(5))["d"]["authentication"]
            secret = base64.b64encode(hashlib.sha256((PASSWORD + hello["salt"]).encode()).digest())
            answer = base64.b64encode(hashlib.sha256(secret + hello["challenge"].encode()).digest()).decode()
            identity = {"rpcVersion": 1, "authentication": answer, "eventSubscriptions": 0}
            link.send(json.dumps({"op": 1, "d": identity}))
            assert json.loads(link.recv(5))["op"] == 2
            body = {"requestType": request, "requestId": "1", "requestData": data}
            link.send(json.dumps({"op": 6, "d": body}))
            said = json.loads(link.recv(10))["d"]
        if not said["requestStatus"]["result"]:
            raise LookupError(said["requestStatus"])
        return dict(said.get("responseData") or {})

    def on_air(self) -> str:
        """The program scene."""
        return str(self.ask("GetCurrentProgramScene")["currentProgramSceneName"])

    def muted(self, name: str) -> bool:
        """Whether an input is muted."""
        return bool(self.ask("GetInputMute", inputName=name)["inputMuted"])

    def shown(self, scene: str, source: str) -> bool:
        """Whether a source of a scene is visible."""
        number = self.ask("GetSceneItemId", sceneName=scene, sourceName=source)["sceneItemId"]
        return bool(self.ask("GetSceneItemEnabled", sceneName=scene, sceneItemId=number)["sceneItemEnabled"])

    def caption(self) -> str:
        """The text in the caption source."""
        return str(self.ask("GetInputSettings", inputName=CAPTION)["inputSettings"].get("text", ""))

    def picture(self, source: str) -> Image.Image:
        """A screenshot of a scene or source, RGBA."""
        said = self.ask("GetSourceScreenshot", sourceName=source, imageFormat="png")
        return Image.open(io.BytesIO(base64.b64decode(said["imageData"].partition(",")[2]))).convert("RGBA")

    def reset(self) -> None:
        """Everything as it was at the first start."""
        self.ask("SetCurrentProgramScene", sceneName=LIVE)
        self.ask("SetInputSettings", inputName=CAPTION, inputSettings={"text": ""})
        for name in (MICROPHONE, MUSIC):
            self.ask("SetInputMute", inputName=name, inputMuted=False)

    def _ready(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, f"OBS ended\n{self.log[-3000:]}"
        try:
            return len(self.ask("GetSceneList")["scenes"]) >= len(SCENES)
        except (OSError, LookupError, EOFError, WebSocketException):
            return False


@contextmanager
def obs(screen: Screen, folder: Path, shim: Path | None = None) -> Iterator[Obs]:
    """A running OBS, ended with everything it started."""
    studio = Obs(screen, folder, shim)
    try:
        studio.start()
        yield studio
    finally:
        studio.kill()


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def capture_shim(folder: Path) -> Path:
    """The compiled stand-in for window capture without a GPU."""
    library = folder / "obs_pixmap.so"
    source = Path(__file__).with_name("obs_pixmap.c")
    argv = ["gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", str(library), str(source)]
    subprocess.run([*argv, "-ldl", "-lxcb"], check=True, timeout=60)
    return library


def configure(root: Path, port: int) -> None:
    """A complete configuration: no wizard, WebSocket server on, a profile and the scenes."""
    profile, scenes = root / "basic/profiles/Test", root / "basic/scenes"
    profile.mkdir(parents=True)
    scenes.mkdir(parents=True)
    (root / "global.ini").write_text(_GLOBAL.format(port=port, password=PASSWORD))
    (profile / "basic.ini").write_text(_PROFILE.format(width=CANVAS[0], height=CANVAS[1]))
    (scenes / "Test.json").write_text(json.dumps(collection()))


def collection() -> dict[str, Any]:
    """The scenes, as OBS writes them down."""
    width, height = CANVAS
    colour = {"color": 0xFF3232C8, "width": width, "height": height}
    badge = {"color": 0xFF00C800, "width": 60, "height": 40}
    sources = [
        _source(BACKDROP, "color_source_v3", colour),
        _source(BADGE, "color_source_v3", badge),
        _source(CAPTION, "text_ft2_source_v2", {"text": ""}),
        _source(MICROPHONE, "ffmpeg_source", {}),
        _source(MUSIC, "ffmpeg_source", {}),
        _scene(LIVE, BACKDROP, "Corner", CAPTION, MICROPHONE, MUSIC),
        _scene(TALKING, BACKDROP, CAPTION),
        _scene(BRB),
    ]
    corner = _scene("Corner", BADGE) | {"id": "group", "versioned_id": "group"}
    corner["settings"] |= {"custom_size": True, "cx": 60, "cy": 40}
    return {
        "name": "Test",
        "current_scene": LIVE,
        "current_program_scene": LIVE,
        "scene_order": [{"name": name} for name in SCENES],
        "sources": sources,
        "groups": [corner],
        "current_transition": "Cut",
        "transition_duration": 300,
    }


def _source(name: str, kind: str, settings: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "id": kind.rpartition("_v")[0] or kind,
        "versioned_id": kind,
        "uuid": str(uuid.uuid5(uuid.NAMESPACE_OID, name)),
        "settings": settings,
        "enabled": True,
        "muted": False,
        "volume": 1.0,
        "mixers": 255,
        "filters": [],
    }


def _scene(name: str, *sources: str) -> dict[str, Any]:
    items = [
        {
            "name": source,
            "id": number,
            "visible": True,
            "group_item_backup": False,
            "pos": {"x": 0.0, "y": 0.0},
            "scale": {"x": 1.0, "y": 1.0},
            "align": 5,
        }
        for number, source in enumerate(sources, 1)
    ]
    return _source(name, "scene", {"custom_size": False, "id_counter": len(items), "items": items})
