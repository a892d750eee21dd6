"""Settings that leave or come: the file without its secrets, and what another one would change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any

import tomlkit
from pydantic import SecretStr

from app import logs
from app.config.store import SettingsError, SettingsStore
from app.desks.settings_sheets import sheets
from app.settings import schema
from app.settings.values import Difference, FieldSpec, Preview
from app.words import translate
from models.errors import EngineError
from models.settings import Settings
from workers.engines import registry

LIMIT_BYTES = 1_000_000
"""No settings file is larger."""

_LIKE_A_SECRET = re.compile(r"key|token|password|secret", re.IGNORECASE)
_OWN = ("version", "providers")
_LETTERS = 80

__all__ = ["Preview", "acceptable", "exported", "preview", "read"]


def exported(store: SettingsStore) -> str:
    """The settings file as it is, without secrets, and without what looks like one in remarks."""
    document = tomlkit.parse(store.text())
    for provider_id, table in _engines(document):
        for name in _secrets(provider_id, table):
            table.pop(name, None)
    return logs.redact(tomlkit.dumps(document))


def preview(store: SettingsStore, text: str, file: str) -> Preview:
    """What a text would bring if it were taken in place of the settings file."""
    try:
        after, problems = store.examine(text)
    except SettingsError as error:
        words = translate("settings", "This can't be imported: {why}.").format(why=error)
        return Preview(file, refused=words)
    wrong = tuple(str(problem) for problem in problems if not problem.key.endswith("(environment)"))
    return Preview(file, tuple(_differences(store.settings, after)), wrong)


def acceptable(store: SettingsStore, text: str) -> str:
    """A text that was previewed, without what is wrong in it, and with the secrets that are in the file now."""
    _, problems = store.examine(text)
    document = tomlkit.parse(text)
    for problem in problems:
        _remove(document, problem.key)
    known = {entry.id for entry in registry.PROVIDERS}
    for provider_id, table in _engines(tomlkit.parse(store.text())):
        if provider_id not in known:
            continue
        for name in _secrets(provider_id, table):
            if name in table:
                here = document.setdefault("providers", tomlkit.table()).setdefault(
                    provider_id, tomlkit.table()
                )
                here[name] = table[name]
    return tomlkit.dumps(document)


def _engines(document: Mapping[str, Any]) -> Iterator[tuple[str, MutableMapping[str, Any]]]:
    providers = document.get("providers")
    if isinstance(providers, Mapping):
        yield from ((name, table) for name, table in providers.items() if isinstance(table, MutableMapping))


def _secrets(provider_id: str, table: Mapping[str, Any]) -> list[str]:
    """The names of an engine's secrets; those that are called like one, where the engine is not known."""
    try:
        fields = registry.provider(provider_id).settings_class().model_fields
    except EngineError:
        return [name for name in table if _LIKE_A_SECRET.search(name)]
    return [name for name, field in fields.items() if field.annotation is SecretStr]


def _remove(document: MutableMapping[str, Any], key: str) -> None:
    """Take the part of a document away that a dotted key names."""
    here: Any = document
    *above, last = key.split(".")
    for step in above:
        here = here.get(step) if isinstance(here, Mapping) else None
    if isinstance(here, MutableMapping):
        here.pop(last, None)


def _differences(before: Settings, after: Settings) -> Iterator[Difference]:
    for section, field in Settings.model_fields.items():
        if section in _OWN:
            continue
        old, new = getattr(before, section), getattr(after, section)
        for name in type(old).model_fields:
            if getattr(old, name) != getattr(new, name):
                spec = schema.own(f"{section}.{name}")
                title = f"{translate('fields', field.title or section)} · {spec.title}"
                values = (_words(spec, getattr(old, name)), _words(spec, getattr(new, name)))
                yield Difference(spec.path, title, *values)
    for old_sheet, new_sheet in zip(sheets(before), sheets(after), strict=True):
        for spec in new_sheet.fields:
            was, will = old_sheet.values[spec.name], new_sheet.values[spec.name]
            if was != will and not isinstance(will, SecretStr):
                yield Difference(
                    spec.path, f"{new_sheet.label} · {spec.title}", _words(spec, was), _words(spec, will)
                )


def _words(spec: FieldSpec, value: object) -> str:
    """A value for people."""
    if isinstance(value, bool):
        return translate("settings", "on") if value else translate("settings", "off")
    if isinstance(value, (int, float)) and spec.unit:
        return f"{round(value * spec.factor, 3):g} {spec.unit}"
    if isinstance(value, (tuple, list, dict)):
        if all(isinstance(one, str) for one in value) and not isinstance(value, dict):
            return _short(", ".join(value)) or translate("settings", "nothing")
        return translate("settings", "{count} in a list").format(count=len(value))
    chosen = next((choice.title for choice in spec.choices if choice.value == value), "")
    return chosen or _short(str(value)) if value not in {None, ""} else translate("settings", "nothing")


def _short(text: str) -> str:
    return text if len(text) <= _LETTERS else text[: _LETTERS - 1] + "…"


def read(path: Path) -> str:
    """A file that is to be imported. Raises OSError or UnicodeDecodeError; one that is too large is an OSError."""
    if path.stat().st_size > LIMIT_BYTES:
        raise OSError(0, translate("settings", "it is too large for settings"))
    return path.read_text(encoding="utf-8-sig")
