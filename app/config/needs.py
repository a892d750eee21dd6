"""Which models the chosen engines need, part by part."""

from __future__ import annotations

from models.settings import Settings
from workers.engines.registry import PROVIDERS, Provider
from workers.weights.cache import path_of
from workers.weights.catalogue import Catalogue

_BY_ID = {entry.id: entry for entry in PROVIDERS}
_SOUND_CARD = "portaudio"


def needs_of(settings: Settings, catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Organ to the ids of the models that its engines load, those in use only; a part that needs none is not in it."""
    mind, voice = settings.mind, settings.voice
    engines = {
        "sound": (_SOUND_CARD,),
        "ears": (settings.hearing.provider,),
        "voice": (voice.provider,) if voice.enabled else (),
        "mind": ("ollama" if mind.provider == "auto" else mind.provider, mind.fallback),
    }
    needs = {}
    for organ, names in engines.items():
        entries = [_BY_ID[name] for name in names if name in _BY_ID]
        models = [model for entry in entries for model in _models_of(entry, settings, catalogue)]
        if models:
            needs[organ] = tuple(dict.fromkeys(models))
    return needs


def _models_of(entry: Provider, settings: Settings, catalogue: Catalogue) -> tuple[str, ...]:
    """An engine's first model is the one that its setting `model` may replace: by an id, or by a file of one."""
    chosen = settings.providers.get(entry.id, {}).get("model")
    if not entry.models or chosen in (None, "", entry.models[0]):
        return entry.models
    for model in (*catalogue.models, *catalogue.better):
        files = {str(path_of(model.id) / file.name) for edition in model.editions for file in edition.files}
        if model.id == chosen or chosen in files:
            return (model.id, *entry.models[1:])
    return entry.models[1:]  # a folder or file of the user's own
