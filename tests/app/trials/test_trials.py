"""Trials on her real organs, with engines that do what a test tells them."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from app.body import Body
from app.config.store import SettingsStore
from app.config.tuning import Tuning
from app.director import Director
from app.trials import links as trial_links
from app.trials.trials import Trials
from models.commands import Command, Reply
from models.companion import Companion
from models.errors import Blame, EngineError
from models.events import Typed
from models.requests import Panicked
from models.sound import (
    AudioEvent,
    AudioSetup,
    ClipEnded,
    ClipStarted,
    DeviceChanged,
    DeviceState,
    Levels,
    Playhead,
    VoiceEnd,
    VoiceOnset,
)
from models.status import Status
from models.trial import Trial, TrialState
from tests.fakes.engines import FakeDevice, FakeModel, FakeTranscriber, FakeVoice
from tests.fakes.studio import FakeStudio
from tests.models.characters import CHARACTER
from workers.ears import Ears
from workers.engines.registry import Provider
from workers.mind import Mind
from workers.runtime.lane import Lane
from workers.runtime.organ import Organ
from workers.runtime.seat import Exchange
from workers.sound import Lanes, Sound
from workers.thinkers import Model
from workers.voice import Voice

ON, OFF = True, False


class Card(FakeDevice):
    """A sound card that may be driven from another thread."""

    loop: asyncio.AbstractEventLoop | None = None

    async def listen(self, request: AudioSetup) -> AsyncIterator[AudioEvent]:
        self.loop = asyncio.get_running_loop()
        async for event in super().listen(request):
            yield event

    def tell(self, event: AudioEvent) -> None:
        if self.loop is None:
            self.events.put_nowait(event)
        else:
            self.loop.call_soon_threadsafe(self.events.put_nowait, event)


@dataclass
class Rig(QObject):
    """Her organs around a fake sound card, the trials, and what they told."""

    device: Card
    model: FakeModel
    spoken: FakeVoice
    trials: Trials
    director: Director
    tuning: Tuning
    levels: Levels = field(default_factory=Levels)
    told: list[Trial] = field(default_factory=list)
    commands: list[Command] = field(default_factory=list)
    now_s: float = 0.0
    bot: QtBot | None = None

    def __post_init__(self) -> None:
        super().__init__()
        self.trials.changed.connect(self._on_changed)
        self.director.commanded.connect(self._on_command)

    @Slot(object)
    def _on_changed(self, trial: Trial) -> None:
        self.told.append(trial)

    @Slot(object)
    def _on_command(self, command: Command) -> None:
        self.commands.append(command)

    def card(self, event: AudioEvent) -> None:
        """Something the sound card tells."""
        self.device.tell(event)

    def wait(self, seen: Callable[[], bool]) -> None:
        assert self.bot
        self.bot.waitUntil(seen, timeout=8000)

    def outcome(self, kind: str) -> Trial:
        """How a trial ended."""
        self.wait(lambda: any(t.kind == kind and t.state is not TrialState.RUNNING for t in self.told))
        return next(t for t in self.told if t.kind == kind and t.state is not TrialState.RUNNING)


@pytest.fixture
def rig(qtbot: QtBot, tmp_path: Path) -> Iterator[Rig]:
    device, model, voice = Card(), FakeModel(["Hello", " there."]), FakeVoice()
    store = SettingsStore(tmp_path / "settings.toml", {})
    organs: dict[str, Organ] = {}
    organs["ears"] = Ears(Exchange(FakeTranscriber(), "faster-whisper"))
    lanes = Lanes(Lane(Playhead()), Lane(Levels()))
    organs["sound"] = Sound(device, AudioSetup(), organs["ears"].inbox.put, lanes)
    organs["voice"] = Voice(Exchange(voice, "kokoro"), organs["sound"].inbox.put)
    organs["mind"] = Mind((Model("openai", model),), ())
    body = Body(organs)
    director = Director(Companion.of(CHARACTER), body, Lane(Status(0.0)))
    tuning = Tuning(store)
    made: list[Rig] = []
    trials = Trials(director, body, tuning, lambda: made[0].levels, lambda: made[0].now_s)
    rig = Rig(device, model, voice, trials, director, tuning, bot=qtbot)
    made.append(rig)
    rig.card(DeviceChanged("output", DeviceState.OPEN, "Good Speakers"))
    rig.card(DeviceChanged("input", DeviceState.OPEN, "Good Microphone"))
    director.start()
    rig.wait(lambda: "microphone" in trials._known.names and "mind" in trials._known.names)
    yield rig
    director.shut_down()


def say(rig: Rig, text: str, utterance: int = 1) -> None:
    rig.card(VoiceOnset(utterance, 1.0, text.encode()))
    rig.card(VoiceEnd(utterance, 2.0))


def hear_out(rig: Rig, *, complete: bool = True) -> None:
    """The loudspeaker plays the clip that it got."""
    rig.wait(lambda: bool(rig.device.played))
    clip = rig.device.played[-1]
    rig.card(ClipStarted(clip.turn, clip.n, 1.0))
    rig.card(ClipEnded(clip.turn, clip.n, 2.0, 1.0 if complete else 0.2, 1.0, complete))


def test_her_voice_passes_when_the_line_was_heard(rig: Rig) -> None:
    rig.trials.begin("voice")
    rig.wait(lambda: bool(rig.device.played))
    assert all(trial.state is TrialState.RUNNING for trial in rig.told)
    hear_out(rig)
    outcome = rig.outcome("voice")
    assert (outcome.state, "Good Speakers" in outcome.text) == (TrialState.PASSED, True)
    assert any("is speaking through Good Speakers" in trial.text for trial in rig.told)
    assert rig.director.companion.conversation.history == ()
    assert rig.trials.running == frozenset()


def test_a_device_without_a_name_of_its_own_is_called_what_it_is(rig: Rig) -> None:
    rig.card(DeviceChanged("output", DeviceState.OPEN, "default"))
    rig.wait(lambda: rig.trials._known.names["loudspeaker"] == "default")
    rig.trials.begin("voice")
    hear_out(rig)
    assert rig.outcome("voice").text == "Played through the loudspeaker."


def test_a_voice_is_heard_before_it_is_chosen(rig: Rig) -> None:
    rig.trials.begin("voice:bm_george")
    hear_out(rig)
    assert rig.outcome("voice:bm_george").state is TrialState.PASSED
    assert rig.spoken.said[-1].style.voice == "bm_george"


def test_a_line_that_was_cut_is_no_pass(rig: Rig) -> None:
    rig.trials.begin("voice")
    hear_out(rig, complete=False)
    assert "interrupted" in rig.outcome("voice").text


def test_without_a_loudspeaker_it_says_so(rig: Rig) -> None:
    rig.card(DeviceChanged("output", DeviceState.ABSENT, message="no output device was found"))
    rig.wait(lambda: "loudspeaker" in rig.trials._known.troubles)
    rig.trials.begin("voice")
    hear_out(rig)
    assert rig.outcome("voice") == Trial("voice", TrialState.FAILED, "No output device was found.")


def test_a_voice_that_cannot_speak_is_told_at_once(rig: Rig) -> None:
    def broken(_line: object) -> None:
        raise EngineError(Blame.SETTINGS, "there is no voice called bm_nobody")

    rig.spoken.before = broken
    rig.trials.begin("voice:bm_nobody")
    assert rig.outcome("voice:bm_nobody").text == "There is no voice called bm_nobody."


def test_a_voice_that_is_switched_off_or_in_panic_says_so(rig: Rig) -> None:
    rig.director.take(Panicked(ON))
    rig.trials.begin("voice")
    assert "Panic is on" in rig.told[-1].text
    rig.director.take(Panicked(OFF))
    rig.tuning.set("voice", enabled=OFF)
    rig.trials.begin("voice")
    assert "switched off" in rig.told[-1].text


def test_a_trial_cuts_in_on_what_she_says(rig: Rig) -> None:
    rig.director.take(Typed("tell me something"))
    rig.trials.begin("voice")
    rig.wait(lambda: any(clip.pcm.startswith(b"Hello! This") for clip in rig.device.played))
    hear_out(rig)
    assert rig.outcome("voice").state is TrialState.PASSED


def test_a_stopped_line_is_taken_back_and_can_be_begun_again(rig: Rig) -> None:
    rig.trials.begin("voice")
    rig.wait(lambda: bool(rig.device.played))
    rig.trials.stop("voice")
    assert rig.told[-1] == Trial("voice", TrialState.FAILED, "Stopped.")
    rig.wait(lambda: bool(rig.device.fades))
    rig.told.clear()
    rig.device.played.clear()
    rig.trials.begin("voice")
    hear_out(rig)
    assert rig.outcome("voice").state is TrialState.PASSED


def test_a_sentence_is_understood_and_not_answered(rig: Rig) -> None:
    rig.levels = Levels(0.05, 1.0)
    rig.trials.begin("hearing")
    assert rig.told[-1].level > 0.3
    say(rig, "the evening star is bright")
    outcome = rig.outcome("hearing")
    assert outcome.state is TrialState.PASSED
    assert "“the evening star is bright”" in outcome.text
    assert "Good Microphone" in outcome.text
    assert rig.director.companion.conversation.history == ()
    assert not any(isinstance(command, Reply) for command in rig.commands)
    assert rig.model.asked == []


def test_after_the_trial_she_answers_again(rig: Rig) -> None:
    rig.trials.begin("hearing")
    say(rig, "the evening star is bright")
    rig.outcome("hearing")
    say(rig, "hello you", utterance=2)
    rig.wait(lambda: bool(rig.model.asked))


@pytest.mark.parametrize(
    ("loud", "noise", "words"),
    [
        (0.0, OFF, "Nothing but silence comes from Good Microphone"),
        (0.01, OFF, "nobody speak"),
        (0.01, ON, "no words"),
    ],
)
def test_what_was_wrong_with_what_was_heard(rig: Rig, loud: float, noise: bool, words: str) -> None:  # noqa: FBT001  # a table
    rig.levels = Levels(loud)
    rig.trials.begin("hearing")
    if noise:
        rig.card(VoiceOnset(1, 1.0, b""))
        rig.card(VoiceEnd(1, 2.0, spoken=False))
        rig.wait(lambda: rig.trials._runs["hearing"]._noises == 1)  # type: ignore[attr-defined]  # a HearingRun
    rig.now_s = 13.0
    outcome = rig.outcome("hearing")
    assert (outcome.state, words in outcome.text) == (TrialState.FAILED, True), outcome.text


def test_a_muted_or_missing_microphone_is_told_at_once(rig: Rig) -> None:
    rig.tuning.set("hearing", muted=ON)
    rig.trials.begin("hearing")
    assert "switched off in Vesper" in rig.told[-1].text
    rig.tuning.set("hearing", muted=OFF)
    rig.card(DeviceChanged("input", DeviceState.ABSENT, message="no input device was found"))
    rig.wait(lambda: "microphone" in rig.trials._known.troubles)
    rig.trials.begin("hearing")
    assert rig.told[-1] == Trial("hearing", TrialState.FAILED, "No input device was found.")


def test_the_mind_answers_with_its_name_and_time(rig: Rig) -> None:
    rig.trials.begin("mind")
    rig.now_s = 1.5
    outcome = rig.outcome("mind")
    assert outcome.state is TrialState.PASSED
    assert outcome.text == "“Hello there.”\nOpenAI-compatible server, after 1.5 s."


def test_a_mind_that_fails_says_why(rig: Rig) -> None:
    rig.model.answers[:] = [[EngineError(Blame.SETTINGS, "the server wants a key")]]
    rig.trials.begin("mind")
    assert rig.outcome("mind") == Trial("mind", TrialState.FAILED, "The server wants a key.")


def test_a_line_that_is_never_heard_is_given_up(rig: Rig) -> None:
    rig.trials.begin("voice")
    rig.now_s = 100.0
    assert "Nothing was heard" in rig.outcome("voice").text


def test_nobody_at_the_backend_and_no_obs(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial_links, "_PATIENCE_S", 1.5)
    rig.tuning.set("stream", backend_url="http://127.0.0.1:9")
    rig.tuning.set("providers.obs-websocket", url="ws://127.0.0.1:9")
    rig.trials.begin("stream")
    rig.trials.begin("obs")
    stream, obs = rig.outcome("stream"), rig.outcome("obs")
    assert stream.text.startswith("No link to http://127.0.0.1:9: ")
    assert "Start the backend" in stream.text
    assert obs.text.startswith("No link to OBS: ")


@contextmanager
def backend(token: str = "") -> Iterator[str]:
    """A real Socket.IO server of the stream's; its address."""
    command = [sys.executable, "-m", "tests.fakes.stream_server", "0", token]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        assert server.stdin
        yield f"http://127.0.0.1:{json.loads(server.stdout.readline())['port']}"
        server.stdin.close()
        server.terminate()


