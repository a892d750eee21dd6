from __future__ import annotations

import pytest

from tests.models.snapshots import FOLDER, PAIRS, file, rendered


@pytest.mark.parametrize(("preset", "dynamic"), PAIRS)
def test_every_combination_reads_as_it_was_reviewed(preset: str, dynamic: str) -> None:
    kept = file(preset, dynamic).read_text(encoding="utf-8")
    assert rendered(preset, dynamic) == kept, "a wanted change? python -m tests.models.snapshots"


def test_no_snapshot_is_left_of_what_is_gone() -> None:
    assert {path.name for path in FOLDER.glob("*.txt")} == {file(*pair).name for pair in PAIRS}
    assert len(PAIRS) == 30


def test_no_two_combinations_are_the_same() -> None:
    digests = [
        line.split()[0]
        for pair in PAIRS
        for line in file(*pair).read_text(encoding="utf-8").split("# every combination\n")[1].splitlines()
    ]
    assert len(digests) == 30 * 24
    assert len(set(digests)) == len(digests)
