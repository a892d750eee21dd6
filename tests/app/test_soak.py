"""The soak: its schedule, what it reads and measures, and a short one of the real program."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import psutil
import pytest

from app import __main__ as door
from app import paths
from app.cli import arguments
from app.cli import soak as command
from app.soak import run, stages
from app.soak.acts import Act, Due
from app.soak.events import Told, endlessly, show, stamped
from app.soak.figures import figures, page, passed
from app.soak.program import Program, Refused
from app.soak.run import Outcome, Soak
from app.soak.stages import Reading
from app.soak.watch import Sample, Watch
from models.latency import Stages
from models.stream.parsing import happening


def answer(total_s: float) -> Stages:
    return Stages(None, total_s / 2, total_s / 4, total_s / 4)


# --- what is done --------------------------------------------------------------------------------------------


def test_the_show_goes_round_and_everything_in_it_is_new_each_time() -> None:
    events = show()
    twice = list(islice(endlessly(events, 10.0), 2 * len(events)))
    times = [event.at_s for event in twice]
    assert times == sorted(times)
    assert times[len(events)] - times[0] == pytest.approx((events[-1].at_s + 5.0) / 10.0)
    heard = [found.id for event in twice if (found := happening(event.name, event.data))]
    with_ids = [event for event in twice if "id" in event.data]
    assert len(set(heard)) >= len({event.data["id"] for event in with_ids}) == len(with_ids) > len(events)


def test_an_event_is_sent_now() -> None:
    now = datetime(2026, 11, 21, tzinfo=UTC)
    assert stamped(Told(0.0, "raid", {"timestamp": "long ago"}), now).data["timestamp"] == now.isoformat()
    assert stamped(Told(0.0, "death", {"count": 1}), now).data == {"count": 1}


def test_acts_come_at_their_pace_and_rests_are_not_made_up_for() -> None:
    often, seldom = Act("often", 2.0, list), Act("seldom", 10.0, list)
    due = Due((often, seldom), 0.0)
    done = Counter(act.name for second in range(1, 21) for act in due.at(float(second)))
    assert done == {"often": 10, "seldom": 2}
    assert [act.name for act in due.at(100.0)] == ["often", "seldom"]
    assert due.at(100.5) == []


# --- what is read and measured -------------------------------------------------------------------------------


def line(kind: str, at_s: float, **fields: Any) -> str:
    return json.dumps({"is": kind, "at_s": at_s, **fields}) + "\n"


TURN = (
    line("SpeechEnded", 1.0, utterance=4)
    + line("Heard", 1.5, utterance=4, text="hello")
    + line("ReplyDelta", 1.7, turn=2, text="Hi")
    + line("Voiced", 2.0, turn=2, n=0, length_s=1.0)
    + line("Speaking", 2.1, turn=2, n=0)
)


def test_a_journal_is_read_as_it_grows(tmp_path: Path) -> None:
    reading = Reading(tmp_path / "journal.jsonl")
    reading.look()
    half = len(TURN) // 2
    with reading.path.open("a") as journal:
        journal.write(TURN[:half])
        journal.flush()
        reading.look()
        assert reading.answers == []
        journal.write(TURN[half:])
    reading.look()
    reading.look()
    (found,) = reading.answers
    told = (found.hearing_s or 0.0, found.thinking_s, found.voicing_s, found.playing_s)
    assert told == pytest.approx((0.5, 0.2, 0.3, 0.1))
    assert reading.counts["Heard"] == 1


def test_a_part_that_was_given_up_is_noticed_and_one_without_a_device_is_not(tmp_path: Path) -> None:
    reading = Reading(tmp_path / "journal.jsonl")
    reading.path.write_text(
        line("WorkerChanged", 1.0, worker="mind", health="asleep", note="")
        + line("WorkerChanged", 2.0, worker="microphone", health="gone", note="unplugged")
        + line("WorkerChanged", 3.0, worker="voice", health="gone", note="it ends again and again")
    )
    reading.look()
    assert reading.given_up == ["voice: it ends again and again"]
    assert reading.counts["mind asleep"] == 1


def test_a_long_journal_is_emptied_while_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stages, "_WORTH", 100)
    reading = Reading(tmp_path / "journal.jsonl")
    with reading.path.open("a") as journal:
        journal.write(TURN)
        journal.flush()
        reading.look()
        assert reading.path.stat().st_size == 0
        journal.write(TURN.replace('"turn": 2', '"turn": 3').replace('"utterance": 4', '"utterance": 5'))
    reading.look()
    assert len(reading.answers) == 2


def watched(slope_mb_per_h: float, handles: tuple[int, int] = (40, 40)) -> Watch:
    """Thirty minutes, the first ten of them warming up."""
    samples = [
        Sample(float(at), 200.0 + (50.0 if at < 600 else 0.0) + slope_mb_per_h * at / 3600, 300.0,
               handles[0] if at < 1200 else handles[1], 20)
        for at in range(0, 1800, 10)
    ]  # fmt: skip
    return Watch({"ui": samples})


def test_growth_is_measured_after_the_warm_up() -> None:
    assert watched(12.0).slope_mb_per_h("ui") == pytest.approx(12.0)
    assert watched(0.0).slope_mb_per_h("ui") == pytest.approx(0.0)
    assert Watch().slope_mb_per_h("ui") == 0.0
    assert watched(0.0, (40, 55)).ends("ui", "handles") == (40, 55)
    assert Watch().ends("ui", "threads") == (0, 0)


def test_this_process_is_measured_and_one_that_is_gone_is_left_out() -> None:
    watch, own = Watch(), psutil.Process()
    gone = psutil.Popen(["true"])
    gone.wait()
    watch.look(1.0, {"ui": own, "tts": gone})
    (sample,) = watch.samples["ui"]
    assert 0 < sample.own_mb <= sample.rss_mb
    assert sample.handles > 0
    assert sample.threads > 0
    assert "tts" not in watch.samples


# --- what is told --------------------------------------------------------------------------------------------


def test_what_is_well_is_told_as_well() -> None:
    outcome = Outcome(watched(1.0), Counter(turns=8), Counter(), [], 1800.0)
    told = figures(outcome, [answer(1.0)] * 8)
    assert passed(told) == []
    assert (told["crashes"], told["slope_mb_per_h"], told["latency_ratio"]) == (0, 1.0, 1.0)
    assert told["handles_ui"] == (40, 40)
    assert told["stages"]["total"] == {"mean_s": 1.0, "p95_s": 1.0, "n": 8}
    assert told["stages"]["hearing"] is None
    json.dumps(told)
    text = page(told)
    assert "All is well." in text
    assert "question to first sound: 1.00  1.00  (8)" in text
    assert "turns: 8" in text


def test_what_is_not_well_is_named() -> None:
    outcome = Outcome(watched(9.0, (40, 60)), Counter(), Counter({"turns 504": 2}), ["voice: gone"], 1800.0)
    told = figures(outcome, [answer(1.0)] * 4 + [answer(1.5)] * 4)
    problems = " | ".join(passed(told))
    for words in ("crash: voice: gone", "grew by 9.0 MB", "handles grew from 40 to 60", "slower: 1.5 times"):
        assert words in problems
        assert words in page(told)
    assert "turns 504 (refused): 2" in page(told)


def test_nothing_measured_is_told_too() -> None:
    told = figures(Outcome(wrong=["she did not start"]), [])
    assert told["latency_ratio"] is None
    assert passed(told) == ["crash: she did not start"]
    assert "did not start" in page(told)


# --- its work and its rests ----------------------------------------------------------------------------------


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.at_s = 0.0

    def monotonic(self) -> float:
        return self.at_s

    def sleep(self, seconds: float) -> None:
        self.at_s += seconds


class Asked(Program):
    """Nobody: when what is asked of her is written down."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.journal, self.asked = folder / "journal.jsonl", list[tuple[float, str, Any]]()
        self._clock = clock
        self.process = psutil.Process()

    @property
    def runs(self) -> bool:
        return True

    def engines(self) -> dict[str, psutil.Process]:
        return {}

    def kill(self, engine: str) -> bool:
        return engine == ""

    def ask(self, path: str, body: Mapping[str, Any] | None = None, limit_s: float = 10.0) -> Any:
        del limit_s
        self.asked.append((self._clock.at_s, path, body))
        return {}


