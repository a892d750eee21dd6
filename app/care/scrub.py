"""Settings as they may leave the machine: without secrets, and for a stranger's eyes without what is personal."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from app.logs import MASK, anonymous

_PERSONAL = (
    ("character", "streamer_name"),
    ("character", "catchphrases"),
    ("character", "forbidden_topics"),
    ("safety", "blocked_words"),
    ("safety", "allowed_words"),
    ("stream", "reactions"),
)
"""What of the settings is nobody's business when a mistake is looked for."""
_SECRET_WORDS = ("key", "token", "password", "secret", "passwd")


def without_secrets(text: str) -> tuple[str, tuple[str, ...]]:
    """A settings file's text without secrets that were written into it, and which ("openai.api_key") they were.

    Raises `ValueError` where the text is no TOML.
    """
    document, removed = _parsed(text), []
    providers = document.get("providers")
    for name, table in dict(providers).items() if isinstance(providers, MutableMapping) else ():
        if isinstance(table, MutableMapping):
            for field in [field for field in table if _secret(str(field)) and table[field]]:
                del table[field]
                removed.append(f"{name}.{field}")
    return tomlkit.dumps(document), tuple(removed)


def for_strangers(text: str) -> str:
    """A settings file's text without secrets and names; where it is no TOML, without what looks like a secret."""
    try:
        document = _parsed(without_secrets(text)[0])
    except ValueError:
        return anonymous(text)
    for section, field in _PERSONAL:
        table = document.get(section)
        if isinstance(table, MutableMapping) and table.get(field):
            value: Any = table[field]
            table[field] = MASK if isinstance(value, str) else f"{len(value)} ({MASK})"
    return anonymous(tomlkit.dumps(document))


def _secret(field: str) -> bool:
    return any(word in field.lower() for word in _SECRET_WORDS)


def _parsed(text: str) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(text)
    except TOMLKitError as error:
        message = f"no valid TOML: {error}"
        raise ValueError(message) from error
