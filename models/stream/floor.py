"""Who has the floor on a stream: what of it she answers now, how that ended, and what comes next.

It stands between the agenda, which knows what waits and what comes first, and the turns of the conversation, which
know nothing of streams. It decides

- when she is free: at rest, not in panic, nobody speaking; the streamer's voice therefore always comes first;
- how an answer ended: heard to the end; given up (the user's own "stop"); cut off before a whole clause of it was
  heard, so that it waits again; or never begun, so that an authored line steps in;
- that an answer the user only coughed at is still the same answer when she takes it up again;
- that she gives way at the end of a sentence when something more important waits.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.commands import Begun, Command, Log, Panic, Settle
from models.conversation import Conversation
from models.events import Event, Heard, HistoryCleared, Hushed, Spoken, StreamHappened, StreamRecalled
from models.expression import Phase
from models.requests import Panicked, Part, PartSwitched, RulesChosen, SayAsked
from models.speech import Role
from models.stream.agenda import Agenda, Choice, Ending
from models.stream.entry import Entry, Fate
from models.stream.happening import Happening, Origin, StreamKind
from models.stream.reaction import Reaction
from models.stream.rules import Rules

MOST_ASKED = 20
"""Lines that tools asked her to say and that wait; more are dropped."""
_SENTENCE_ENDS = (".", "!", "?", "…")

Step = tuple["Floor", tuple[Command, ...]]


@dataclass(frozen=True, slots=True)
class Answering:
    """What she answers in `turn`; `reaction` None: the user's own line is said as it stands."""

    choice: Choice
    turn: int
    reaction: Reaction | None = None


