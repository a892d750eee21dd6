"""The guide's window: real clicks and keys, intents out; every state shown in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.amounts import size_words, time_words
from app.form.controls import Picker, Switch, Words
from app.form.fields import Line
from app.guide.parts import Meter
from app.guide.values import GuideState, MindKind, MindSeen, Step
from app.guide.welcome import Choice
from app.guide.window import GuideWindow
from models.needed import Needed, NeededModel
from models.offered import OfferAct, OfferState
from models.trial import Trial, TrialState
from tests.app.stream.finding import button, part, texts
from tests.guide_pictures import offers, state
from tests.stage import Screen


def all_texts(window: QWidget) -> str:
    return "\n".join(texts(window))


def test_through_all_steps_by_keyboard(window: GuideWindow, screen: Screen, qtbot: QtBot) -> None:
    window.show_state(state())
    qtbot.waitUntil(window.isActiveWindow)
    steps: list[Step] = []
    window.step_entered.connect(steps.append)
    for step in (Step.MICROPHONE, Step.VOICE, Step.MIND, Step.DONE):
        screen.xdotool("key", "space")  # Next has the keyboard from the start
        qtbot.waitUntil(lambda step=step: window.step is step)
    screen.xdotool("key", "alt+Left")
    qtbot.waitUntil(lambda: window.step is Step.MIND)
    screen.xdotool("key", "alt+Right")
    qtbot.waitUntil(lambda: window.step is Step.DONE)
    with qtbot.waitSignal(window.finished):
        screen.xdotool("key", "alt+s")  # Say hello
    assert not window.isVisible()
    assert steps[:4] == [Step.MICROPHONE, Step.VOICE, Step.MIND, Step.DONE]


def test_real_clicks_lead_on_and_back(window: GuideWindow, screen: Screen, qtbot: QtBot) -> None:
    def click(name: str) -> None:
        found = button(window, name)
        place = found.mapToGlobal(QPoint(found.width() // 2, found.height() // 2))
        screen.xdotool("mousemove", str(place.x()), str(place.y()), "click", "1")

    click("&Next")
    qtbot.waitUntil(lambda: window.step is Step.MICROPHONE)
    click("&Back")
    qtbot.waitUntil(lambda: window.step is Step.WELCOME)
    with qtbot.waitSignal(window.skipped):
        click("&Skip the guide")
    assert not window.isVisible()


def test_escape_skips_the_rest_once(window: GuideWindow, qtbot: QtBot) -> None:
    skipped: list[int] = []
    window.skipped.connect(lambda: skipped.append(1))
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    window.close()
    assert skipped == [1]


def test_it_begins_anew_when_it_is_opened_again(window: GuideWindow, qtbot: QtBot) -> None:
    window.show_step(Step.MIND)
    window.hide()
    with qtbot.waitExposed(window):
        window.open()
    assert window.step is Step.WELCOME


def test_names_and_temper_are_told(window: GuideWindow, qtbot: QtBot) -> None:
    window.show_state(replace(state(), user=""))
    qtbot.waitUntil(lambda: all(choice.isVisible() for choice in window.findChildren(Choice)))
    told: list[tuple[str, str, object]] = []
    window.setting_changed.connect(lambda *change: told.append(change))
    line = part(window, Line, "Your name")
    line.setFocus()
    qtbot.keyClicks(line, "Ann")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    hers = part(window, Line, "Her name")
    hers.setFocus()
    hers.selectAll()
    qtbot.keyClick(hers, Qt.Key.Key_Delete)
    qtbot.keyClick(hers, Qt.Key.Key_Return)
    qtbot.mouseClick(button(window, "Hype"), Qt.MouseButton.LeftButton)
    assert told == [
        ("character", "streamer_name", "Ann"),
        ("character", "name", None),
        ("character", "preset", "hype"),
    ]
    with qtbot.waitSignal(window.preview_wanted):
        qtbot.mouseClick(button(window, "Hear her say it"), Qt.MouseButton.LeftButton)


def test_the_microphone_is_chosen_tried_and_stopped(window: GuideWindow, qtbot: QtBot) -> None:
    window.show_state(state())
    window.show_step(Step.MICROPHONE)
    picker = part(window, Picker, "Microphone")
    with qtbot.waitSignal(window.setting_changed) as changed:
        picker.setFocus()
        qtbot.keyClick(picker, Qt.Key.Key_Down)
    assert changed.args == ["hearing", "microphone", "Built-in Audio Analog Stereo"]
    with qtbot.waitSignal(window.trial_wanted) as wanted:
        qtbot.mouseClick(button(window, "Say a sentence"), Qt.MouseButton.LeftButton)
    assert wanted.args == ["hearing"]
    running = Trial("hearing", TrialState.RUNNING, "She hears you…", 0.7)
    window.show_state(replace(state(), hearing_trial=running))
    assert "She hears you…" in texts(window)
    assert part(window, Meter, "Loudness of the microphone").accessibleDescription() == "70 %"
    with qtbot.waitSignal(window.trial_stopped) as stopped:
        qtbot.mouseClick(button(window, "Stop"), Qt.MouseButton.LeftButton)
    assert stopped.args == ["hearing"]


def test_without_a_microphone_it_goes_on_in_writing(window: GuideWindow, qtbot: QtBot) -> None:
    window.show_step(Step.MICROPHONE)
    window.show_state(replace(state(), microphones=None))
    assert "Looking for them…" in texts(window)
    window.show_state(replace(state(), microphones=()))
    assert "go on in writing" in all_texts(window)
    window.show_state(replace(state(), devices_problem="the sound server is gone"))
    assert "the sound server is gone" in all_texts(window)
    with qtbot.waitSignal(window.setting_changed) as changed:
        qtbot.mouseClick(part(window, Switch, "Let her listen"), Qt.MouseButton.LeftButton)
    assert changed.args == ["hearing", "muted", True]
    window.show_state(replace(state(), muted=True))
    assert not button(window, "Say a sentence").isEnabled()


def test_the_user_says_whether_they_heard_her(window: GuideWindow, qtbot: QtBot) -> None:
    window.show_step(Step.VOICE)
    window.show_state(state())
    assert "Did you hear her?" not in texts(window)
    played = Trial("voice", TrialState.PASSED, "Played through Headphones.")
    window.show_state(replace(state(), voice_trial=played))
    with qtbot.waitSignal(window.judged) as judged:
        qtbot.mouseClick(button(window, "I did not"), Qt.MouseButton.LeftButton)
    assert judged.args == [False]
    window.show_state(replace(state(), voice_trial=played, heard=False))
    assert "Choose another loudspeaker" in all_texts(window)
    window.show_state(replace(state(), voice_trial=played, heard=True))
    assert "That is how she will sound" in all_texts(window)


@pytest.mark.parametrize(
    ("mind", "words"),
    [
        (MindSeen(), "still waking up"),
        (
            MindSeen(MindKind.BASIC, "x", "http://h:1", ollama=False, model="m"),
            "does not really understand you",
        ),
        (
            MindSeen(MindKind.BASIC, "x", "http://h:1", ollama=False, model="m"),
            "Ollama does not answer at http://h:1",
        ),
        (
            MindSeen(MindKind.OLLAMA, "Ollama", "u", ollama=True, models=("m:latest",), model="m"),
            "with the model m.",
        ),
        (MindSeen(MindKind.OLLAMA, "Ollama", "u", ollama=True, models=("q",), model="m"), "has no model m"),
        (MindSeen(MindKind.OLLAMA, "Ollama", "u", ollama=True, model="m"), "has no models yet"),
        (MindSeen(MindKind.EMBEDDED, "Embedded model", "u", ollama=False), "Embedded model thinks for her"),
        (MindSeen(MindKind.NONE, "", "u", ollama=False), "Nothing thinks for her"),
    ],
)
def test_who_thinks_is_said_honestly(window: GuideWindow, mind: MindSeen, words: str) -> None:
    window.show_step(Step.MIND)
    window.show_state(replace(state(), mind=mind))
    assert words in all_texts(window)


def test_a_model_that_ollama_has_can_be_chosen(window: GuideWindow, qtbot: QtBot) -> None:
    window.show_step(Step.MIND)
    mind = MindSeen(MindKind.BASIC, "x", "u", ollama=True, models=("a", "b"), model="a")
    window.show_state(replace(state(), mind=mind))
    picker = part(window, Picker, "Model")
    with qtbot.waitSignal(window.setting_changed) as changed:
        picker.setFocus()
        qtbot.keyClick(picker, Qt.Key.Key_Down)
    assert changed.args == ["providers.ollama", "model", "b"]


@pytest.mark.parametrize(
    ("kind", "words", "label", "act"),
    [
        (0, "1.1 GB to download", "Download", OfferAct.START),
        (1, "3 MB a second · about 3 min left", "Pause", OfferAct.PAUSE),
        (2, "it goes on where it stopped", "Go on", OfferAct.START),
        (2, "paused", "Throw away", OfferAct.DISCARD),
        (3, "the hub does not answer", "Try again", OfferAct.START),
        (4, "every byte was checked", "Use it", OfferAct.USE),
        (5, "In use.", "Back to the one she came with", OfferAct.RETURN),
    ],
)
def test_a_better_mind_in_every_state(
    window: GuideWindow, qtbot: QtBot, kind: int, words: str, label: str, act: OfferAct
) -> None:
    window.show_step(Step.MIND)
    window.show_state(replace(state(), offers=offers(kind)))
    assert words in all_texts(window)
    assert "Not tried with this version" in all_texts(window)
    found = next(
        one for one in window.findChildren(QAbstractButton) if one.isVisible() and one.text() == label
    )
    area = next(page for page in window.findChildren(QScrollArea) if page.isVisible())
    area.ensureWidgetVisible(found)
    with qtbot.waitSignal(window.model_wanted) as wanted:
        qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    assert wanted.args == ["qwen2.5-1.5b-instruct", act.value]


def test_a_small_machine_is_warned(window: GuideWindow) -> None:
    window.show_step(Step.MIND)
    window.show_state(state())
    assert all_texts(window).count("This machine has 4.0 GB in all") == 1, "only of the big one"


def test_the_habits_are_told(window: GuideWindow, qtbot: QtBot) -> None:
    window.show_step(Step.DONE)
    window.show_state(replace(state(), mode="push", tray=False))
    assert "has no tray" in all_texts(window)
    told: list[tuple[str, str, object]] = []
    window.setting_changed.connect(lambda *change: told.append(change))
    qtbot.mouseClick(part(window, Switch, "Start with the computer"), Qt.MouseButton.LeftButton)
    key = part(window, Line, "Push-to-talk key")
    key.setFocus()
    qtbot.keyClicks(key, "Ctrl+Alt+Space")
    qtbot.keyClick(key, Qt.Key.Key_Return)
    assert told == [("desktop", "start_at_login", True), ("hotkeys", "talk", "Ctrl+Alt+Space")]
    window.show_state(replace(state(), mode="push", problem="no such key"))
    assert "no such key" in texts(window)


def test_everything_has_a_name_and_is_reached_by_tab(window: GuideWindow, qtbot: QtBot) -> None:
    window.show_state(
        replace(state(), mind=MindSeen(MindKind.OLLAMA, "Ollama", "u", ollama=True, models=("a",)))
    )
    for step in Step:
        window.show_step(step)
        wanted = {
            one
            for one in window.findChildren(QWidget)
            if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        }
        assert all(one.accessibleName() or getattr(one, "text", str)() for one in wanted)
        reached: set[QWidget] = set()
        for _ in range(2 * len(wanted) + 5):
            qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
            focused = QApplication.focusWidget()
            assert focused is not None
            reached.add(focused)
        grouped = {one for one in wanted if one.objectName() == "choice"}
        assert wanted - grouped <= reached
        assert not grouped or grouped & reached


@pytest.mark.parametrize("width", [400, 820])
def test_no_word_is_cut_off(window: GuideWindow, qtbot: QtBot, width: int) -> None:
    window.resize(width, 560)
    long = GuideState(
        user="W" * 60, companion="Donaudampfschifffahrtsgesellschaftskapitänswitwe", offers=offers(3)
    )
    window.show_state(replace(state(), user=long.user, companion=long.companion, offers=long.offers))
    for step in Step:
        window.show_step(step)
        qtbot.wait(30)
        for label in window.findChildren(Words):
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()


def test_sizes_and_times_as_people_say_them() -> None:
    assert (size_words(1.12e9), size_words(486e6)) == ("1.1 GB", "486 MB")
    assert [time_words(s) for s in (20, 300, 8000)] == [
        "less than a minute left",
        "about 5 min left",
        "about 2 h left",
    ]


LACKING = Needed(
    (NeededModel("whisper-base", "Whisper base (hearing)", "MIT", "OpenAI", 147_000_000, ("hub.example",)),),
    ("ears",),
    OfferState.OFFERED,
    total=147_000_000,
)


def test_models_she_lacks_are_fetched_by_a_click_and_said_whence(window: GuideWindow, qtbot: QtBot) -> None:
    window.show_state(replace(state(), needed=LACKING))
    said = all_texts(window)
    assert "Whisper base (hearing) · 147 MB · licence: MIT · from hub.example" in said
    with qtbot.waitSignal(window.fetch_wanted) as wanted:
        qtbot.mouseClick(button(window, "&Fetch 147 MB"), Qt.MouseButton.LeftButton)
    assert wanted.args == [OfferAct.START.value]


@pytest.mark.parametrize(
    ("needed", "words", "act", "wanted"),
    [
        (replace(LACKING, state=OfferState.RUNNING, done=1_000_000, rate_bps=2e6, left_s=73.0),
         "1 MB of 147 MB · 2 MB a second", "&Pause", OfferAct.PAUSE),
        (replace(LACKING, state=OfferState.PAUSED, done=1_000_000), "also tomorrow", "&Go on", OfferAct.START),
        (replace(LACKING, state=OfferState.FAILED, done=1_000_000, note="the hub does not answer"),
         "the hub does not answer", "&Try again", OfferAct.START),
    ],
)  # fmt: skip
def test_their_way_is_shown(
    window: GuideWindow, qtbot: QtBot, needed: Needed, words: str, act: str, wanted: OfferAct
) -> None:
    window.show_state(replace(state(), needed=needed))
    assert words in all_texts(window)
    with qtbot.waitSignal(window.fetch_wanted) as told:
        qtbot.mouseClick(button(window, act), Qt.MouseButton.LeftButton)
    assert told.args == [wanted.value]


def test_the_other_steps_tell_of_them_too(window: GuideWindow) -> None:
    window.show_state(replace(state(), needed=LACKING))
    window.show_step(Step.VOICE)
    assert "Her models are not here yet" in all_texts(window)
    window.show_state(replace(state(), needed=replace(LACKING, state=OfferState.RUNNING)))
    assert "Her models are on their way" in all_texts(window)
    window.show_state(state())
    assert "Her models" not in all_texts(window)


def test_nothing_is_said_where_nothing_is_missing(window: GuideWindow) -> None:
    window.show_state(state())
    assert "Fetch" not in all_texts(window)
