"""What she would sound like with a part, one that may not be in any file yet: a line of it, in its voice and mood."""

from __future__ import annotations

from app.persona.character import persona_of
from app.persona.library import Library
from models.delivery import delivery, voice_mood_for
from models.mood import Mood
from models.persona import Persona
from models.persona_parts import Dynamic, Kind, Part, Preset, Style
from models.settings import Settings
from models.speech import VoiceStyle


class With(Library):
    """A library in which one part stands in for whatever has its id."""

    def __init__(self, library: Library, part: Part) -> None:
        super().__init__(library.folder)
        self._draft = part

    def preset(self, preset_id: str) -> Preset | None:
        """The draft, if it is that."""
        draft = self._draft
        return draft if isinstance(draft, Preset) and draft.id == preset_id else super().preset(preset_id)

    def dynamic(self, dynamic_id: str) -> Dynamic | None:
        """The draft, if it is that."""
        draft = self._draft
        return draft if isinstance(draft, Dynamic) and draft.id == dynamic_id else super().dynamic(dynamic_id)

    def style(self, style_id: str) -> Style | None:
        """The draft, if it is that."""
        draft = self._draft
        return draft if isinstance(draft, Style) and draft.id == style_id else super().style(style_id)


def sample_of(
    settings: Settings, library: Library, kind: Kind, part: Part, nth: int
) -> tuple[str, VoiceStyle]:
    """A line she would say with this part and what else is chosen, and how; another one for each `nth`.

    Raises:
        PersonaFileError, PersonaError, OSError: our own files are damaged.
    """
    character = settings.character.model_copy(update={kind.value: part.id})
    persona = persona_of(settings.model_copy(update={"character": character}), With(library, part))
    lines = _lines(persona, part)
    text = lines[nth % len(lines)].format_map(
        {"companion": persona.companion, "streamer": settings.character.streamer_name or persona.streamer}
    )
    voice = settings.voice
    base = VoiceStyle(voice.voice or persona.voice, voice.speed * persona.speed)
    if not voice.moods:
        return text, base
    mood = voice_mood_for(persona.tone, Mood(), text, persona.dynamic)
    return text, delivery(mood, base)


def _lines(persona: Persona, part: Part) -> tuple[str, ...]:
    """What the part's own examples answer, those that fit the family mode; else the persona's."""
    known = {example.reply for example in persona.examples}
    own = tuple(example.reply for example in part.examples if example.reply in known)
    return own or tuple(example.reply for example in persona.examples) or persona.refusals
