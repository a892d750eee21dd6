"""What the user's own tools ask for that is the desktop's to do: who she is, her window, her microphone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from app.config.tuning import Tuning
from app.director import Director
from app.persona.casting import Casting
from models.events import Event
from models.requests import Part, PartSwitched, TraitAsked


class Requests(QObject):
    """Listens to the Director; what is asked for is done as if the user had chosen it in a window."""

    def __init__(self, director: Director, casting: Casting, tuning: Tuning) -> None:
        super().__init__()
        self._casting = casting
        self._tuning = tuning
        director.happened.connect(self.on_event)

    @Slot(object)
    def on_event(self, event: Event) -> None:
        """Do what is asked."""
        match event:
            case TraitAsked(field=field, value=value):
                self._casting.pick(field, value)
            case PartSwitched(part=Part.WINDOW, on=on):
                self._tuning.set("window", visible=on)
            case PartSwitched(part=Part.MICROPHONE, on=on):
                self._tuning.set("hearing", muted=not on)
