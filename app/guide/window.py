"""The guide's window: five steps, each of which may be skipped, and all of which may be seen again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QIcon, QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.form.controls import Words
from app.guide.habits import HabitsPage
from app.guide.microphone import MicrophonePage
from app.guide.mind import MindPage
from app.guide.needed_words import brief
from app.guide.parts import button
from app.guide.rail import Rail, titles
from app.guide.style import ROOT, style_sheet
from app.guide.values import GuideState, Step
from app.guide.voice import VoicePage
from app.guide.welcome import WelcomePage
from app.look.theme import Look, Theme
from app.words import translate

_RAIL_FROM = 640
_WIDTH, _HEIGHT = 820, 680
_MARGIN = 48
"""Left of a small screen for the frame and the system's own bars."""


class GuideWindow(QWidget):
    """Value in: `show_state`. Intents out: signals; after each the window wants to be shown the state as it then is.

    `setting_changed` carries a section of the settings, a field and its value (None: as shipped); `trial_wanted` and
    `trial_stopped` the kind of a trial; `judged` whether the user heard her; `model_wanted` a model's id and a
    `models.offered.OfferAct`, `fetch_wanted` one for the models she lacks. `finished`: the guide was followed to its
    end; `skipped`: it was closed before.
    """

    setting_changed = Signal(str, str, object)
    preview_wanted = Signal()
    trial_wanted = Signal(str)
    trial_stopped = Signal(str)
    devices_wanted = Signal()
    look_wanted = Signal()
    judged = Signal(bool)
    model_wanted = Signal(str, str)
    fetch_wanted = Signal(str)
    step_entered = Signal(object)
    finished = Signal()
    skipped = Signal()

    def __init__(self, theme: Theme, picture: QPixmap, icon: QIcon | None = None) -> None:
        super().__init__()
        self.setObjectName(ROOT)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(400, 420)
        self.resize(_WIDTH, _HEIGHT)
        if icon is not None:
            self.setWindowIcon(icon)
        self._welcome, self._microphone, self._voice = WelcomePage(), MicrophonePage(), VoicePage()
        self._mind, self._habits = MindPage(), HabitsPage()
        self._state = GuideState()
        self._pages = (self._welcome, self._microphone, self._voice, self._mind, self._habits)
        self._rail, self._stack = Rail(picture), QStackedWidget()
        self._heading, self._count, self._problem = (
            Words("", "heading"),
            Words("", "small"),
            Words("", "wrong"),
        )
        self._arriving = Words("", "arriving")
        self._skip = button(translate("guide", "&Skip the guide"), "skip")
        self._back = button(translate("guide", "&Back"))
        self._next = button(translate("guide", "&Next"), "primary")
        self._arrange()
        self._connect()
        theme.changed.connect(self._wear)
        self._wear(theme.look)
        self.show_state(GuideState())
        self.show_step(Step.WELCOME)

    @property
    def step(self) -> Step:
        """Which step is shown."""
        return Step(self._stack.currentIndex())

    def show_state(self, state: GuideState) -> None:
        """How things stand."""
        self.setWindowTitle(translate("guide", "{name} · Welcome").format(name=state.companion))
        self._state = state
        self._pages[self.step].show_state(state)
        self._head()
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))

    def show_step(self, step: Step) -> None:
        """Turn to a step."""
        last = step is Step.DONE
        self._stack.setCurrentIndex(step)
        self._pages[step].show_state(self._state)
        self._pages[step].verticalScrollBar().setValue(0)
        self._rail.show_step(step)
        self._head()
        self._back.setVisible(step is not Step.WELCOME)
        self._next.setText(translate("guide", "&Say hello") if last else translate("guide", "&Next"))
        self._skip.setVisible(not last)
        self.step_entered.emit(step)

    def _head(self) -> None:
        step = self.step
        headings = (
            translate("guide", "Meet {name}").format(name=self._state.companion),
            translate("guide", "Can she hear you?"),
            translate("guide", "Can you hear her?"),
            translate("guide", "Who thinks for her?"),
            translate("guide", "At home on your desktop"),
        )
        self._heading.setText(headings[step])
        arriving = "" if step is Step.WELCOME else brief(self._state.needed)
        self._arriving.setText(arriving)
        self._arriving.setVisible(bool(arriving))
        words = translate("guide", "Step {step} of {steps} · {title}")
        self._count.setText(words.format(step=step + 1, steps=len(Step), title=titles()[step]))

    @Slot()
    def open(self) -> None:
        """Show it from the beginning, in front."""
        if not self.isVisible():
            room = self.screen().availableSize()
            self.resize(min(_WIDTH, room.width() - _MARGIN), min(_HEIGHT, room.height() - _MARGIN))
            self.show_step(Step.WELCOME)
        self.show()
        self.raise_()
        self.activateWindow()
        self._next.setFocus()

    def _arrange(self) -> None:
        for page in self._pages:
            self._stack.addWidget(page)
        bar = QFrame()
        bar.setObjectName("bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 12, 22, 14)
        row.setSpacing(10)
        row.addWidget(self._skip)
        row.addStretch(1)
        row.addWidget(self._back)
        row.addWidget(self._next)
        column = QVBoxLayout()
        column.setContentsMargins(0, 22, 0, 0)
        column.setSpacing(0)
        for part, below in ((self._count, 2), (self._heading, 10), (self._arriving, 6), (self._problem, 6)):
            line = QHBoxLayout()
            line.setContentsMargins(26, 0, 26, below)
            line.addWidget(part)
            column.addLayout(line)
        column.addWidget(self._stack, 1)
        column.addWidget(bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._rail)
        layout.addLayout(column, 1)

    def _connect(self) -> None:
        for page in self._pages:
            page.setting_changed.connect(self.setting_changed)
        for tried in (self._microphone, self._voice, self._mind):
            tried.trial_wanted.connect(self.trial_wanted)
            tried.trial_stopped.connect(self.trial_stopped)
            tried.model_wanted.connect(self.model_wanted)
        for looked in (self._microphone, self._voice):
            looked.devices_wanted.connect(self.devices_wanted)
        self._welcome.fetch_wanted.connect(self.fetch_wanted)
        self._welcome.preview_wanted.connect(self.preview_wanted)
        self._voice.judged.connect(self.judged)
        self._mind.look_wanted.connect(self.look_wanted)
        self._skip.clicked.connect(self.close)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        for keys, slot in (
            (QKeySequence("Esc"), self.close),
            (QKeySequence("Alt+Left"), self._go_back),
            (QKeySequence("Alt+Right"), self._go_on),
            (QKeySequence(QKeySequence.StandardKey.Close), self.close),
        ):
            QShortcut(keys, self).activated.connect(slot)

    @Slot(object)
    def _wear(self, look: Look) -> None:
        self.setStyleSheet(style_sheet(look))
        for page in self._pages:
            page.set_look(look)

    @Slot()
    def _go_back(self) -> None:
        if self.step is not Step.WELCOME:
            self.show_step(Step(self.step - 1))

    @Slot()
    def _go_on(self) -> None:
        self._next.setFocus()  # what is being typed counts
        if self.step is not Step.DONE:
            self.show_step(Step(self.step + 1))
            return
        self.hide()
        self.finished.emit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        """Closing it is skipping the rest."""
        if self.isVisible():
            self.skipped.emit()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """A narrow window has no room for the rail."""
        super().resizeEvent(event)
        self._rail.setVisible(self.width() >= _RAIL_FROM)