@dataclass(frozen=True, slots=True)
class Floor:
    """The stream's part of her state. `silent` is a choice her mind had no words for."""

    rules: Rules = Rules()
    agenda: Agenda = Agenda()
    answering: Answering | None = None
    silent: Choice | None = None
    asked: tuple[SayAsked, ...] = ()
    panicked: bool = False

    def after(self, event: Event, before: Conversation, now: Conversation) -> Step:
        """The floor after an event that turned the conversation `before` into `now`."""
        floor, orders = self._seen_out(event, before, now)
        floor, more = floor._taken(event)
        return floor, (*orders, *more)

    def _taken(self, event: Event) -> Step:
        match event:
            case StreamHappened(happenings=happenings, more=more):
                told = tuple(_counted(happening, self.rules.currency) for happening in happenings)
                agenda, entries = self.agenda.take(told, more, event.at_s, self.rules)
                settled = tuple(
                    e.happening.id for e in entries if e.fate is Fate.SKIPPED and e.happening.paid
                )
                return replace(self, agenda=agenda), (*_log(entries), *_settle(settled))
            case StreamRecalled(happenings=happenings):
                known = "told by the backend on connecting"
                return self, _log(tuple(Entry(h, Fate.RECALLED, known, event.at_s) for h in happenings))
            case RulesChosen(rules=rules):
                return replace(self, rules=rules), ()
            case PartSwitched(part=Part.REACTIONS, on=on):
                return replace(self, rules=replace(self.rules, reactions=on)), ()
            case PartSwitched(part=Part.CHAT, on=on):
                return replace(self, rules=replace(self.rules, chat=on)), ()
            case SayAsked() if len(self.asked) < MOST_ASKED:
                return replace(self, asked=(*self.asked, event)), ()
            case Panicked(on=on):
                return replace(self, panicked=on), (Panic(on),)
        return self, ()

    def begun(self, choice: Choice, answering: Answering | None, at_s: float) -> Step:
        """An answer was begun; None: there was nothing to say."""
        if answering is None:
            return self.over(choice, at_s, "shown, with nothing to say")
        asked = tuple(h.id for h in choice.happenings if h.origin is Origin.INJECTED)
        floor = replace(self, answering=answering, silent=None)
        return floor, tuple(Begun(happening_id, answering.turn) for happening_id in asked)

    # --- how an answer ends

    def _seen_out(self, event: Event, before: Conversation, now: Conversation) -> Step:
        """See whether the answer under way is over, and how it ended."""
        doing = self.answering
        if doing is None:
            return self, ()
        if now.turn == doing.turn:
            if now.busy:
                return self, ()
            if now.history and now.history[-1].role is Role.ASSISTANT:
                return self.over(doing.choice, event.at_s)
            return replace(self, answering=None, silent=doing.choice), ()
        return self._cut_off(doing, event, before, now)

    def _cut_off(self, doing: Answering, event: Event, before: Conversation, now: Conversation) -> Step:
        cut = now.interruption if now.interruption and now.interruption.turn == doing.turn else None
        if cut and cut.utterance:
            return self, ()  # perhaps a noise: then she takes it up again
        was = before.interruption
        if was and was.turn == doing.turn and isinstance(event, Heard) and now.busy and not cut:
            return replace(self, answering=replace(doing, turn=now.turn)), ()
        if isinstance(event, Hushed | HistoryCleared):
            return self.over(doing.choice, event.at_s, "answered until you stopped her")
        if cut and any(clause.heard == 1.0 for clause in cut.answer.clauses):
            return self.over(doing.choice, event.at_s, "answered, though not to the end")
        agenda, entries = self.agenda.finished(doing.choice, event.at_s, Ending.CUT_OFF)
        return replace(self, agenda=agenda, answering=None), _decided(agenda, entries)

    def over(self, choice: Choice, at_s: float, how: str = "") -> Step:
        """A choice has been answered; `how`, where it was not simply said."""
        agenda, entries = self.agenda.finished(choice, at_s, Ending.ANSWERED)
        if how:
            entries = tuple(replace(entry, reason=how) for entry in entries)
        paid = tuple(happening.id for happening in choice.happenings if happening.paid)
        floor = replace(self, agenda=agenda, answering=None, silent=None)
        return floor, (*_decided(agenda, entries), *_settle(paid))

    def refused(self, choice: Choice, at_s: float) -> Step:
        """A choice can't be answered, for what it says is held back."""
        agenda, entries = self.agenda.skip(choice, at_s, "what it says is held back")
        return replace(self, agenda=agenda), _decided(agenda, entries)

    def gives_way(self, event: Event, now: Conversation) -> bool:
        """Whether she ends her answer with the sentence that has just been heard, for something more important."""
        doing, waiting = self.answering, self.agenda.waiting_rank()
        if doing is None or waiting is None or waiting <= doing.choice.rank or not now.busy:
            return False
        if (
            not isinstance(event, Spoken)
            or event.turn != doing.turn
            or event.turn != now.turn
            or event.heard < 1
        ):
            return False
        clauses = now.answer.clauses
        return event.n < len(clauses) and clauses[event.n].text.rstrip().endswith(_SENTENCE_ENDS)

    # --- what comes next

    def free(self, talk: Conversation) -> bool:
        """Whether she may begin something of her own accord."""
        return talk.phase is Phase.IDLE and self.answering is None and not self.panicked

    def next(self, at_s: float) -> tuple[Floor, Choice | None, tuple[Command, ...]]:
        """What to answer now, if anything; she must be free."""
        if self.silent:
            return self, self.silent, ()
        agenda, choice, entries = self.agenda.choose(at_s, self.rules)
        return replace(self, agenda=agenda), choice, _decided(agenda, entries)


def _counted(happening: Happening, currency: str) -> Happening:
    """The happening, its money in the user's currency where it came without a unit."""
    money = happening.kind is StreamKind.DONATION and not happening.unit
    return replace(happening, unit=currency) if money else happening


def _decided(agenda: Agenda, entries: tuple[Entry, ...]) -> tuple[Command, ...]:
    """What the agenda decided, told; what it will never answer is settled."""
    return (*_log(entries), *_settle(agenda.declined))


def _log(entries: tuple[Entry, ...]) -> tuple[Command, ...]:
    return (Log(entries),) if entries else ()


def _settle(ids: tuple[str, ...]) -> tuple[Command, ...]:
    return (Settle(ids),) if ids else ()
