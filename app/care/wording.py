"""What the windows of care say, in the language of the user."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale

from app.care.backup import BackupError, Fault
from app.care.bundle import BundleError
from app.care.crash import Cause, Crash
from app.care.crash_dialog import Told
from app.care.hooks import Trouble
from app.words import translate


def of_trouble(trouble: Trouble) -> Told:
    """An exception nobody caught, while she runs on."""
    text = translate("care", "She goes on as well as she can. If something no longer works, start her again.")
    if trouble.times > 1:
        text += "\n" + translate("care", "It happened {n} times.").format(n=trouble.times)
    return Told(
        heading=translate("care", "Something went wrong inside"),
        text=text,
        details=f"{trouble.what}\n\n{trouble.trace}",
        again=translate("care", "Start again"),
    )


def of_crash(crash: Crash, *, safe: bool) -> Told:
    """A run that did not end as it should; `safe`: this one was started with care."""
    text = _causes(crash.cause).format(at=moment(crash.ended_s))
    if safe:
        text += "\n" + translate(
            "care",
            "It happened more than once, so she was started safely this time: as a still picture, without the stream.",
        )
    details = [
        translate("care", "Version {version}").format(version=crash.version),
        translate("care", "Started {at}").format(at=moment(crash.began_s)),
        translate("care", "Last sign of life {at}").format(at=moment(crash.ended_s)),
        "",
        crash.trace or translate("care", "Nothing more is known; the log may tell."),
    ]
    return Told(
        heading=translate("care", "She did not end as she should last time"),
        text=text,
        details="\n".join(details),
        again=translate("care", "Start again normally") if safe else translate("care", "Start safely"),
        safely=not safe,
    )


def of_backup(error: BackupError) -> str:
    """Why a backup cannot be made or brought back."""
    words = {
        Fault.NOT_WRITTEN: translate("care", "{file} cannot be written."),
        Fault.NOT_READ: translate("care", "{file} cannot be read."),
        Fault.FOREIGN: translate("care", "{file} is no backup of Vesper."),
        Fault.NEWER: translate("care", "{file} was made by a newer Vesper. Update this one first."),
        Fault.DAMAGED: translate("care", "{file} is damaged. Nothing was changed."),
        Fault.TOO_LARGE: translate("care", "{file} is too large."),
        Fault.NOTHING: translate("care", "There is nothing to keep yet."),
    }[error.fault].format(file=error.about)
    return f"{words} ({error.why})" if error.why else words


def of_bundle(error: BundleError) -> str:
    """Why a report cannot be saved."""
    words = translate("care", "{file} cannot be written.").format(file=error.path)
    return f"{words} ({error.why})"


def item(name: str) -> str:
    """What a file of the bundle is."""
    known = {
        "about.json": translate("care", "Versions, system and desktop"),
        "doctor.json": translate("care", "What works and what does not"),
        "models.json": translate("care", "Which models are there"),
        "settings.toml": translate("care", "Your settings, without secrets, names and word lists"),
        "memory.sqlite3": translate("care", "What the two of you said, and what she remembers"),
    }
    if name.endswith("fault.txt"):
        return translate("care", "Where it crashed")
    return known.get(name) or translate("care", "The end of a log")


def file_of_backup(name: str) -> str:
    """What a file of a backup is."""
    known = {
        "settings.toml": translate("care", "Settings"),
        "memory.sqlite3": translate("care", "What she remembers"),
        "ledger.sqlite3": translate("care", "Who paid and was thanked"),
    }
    if name.startswith("personas/"):
        return translate("care", "Personality {name}").format(
            name=name.rpartition("/")[2].removesuffix(".toml")
        )
    if name.startswith("recordings/"):
        return translate("care", "Recording {name}").format(name=name.rpartition("/")[2])
    return known.get(name, name)


def size(count: int) -> str:
    """A number of bytes."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def moment(at_s: float) -> str:
    """A time of day and its date."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(at_s)), QLocale.FormatType.ShortFormat)


def _causes(cause: Cause) -> str:
    return {
        Cause.FAULT: translate("care", "She crashed, {at}."),
        Cause.ERROR: translate("care", "A mistake in the program ended her, {at}."),
        Cause.KILLED: translate(
            "care", "She was ended from outside, {at}: by you, by another program, or because memory ran out."
        ),
        Cause.POWER: translate("care", "The computer stopped while she was running, {at}."),
    }[cause]
