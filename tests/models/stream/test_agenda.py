"""What she answers, when, and why: every rule of the policy by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.stream.agenda import Agenda, Choice, Ending, Entries
from models.stream.entry import Entry, Fate
from models.stream.happening import Happening, Origin, Rank, Standing
from models.stream.lanes import CHAT_LIMIT, OTHER_LIMIT
from models.stream.rules import Rule, Rules
from tests.models.stream.happened import K, line, one

RULES = Rules()
STREAMER, MODERATOR = Standing.STREAMER, Standing.MODERATOR
LASTING = [one("a", K.DONATION), one("a", K.SUB), one("a", K.RAID), line("a", "hm", STREAMER)]
PASSING = [one("a", K.FOLLOW), one("a", K.ALERT), line("a"), line("a", standing=MODERATOR)]


def told(*happenings: Happening, at_s: float = 0.0, rules: Rules = RULES, more: int = 0) -> Agenda:
    return Agenda().take(happenings, more, at_s, rules)[0]


def chosen(agenda: Agenda, at_s: float = 0.0, rules: Rules = RULES) -> tuple[Agenda, Choice]:
    state, choice, _ = agenda.choose(at_s, rules)
    assert choice
    return state, choice


def ids(choice: Choice | None) -> str:
    return "".join(happening.id for happening in choice.happenings) if choice else ""


def log(entries: Entries) -> list[tuple[str, Fate, str]]:
    return [(entry.happening.id, entry.fate, entry.reason) for entry in entries]


def answered(
    agenda: Agenda, rules: Rules = RULES, *, every_s: float = 20.0, start_s: float = 0.0
) -> list[str]:
    """What is answered, one after the other, with all the time there is."""
    order = []
    at_s = start_s
    while agenda.waiting_rank():
        agenda, choice = chosen(agenda, at_s, rules)
        agenda, _ = agenda.finished(choice, at_s, Ending.ANSWERED)
        order.append(ids(choice))
        at_s += every_s
    return order


# --- taking


def test_what_waits_and_what_is_skipped_stands_in_the_log() -> None:
    _, entries = Agenda().take((one("a", K.DONATION), line("b", "hello"), one("c", K.CUSTOM)), 0, 3.0, RULES)
    assert log(entries) == [
        ("a", Fate.WAITING, "waits: a donation is always answered"),
        ("b", Fate.SKIPPED, "skipped because she was not named"),
        ("c", Fate.SKIPPED, "skipped because no reaction of yours fits"),
    ]
    assert {entry.at_s for entry in entries} == {3.0}


def test_the_same_thing_again_says_nothing() -> None:
    agenda = told(one("a", K.DONATION))
    state, entries = agenda.take((one("a", K.DONATION),), 0, 1.0, RULES)
    assert (entries, state.declined) == ((), ())
    assert answered(state) == ["a"]


@pytest.mark.parametrize("batches", [1, 2])
def test_one_sub_by_two_paths_is_one_with_what_both_tell(batches: int) -> None:
    first, again = one("a", K.SUB, "Ann", tier=2), one("b", K.SUB, "ann", text="hello", months=14)
    other = one("c", K.SUB, "Bob")
    if batches == 2:
        state, entries = told(other, first).take((again,), 0, 4.0, RULES)
    else:
        state, entries = Agenda().take((other, first, again), 0, 4.0, RULES)
    assert log(entries)[-1] == ("b", Fate.SKIPPED, "skipped because this sub was told a moment ago")
    assert state.declined == ("b",)
    assert chosen(state, 4.0)[1].happenings == (other, replace(first, text="hello", months=14))


def test_one_follow_by_two_paths_has_nothing_to_settle() -> None:
    state, entries = told(one("a", K.FOLLOW, "Ann")).take((one("b", K.FOLLOW, "Ann"),), 0, 4.0, RULES)
    assert len(entries) == 1
    assert state.declined == ()


def test_a_twin_of_what_is_being_answered_changes_nothing() -> None:
    state, choice = chosen(told(one("a", K.RAID, "Ann")))
    state, entries = state.take((one("b", K.RAID, "Ann", viewers=9),), 0, 4.0, RULES)
    assert [entry.fate for entry in entries] == [Fate.SKIPPED]
    state, entries = state.finished(choice, 5.0, Ending.ANSWERED)
    assert log(entries) == [("a", Fate.ANSWERED, "answered")]


def test_the_past_is_only_recalled() -> None:
    past = (one("a", K.DONATION, origin=Origin.HISTORY), line("b", origin=Origin.HISTORY))
    state, entries = Agenda().take(past, 0, 0.0, RULES)
    assert log(entries) == [(id_, Fate.RECALLED, "from before we connected") for id_ in "ab"]
    assert state.gate.per_minute == 0
    assert state.waiting_rank() is None
    assert state.declined == ()
    state, _ = state.take((one("a", K.DONATION, origin=Origin.OWED),), 0, 1.0, RULES)
    assert answered(state) == ["a"]


def test_what_is_paid_while_reactions_are_off_is_settled() -> None:
    off = Rules(reactions=False)
    state, entries = Agenda().take((one("a", K.DONATION), one("b", K.FOLLOW), line("c")), 0, 0.0, off)
    assert [entry.fate for entry in entries] == [Fate.SKIPPED, Fate.SKIPPED, Fate.WAITING]
    assert entries[0].reason == "skipped because reactions are switched off"
    assert state.declined == ("a",)
    assert state.take((), 0, 1.0, off)[0].declined == ()


def test_what_waits_when_it_is_switched_off_is_skipped() -> None:
    agenda = told(one("a", K.SUB), one("b", K.FOLLOW), line("c"))
    state, choice, entries = agenda.choose(0.0, Rules(reactions=False))
    assert log(entries)[:2] == [
        (id_, Fate.SKIPPED, "skipped because reactions are switched off") for id_ in "ab"
    ]
    assert ids(choice) == "c"
    assert state.declined == ("a",)
    state, choice, entries = agenda.choose(0.0, Rules(chat=False))
    assert log(entries)[0] == ("c", Fate.SKIPPED, "skipped because answers to chat are switched off")
    assert ids(choice) == "a"
    assert state.declined == ()


def test_a_line_stands_for_those_not_told_one_by_one() -> None:
    state, entries = Agenda().take((line("a"), line("b", "x"), one("c", K.RAID)), 500, 0.0, RULES)
    assert [entry.more for entry in entries] == [0, 500, 0]
    assert state.gate.per_minute == 502
    assert Agenda().take((one("c", K.RAID),), 5, 0.0, RULES)[0].gate.per_minute == 5
    assert Agenda().take((line("a"),), -5, 0.0, RULES)[0].gate.per_minute == 1


def test_a_busy_chat_is_gated_with_all_that_came() -> None:
    lines = tuple(line(str(n)) for n in range(20))
    _, entries = Agenda().take(lines, 500, 0.0, RULES)
    waiting = [entry for entry in entries if entry.fate is Fate.WAITING]
    assert 0 < len(waiting) < 10
    assert "chat is busy, with 520 messages" in next(e.reason for e in entries if e.fate is Fate.SKIPPED)


def test_only_the_newest_lines_wait_and_the_streamer_s() -> None:
    lines = (line("s", "hm", STREAMER), *(line(str(n)) for n in range(CHAT_LIMIT + 2)))
    state, entries = Agenda().take(lines, 0, 0.0, Rules(chat_rate=1000))
    dropped = [entry for entry in entries if entry.reason == "skipped because newer lines wait"]
    assert sorted(entry.happening.id for entry in dropped) == ["0", "1", "2"]
    assert len(state.waiting) == CHAT_LIMIT
    assert answered(state, Rules(chat_rate=1000, stale_s=9999))[:3] == ["s", "21", "20"]


def test_only_so_many_events_wait_but_money_without_end() -> None:
    follows = tuple(one(str(n), K.FOLLOW) for n in range(OTHER_LIMIT + 3))
    state, entries = Agenda().take(follows, 0, 0.0, RULES)
    crowded = [e.happening.id for e in entries if e.reason == "skipped because too many wait"]
    assert crowded == ["200", "201", "202"]
    assert len(chosen(state)[1].happenings) == OTHER_LIMIT
    raids = told(*(one(str(n), K.RAID) for n in range(1000)))
    assert len(raids.waiting) == 1000


# --- choosing


def test_the_order_of_ranks() -> None:
    everything = (
        line("v"), line("m", standing=MODERATOR), one("f", K.FOLLOW), one("r", K.RAID), one("s", K.SUB),
        one("d", K.DONATION), line("o", "hm", STREAMER),
    )  # fmt: skip
    agenda = told(*everything, rules=Rules(stale_s=900))
    assert [agenda.waiting_rank(), Agenda().waiting_rank()] == [Rank.DONATION, None]
    assert answered(agenda, Rules(stale_s=900)) == ["d", "s", "r", "f", "o", "m", "v"]


def test_the_oldest_first_but_of_chat_the_newest() -> None:
    rules = Rules(stale_s=900)
    agenda = told(one("a", K.RAID), line("x"), one("p", K.ALERT))
    agenda, _ = agenda.take((one("b", K.RAID), line("y"), line("z"), one("q", K.ALERT)), 0, 1.0, rules)
    assert answered(agenda, rules, start_s=1.0) == ["a", "b", "p", "q", "z", "y", "x"]


def test_at_the_same_rank_money_is_before_events_before_chat() -> None:
    rules = Rules(own=(Rule("*", rank=Rank.SUB),), stale_s=900)
    agenda = told(line("c"), one("h", K.CUSTOM), one("r", K.RAID), rules=rules)
    assert answered(agenda, rules) == ["r", "h", "c"]


def test_a_burst_is_one_choice() -> None:
    follows = [one(str(n), K.FOLLOW) for n in range(3)]
    state, entries = Agenda().take((*follows, one("x", K.ALERT)), 0, 2.0, RULES)
    state, choice, entries = state.choose(3.0, RULES)
    assert choice == Choice(
        tuple(follows), Rank.FOLLOW, None, "spoken because 3 follows came; 1 more wait", 2.0
    )
    assert log(entries) == [(str(n), Fate.ANSWERING, choice.reason) for n in range(3)]
    _, entries = state.finished(choice, 5.0, Ending.ANSWERED)
    assert log(entries) == [(str(n), Fate.ANSWERED, "answered, with 2 more of its kind") for n in range(3)]


def test_a_choice_has_its_rule_and_its_reason() -> None:
    rule = Rule("hydrate", line="Drink!", rank=Rank.RAID)
    rules = Rules(own=(rule,))
    _, choice = chosen(told(one("a", K.CUSTOM), at_s=1.5, rules=rules), 2.0, rules)
    reason = "spoken because your reaction “hydrate” fits"
    assert choice == Choice((one("a", K.CUSTOM),), Rank.RAID, rule, reason, 1.5)


def test_of_two_donations_the_larger_is_first() -> None:
    agenda = told(one("a", K.DONATION, amount=5.0), one("b", K.DONATION, amount=50.0))
    assert answered(agenda) == ["b", "a"]


def test_what_is_stale_is_dropped_but_never_what_is_paid() -> None:
    owed = one("o", K.RAID, origin=Origin.OWED)
    agenda = told(
        line("c"), one("f", K.FOLLOW), one("d", K.DONATION), one("s", K.SUB), one("r", K.RAID), owed
    )
    assert agenda.choose(120.0, RULES)[2][0].fate is Fate.ANSWERING
    state, choice, entries = agenda.choose(120.5, RULES)
    assert log(entries)[:2] == [
        (id_, Fate.SKIPPED, "skipped because it is more than 120 s old") for id_ in "fc"
    ]
    assert (ids(choice), state.declined) == ("d", ())
    assert answered(agenda, start_s=1e6) == ["d", "s", "r", "o"]


def test_nothing_is_chosen_while_she_answers() -> None:
    state, _ = chosen(told(one("a", K.SUB), line("b")))
    assert state.choose(50.0, RULES)[1] is None
    assert state.due_s(RULES) is None
    _, _, entries = state.choose(500.0, RULES)
    assert log(entries) == [("b", Fate.SKIPPED, "skipped because it is more than 120 s old")]


# --- when


@pytest.mark.parametrize(
    ("before", "after", "free_s"),
    [
        (one("a", K.FOLLOW), one("b", K.FOLLOW), 5.0),
        (one("a", K.FOLLOW), one("b", K.DONATION), 5.0),
        (line("a"), line("b"), 10.0),
        (line("a"), one("b", K.RAID), 5.0),
        (one("a", K.RAID), line("b"), 5.0),
    ],
)
@pytest.mark.parametrize("how", [Ending.ANSWERED, Ending.CUT_OFF])
def test_cooldowns(before: Happening, after: Happening, free_s: float, how: Ending) -> None:
    state, choice = chosen(told(before))
    state, _ = state.finished(choice, 3.0, how)
    state, _ = state.take((after,), 0, 3.0, RULES)
    due_s = state.due_s(RULES)
    assert due_s == 3.0 + free_s
    assert state.choose(due_s - 0.01, RULES)[1] is None
    assert state.choose(due_s, RULES)[1]


def test_a_short_chat_pause_shortens_the_pause_between_the_two_sorts_alone() -> None:
    rules = Rules(reaction_cooldown_s=30.0, chat_cooldown_s=2.0)
    state, choice = chosen(told(one("a", K.FOLLOW), rules=rules), 0.0, rules)
    state, _ = state.finished(choice, 0.0, Ending.ANSWERED)
    state, _ = state.take((one("b", K.DONATION), line("c")), 0, 1.0, rules)
    assert state.due_s(rules) == 2.0
    state, choice = chosen(state, 2.0, rules)
    assert ids(choice) == "c"
    state, _ = state.finished(choice, 4.0, Ending.ANSWERED)
    assert state.due_s(rules) == 30.0


def test_when_nothing_can_be_given_nothing_is_due() -> None:
    assert Agenda().due_s(RULES) is None
    agenda = told(one("a", K.FOLLOW), at_s=7.0)
    assert agenda.due_s(RULES) == 7.0
    assert agenda.due_s(Rules(reactions=False)) is None


def test_time_never_goes_back() -> None:
    state, choice = chosen(told(one("a", K.SUB), at_s=100.0), 100.0)
    state, entries = state.finished(choice, 50.0, Ending.ANSWERED)
    assert entries[0].at_s == 100.0
    state, _ = state.take((one("b", K.SUB),), 0, 20.0, RULES)
    assert state.choose(104.0, RULES)[1] is None
    assert state.choose(105.0, RULES)[1]


def test_after_failures_she_rests_longer_and_longer() -> None:
    agenda = told(one("a", K.DONATION))
    at_s, rests = 0.0, []
    for _ in range(7):
        agenda, choice = chosen(agenda, at_s)
        agenda, entries = agenda.finished(choice, at_s, Ending.FAILED)
        assert log(entries) == [("a", Fate.WAITING, "waits: again, because her answer failed")]
        due_s = agenda.due_s(RULES)
        rests.append(due_s - at_s)
        at_s = due_s
    assert rests == [5, 10, 20, 40, 60, 60, 60]
    agenda, choice = chosen(agenda, at_s)
    agenda, _ = agenda.finished(choice, at_s, Ending.ANSWERED)
    agenda, _ = agenda.take((line("b"),), 0, at_s, RULES)
    agenda, choice = chosen(agenda, at_s + 5)
    agenda, _ = agenda.finished(choice, at_s + 5, Ending.FAILED)
    agenda, _ = agenda.take((one("c", K.SUB),), 0, at_s + 5, RULES)
    assert agenda.due_s(RULES) == at_s + 10


# --- how it ends


@pytest.mark.parametrize("happening", LASTING)
@pytest.mark.parametrize("how", ["put back", "cut off", "failed"])
def test_what_lasts_waits_again(happening: Happening, how: str) -> None:
    state, choice = chosen(told(happening))
    if how == "put back":
        state, entries = state.put_back(choice, 1.0, "the streamer talks")
        reason = "the streamer talks"
    else:
        state, entries = state.finished(choice, 1.0, Ending(how))
        reason = "her answer was cut off" if how == "cut off" else "her answer failed"
    assert log(entries) == [("a", Fate.WAITING, f"waits: again, because {reason}")]
    assert (state.waiting_rank(), state.answering, state.declined) == (choice.rank, None, ())
    assert answered(state, start_s=20.0) == ["a"]


@pytest.mark.parametrize("happening", PASSING)
@pytest.mark.parametrize("how", ["put back", "cut off", "failed"])
def test_what_does_not_last_is_skipped(happening: Happening, how: str) -> None:
    state, choice = chosen(told(happening))
    if how == "put back":
        state, entries = state.put_back(choice, 1.0, "the streamer talks")
        reason = "the streamer talks"
    else:
        state, entries = state.finished(choice, 1.0, Ending(how))
        reason = "her answer was cut off" if how == "cut off" else "her answer failed"
    assert log(entries) == [("a", Fate.SKIPPED, f"skipped because {reason}")]
    assert state.waiting_rank() is None
    assert state.answering is None


def test_a_put_back_choice_keeps_its_age_and_its_rule_and_starts_no_cooldown() -> None:
    rule = Rule("raid", line="Hi {who}", rank=Rank.DONATION)
    rules = Rules(own=(rule,))
    state, choice = chosen(told(one("a", K.RAID), at_s=3.0, rules=rules), 9.0, rules)
    state, _ = state.put_back(choice, 10.0, "of a test")
    _, again = chosen(state, 10.0, rules)
    assert (again.rule, again.rank, again.since_s) == (rule, Rank.DONATION, 3.0)
    assert again.reason == "spoken because its first answer came to nothing"


def test_the_streamer_s_line_grows_stale_however_often_it_is_put_back() -> None:
    agenda = told(line("a", "hm", STREAMER))
    for at_s in (50.0, 100.0):
        agenda, choice = chosen(agenda, at_s)
        agenda, _ = agenda.put_back(choice, at_s, "of a test")
    assert agenda.choose(121.0, RULES)[1] is None


def test_a_cut_off_burst_waits_again_as_a_burst() -> None:
    state, choice = chosen(told(*(one(str(n), K.SUB) for n in range(3))))
    state, entries = state.finished(choice, 1.0, Ending.CUT_OFF)
    assert [entry.fate for entry in entries] == [Fate.WAITING] * 3
    state, _ = state.take((one("x", K.SUB),), 0, 2.0, RULES)
    assert ids(chosen(state, 6.0)[1]) == "012x"


def test_what_is_put_back_is_first_of_its_rank() -> None:
    state, choice = chosen(told(one("a", K.RAID), one("b", K.RAID)))
    state, _ = state.put_back(choice, 1.0, "of a test")
    assert answered(state) == ["a", "b"]
    lines = told(line("a", "hm", STREAMER))
    state, choice = chosen(lines)
    state, _ = state.take((line("b", "hm", STREAMER),), 0, 1.0, RULES)
    state, _ = state.put_back(choice, 1.0, "of a test")
    assert answered(state, start_s=1.0) == ["a", "b"]


def test_what_is_skipped_for_good_is_settled() -> None:
    state, choice = chosen(told(one("a", K.SUB), one("b", K.SUB), line("c")))
    state, entries = state.skip(choice, 1.0, "nothing of it may be said")
    assert log(entries) == [(id_, Fate.SKIPPED, "skipped because nothing of it may be said") for id_ in "ab"]
    assert state.declined == ("a", "b")
    assert ids(chosen(state, 1.0)[1]) == "c"


@pytest.mark.parametrize("how", ["finished", "put_back", "skip"])
def test_an_end_that_is_not_of_this_choice_changes_nothing(how: str) -> None:
    state, choice = chosen(told(one("a", K.SUB), line("b")))
    done, _ = state.finished(choice, 1.0, Ending.ANSWERED)
    ending = Ending.FAILED if how == "finished" else "of a test"
    after, entries = getattr(done, how)(choice, 2.0, ending)
    assert entries == ()
    assert after == replace(done, now_s=2.0)


def test_an_entry_is_told_at_its_time() -> None:
    _, entries = Agenda().take((one("a", K.SUB),), 0, 12.5, RULES)
    assert entries == (Entry(one("a", K.SUB), Fate.WAITING, "waits: a sub is always answered", 12.5),)