def test_in_a_rest_she_is_left_alone_and_reacts_to_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(run, "time", clock)
    monkeypatch.setattr(run, "WATCH_S", run.REST_S)
    program, turn_s = Asked(tmp_path, clock), run.WORK_S + run.REST_S
    soak = Soak(program)
    soak._use(2 * turn_s, ())
    in_rests = [(path, body) for at_s, path, body in program.asked if at_s % turn_s >= run.WORK_S]
    assert in_rests == [("/toggle/reactions", {"on": False})] * 2
    assert next(asked for asked in program.asked if asked[0] >= turn_s)[1:] == (
        "/toggle/reactions",
        {"on": True},
    )
    assert soak.outcome.done["looks"] == pytest.approx(2 * run.WORK_S / 5.0, abs=3)


# --- the real program ----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("stage")
def test_a_short_soak_uses_her_and_leaves_the_users_own_alone(
    stage: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VESPER_STATE", str(tmp_path / "users"))
    monkeypatch.setenv("VESPER_CONFIG", str(tmp_path / "users"))
    folder = tmp_path / "soak"
    folder.mkdir()
    program = Program(folder, env={**stage, "VESPER_STATE": str(tmp_path / "users")})
    soak = Soak(program)
    told = list[bool]()
    act = Act("own", 1.0, lambda: told.append(True))
    try:
        outcome = soak.run(6.0, (act,))
    finally:
        program.stop()
    assert outcome.wrong == [], program.log.read_text()[-2000:]
    assert min(outcome.done[name] for name in ("events", "faces", "looks", "own")) > 0, outcome
    assert outcome.watch.samples["ui"]
    assert soak.reading.counts["StreamHappened"] > 0
    assert soak.reading.counts["Typed"] > 0
    assert not program.runs
    assert not (tmp_path / "users").exists()


def test_one_who_does_not_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "ROOT", tmp_path)  # there is no program in this folder
    program = Program(tmp_path)
    outcome = Soak(program).run(1.0)
    assert outcome.wrong == ["she did not start"]
    with pytest.raises(Refused):
        program.ask("/health")
    assert not program.kill("tts")
    assert not program.stop()


def test_the_command_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert arguments.parse(["soak", "--minutes", "3"]).minutes == 3.0
    assert "soak" in door._TOOLS
    with pytest.raises(SystemExit):
        arguments.parse(["soak"])
    with pytest.raises(SystemExit):
        arguments.parse(["soak", "--hours", "0"])
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert command.run(arguments.parse(["soak", "--hours", "1"])) == 1
    assert "no display" in capsys.readouterr().err
