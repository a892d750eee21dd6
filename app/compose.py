"""The composition root: the only place that constructs parts. It reads as the story of a start and a stop."""

from __future__ import annotations

import logging
import signal
import socket
import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from app import character, logs, paths
from app.body import Body, Parts, assemble
from app.credentials import KeyringSecrets
from app.journal import Journal
from app.on_air import OnAir, Recorded
from app.settings_store import SettingsStore
from models.companion import Companion, Wishes
from models.sound import Levels, Playhead
from models.status import Status
from models.stream.floor import Floor
from workers.engines.stream.recording import load
from workers.runtime.lane import Lane
from workers.sound import Lanes

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QApplication

    from app.avatar.window import AvatarWindow

_log = logging.getLogger(__name__)

_START_LIMIT_MS = 1500
_SWITCH_INTERVAL_S = 0.0005
"""How long a busy Python thread may hold up a frame; the default of 5 ms shows as stutter."""


def window(args: Namespace) -> int:
    """Her window on the desktop, until the user quits."""
    from PySide6.QtCore import QSocketNotifier

    from app import glyphs
    from app.chat.window import ChatWindow
    from app.desktop import Desktop, Views
    from app.director import Director
    from app.hotkeys.hotkeys import Hotkeys
    from app.menu import Menu
    from app.stream.window import StreamWindow
    from app.stream_desk import Means, StreamDesk
    from app.theme import Theme
    from app.tray import Tray

    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    replay = _replay(args)
    secrets, status = KeyringSecrets(_log.info), Lane(Status(monotonic()))
    store = _settings(args, secrets)
    lanes = Lanes(Lane(Playhead()), Lane(Levels()))
    with ExitStack() as stack:
        app = _application()
        app.setWindowIcon(glyphs.vesper())
        avatar = _avatar(store, lanes)
        stack.callback(avatar.close)
        if store.settings.window.visible:
            avatar.show()
            _wait_for(avatar.first_frame)  # the picture first, all the rest then
        show = OnAir(status, lambda: avatar.mouth, replay)
        memory = None if replay else paths.memory_file()  # a replay is no past of hers
        body, companion = _assemble(store, Parts(memory=memory, lanes=lanes, on_air=show))
        theme = Theme()
        menu = Menu(theme.look)
        theme.changed.connect(menu.set_look)
        chat = ChatWindow(theme, app.windowIcon())
        tray = Tray(menu, companion.character.persona.companion)
        director = Director(companion, body, status, _witnesses(stack, body))
        desktop = Desktop(Views(avatar, chat, tray, menu), director, store)
        desktop.quit_requested.connect(app.quit)
        stream = StreamWindow(theme, app.windowIcon())
        desk = StreamDesk(
            stream, Hotkeys(), Means(director, body, store, secrets, avatar.motions, live=replay is None)
        )
        tray.chosen.connect(desk.on_chosen)
        stack.callback(desk.stop)
        on_signal = QSocketNotifier(_signals(stack), QSocketNotifier.Type.Read)
        on_signal.activated.connect(app.quit)
        stack.callback(director.shut_down)
        director.start()
        desk.start()
        tray.start()
        stack.callback(tray.stop)
        if store.settings.chat.visible:
            chat.open()
        return int(app.exec())


def _avatar(store: SettingsStore, lanes: Lanes) -> AvatarWindow:
    """Her window, where the user left it."""
    from app.avatar.placement import Placement
    from app.avatar.window import AvatarWindow, Sources

    placed = store.settings.window
    return AvatarWindow(
        Sources(
            paths.asset("avatar", "vesper", "vesper.model3.json"),
            paths.asset("avatar", "vesper", "still.png"),
            paths.cache_folder(),
        ),
        lanes.playhead.get,
        None if placed.x is None or placed.y is None else Placement(placed.x, placed.y, placed.scale),
    )


def terminal(args: Namespace) -> int:
    """The same conversation in the terminal."""
    from app.terminal import Terminal

    heard = not args.no_voice
    store = _settings(args, KeyringSecrets(_log.info))
    body, companion = _assemble(store, Parts(heard, heard, paths.memory_file()))
    for problem in store.problems:
        sys.stderr.write(f"settings: {problem}\n")
    with ExitStack() as stack:
        name = companion.character.persona.companion
        return Terminal(companion, body, name, witness=_witness(stack)).run()


def _witnesses(stack: ExitStack, body: Body) -> tuple[Callable[[object], None], ...]:
    """Who is told everything that happens: the journal, and the local API for those who listen there."""
    journal, api = _witness(stack), body.organs.get("api")
    return (*((journal,) if journal else ()), *((api.inbox.put,) if api else ()))


def _replay(args: Namespace) -> Recorded | None:
    """The recording to play, if that is what was asked for. Raises `EngineError` for one that cannot be played."""
    if args.command != "replay":
        return None
    path = Path(args.recording)
    load(path)  # what is wrong with it is told before there is a window
    return Recorded(path, args.speed)


def _witness(stack: ExitStack) -> Callable[[object], None] | None:
    """Who writes down what happens, if the environment asks for a journal."""
    journal = Journal.from_environment()
    if journal is None:
        return None
    stack.callback(journal.close)
    return journal.note


def _signals(stack: ExitStack) -> int:
    """A descriptor that becomes readable when the session ends or the user presses Ctrl+C."""
    readable, writable = socket.socketpair()
    for end in (readable, writable):
        end.setblocking(False)  # noqa: FBT003  # the socket's own signature
        stack.callback(end.close)
    before = signal.set_wakeup_fd(writable.fileno())
    stack.callback(signal.set_wakeup_fd, before)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _noted)
    return readable.fileno()


def _noted(_number: int, _frame: object) -> None:
    """The wake-up descriptor tells the event loop."""


def _application() -> QApplication:
    """The Qt application, before any window."""
    from PySide6.QtWidgets import QApplication

    app = QApplication(["vesper"])
    app.setApplicationName("vesper")
    app.setDesktopFileName("vesper")
    app.setQuitOnLastWindowClosed(False)
    return app


def _wait_for(signal: SignalInstance) -> None:
    """Let events happen until a signal comes, or its time is up."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(_START_LIMIT_MS, loop, loop.quit)
    loop.exec()
    signal.disconnect(loop.quit)


def _settings(args: Namespace, secrets: KeyringSecrets) -> SettingsStore:
    """The settings; the keyring is asked only when a chosen engine needs a secret."""
    return SettingsStore(paths.settings_file(args.settings), secrets=secrets.get)


def _assemble(store: SettingsStore, parts: Parts) -> tuple[Body, Companion]:
    """The organs, and her state at the beginning."""
    settings = store.settings
    who = character.load(settings)
    body = assemble(settings, store.provider_settings, who, logs.child_stderr, parts)
    voice = settings.voice
    wishes = Wishes(voice.voice, voice.speed, voice.moods, voice.remarks, voice.enabled)
    floor = Floor(settings.stream.rules(settings.character.name))
    return body, Companion.of(who, wishes, floor, muted=settings.hearing.muted)
