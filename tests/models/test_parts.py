from __future__ import annotations

from models import parts
from models.errors import Blame
from models.events import Failed, Health, Tick, WorkerChanged
from models.parts import PartState


def _named(of: tuple[PartState, ...], name: str) -> PartState:
    return next(part for part in of if part.name == name)


def test_at_the_beginning_all_start_but_those_that_are_not_wanted() -> None:
    found = {part.name: part.health for part in parts.beginning(frozenset({"obs"}))}
    assert tuple(found) == parts.NAMES
    assert found.pop("obs") is Health.OFF
    assert set(found.values()) == {Health.STARTING}


def test_a_part_tells_how_it_is_and_keeps_its_engine() -> None:
    state = parts.after(parts.beginning(), WorkerChanged("mind", Health.READY, "ollama"))
    assert _named(state, "mind") == PartState("mind", Health.READY, "ollama")
    state = parts.after(state, WorkerChanged("mind", Health.RESTARTING, note="it ended"))
    assert _named(state, "mind") == PartState("mind", Health.RESTARTING, "ollama", "it ended")
    assert _named(state, "voice").health is Health.STARTING


def test_what_befalls_the_sound_befalls_both_ends_of_it() -> None:
    state = parts.after(parts.beginning(), WorkerChanged("sound", Health.RESTARTING, "portaudio"))
    assert _named(state, "microphone").health is Health.RESTARTING
    assert _named(state, "loudspeaker").health is Health.RESTARTING
    assert parts.after(state, WorkerChanged("sound", Health.READY)) is state
    state = parts.after(state, WorkerChanged("loudspeaker", Health.READY, note="pulse"))
    assert _named(state, "loudspeaker").note == "pulse"
    assert _named(state, "microphone").health is Health.RESTARTING


def test_a_lost_device_is_gone_until_it_is_back() -> None:
    state = parts.after(parts.beginning(), Failed("microphone", Blame.DEVICE, "Plug one in."))
    assert _named(state, "microphone") == PartState("microphone", Health.GONE, "", "Plug one in.")
    state = parts.after(state, WorkerChanged("microphone", Health.READY))
    assert _named(state, "microphone").health is Health.READY


def test_what_is_about_no_part_changes_nothing() -> None:
    state = parts.beginning()
    assert parts.after(state, Tick()) is state
    assert parts.after(state, Failed("mind", Blame.NETWORK, "Try later.")) is state
    assert parts.after(state, WorkerChanged("somebody", Health.READY)) is state


def test_both_ends_of_the_sound_are_restarted_together() -> None:
    organs = {part.name: part.organ for part in parts.beginning()}
    assert organs["microphone"] == organs["loudspeaker"] == "sound"
    assert organs["mind"] == "mind"
