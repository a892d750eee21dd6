"""What came of a soak: figures for machines, and a page for people."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, median, quantiles
from typing import Any

from app.soak.run import Outcome
from app.soak.watch import Watch
from models.latency import Stages

SLOPE_MB_PER_H, RATIO = 5.0, 1.1
_FLAT = 3
"""Handles and threads that may be more in the end: a connection that is open just then."""
_QUARTER = 4
STAGES = {
    "hearing": "end of your speech to text",
    "thinking": "text to her first word",
    "voicing": "first word to its sound",
    "playing": "sound to the loudspeaker",
    "total": "question to first sound",
}


def figures(outcome: Outcome, answers: Sequence[Stages]) -> dict[str, Any]:
    """Everything that was measured."""
    watch = outcome.watch
    return {
        "minutes": round(outcome.seconds / 60, 2),
        "crashes": len(outcome.wrong),
        "wrong": outcome.wrong,
        "slope_mb_per_h": round(watch.slope_mb_per_h("ui"), 2),
        "latency_ratio": _ratio(answers),
        "handles_ui": watch.ends("ui", "handles"),
        "threads_ui": watch.ends("ui", "threads"),
        "stages": {name: _stage(name, answers) for name in STAGES},
        "processes": {name: _process(watch, name) for name in watch.samples},
        "answers": len(answers),
        "done": dict(outcome.done),
        "refused": dict(outcome.refused),
    }


def passed(told: dict[str, Any]) -> list[str]:
    """What is not as it should be, in words; empty when all is well."""
    ratio = told["latency_ratio"]
    problems = [f"crash: {words}" for words in told["wrong"]]
    if told["slope_mb_per_h"] > SLOPE_MB_PER_H:
        problems.append(f"her memory grew by {told['slope_mb_per_h']} MB an hour (at most {SLOPE_MB_PER_H})")
    for what in ("handles", "threads"):
        first, last = told[f"{what}_ui"]
        if last > first + _FLAT:
            problems.append(f"{what} grew from {first} to {last}")
    if ratio is not None and ratio > RATIO:
        problems.append(f"her answers became slower: {ratio} times (at most {RATIO})")
    return problems


def page(told: dict[str, Any]) -> str:
    """The same for people."""
    lines = [f"{told['minutes']} minutes, {told['answers']} answers"]
    lines += [f"  {name}: {n}" for name, n in sorted(told["done"].items())]
    lines += [f"  {name} (refused): {n}" for name, n in sorted(told["refused"].items())]
    lines.append("Seconds, on average and at the slow end (95 %):")
    for name, words in STAGES.items():
        stage = told["stages"][name]
        if stage:
            lines.append(f"  {words}: {stage['mean_s']:.2f}  {stage['p95_s']:.2f}  ({stage['n']})")
    lines.append("Memory of its own in MB, at the begin, at the end, at most; growth an hour:")
    for name, one in told["processes"].items():
        row = (
            f"{one['first_mb']:.0f}  {one['last_mb']:.0f}  {one['most_mb']:.0f}  {one['slope_mb_per_h']:+.1f}"
        )
        lines.append(f"  {name}: {row}")
    lines.append(
        f"Handles {told['handles_ui'][0]} → {told['handles_ui'][1]}, "
        f"threads {told['threads_ui'][0]} → {told['threads_ui'][1]}, slower by {told['latency_ratio']}"
    )
    problems = passed(told)
    lines += [f"Not well: {problem}" for problem in problems] or ["All is well."]
    return "\n".join(lines)


def _values(name: str, answers: Sequence[Stages]) -> list[float]:
    found = (getattr(answer, f"{name}_s") for answer in answers)
    return [value for value in found if value is not None]


def _stage(name: str, answers: Sequence[Stages]) -> dict[str, float] | None:
    values = _values(name, answers)
    if not values:
        return None
    p95 = quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]
    return {"mean_s": round(fmean(values), 3), "p95_s": round(p95, 3), "n": len(values)}


def _ratio(answers: Sequence[Stages]) -> float | None:
    """How much slower the last quarter of her answers is than the first, by their medians; None for too few."""
    share = len(answers) // _QUARTER
    if not share:
        return None
    totals = _values("total", answers)
    return round(median(totals[-share:]) / median(totals[:share]), 3)


def _process(watch: Watch, name: str) -> dict[str, float]:
    samples, warm = watch.samples[name], watch.warm(name)
    return {
        "first_mb": round(warm[0].own_mb, 1),
        "last_mb": round(warm[-1].own_mb, 1),
        "most_mb": round(max(sample.own_mb for sample in samples), 1),
        "rss_mb": round(warm[-1].rss_mb, 1),
        "slope_mb_per_h": round(watch.slope_mb_per_h(name), 2),
    }
