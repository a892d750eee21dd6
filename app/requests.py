"""What the user's own tools ask for that is the desktop's to do: who she is, her window, her microphone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from app.casting import Casting
from app.director import Director
from models.events import Event, MicrophoneMuted
from models.requests import Part, PartSwitched, TraitAsked


class Requests(QObject):
    """Listens to the Director. `show_window` shows or hides her."""

    def __init__(self, director: Director, casting: Casting, show_window: Callable[[bool], None]) -> None:
        super().__init__()
        self._director = director
        self._casting = casting
        self._show_window = show_window
        director.happened.connect(self.on_event)

    @Slot(object)
    def on_event(self, event: Event) -> None:
        """Do what is asked."""
        match event:
            case TraitAsked(field=field, value=value):
                self._casting.pick(field, value)
            case PartSwitched(part=Part.WINDOW, on=on):
                self._show_window(on)
            case PartSwitched(part=Part.MICROPHONE, on=on):
                self._director.take(MicrophoneMuted(not on))
