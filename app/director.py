"""The Director: one conversation, one inbox, in the GUI thread. Event → step → commands → organs and views."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.body import Body
from models.commands import Command
from models.conversation import Conversation
from models.events import Event
from workers.runtime.worker import Worker


class Director(QObject):
    """Takes every event of every organ and view; gives view commands by `commanded` and all events by `happened`.

    `witness` is told every event and every command.
    """

    commanded = Signal(object)
    happened = Signal(object)

    def __init__(
        self, conversation: Conversation, body: Body, witness: Callable[[object], None] | None = None
    ) -> None:
        super().__init__()
        self._conversation = conversation
        self._body = body
        self._witness = witness
        self._workers = [Worker(organ) for organ in body.organs.values()]
        for worker in self._workers:
            worker.emitted.connect(self.take)

    @property
    def conversation(self) -> Conversation:
        """The conversation as it stands."""
        return self._conversation

    @Slot(object)
    def take(self, event: Event) -> None:
        """Let one event happen."""
        if self._witness:
            self._witness(event)
        self._conversation, commands = self._conversation.step(event)
        self.happened.emit(event)
        for command in commands:
            self.order(command)

    def order(self, command: Command) -> None:
        """Have a command carried out, by an organ or by the views."""
        if self._witness:
            self._witness(command)
        if not self._body.carry_out(command):
            self.commanded.emit(command)

    @Slot()
    def start(self) -> None:
        """Bring the organs to life; once is enough."""
        for worker in self._workers:
            if not worker.isRunning():
                worker.start()

    def shut_down(self) -> None:
        """Ask every organ to finish, then wait for each."""
        for worker in self._workers:
            worker.post(None)
        for worker in self._workers:
            worker.shut_down()
