"""Makes the pictures of the windows of care: `python -m tests.care_pictures FOLDER`.

Every state of the real windows on a real X server, dark and light, at the scale of `QT_SCALE_FACTOR`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests import stage as stages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from app.look.theme import Theme

_NOON = 1_795_291_200.0
_TRACE = """Fatal Python error: Segmentation fault

Current thread 0x00007f3c1c2f7740 (most recent call first):
  File "~/vesper/app/avatar/puppet.py", line 88 in draw
  File "~/vesper/app/avatar/live.py", line 141 in frame
"""
_LONG = "Bildschirmaufnahmesteuerungsszenenumschaltung"


def main() -> None:
    """All windows into the folder."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    with stages.screen(compositor=False, size="1600x1300") as screen:
        os.environ.update({key: screen.env[key] for key in ("DISPLAY", "LANG", "QT_QPA_PLATFORM")})
        from PySide6.QtGui import QColor, QPalette
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        from app.look.theme import Theme

        app = QApplication(["vesper"])
        for sky in ("dark", "light"):
            app.setPalette(QPalette(QColor("#222226" if sky == "dark" else "#f0f0f4")))
            for name, window in _windows(app, Theme(), out):
                window.show()
                QTest.qWait(250)
                window.grab().save(str(out / f"{name}_{sky}.png"))
                window.close()
        app.shutdown()


def _windows(_app: QApplication, theme: Theme, out: Path) -> Iterator[tuple[str, QWidget]]:
    from PySide6.QtCore import Qt

    from app.care import wording
    from app.care.archive import Archive
    from app.care.backup import BackupError, Fault, Made
    from app.care.backup_dialog import BackupDialog
    from app.care.bundle import MEMORY, BundleError, Item
    from app.care.bundle_dialog import BundleDialog
    from app.care.crash import Cause, Crash
    from app.care.crash_dialog import CrashDialog
    from app.care.hooks import Trouble
    from app.care.restore import Becomes, Change

    trouble = Trouble(
        "ValueError: no face of that name", "Traceback (most recent call last):\n  …", "MainThread", 3
    )
    yield "trouble", CrashDialog(theme, wording.of_trouble(trouble))
    crash = Crash(Cause.FAULT, _NOON - 900, _NOON, "0.4.0", _TRACE, 0)
    yield "crash", CrashDialog(theme, wording.of_crash(crash, safe=False))
    unfolded = CrashDialog(theme, wording.of_crash(crash, safe=True))
    unfolded._unfold.setChecked(True)
    yield "crash_details", unfolded
    yield "report_looking", BundleDialog(theme)
    report = BundleDialog(theme)
    report.show_items(
        (
            Item("about.json", b'{\n  "vesper": "0.4.0",\n  "system": "Linux"\n}'),
            Item("doctor.json", b"{}"),
            Item("models.json", b"[]"),
            Item("settings.toml", b"version = 1\n"),
            Item("logs/vesper.jsonl", b'{"at": "2026-11-21T12:00:00.000Z"}\n' * 900),
            Item("logs/vesper.fault.txt", _TRACE.encode()),
            Item(MEMORY, b"SQLite format 3\0" * 4000),
        )
    )
    yield "report", report
    report = BundleDialog(theme)
    report.show_problem(
        wording.of_bundle(BundleError(Path(f"/media/{_LONG}/vesper.zip"), "No space left on device"))
    )
    yield "report_full", report
    yield "backup", BackupDialog(theme)
    backups = BackupDialog(theme)
    backups.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    backups.show_made(
        Made(Path("/home/sam/vesper-backup-2026-11-21.zip"), ("settings.toml",), 48_123, ("openai.api_key",))
    )
    backups.show_changes(
        Archive(out, "0.3.0", "2026-10-02T18:20:00", {}),
        (
            Change("settings.toml", Becomes.REPLACED, 900),
            Change("memory.sqlite3", Becomes.REPLACED, 32_000),
            Change(f"personas/presets/{_LONG.lower()}.toml", Becomes.NEW, 2_000),
            Change("recordings/2026-10-01.jsonl", Becomes.SAME, 2_000),
        ),
    )
    yield "backup_changes", backups
    backups = BackupDialog(theme)
    backups.show_refused(BackupError(Fault.DAMAGED, "vesper-backup-2026-11-21.zip", "memory.sqlite3"))
    yield "backup_refused", backups
    backups = BackupDialog(theme)
    backups.show_ready()
    yield "backup_ready", backups


if __name__ == "__main__":
    main()
