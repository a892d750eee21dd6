"""How much hostile text the gate stops, how much ordinary talk it leaves alone, and how long it looks at a line.

`stopped_rate`: of hostile lines to her and bad answers by her together, `false_positive_rate`: ordinary chat lines
stopped by any of the three gates; each also for the half held out from tuning (`held_out_*`). `new_wordings_*`: lines
written after the rules were done, only measured. Rates are rounded to the bad side. The rival is a plain list of the
same words, matched in lower case, in the same run. Times are processor time for one look at one line, so that a busy
machine does not count; `longest_ms` is for 100 kB of the worst.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from math import ceil, floor

from app.persona.safety import load
from models.safety import Gate, Verdict
from models.safety.leaks import secret
from models.settings import Settings
from tests.bench.safety_data import PERSONA_TEXT, family, halves, hostile, ordinary, outputs, paraphrases
from tests.bench.show import percentile, report

_WORD = re.compile(r"\w+")


class Bench:
    """A gate, and the times of its looks in microseconds."""

    def __init__(self, gate: Gate) -> None:
        self.gate = gate
        self.times_us: list[float] = []

    def hears(self, ear: str, text: str) -> Verdict:
        """One look at a line to her: the owner's ("H") or a stranger's ("S")."""
        start = time.thread_time()
        verdict = self.gate.hear(text) if ear == "H" else self.gate.hear_stranger("someone", text)
        self.times_us.append((time.thread_time() - start) * 1e6)
        return verdict

    def says(self, clauses: tuple[str, ...]) -> Verdict:
        """Looks at an answer clause by clause until one is stopped."""
        before = ""
        for clause in clauses:
            start = time.thread_time()
            verdict = self.gate.say(clause, before)
            self.times_us.append((time.thread_time() - start) * 1e6)
            if verdict.blocked:
                return verdict
            before = f"{before} {clause}".strip()
        return verdict

    def stopped_to_her(self, lines: list[tuple[str, str, str]]) -> list[bool]:
        """Which hostile lines are stopped."""
        return [self.hears(ear, text).blocked for ear, _, text in lines]

    def stopped_by_her(self, lines: list[tuple[str, tuple[str, ...]]]) -> list[bool]:
        """Which bad answers are stopped."""
        return [self.says(clauses).blocked for _, clauses in lines]

    def wrongly(self, lines: list[str]) -> list[bool]:
        """Which ordinary lines are stopped anywhere."""
        return [
            self.hears("H", line).blocked or self.hears("S", line).blocked or self.says((line,)).blocked
            for line in lines
        ]


def naive(gate: Gate) -> frozenset[str]:
    """The words of the lists as they stand."""
    entries = (entry for found in gate.lexicon.words.values() for entry in found)
    return frozenset(entry.form for entry in entries if not entry.rule.family)


def _longest_ms(gate: Gate, piece: str) -> float:
    """The slowest gate's time for a piece repeated to 100 kB."""
    text = piece * (100_000 // len(piece))
    times: list[float] = []
    for look in (gate.hear, lambda line: gate.hear_stranger("someone", line), gate.say):
        start = time.thread_time()
        look(text)
        times.append((time.thread_time() - start) * 1e3)
    return max(times)


def rate(found: list[bool], rounded: Callable[[float], int] = floor) -> float:
    """The share that is true, in hundredths."""
    return rounded(100 * sum(found) / len(found)) / 100


def main() -> None:
    """Measure; with -v name what slipped through in the tuning half, by category only."""
    gate = replace(load(Settings()), secret=secret(PERSONA_TEXT))
    bench = Bench(gate)
    tuned_in, held_in = halves(hostile())
    tuned_out, held_out = halves(outputs())
    tuned_talk, held_talk = halves(ordinary())
    stopped_in, unseen_in = bench.stopped_to_her(tuned_in), bench.stopped_to_her(held_in)
    stopped_out, unseen_out = bench.stopped_by_her(tuned_out), bench.stopped_by_her(held_out)
    wrong, unseen_wrong = bench.wrongly(tuned_talk), bench.wrongly(held_talk)
    new_in, new_out, new_talk = paraphrases("unseen")
    stopped_new = [*bench.stopped_to_her(new_in), *bench.stopped_by_her(new_out)]
    wrong_new = bench.wrongly(new_talk)
    words = naive(gate)
    texts = [text for _, _, text in hostile()] + [" ".join(clauses) for _, clauses in outputs()]
    rival = [bool(words & set(_WORD.findall(text.lower()))) for text in texts]
    rival_wrong = [bool(words & set(_WORD.findall(line.lower()))) for line in ordinary()]
    strict = replace(load(Settings()), family=True)
    if "-v" in sys.argv:
        missed = [line[1] for line, found in zip(tuned_in, stopped_in, strict=True) if not found]
        print("missed in the tuning half:", missed, file=sys.stderr)
    report(
        "safety",
        stopped_rate=rate([*stopped_in, *unseen_in, *stopped_out, *unseen_out]),
        hostile_stopped_rate=rate([*stopped_in, *unseen_in]),
        output_stopped_rate=rate([*stopped_out, *unseen_out]),
        held_out_stopped_rate=rate([*unseen_in, *unseen_out]),
        false_positive_rate=rate([*wrong, *unseen_wrong], ceil),
        held_out_false_positive_rate=rate(unseen_wrong, ceil),
        new_wordings_stopped_rate=rate(stopped_new),
        new_wordings_false_positive_rate=rate(wrong_new, ceil),
        family_stopped_rate=rate([strict.say(line).blocked for line in family()]),
        rival_stopped_rate=rate(rival),
        rival_false_positive_rate=rate(rival_wrong, ceil),
        longest_ms=max(
            _longest_ms(gate, piece) for piece in ("a@b.", "ignore your ", "555-", "f u ", "@", "12 Maple ")
        ),
        p50_us=percentile(bench.times_us, 50),
        p99_us=percentile(bench.times_us, 99),
        missed=[*stopped_in, *unseen_in, *stopped_out, *unseen_out].count(False),
        held_out_missed=[*unseen_in, *unseen_out].count(False),
        wrongly_stopped=[*wrong, *unseen_wrong].count(True),
        held_out_wrongly_stopped=unseen_wrong.count(True),
        new_wordings=len(stopped_new),
        new_talk=len(wrong_new),
        hostile=len(hostile()),
        outputs=len(outputs()),
        ordinary=len(ordinary()),
    )


if __name__ == "__main__":
    main()
