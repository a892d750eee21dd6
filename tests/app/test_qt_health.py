"""PySide6 6.12 on Python 3.11 steals a reference to None and True with every void call and signal emit."""

from __future__ import annotations

import sys
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

TIMES = 5_000


class Bell(QObject):
    rung = Signal()
    rung_with = Signal(object)
    heard: ClassVar[int] = 0

    @Slot()
    @Slot(object)
    def hear(self, *_what: object) -> None:
        type(self).heard += 1


@pytest.mark.parametrize("constant", [None, True, False], ids=repr)
def test_references_to_constants_stay_flat(qapp: QApplication, constant: object) -> None:
    bell = Bell()
    bell.rung.connect(bell.hear)
    bell.rung_with.connect(bell.hear)
    before = sys.getrefcount(constant)
    heard = Bell.heard
    for _ in range(TIMES):
        bell.rung.emit()
        bell.rung_with.emit(constant)
        bell.setObjectName("bell")
        bell.setProperty("tone", 880)
    assert Bell.heard == heard + 2 * TIMES
    assert abs(sys.getrefcount(constant) - before) < TIMES // 50
