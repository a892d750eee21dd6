"""The composition root: the only place that constructs parts. It reads as the story of a start and a stop.

What is imported inside a function takes its time, and the picture comes first.
"""

from __future__ import annotations

import logging
import os
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
from app.care.crash import Crash, Watch
from app.care.own_command import start_again
from app.care.pending import bring_back
from app.cli.arguments import version
from app.config.store import SettingsStore
from app.credentials.store import KeyringSecrets
from app.journal import Journal
from models.sound import Levels, Playhead
from workers.runtime.lane import Lane

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QApplication

    from app.avatar.window import AvatarWindow
    from app.body import Body, Parts
    from app.on_air import Recorded
    from app.session.instance import Claim
    from models.companion import Companion

_log = logging.getLogger(__name__)

_START_LIMIT_MS = 1500
_SETTLED_MS = 10_000
_SWITCH_INTERVAL_S = 0.0005
"""How long a busy Python thread may hold up a frame; the default of 5 ms shows as stutter."""


def window(args: Namespace) -> int:
    """Her window on the desktop, until the user quits; or the one that is there already comes forward."""
    from app.session import lean
    from app.session.instance import AlreadyHereError, claim

    lean.begin()
    try:
        mine = claim(paths.state_folder(), "replay" if args.command == "replay" else "window")
    except AlreadyHereError as here:
        if not here.raised:
            from app.session.refusal import refuse

            refuse(str(here))
            return 1
        sys.stderr.write(f"{here}\n")
        return 0
    with ExitStack() as stack:
        stack.callback(mine.close)
        watch = stack.enter_context(Watch(paths.state_folder(), paths.log_folder(), version()))
        again = _lived(args, mine, watch.begin(), stack)
        if again is None:
            return 0
    start_again(*again)
    return 0


def _lived(args: Namespace, mine: Claim, crash: Crash | None, stack: ExitStack) -> tuple[str, ...] | None:
    """Her life; the arguments to begin anew with, if that is what the user wants."""
    from PySide6.QtCore import QTimer

    from app.care import qt_messages
    from app.look import glyphs
    from app.session import lean

    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    replay, started_s = _replay(args), monotonic()
    secrets = KeyringSecrets(_log.info)
    unrestored = bring_back(paths.settings_file(args.settings))
    store, playhead = _settings(args, secrets), Lane(Playhead())
    qt_messages.install()
    stack.callback(qt_messages.remove)
    app = _application()
    app.setWindowIcon(glyphs.vesper())
    safe = getattr(args, "safe", False) or (crash is not None and crash.too_often)
    avatar = _avatar(store, playhead, alive=not safe)
    stack.callback(avatar.close)
    if store.settings.window.visible:
        avatar.show()
        _wait_for(avatar.first_frame)
    from app.body import Parts
    from app.config.tuning import Tuning
    from app.director import Director
    from app.household import Ground, Household
    from app.language import Language
    from app.look.theme import Theme
    from app.on_air import OnAir
    from app.session.doorbell import Doorbell
    from models.status import Status
    from workers.sound import Lanes

    language, theme = Language(), Theme()
    language.follow(store.settings.desktop.language)
    theme.prefer(store.settings.desktop.theme)
    status, lanes = Lane(Status(started_s)), Lanes(playhead, Lane(Levels()))
    memory = None if replay else paths.memory_file()  # a replay is no past of hers
    on_air = OnAir(status, lambda: avatar.mouth, replay)
    body, companion = _assemble(store, Parts(memory=memory, lanes=lanes, on_air=on_air))
    director = Director(companion, body, status, _witnesses(stack, body))
    ground = Ground(
        avatar, director, body, Tuning(store), secrets, lanes, theme, language, live=replay is None
    )
    home = Household(ground)
    stack.callback(home.stop)
    home.quit_requested.connect(app.quit)
    doorbell = Doorbell(mine)
    stack.callback(doorbell.stop)
    doorbell.raised.connect(home.come_forward)
    _quit_on_signals(stack, app)
    from app.care.wording import of_backup

    home.start(crash=crash, safe=safe, unrestored=of_backup(unrestored) if unrestored else "")
    QTimer.singleShot(_SETTLED_MS, app, lean.settle)
    app.exec()
    return home.again


def _avatar(store: SettingsStore, playhead: Lane[Playhead], *, alive: bool) -> AvatarWindow:
    """Her window, where the user left it; not `alive`: only her still picture."""
    from app.avatar.window import AvatarWindow, Sources
    from app.config.manners import manners_of, placement_of

    settings = store.settings
    avatar = AvatarWindow(
        Sources(
            paths.asset("avatar", "vesper", "vesper.model3.json"),
            paths.asset("avatar", "vesper", "still.png"),
            paths.cache_folder(),
            alive,
        ),
        playhead.get,
        placement_of(settings),
        places=settings.window.places,
    )
    avatar.wear(manners_of(settings))
    return avatar


def terminal(args: Namespace) -> int:
    """The same conversation in the terminal."""
    from app.body import Parts
    from app.session.instance import AlreadyHereError, claim
    from app.terminal import Terminal

    try:
        mine = claim(paths.state_folder(), "chat")
    except AlreadyHereError as here:
        sys.stderr.write(f"{here}\n")
        return 1
    heard = not args.no_voice
    if unrestored := bring_back(paths.settings_file(args.settings)):
        sys.stderr.write(f"The backup was not brought back: {unrestored}\n")
    store = _settings(args, KeyringSecrets(_log.info))
    body, companion = _assemble(store, Parts(heard, heard, paths.memory_file()))
    for problem in store.problems:
        sys.stderr.write(f"settings: {problem}\n")
    with ExitStack() as stack:
        stack.callback(mine.close)
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

    from app.avatar.wayland import platform_advice

    if platform := platform_advice(os.environ).platform:
        os.environ["QT_QPA_PLATFORM"] = platform
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
    from app.body import assemble
    from app.config.wishes import wishes_of
    from app.persona import character
    from models.companion import Companion
    from models.stream.floor import Floor

    settings = store.settings
    who = character.load(settings)
    body = assemble(settings, store.provider_settings, who, logs.child_stderr, parts)
    floor = Floor(settings.stream.rules(settings.character.name))
    return body, Companion.of(
        who, wishes_of(settings), floor, muted=settings.hearing.muted, quiet=settings.quiet.do_not_disturb
    )
