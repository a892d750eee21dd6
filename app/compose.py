"""The composition root: the only place that constructs parts. It reads as the story of a start and a stop.

What is imported inside a function takes its time, and the picture comes first.
"""

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

from app import logs, paths
from app.credentials import KeyringSecrets
from app.journal import Journal
from app.settings_store import SettingsStore
from models.sound import Levels, Playhead
from workers.runtime.lane import Lane

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QApplication

    from app.avatar.window import AvatarWindow
    from app.body import Body, Parts
    from app.on_air import Recorded
    from models.companion import Companion

_log = logging.getLogger(__name__)

_START_LIMIT_MS = 1500
_SWITCH_INTERVAL_S = 0.0005
"""How long a busy Python thread may hold up a frame; the default of 5 ms shows as stutter."""


def window(args: Namespace) -> int:
    """Her window on the desktop, until the user quits."""
    from app import glyphs

    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    replay, started_s = _replay(args), monotonic()
    secrets = KeyringSecrets(_log.info)
    store, playhead = _settings(args, secrets), Lane(Playhead())
    with ExitStack() as stack:
        app = _application()
        app.setWindowIcon(glyphs.vesper())
        avatar = _avatar(store, playhead)
        stack.callback(avatar.close)
        if store.settings.window.visible:
            avatar.show()
            _wait_for(avatar.first_frame)
        from app.body import Parts
        from app.casting import Casting
        from app.chat.window import ChatWindow
        from app.desktop import Desktop, Views
        from app.director import Director
        from app.hotkeys.hotkeys import Hotkeys
        from app.links import Links, Means
        from app.menu import Menu
        from app.menu_desk import MenuDesk
        from app.on_air import OnAir
        from app.stream_desk import StreamDesk
        from app.theme import Theme
        from app.tray import Tray
        from app.tuning import Tuning
        from models.status import Status
        from workers.sound import Lanes

        status, lanes = Lane(Status(started_s)), Lanes(playhead, Lane(Levels()))
        memory = None if replay else paths.memory_file()  # a replay is no past of hers
        on_air = OnAir(status, lambda: avatar.mouth, replay)
        body, companion = _assemble(store, Parts(memory=memory, lanes=lanes, on_air=on_air))
        theme = Theme()
        menu = Menu(theme.look)
        theme.changed.connect(menu.set_look)
        chat = ChatWindow(theme, app.windowIcon())
        tray = Tray(menu, companion.character.persona.companion)
        director = Director(companion, body, status, _witnesses(stack, body))
        tuning = Tuning(store)
        casting = Casting(tuning, director.take)
        desktop = Desktop(Views(avatar, chat), casting, director, tuning)
        menu_desk = MenuDesk(menu, tray, avatar, casting, director, tuning)
        menu_desk.wanted.connect(desktop.on_wanted)
        desktop.quit_requested.connect(app.quit)
        means = Means(director, body, tuning, secrets, live=replay is None)
        links, hotkeys = Links(means), Hotkeys()
        stack.callback(links.stop)
        stack.callback(hotkeys.stop)
        desk = StreamDesk(theme, hotkeys, links, means, avatar.motions)
        menu_desk.wanted.connect(desk.on_wanted)
        _quit_on_signals(stack, app)
        stack.callback(director.shut_down)
        director.start()
        desk.start()
        links.start()
        tray.start()
        stack.callback(tray.stop)
        if store.settings.chat.visible:
            chat.open()
        return int(app.exec())


def _avatar(store: SettingsStore, playhead: Lane[Playhead]) -> AvatarWindow:
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
        playhead.get,
        None if placed.x is None or placed.y is None else Placement(placed.x, placed.y, placed.scale),
    )


def terminal(args: Namespace) -> int:
    """The same conversation in the terminal."""
    from app.body import Parts
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
    from app.on_air import Recorded
    from workers.engines.stream.recording import load

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


def _quit_on_signals(stack: ExitStack, app: QApplication) -> None:
    """Let the program end when the session does, or the user presses Ctrl+C."""
    from PySide6.QtCore import QSocketNotifier

    notifier = QSocketNotifier(_signals(stack), QSocketNotifier.Type.Read, app)
    notifier.activated.connect(app.quit)


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
    from app import character
    from app.body import assemble
    from app.wishes import wishes_of
    from models.companion import Companion
    from models.stream.floor import Floor

    settings = store.settings
    who = character.load(settings)
    body = assemble(settings, store.provider_settings, who, logs.child_stderr, parts)
    floor = Floor(settings.stream.rules(settings.character.name))
    return body, Companion.of(
        who, wishes_of(settings), floor, muted=settings.hearing.muted, quiet=settings.quiet.do_not_disturb
    )
