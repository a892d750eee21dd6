"""What a user is told to type fits what they have: a checkout, or the installed program."""

from __future__ import annotations

import sys

import pytest

from workers.advice import fetching, own, repairing


def test_in_a_checkout() -> None:
    assert own("doctor") == "python -m app doctor"
    assert fetching() == "python3 installer/run.py"
    assert fetching("silero-vad") == "python -m app models fetch silero-vad"
    assert "installer/run.py" in repairing()


def test_in_the_installed_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own("doctor") == "vesper doctor"
    assert fetching() == "vesper models fetch"
    assert fetching("silero-vad") == "vesper models fetch silero-vad"
    assert "installer" not in repairing()
