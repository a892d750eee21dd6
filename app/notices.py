"""Failures as a person wants to hear them: what happened, in plain words, and the one button that helps.

A cause is a part and whose turn it is to act; while it lasts there is one notice for it, however often it
recurs. A part that is ready again takes its notices with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.config.problems import Problem
from app.notice import Act, Action, Change, Notice, Tone
from app.notice_models import MODELS, models_notice
from app.notice_parts import part_named
from app.words import translate
from models.commands import Tell
from models.errors import Blame
from models.events import Failed, Health, WorkerChanged
from models.needed import Needed
from models.offered import OfferState

_ERROR_PARTS = frozenset({"sound", "ears", "mind"})
_OUTSIDE = frozenset({"stream", "obs", "api"})
"""Parts that no restart of hers can mend."""


class Notices:
    """Which notices stand. The Director asks it with every failure and shows what it answers."""

    def __init__(self) -> None:
        self._standing: dict[str, Notice] = {}
        self._needed = Needed()
        self._unwanted: OfferState | None = None
        """The state in which the user closed the notice about her models."""

    @property
    def standing(self) -> tuple[Notice, ...]:
        """The notices that hold now, oldest first."""
        return tuple(self._standing.values())

    def failed(self, failure: Failed) -> Change:
        """Something failed: its notice, or nothing when the same cause is on show in the same words."""
        return self.told(failure.worker, failure.blame, failure.message)

    def told(self, worker: str, blame: Blame | str, message: str) -> Change:
        """`failed` for a `models.commands.Tell`. A part that is coming back needs no second notice."""
        if worker in self._lacking:
            return Change()  # the notice about her models says it all
        notice = describe(worker, Blame(blame), message)
        standing = self._standing.get(notice.key)
        if standing is not None and standing.title == part_named(worker).coming:
            return Change()
        return self._show(notice)

    def changed(self, change: WorkerChanged) -> Change:
        """A part came, went or is coming back."""
        if change.worker in self._lacking and change.health in {Health.GONE, Health.RESTARTING}:
            return Change()
        match change.health:
            case Health.READY | Health.OFF | Health.ASLEEP:
                over = tuple(key for key in self._standing if key.partition("/")[0] == change.worker)
                for key in over:
                    del self._standing[key]
                return Change(gone=over)
            case Health.RESTARTING:
                part = part_named(change.worker)
                text = _join(change.note, part.meanwhile)
                return self._show(Notice(_key(change.worker), part.coming, text, tone=Tone.INFO))
            case Health.GONE:
                return self._show(_gone(change))
        return Change()

    def dismissed(self, key: str) -> None:
        """The user closed a notice: the same cause may be told again when it recurs."""
        self._standing.pop(key, None)
        if key == MODELS:
            self._unwanted = self._needed.state

    @property
    def _lacking(self) -> frozenset[str]:
        """The parts that can't be well before their models are here."""
        parts = self._needed.parts
        return frozenset((*parts, "microphone") if "sound" in parts else parts)

    def needed(self, needed: Needed) -> Change:
        """The models she lacks: one notice for all, and none for the parts that only wait for them."""
        self._needed = needed
        if needed.state is not self._unwanted:
            self._unwanted = None
        over = [key for key in self._standing if key.partition("/")[0] in self._lacking]
        notice = models_notice(needed)
        if notice is None and MODELS in self._standing:
            over.append(MODELS)
        for key in over:
            del self._standing[key]
        shown = self._show(notice).shown if notice is not None and self._unwanted is None else None
        return Change(shown, tuple(over))

    def settings(self, problems: Sequence[Problem]) -> Change:
        """One notice for everything wrong with the settings file; none when nothing is."""
        if not problems:
            return Change(gone=("settings/file",) if self._standing.pop("settings/file", None) else ())
        count = len(problems)
        lines = str(problems[0]) if count == 1 else "\n".join(f"• {problem}" for problem in problems)
        title = (
            translate("notices", "One setting needs a look")
            if count == 1
            else translate("notices", "{count} settings need a look").format(count=count)
        )
        action = Action(Act.SETTINGS, translate("notices", "Open settings"))
        return self._show(Notice("settings/file", title, lines, action))

    def unrestored(self, why: str) -> Change:
        """A backup that was to be brought back at this start was not."""
        title = translate("notices", "The backup was not brought back")
        text = _join(why, translate("notices", "Everything is as it was."))
        action = Action(Act.LOG, translate("notices", "Show log"))
        return self._show(Notice("care/restore", title, text, action))

    def _show(self, notice: Notice) -> Change:
        if self._standing.get(notice.key) == notice:
            return Change()
        self._standing[notice.key] = notice
        return Change(notice)


def notice_for(tell: Tell) -> Notice:
    """The notice a `Tell` asks for."""
    return describe(tell.worker, Blame(tell.blame), tell.message)


def describe(worker: str, blame: Blame, message: str) -> Notice:
    """The notice for a failure."""
    part = part_named(worker)
    key = _key(worker, blame)
    text = _join(message, part.meanwhile)
    tone = Tone.ERROR if worker in _ERROR_PARTS else Tone.WARNING
    match blame:
        case Blame.SETTINGS:
            action = Action(Act.SETTINGS, translate("notices", "Open settings"))
            return Notice(
                key, translate("notices", "Her {part} needs a setting").format(part=part.noun), text, action
            )
        case Blame.NETWORK:
            return Notice(
                key,
                translate("notices", "No connection for her {part}").format(part=part.noun),
                text,
                Action(Act.RETRY, translate("notices", "Try again"), worker),
            )
        case Blame.PROVIDER:
            title = translate("notices", "The server for her {part} has trouble").format(part=part.noun)
            return Notice(key, title, text, Action(Act.RETRY, translate("notices", "Try again"), worker))
        case Blame.ENGINE:
            return Notice(
                key, part.lost, text, Action(Act.RESTART, translate("notices", "Restart it"), worker), tone
            )
        case Blame.DEVICE:
            return Notice(
                key, part.lost, text, Action(Act.DEVICES, translate("notices", "Look again"), worker), tone
            )
        case Blame.BUG:
            text = _join(
                message,
                translate("notices", "This is a mistake in Vesper, and it is in the log."),
                part.meanwhile,
            )
            return Notice(
                key,
                translate("notices", "Something went wrong inside"),
                text,
                Action(Act.LOG, translate("notices", "Show log")),
                tone,
            )


def _key(worker: str, blame: Blame = Blame.ENGINE) -> str:
    return f"{worker}/{blame}"


def _gone(change: WorkerChanged) -> Notice:
    part = part_named(change.worker)
    text = _join(change.note or translate("notices", "It stopped and did not come back."), part.meanwhile)
    outside = change.worker in _OUTSIDE
    action = Action(
        *(
            (Act.RETRY, translate("notices", "Try again"))
            if outside
            else (Act.RESTART, translate("notices", "Restart it"))
        ),
        change.worker,
    )
    tone = Tone.ERROR if change.worker in _ERROR_PARTS else Tone.WARNING
    return Notice(_key(change.worker), part.lost, text, action, tone)


def _join(*sentences: str) -> str:
    parts = [sentence.strip() for sentence in sentences if sentence.strip()]
    return " ".join(part if part[-1] in ".!?…)" else f"{part}." for part in parts)
