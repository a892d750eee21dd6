"""The Director: one state, one inbox, in the GUI thread. Event → step → commands → organs and views."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.body import Body
from models.commands import Command
from models.companion import Companion
from models.events import Event, Grabbed, Tick, Touched, Typed
from models.status import Status
from workers.runtime.lane import Lane
from workers.runtime.worker import Worker

_TICK_MS = 1000
_SOMEBODY = (Typed, Touched, Grabbed)
"""Signs that somebody will want something of her: sleeping engines wake."""


class Director(QObject):
    """Takes every event of every organ and view; gives view commands by `commanded` and all events by `happened`.

    `witnesses` are told every event and every command; `status` is where how she is can be read from any thread.
    """

    commanded = Signal(object)
    happened = Signal(object)

    def __init__(
        self,
        companion: Companion,
        body: Body,
        status: Lane[Status],
        witnesses: tuple[Callable[[object], None], ...] = (),
    ) -> None:
        super().__init__()
        self._companion = companion
        self._body = body
        self._status = status
        self._witnesses = witnesses
        self._workers = [Worker(organ) for organ in body.organs.values()]
        for worker in self._workers:
            worker.emitted.connect(self.take)
        self._clock = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.CoarseTimer)
        self._clock.timeout.connect(self._on_tick)

    @property
    def companion(self) -> Companion:
        """How she is now."""
        return self._companion

    @Slot(object)
    def take(self, event: Event) -> None:
        """Let one event happen; one that does not say when happens now."""
        if not event.at_s:
            event = replace(event, at_s=monotonic())
        if isinstance(event, _SOMEBODY):
            self._body.stir()
        for witness in self._witnesses:
            witness(event)
        self._companion, commands = self._companion.step(event)
        self._status.put(self._status.get().after(event, self._companion))
        self.happened.emit(event)
        for command in commands:
            self.order(command)

    def order(self, command: Command) -> None:
        """Have a command carried out, by an organ or by the views."""
        for witness in self._witnesses:
            witness(command)
        if not self._body.carry_out(command):
            self.commanded.emit(command)

    @Slot()
    def start(self) -> None:
        """Bring the organs to life, and let time pass; once is enough."""
        self._clock.start()
        for worker in self._workers:
            if not worker.isRunning():
                worker.start()

    @Slot()
    def _on_tick(self) -> None:
        self.take(Tick())

    def shut_down(self) -> None:
        """Ask every organ to finish, then wait for each."""
        self._clock.stop()
        for worker in self._workers:
            worker.post(None)
        for worker in self._workers:
            worker.shut_down()
