"""What of the stream she answers, when, and why: one value, total functions from what happens to decisions.

What it decides, and every decision is an `Entry` in plain words. What it does not know: clocks, chance, turns, who is
talking now, what an answer says. The caller tells it what happened (`take`), asks what to answer when she is at rest
(`choose`), and tells how that ended (`finished`, `put_back` or `skip`); until then there is no other choice.

**What is taken.** A thing told before is passed over: the same id, or the same sub, raid or follow by two paths
(`models.stream.seen`); what of it was told only the second time is added while it waits. The past that the backend
tells on connecting is never answered. What the user has switched off is skipped, paid things too. Of chat only the
streamer's own lines and those that name her are for her. In a busy chat a share of the latter is answered: all up to
`chat_rate` messages a minute, `least` of them from three times that on, evenly fewer in between; the draw comes from
the line's id. A rule of the user's own gives its rank to what it fits; an event of the user's own making that no rule
fits is skipped.

**How it waits.** In three lanes, each with the highest rank first: what is paid, oldest first and without end; other
events, oldest first, at most 200; chat, the streamer before moderators and otherwise newest first, at most 20. Beyond
that the last of a lane is skipped. What nobody paid for is skipped once it is older than `stale_s`. What is switched
off while it waits is skipped, paid things too.

**When.** Three rules, each of them from the end of an answer: a reaction begins no sooner than `reaction_cooldown_s`
after the last reaction; a reply to chat no sooner than `chat_cooldown_s` after the last reply to chat; and an answer of
the one sort no sooner than the shorter of the two after one of the other sort. After a failure nothing is answered for
5 s, twice as long after each further one in a row, at most a minute.

**Which.** Of what may begin now, the highest rank; at the same rank the paid before other events before chat. Follows
and subs are answered all at once from two on, raids and donations from three on, unless a rule of the user's own fits
them; of two donations the larger is first.

**How it ends.** Answered, or it came to nothing: then what is paid and the streamer's own lines wait again, before
all of their rank, and the rest is skipped. So what is paid is never dropped while reactions are on; the ids of what
was paid and nevertheless will not be answered stand in `declined` after each step, for the caller to settle.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from models.stream.chat_gate import ChatGate
from models.stream.choice import Choice, Ending, Waiting, lasting
from models.stream.entry import Entry, Fate
from models.stream.happening import Happening, Origin, Rank, StreamKind
from models.stream.lanes import Lane, Lanes
from models.stream.matching import found, off_why, on
from models.stream.merging import burst
from models.stream.rules import Rules
from models.stream.seen import Seen, joined

__all__ = ["Agenda", "Choice", "Ending"]

PAUSE_S, LONGEST_PAUSE_S = 5.0, 60.0
"""Rest after a failure, and after many in a row."""

_NEVER = float("-inf")
_MOST_DOUBLED = 10

Entries = tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """What waits, what is being answered, and when the last answers ended. Times are those of the caller's clock."""

    seen: Seen = field(default_factory=Seen)
    gate: ChatGate = field(default_factory=ChatGate)
    waiting: Lanes = field(default_factory=Lanes)
    answering: Choice | None = None
    declined: tuple[str, ...] = ()
    reaction_ended_s: float = _NEVER
    chat_ended_s: float = _NEVER
    rest_until_s: float = _NEVER
    failures: int = 0
    now_s: float = 0.0

    # --- what happens

    def take(
        self, happenings: tuple[Happening, ...], more: int, at_s: float, rules: Rules
    ) -> tuple[Agenda, Entries]:
        """These happened, in this order, and `more` messages of chat besides."""
        now_s = max(self.now_s, at_s)
        seen, told = self.seen.sift(happenings, now_s)
        lines = sum(_chat_of_now(one.happening) for one in told)
        gate = self.gate.counted(lines + max(0, more), now_s)
        state = replace(self, seen=seen, gate=gate, now_s=now_s)
        entries: list[Entry] = []
        new: dict[str, Waiting] = {}
        for one in told:
            if one.twin:
                state = state._told_twice(one.twin, one.happening, new, entries)
            else:
                state._taken(one.happening, rules, new, entries)
        _stand_for(more, entries)
        state = state._with(new.values(), entries) if new else state
        return state._done(entries)

    def _taken(
        self, happening: Happening, rules: Rules, new: dict[str, Waiting], entries: list[Entry]
    ) -> None:
        if happening.origin is Origin.HISTORY:
            entries.append(Entry(happening, Fate.RECALLED, "from before we connected", self.now_s))
            return
        what = found(happening, rules, self.gate)
        if what.rank is None:
            entries.append(self._skipped(happening, what.why))
            return
        entries.append(self._waits(happening, what.why))
        new[happening.id] = Waiting(happening, what.rank, self.now_s, what.rule, what.why)

    def _told_twice(
        self, first: Happening, again: Happening, new: dict[str, Waiting], entries: list[Entry]
    ) -> Agenda:
        """The same under another id: add what the first telling lacked, if that still waits."""
        entries.append(self._skipped(again, f"this {again.kind} was told a moment ago"))

        def added(one: Waiting) -> Waiting:
            same = one.happening.id == first.id
            return replace(one, happening=joined(one.happening, again)) if same else one

        if first.id in new:
            new[first.id] = added(new[first.id])
            return self
        return replace(self, waiting=self.waiting.mapped(added))

    # --- what to answer

    def choose(self, at_s: float, rules: Rules) -> tuple[Agenda, Choice | None, Entries]:
        """What is to be answered now, if anything; she must be at rest."""
        state, entries = self._at(at_s)._without_late(rules)
        lanes = [lane for lane in state.waiting if state.now_s >= state._free_s(lane, rules)]
        if state.answering is not None or not lanes:
            state, told = state._done(entries)
            return state, None, told
        lane = max(lanes, key=lambda lane: lane[0].rank)
        chosen = burst(lane[0], lane)
        waiting = state.waiting.without(chosen)
        choice = _choice(chosen, len(waiting))
        entries += [Entry(one, Fate.ANSWERING, choice.reason, state.now_s) for one in choice.happenings]
        state, told = replace(state, waiting=waiting, answering=choice)._done(entries)
        return state, choice, told

    def waiting_rank(self) -> Rank | None:
        """The highest rank that waits."""
        return max((lane[0].rank for lane in self.waiting), default=None)

    def due_s(self, rules: Rules) -> float | None:
        """From when on `choose` can give something, of what waits now; None while it cannot."""
        lanes = (lane for lane in self.waiting if on(lane[0].happening.kind, rules))
        free_s = [self._free_s(lane, rules) for lane in lanes]
        return max(self.now_s, min(free_s)) if free_s and self.answering is None else None

    def _free_s(self, lane: Lane, rules: Rules) -> float:
        """From when on something of this lane may be answered."""
        own_s, other_s, cooldown_s = self.reaction_ended_s, self.chat_ended_s, rules.reaction_cooldown_s
        if lane[0].happening.kind is StreamKind.CHAT:
            own_s, other_s, cooldown_s = other_s, own_s, rules.chat_cooldown_s
        gap_s = min(rules.reaction_cooldown_s, rules.chat_cooldown_s)
        return max(own_s + cooldown_s, other_s + gap_s, self.rest_until_s)

    def _without_late(self, rules: Rules) -> tuple[Agenda, list[Entry]]:
        """Without what is stale or was switched off."""
        waiting = self.waiting
        lanes = (waiting.others, waiting.chat) if rules.reactions else tuple(waiting)
        late = [(one, why) for lane in lanes for one in lane if (why := self._late(one, rules))]
        if not late:
            return self, []
        entries = [self._skipped(one.happening, why) for one, why in late]
        return replace(self, waiting=waiting.without(one for one, _ in late)), entries

    def _late(self, one: Waiting, rules: Rules) -> str:
        """Why it waits no longer, or nothing."""
        if not on(one.happening.kind, rules):
            return off_why(one.happening.kind)
        stale = not one.happening.paid and self.now_s - one.since_s > rules.stale_s
        return f"it is more than {rules.stale_s:.0f} s old" if stale else ""

    # --- how it ended

    def finished(self, choice: Choice, at_s: float, how: Ending) -> tuple[Agenda, Entries]:
        """The answer ended. What is not the choice that is being answered changes nothing, here and below."""
        state = self._at(at_s)
        if choice != self.answering:
            return state._done([])
        state = state._rested(choice, failed=how is Ending.FAILED)
        if how is Ending.ANSWERED:
            many = len(choice.happenings)
            reason = "answered" if many == 1 else f"answered, with {many - 1} more of its kind"
            entries = [Entry(one, Fate.ANSWERED, reason, state.now_s) for one in choice.happenings]
            return replace(state, answering=None)._done(entries)
        return state._back(choice, "her answer failed" if how is Ending.FAILED else "her answer was cut off")

    def put_back(self, choice: Choice, at_s: float, reason: str) -> tuple[Agenda, Entries]:
        """The answer was not begun; no cooldown follows. `reason` is to follow "because"."""
        state = self._at(at_s)
        return state._back(choice, reason) if choice == self.answering else state._done([])

    def skip(self, choice: Choice, at_s: float, reason: str) -> tuple[Agenda, Entries]:
        """The choice is not to be answered at all, paid or not; no cooldown follows. `reason` as above."""
        state = self._at(at_s)
        if choice != self.answering:
            return state._done([])
        entries = [state._skipped(one, reason) for one in choice.happenings]
        return replace(state, answering=None)._done(entries)

    def _back(self, choice: Choice, reason: str) -> tuple[Agenda, Entries]:
        entries: list[Entry] = []
        again: list[Waiting] = []
        for one in choice.happenings:
            if lasting(one):
                entries.append(self._waits(one, f"again, because {reason}"))
                why = "its first answer came to nothing"
                again.append(Waiting(one, choice.rank, choice.since_s, choice.rule, why))
            else:
                entries.append(self._skipped(one, reason))
        return replace(self, answering=None)._with(again, entries, first=True)._done(entries)

    def _rested(self, choice: Choice, *, failed: bool) -> Agenda:
        """An answer to this ended now."""
        now_s = self.now_s
        state = replace(self, chat_ended_s=now_s) if choice.chat else replace(self, reaction_ended_s=now_s)
        if not failed:
            return replace(state, failures=0)
        pause_s = min(LONGEST_PAUSE_S, PAUSE_S * 2.0 ** min(state.failures, _MOST_DOUBLED))
        return replace(state, failures=state.failures + 1, rest_until_s=now_s + pause_s)

    # --- the rest

    def _with(self, new: Iterable[Waiting], entries: list[Entry], *, first: bool = False) -> Agenda:
        waiting, crowded = self.waiting.with_(new, first=first)
        entries += [self._skipped(one.happening, why) for one, why in crowded]
        return replace(self, waiting=waiting)

    def _at(self, at_s: float) -> Agenda:
        """Now; time never goes back."""
        return replace(self, now_s=max(self.now_s, at_s))

    def _waits(self, happening: Happening, why: str) -> Entry:
        return Entry(happening, Fate.WAITING, f"waits: {why}", self.now_s)

    def _skipped(self, happening: Happening, why: str) -> Entry:
        return Entry(happening, Fate.SKIPPED, f"skipped because {why}", self.now_s)

    def _done(self, entries: list[Entry]) -> tuple[Agenda, Entries]:
        """The step is over: these are its decisions."""
        gone = (one.happening for one in entries if one.fate is Fate.SKIPPED)
        return replace(self, declined=tuple(one.id for one in gone if one.paid)), tuple(entries)


def _choice(chosen: Lane, rest: int) -> Choice:
    """These are to be answered, while `rest` more wait."""
    first, many = chosen[0], len(chosen)
    why = first.why if many == 1 else f"{many} {first.happening.kind}s came"
    reason = f"spoken because {why}" + (f"; {rest} more wait" if rest else "")
    since_s = min(one.since_s for one in chosen)
    return Choice(tuple(one.happening for one in chosen), first.rank, first.rule, reason, since_s)


def _chat_of_now(happening: Happening) -> bool:
    return happening.kind is StreamKind.CHAT and happening.origin is not Origin.HISTORY


def _stand_for(more: int, entries: list[Entry]) -> None:
    """Let the last line of chat stand for those that are not told one by one."""
    lines = [place for place, one in enumerate(entries) if one.happening.kind is StreamKind.CHAT]
    if more > 0 and lines:
        entries[lines[-1]] = replace(entries[lines[-1]], more=more)
