"""Whether a backup waits to be put in place, and doing so before anything of hers is opened."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths

if TYPE_CHECKING:
    from app.care.backup import BackupError

_log = logging.getLogger(__name__)

PENDING = "restore-pending"
"""The folder below the state folder in which it lies ready."""


def bring_back(settings: Path) -> BackupError | None:
    """Put it in place, unless her window runs in another process.

    What fails is logged and given back, and all stays as it was.
    """
    if not (paths.state_folder() / PENDING).exists():
        return None
    from app.care.backup import BackupError, Homes
    from app.care.crash import running
    from app.care.restore import apply_pending

    homes = Homes.of(settings)
    if running(homes.state):
        return None
    try:
        apply_pending(homes)
    except BackupError as error:
        _log.error("a backup could not be brought back: %s", error)  # its words say it all
        return error
    return None
