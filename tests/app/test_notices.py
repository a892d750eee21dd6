from __future__ import annotations

from dataclasses import replace

import pytest

from app.config.problems import Problem
from app.notice import Act, Tone
from app.notices import Notices, describe, notice_for
from models.commands import Tell
from models.errors import Blame
from models.events import Failed, Health, WorkerChanged
from models.needed import Needed, NeededModel
from models.offered import OfferState

_WORKERS = ("sound", "ears", "mind", "voice", "avatar", "settings", "credentials", "stream", "somebody", "")
_ACTS = {
    Blame.SETTINGS: Act.SETTINGS,
    Blame.NETWORK: Act.RETRY,
    Blame.PROVIDER: Act.RETRY,
    Blame.ENGINE: Act.RESTART,
    Blame.DEVICE: Act.DEVICES,
    Blame.BUG: Act.LOG,
}


@pytest.mark.parametrize("worker", _WORKERS)
@pytest.mark.parametrize("blame", Blame)
def test_every_failure_has_a_title_its_words_and_one_button(worker: str, blame: Blame) -> None:
    notice = describe(worker, blame, "Plug it in")
    assert notice.title
    assert notice.text.startswith("Plug it in.")
    assert notice.action.act is _ACTS[blame]
    assert notice.action.label
    assert notice_for(Tell(worker, blame.value, "Plug it in")) == notice


def test_actions_name_their_part() -> None:
    assert describe("ears", Blame.ENGINE, "").action.name == "restart:ears"
    assert describe("ears", Blame.SETTINGS, "").action.name == "settings"


def test_one_cause_is_one_notice_while_it_lasts() -> None:
    notices = Notices()
    failure = Failed("ears", Blame.DEVICE, "The microphone is gone")
    shown = notices.failed(failure).shown
    assert shown is not None
    assert shown.tone is Tone.ERROR
    assert notices.failed(failure).shown is None
    assert notices.failed(Failed("ears", Blame.NETWORK, "x")).shown is not None, (
        "another cause is another notice"
    )
    assert notices.failed(Failed("mind", Blame.DEVICE, "x")).shown is not None, "another part too"
    reworded = notices.failed(Failed("ears", Blame.DEVICE, "Still gone")).shown
    assert reworded is not None
    assert reworded.key == shown.key, "new words replace the old"
    assert len(notices.standing) == 3


def test_a_part_that_is_ready_takes_its_notices_with_it() -> None:
    notices = Notices()
    notices.failed(Failed("ears", Blame.DEVICE, "x"))
    notices.failed(Failed("ears", Blame.ENGINE, "x"))
    notices.failed(Failed("voice", Blame.ENGINE, "x"))
    change = notices.changed(WorkerChanged("ears", Health.READY))
    assert set(change.gone) == {"ears/device", "ears/engine"}
    assert [notice.key for notice in notices.standing] == ["voice/engine"]
    again = notices.failed(Failed("ears", Blame.DEVICE, "x")).shown
    assert again is not None, "what comes back is told again"


def test_a_crash_and_its_recovery_is_one_notice() -> None:
    notices = Notices()
    coming = notices.changed(WorkerChanged("voice", Health.RESTARTING, note="It stopped")).shown
    assert coming is not None
    assert (coming.tone, coming.action.act) == (Tone.INFO, Act.NONE)
    assert notices.told("voice", "engine", "It stopped").shown is None
    given_up = notices.changed(WorkerChanged("voice", Health.GONE)).shown
    assert given_up is not None
    assert (given_up.key, given_up.action.name) == (coming.key, "restart:voice")
    assert len(notices.standing) == 1
    assert notices.changed(WorkerChanged("voice", Health.STARTING)).shown is None


def test_a_closed_notice_returns_with_its_cause() -> None:
    notices = Notices()
    failure = Failed("mind", Blame.NETWORK, "No server")
    shown = notices.failed(failure).shown
    assert shown is not None
    notices.dismissed(shown.key)
    assert notices.failed(failure).shown == shown


def test_everything_wrong_with_the_settings_is_one_notice() -> None:
    notices = Notices()
    assert notices.settings(()).shown is None
    problems = (Problem("voice.speed", "cannot be 9", "a number", 3), Problem("x", "is unknown"))
    shown = notices.settings(problems).shown
    assert shown is not None
    assert "2 settings" in shown.title
    assert all(str(problem) in shown.text for problem in problems)
    assert notices.settings(()).gone == (shown.key,)


LACKING = Needed(
    (NeededModel("whisper-base", "Whisper base", "MIT", "here", 147_000_000, ("hub.example",)),),
    parts=("ears", "sound"),
    state=OfferState.OFFERED,
    total=147_000_000,
)


def test_models_she_lacks_are_one_notice_that_says_from_where_and_offers_to_fetch() -> None:
    notices = Notices()
    notices.failed(Failed("ears", Blame.SETTINGS, "the speech model is missing"))
    change = notices.needed(LACKING)
    assert change.gone == ("ears/settings",), "what only waits for a model needs no notice of its own"
    assert change.shown is not None
    assert "hub.example" in change.shown.text
    assert "147 MB" in change.shown.text
    assert change.shown.action.name == "fetch:start"
    for part in ("ears", "microphone"):
        assert notices.failed(Failed(part, Blame.DEVICE, "the model is missing")).shown is None
    assert notices.failed(Failed("voice", Blame.ENGINE, "it broke")).shown is not None


def test_their_fetching_is_told_with_what_can_be_done() -> None:
    notices = Notices()
    running = replace(LACKING, state=OfferState.RUNNING, done=73_500_000, left_s=200.0)
    shown = notices.needed(running).shown
    assert shown is not None
    assert (shown.action.name, shown.tone) == ("fetch:pause", Tone.INFO)
    assert "50 %" in shown.text
    assert "3 min" in shown.text
    failed = replace(
        running, state=OfferState.FAILED, note="W could not be fetched. Tried:\n  - no answer\nCheck"
    )
    shown = notices.needed(failed).shown
    assert shown is not None
    assert "no answer" in shown.text
    assert "Check" not in shown.text
    assert "74 MB of 147 MB" in shown.text
    assert shown.action.name == "fetch:start"
    assert notices.needed(Needed()).gone == ("models/missing",)
    assert notices.failed(Failed("ears", Blame.SETTINGS, "another thing")).shown is not None


def test_a_closed_notice_about_models_returns_when_something_else_is_to_be_said() -> None:
    notices = Notices()
    running = replace(LACKING, state=OfferState.RUNNING, done=1_000_000)
    notices.needed(running)
    notices.dismissed("models/missing")
    assert notices.needed(replace(running, done=40_000_000)).shown is None
    assert notices.needed(replace(running, state=OfferState.FAILED)).shown is not None


def test_a_backup_that_was_not_brought_back_is_told() -> None:
    shown = Notices().unrestored("memory.sqlite3 cannot be written.").shown
    assert shown is not None
    assert "memory.sqlite3 cannot be written" in shown.text
    assert shown.action.act is Act.LOG
