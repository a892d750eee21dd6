"""An id for a part, made of its title."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from models.persona_parts import ID_LENGTH

_LONGEST = ID_LENGTH - 5


def ids_for(title: str) -> Iterator[str]:
    """Ids that fit a title, best first, without end: small letters, digits and _, beginning with a letter."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:_LONGEST].strip("_")
    if not slug or not slug[0].isalpha():
        slug = f"my_{slug}".strip("_")[:_LONGEST]
    yield slug
    n = 1
    while True:
        n += 1
        yield f"{slug}_{n}"