def test_a_backend_that_answers(rig: Rig) -> None:
    with backend() as url:
        rig.tuning.set("stream", backend_url=url)
        rig.trials.begin("stream")
        assert rig.outcome("stream") == Trial(
            "stream", TrialState.PASSED, f"Connected to the stream backend at {url}."
        )


def test_a_backend_that_wants_a_token(rig: Rig) -> None:
    with backend("sesame") as url:
        rig.tuning.set("stream", backend_url=url)
        rig.trials.begin("stream")
        outcome = rig.outcome("stream")
        assert outcome.state is TrialState.FAILED
        assert "correct its address and token" in outcome.text


def test_a_studio_that_answers(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    studio = FakeStudio({"Game": {}, "Talk": {}}, {}, {})
    monkeypatch.setattr(Provider, "build", lambda _self, _settings: studio)
    rig.trials.begin("obs")
    outcome = rig.outcome("obs")
    assert outcome.text == "Connected to OBS, with scene “Game” on air (2 in all)."


def test_there_is_one_trial_of_a_kind(rig: Rig) -> None:
    rig.trials.begin("voice")
    rig.trials.begin("voice:af_sky")
    assert rig.trials.running == {"voice:af_sky"}
    rig.trials.begin("hearing")
    assert rig.trials.running == {"hearing"}
    rig.trials.begin("tea")
    assert rig.told[-1].state is TrialState.FAILED
    rig.trials.stop("hearing")
    assert rig.trials.running == frozenset()
