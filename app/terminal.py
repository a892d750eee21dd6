"""Vesper in the terminal: the same conversation and organs as the window, with lines for a screen."""

from __future__ import annotations

import asyncio
import queue
import sys
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import TextIO

from app.body import Body
from app.notice import Change
from app.notices import Notices
from models.commands import Command, Show, Tell, Withhold
from models.companion import Companion
from models.events import Event, Failed, HistoryCleared, Typed, WorkerChanged
from workers.runtime.organ import Organ

_HELP = "Commands: /exit  /clear (forget this conversation)  /history  /help. Anything else is said to her."
_THREAD_PATIENCE_S = 4.0


@dataclass
class Terminal:
    """Reads lines from `source`, writes what is said to `screen`, until /exit or the end of input."""

    companion: Companion
    body: Body
    her_name: str
    source: TextIO = field(default_factory=lambda: sys.stdin)
    screen: TextIO = field(default_factory=lambda: sys.stdout)
    witness: Callable[[object], None] | None = None
    _remembers: bool = False
    _waiting: deque[str] = field(default_factory=deque)
    _inbox: queue.SimpleQueue[Event | str | None] = field(default_factory=queue.SimpleQueue)
    _shown: dict[str, str] = field(default_factory=dict)
    _notices: Notices = field(default_factory=Notices)

    def run(self) -> int:
        """Talk until the user leaves."""
        threads = [self._live(organ) for organ in self.body.organs.values()]
        threading.Thread(target=self._read, name="terminal", daemon=True).start()
        self._print(f"{self.her_name} is here. {_HELP}")
        try:
            while (item := self._inbox.get()) is not None:
                self._take(item)
        except KeyboardInterrupt:
            self._print("")
        for organ in self.body.organs.values():
            organ.inbox.put(None)
        for thread in threads:
            thread.join(_THREAD_PATIENCE_S)
        return 0

    def _live(self, organ: Organ) -> threading.Thread:
        thread = threading.Thread(
            target=lambda: asyncio.run(organ.live(self._inbox.put)), name=organ.name, daemon=True
        )
        thread.start()
        return thread

    def _read(self) -> None:
        for line in self.source:
            self._inbox.put(line.strip())
        self._inbox.put("/exit")

    def _take(self, item: Event | str) -> None:
        """A person's line is obeyed at once and may interrupt her; piped lines wait for her memory and their turn."""
        if not isinstance(item, str):
            self._happen(item)
        elif self.source.isatty():
            self._obey(item)
        else:
            self._waiting.append(item)
        if isinstance(item, WorkerChanged | Failed) and item.worker == "memory":
            self._remembers = True
        while self._waiting and self._remembers and not self.companion.conversation.busy:
            self._obey(self._waiting.popleft())

    def _obey(self, line: str) -> None:
        match line:
            case "":
                return
            case "/exit":
                self._inbox.put(None)
            case "/history":
                for message in self.companion.conversation.history:
                    self._print(f"  {message.role.value}: {message.content}")
            case "/clear":
                self._happen(HistoryCleared())
                self._print("(forgotten)")
            case _ if line.startswith("/"):
                self._print(_HELP)
            case _:
                self._happen(Typed(line))

    def _happen(self, event: Event) -> None:
        event = event if event.at_s else replace(event, at_s=monotonic())
        self.companion, commands = self.companion.step(event)
        if self.witness:
            self.witness(event)
        if isinstance(event, WorkerChanged):
            self._notice(self._notices.changed(event))
        for command in commands:
            if self.witness:
                self.witness(command)
            if not self.body.carry_out(command):
                self._show(command)

    def _show(self, command: Command) -> None:
        match command:
            case Show(who="user", final=True, key=key, text=text) if key.startswith("heard") and text:
                self._print(f"you: {text}")
            case Show(who="user", key=key, text=text) if key.startswith("restored"):
                self._print(f"you: {text}")
            case Show(who="her", key=key, text=text, final=final):
                self._show_reply(key, text, final=final)
            case Withhold(direction=direction, rule=rule):
                self._print(f"(held back, {direction}: {rule})")
            case Tell(worker=worker, blame=blame, message=message):
                self._notice(self._notices.told(worker, blame, message))

    def _show_reply(self, key: str, text: str, *, final: bool) -> None:
        """Print what is new of a growing reply."""
        before = self._shown.get(key, "")
        if not before and text:
            self.screen.write(f"{self.her_name}: ")
        if text.startswith(before):
            self.screen.write(text[len(before) :])
        self._shown = {key: text}
        if final:
            self.screen.write("\n")
        self.screen.flush()

    def _notice(self, change: Change) -> None:
        if change.shown:
            self._print(f"! {change.shown.title}: {change.shown.text}")

    def _print(self, line: str) -> None:
        self.screen.write(line + "\n")
        self.screen.flush()
