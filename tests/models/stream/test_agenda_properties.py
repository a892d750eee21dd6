"""The agenda in any order of anything: nothing raises, nothing is answered twice, no money is lost."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from math import inf, nan, nextafter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.stream.agenda import Agenda, Choice, Ending, Entries
from models.stream.choice import Waiting
from models.stream.entry import Entry, Fate
from models.stream.happening import Happening, Origin, Standing
from models.stream.lanes import CHAT_LIMIT, OTHER_LIMIT
from models.stream.rules import Rule, Rules
from tests.models.stream.happened import NAMES, K
from tests.models.stream.happened import one as told

FINAL = {Fate.ANSWERED, Fate.SKIPPED, Fate.RECALLED}
RULES = (
    Rules(),
    Rules(reaction_cooldown_s=20.0, chat_cooldown_s=3.0, chat_rate=2.0, own=(Rule("hydr*"), Rule("raid"))),
    Rules(reaction_cooldown_s=0.0, chat_cooldown_s=0.0, stale_s=5.0, own=(Rule("*"),)),
)
OFF = Rules(reactions=False, chat=False)

HAPPENINGS = st.builds(
    lambda n, kind, who, text, standing, gifts, sent_s, origin: Happening(
        f"{kind}{n}",
        kind,
        who,
        text,
        standing,
        gifts=gifts,
        amount=n,
        name=NAMES[kind],
        sent_s=sent_s,
        origin=origin,
    ),
    st.integers(0, 60),
    st.sampled_from(K),
    st.sampled_from(["Ann", "ann", "Bob", ""]),
    st.sampled_from(["hi vesper", "hello"]),
    st.sampled_from(Standing),
    st.sampled_from([0, 0, 5]),
    st.sampled_from([0.0, 1000.0, 1009.0, 2000.0]),
    st.sampled_from(Origin),
)
TIMES = st.one_of(st.floats(0, 300), st.floats(0, 300), st.floats(-1e9, 1e9), st.just(nan))
HONEST = (
    st.tuples(st.just("take"), st.lists(HAPPENINGS, max_size=30).map(tuple), st.integers(-5, 50)),
    st.tuples(st.just("choose")),
    st.tuples(st.sampled_from(["finished", "finished", "put_back", "stale end"]), st.sampled_from(Ending)),
)
STEPS = st.one_of(
    *HONEST,
    st.tuples(st.just("skip"), st.sampled_from(Ending)),
    st.tuples(st.just("switch"), st.booleans()),
)


@dataclass
class Show:
    """An agenda with all that was decided, and the checks of every step."""

    rules: Rules
    agenda: Agenda = field(default_factory=Agenda)
    off: bool = False
    choice: Choice | None = None
    old: Choice | None = None
    log: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    declined: list[str] = field(default_factory=list)
    open: set[str] = field(default_factory=set)
    ended_s: dict[bool, float] = field(default_factory=lambda: {True: -inf, False: -inf})
    steps: list[object] = field(default_factory=list)

    def step(self, at_s: float, what: str, *args: object) -> None:
        rules = OFF if self.off else self.rules
        before = self.agenda
        if what == "take":
            self.agenda, entries = before.take(*args, at_s, rules)
        elif what == "choose":
            self.agenda, choice, entries = before.choose(at_s, rules)
            self.chose(before, choice, at_s, rules)
        elif what == "switch":
            self.off, entries = bool(args[0]), ()
        elif what == "stale end":
            self.agenda, entries = before.finished(self.old, at_s, args[0]) if self.old else (before, ())
            assert self.old == self.choice or not entries
            self.close(args[0])
        else:
            entries = self.end(what, at_s, args[0])
        self.record(entries)
        self.in_order()
        self.is_due(OFF if self.off else self.rules)
        self.steps.append((self.agenda, entries))

    def end(self, what: str, at_s: float, how: object) -> Entries:
        if not self.choice:
            return ()
        if what == "finished":
            self.agenda, entries = self.agenda.finished(self.choice, at_s, how)
            self.ended_s[self.choice.chat] = self.agenda.now_s
        else:
            self.agenda, entries = getattr(self.agenda, what)(self.choice, at_s, "of a test")
        self.old, self.choice = self.choice, None
        assert self.agenda.answering is None
        return entries

    def close(self, how: object) -> None:
        if self.choice and self.old == self.choice:
            self.ended_s[self.choice.chat] = self.agenda.now_s
            self.choice = None

    def chose(self, before: Agenda, choice: Choice | None, at_s: float, rules: Rules) -> None:
        if not choice:
            return
        assert self.choice is None, "two at once"
        now_s = self.agenda.now_s
        cooldown_s = {True: rules.chat_cooldown_s, False: rules.reaction_cooldown_s}
        gap_s = min(cooldown_s.values())

        def free(*, chat: bool) -> bool:
            own = now_s >= self.ended_s[chat] + cooldown_s[chat]
            return own and now_s >= self.ended_s[not chat] + gap_s

        assert free(chat=choice.chat)
        due_s = before.due_s(rules)
        assert due_s is not None
        assert due_s <= now_s
        for one in self.waiting():
            chat = one.happening.kind is K.CHAT
            assert one.rank <= choice.rank or not free(chat=chat)
        kinds = {one.kind for one in choice.happenings}
        assert len(kinds) == 1
        self.choice = choice

    def record(self, entries: Entries) -> None:
        for entry in entries:
            past = self.log[entry.happening.id]
            if entry.fate is not Fate.RECALLED:
                assert not any(old.fate in FINAL - {Fate.RECALLED} for old in past), (past, entry)
            past.append(entry)
            (self.open.add if entry.fate is Fate.WAITING else self.open.discard)(entry.happening.id)
            assert entry.reason
            if entry.fate is Fate.SKIPPED and entry.happening.paid:
                reasons = ("told a moment ago", "switched off", "of a test")
                assert any(reason in entry.reason for reason in reasons)
                assert entry.happening.id in self.agenda.declined
        self.declined += self.agenda.declined if entries else ()

    def waiting(self) -> list[Waiting]:
        return [one for lane in self.agenda.waiting for one in lane]

    def in_order(self) -> None:
        waiting = self.agenda.waiting
        assert len(waiting.chat) <= CHAT_LIMIT
        assert len(waiting.others) <= OTHER_LIMIT
        for lane in waiting:
            ranks = [one.rank for one in lane]
            assert ranks == sorted(ranks, reverse=True)
        assert {one.happening.id for one in self.waiting()} == self.open
        assert self.agenda.waiting_rank() == max((one.rank for one in self.waiting()), default=None)

    def is_due(self, rules: Rules) -> None:
        """`due_s` is the very moment from which on something is given."""
        due_s = self.agenda.due_s(rules)
        early_s = self.agenda.now_s + 1e7 if due_s is None else nextafter(due_s, -inf)
        if due_s is None or early_s >= self.agenda.now_s:
            assert self.agenda.choose(early_s, rules)[1] is None
        if due_s is not None:
            _, choice, entries = self.agenda.choose(due_s, rules)
            assert choice or entries[0].fate is Fate.SKIPPED

    def drain(self) -> None:
        """Answer all that waits."""
        self.off = False
        at_s = self.agenda.now_s
        while True:
            if self.choice:
                self.step(at_s, "finished", Ending.ANSWERED)
            at_s += 200.0
            self.step(at_s, "choose")
            if not self.choice:
                return


def played(rules: Rules, steps: list[tuple[float, tuple[object, ...]]]) -> Show:
    show = Show(rules)
    for at_s, step in steps:
        show.step(at_s, *step)
    return show


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(RULES), st.lists(st.tuples(TIMES, STEPS), min_size=4, max_size=40))
def test_any_show(rules: Rules, steps: list[tuple[float, tuple[object, ...]]]) -> None:
    show = played(rules, steps)
    assert played(rules, steps).steps == show.steps, "the same show twice is decided in the same way"
    show.drain()
    for id_, past in show.log.items():
        assert past[-1].fate in FINAL, id_
        if past[-1].happening.paid and past[-1].fate is not Fate.RECALLED:
            lost = past[-1].fate is Fate.SKIPPED
            assert lost == (id_ in show.declined)
    assert len(show.declined) == len(set(show.declined))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 500), st.one_of(*HONEST)), min_size=4, max_size=40))
def test_all_money_is_answered_while_reactions_are_on(steps: list[tuple[float, tuple[object, ...]]]) -> None:
    show = Show(RULES[0])
    paid: dict[str, Happening] = {}
    for place, (at_s, step) in enumerate(steps):
        alone = step
        if step[0] == "take":
            ours = tuple(replace(one, who=f"{place} {n}") for n, one in enumerate(step[1]))
            paid |= {one.id: one for one in ours if one.paid and one.origin is not Origin.HISTORY}
            alone = ("take", ours, step[2])
        show.step(at_s, *alone)
    show.drain()
    assert {
        id_ for id_, past in show.log.items() if id_ in paid and past[-1].fate is Fate.ANSWERED
    } == paid.keys()
    assert show.declined == []


@pytest.mark.parametrize("seed", range(3))
def test_a_long_show(seed: int) -> None:
    """Minutes of everything, with nobody stopping her for good: every answer but the skipped is given."""
    drawn = Random(seed)
    show = Show(RULES[seed % len(RULES)])
    fates: Counter[Fate] = Counter()
    for n in range(300):
        at_s = n * 1.2
        kinds = drawn.choices(list(K), weights=(20, 3, 1, 1, 1, 1, 1), k=drawn.choice([0, 0, 1, 3, 20]))
        batch = tuple(
            told(f"{n}-{m}", kind, f"viewer {drawn.randrange(40)}", text=drawn.choice(["vesper!", "lol"]))
            for m, kind in enumerate(kinds)
        )
        show.step(at_s, "take", batch, drawn.choice([0, 0, 30]))
        show.step(at_s, "choose")
        how = drawn.choice([Ending.ANSWERED, Ending.ANSWERED, Ending.ANSWERED, Ending.CUT_OFF, Ending.FAILED])
        if show.choice and drawn.random() < 0.3:
            show.step(at_s + 0.5, drawn.choice(["finished", "finished", "finished", "put_back"]), how)
    show.drain()
    for past in show.log.values():
        fates[past[-1].fate] += 1
        twin = "told a moment ago" in past[-1].reason
        assert past[-1].fate is Fate.ANSWERED or twin or not past[-1].happening.paid
    assert fates[Fate.ANSWERED] > 100
    assert fates[Fate.SKIPPED] > 100


@given(st.text(), st.lists(HAPPENINGS, max_size=5), st.floats(), st.integers())
def test_no_text_and_no_time_raises(text: str, happenings: list[Happening], at_s: float, more: int) -> None:
    odd = tuple(replace(one, id=text + one.id, who=text, text=text, name=text) for one in happenings)
    rules = Rules(names=(text, "vesper"), own=(Rule(text or "*"),))
    agenda, _ = Agenda().take(odd, min(more, 10**9), at_s, rules)
    agenda, choice, _ = agenda.choose(at_s, rules)
    agenda.due_s(rules)
    if choice:
        agenda.finished(choice, at_s, Ending.ANSWERED)
