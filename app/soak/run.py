"""A soak from start to end: she is used hard, rests now and then so long that her engines sleep, and is watched."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import cycle
from threading import Event, Thread

from app.soak.acts import LINES, Act, Due, usual
from app.soak.events import endlessly, show, stamped
from app.soak.program import Program, Refused
from app.soak.stages import Reading
from app.soak.watch import Watch

START_S = 90.0
"""How long she may take until the API answers."""
STEP_S = 0.1
WATCH_S = 5.0
WORK_S, REST_S = 200.0, 100.0
"""Hard use, and then a rest in which her engines fall asleep (`rest.after_min` = 1).

In a rest she reacts to nothing: with all that waits to be answered she would speak on.
"""
PAUSE_S = 1.5
ANSWER_S = 90.0
HEARD_S = 15.0
"""How long the user waits for the sound of an answer before the next line; a voice that was just killed needs it."""


@dataclass
class Outcome:
    """What was done, and what came of it. `wrong` says in words what must not be."""

    watch: Watch = field(default_factory=Watch)
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0


class Soak:
    """Uses `program` for so many seconds; `more` acts are done besides the usual ones. `told` hears of progress."""

    def __init__(self, program: Program, told: Callable[[str], None] = lambda _: None) -> None:
        self._program, self._told = program, told
        self.outcome = Outcome()
        self.reading = Reading(program.journal)
        self._working, self._over = Event(), Event()

    def run(self, seconds: float, more: Iterable[Act] = ()) -> Outcome:
        """Until the time is up, or she ends; KeyboardInterrupt ends it early."""
        program, outcome = self._program, self.outcome
        began_s = time.monotonic()
        if not program.wait(START_S):
            outcome.wrong.append("she did not start")
            return outcome
        talking = Thread(target=self._talk, name="talker", daemon=True)
        talking.start()
        try:
            self._use(seconds, tuple(more))
        except KeyboardInterrupt:
            self._told("stopping")
        self._over.set()
        self._working.set()
        outcome.seconds = time.monotonic() - began_s
        self.reading.look()
        if not program.runs:
            outcome.wrong.append(f"her process ended with {program.process.returncode}")
        elif not program.stop():
            outcome.wrong.append("she did not end well when asked to")
        outcome.wrong += self.reading.given_up
        talking.join(ANSWER_S)
        return outcome

    def _use(self, seconds: float, more: tuple[Act, ...]) -> None:
        begin_s = time.monotonic()
        due = Due((*usual(self._program), *more), 0.0)
        events = endlessly(show())
        event, worked_s, watched_s, before_s = next(events), 0.0, 0.0, 0.0
        while self._program.runs and (now_s := time.monotonic() - begin_s) < seconds:
            step_s, before_s = now_s - before_s, now_s
            if now_s % (WORK_S + REST_S) < WORK_S:
                if not self._working.is_set():
                    self._working.set()
                    self._do("breaks", lambda: self._react(on=True))
                worked_s += step_s
                for act in due.at(worked_s):
                    self._do(act.name, act.do)
                while event.at_s <= worked_s:
                    told = stamped(event)
                    self._do("events", lambda told=told: self._tell(told.name, told.data))  # type: ignore[misc]  # bound
                    event = next(events)
            elif self._working.is_set():
                self._working.clear()
                self._do("breaks", lambda: self._react(on=False))
            self.reading.look()
            if now_s >= watched_s:
                watched_s = now_s + WATCH_S
                self._look(now_s)
            time.sleep(STEP_S)

    def _react(self, *, on: bool) -> None:
        self._program.ask("/toggle/reactions", {"on": on})

    def _tell(self, name: str, data: dict[str, object]) -> None:
        self._program.ask("/events", {"event": name, "data": data})

    def _look(self, now_s: float) -> None:
        program = self._program
        self.outcome.watch.look(now_s, {"ui": program.process, **program.engines()})
        for last in self.outcome.watch.samples.get("ui", [])[-1:]:
            here = f"{last.own_mb:6.1f} MB  {last.handles} handles  {last.threads} threads"
            self._told(f"{now_s / 60:5.1f} min  {here}  {len(self.reading.answers)} answers")

    def _talk(self) -> None:
        """The user writes, waits for the answer, and writes again."""
        for line in cycle(LINES):
            self._working.wait()
            if self._over.is_set() or not self._program.runs:
                return
            heard = len(self.reading.answers)
            self._do("turns", lambda line=line: self._ask(line))  # type: ignore[misc]  # bound at once
            finish_s = time.monotonic() + HEARD_S
            while len(self.reading.answers) == heard and time.monotonic() < finish_s:
                if self._over.wait(STEP_S):
                    return
            self._over.wait(PAUSE_S)

    def _ask(self, line: str) -> None:
        self._program.ask("/chat/respond", {"message": line}, ANSWER_S)

    def _do(self, name: str, do: Callable[[], object]) -> None:
        try:
            do()
        except Refused as refused:
            self.outcome.refused[f"{name} {refused.status or 'unreachable'}"] += 1
        else:
            self.outcome.done[name] += 1
