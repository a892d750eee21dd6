"""A persona file written anew from a table, with the comments and the order that it had."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any

import tomlkit
from tomlkit.items import Item

from app.paths import asset
from app.persona.files import read_text
from models.persona_parts import CLASSES, Kind

_WIDE = 70
"""Longer texts and lists stand on lines of their own."""


def written(kind: Kind, table: Mapping[str, object], text: str = "") -> str:
    """The text of a file that holds the table: `text` with what is different changed; without one, the empty form."""
    document = tomlkit.parse(text or read_text(asset("persona", "forms", f"{kind}.toml")))
    for field in CLASSES[kind].model_fields:
        _put(document, field, table.get(field))
    for field in [field for field in document if field not in table]:
        del document[field]
    return tomlkit.dumps(document)


def _put(document: MutableMapping[str, Any], field: str, value: object) -> None:
    """Set, change or remove one entry; one that is the same already stays as it is written."""
    before = document.get(field)
    if value is None:
        document.pop(field, None)
    elif isinstance(value, Mapping) and isinstance(before, MutableMapping):
        for name in [name for name in before if name not in value]:
            del before[name]
        for name, inner in value.items():
            _put(before, name, inner)
    elif before is None or _plain(before) != value:
        document[field] = _item(value)


def _plain(value: object) -> object:
    unwrap = getattr(value, "unwrap", None)
    return unwrap() if callable(unwrap) else value


def _item(value: object) -> Item:
    """The value as it reads best."""
    if isinstance(value, str):
        long = "\n" in value or len(value) > _WIDE
        return tomlkit.string(f"\n{value}", multiline=True) if long else tomlkit.string(value)
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        tables = tomlkit.aot()
        for entry in value:
            table = tomlkit.table()
            for name, inner in entry.items():
                table[name] = tomlkit.string(str(inner))
            tables.append(table)
        return tables
    if isinstance(value, list):
        items = tomlkit.array()
        items.extend(value)
        return items.multiline(bool(value))  # tomlkit's own signature
    found: Item = tomlkit.item(value)
    return found
