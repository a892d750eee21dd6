"""Pydantic fields in the words of the window: kind, bounds and choices from the schema, words from `wording`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel, SecretStr

from app.settings import wording
from app.settings.values import Choice, FieldSpec, Kind
from app.words import translate
from models.settings import Settings

_SLIDER_SPAN = 8.0
"""Fractions within a narrower span than this are set by a slider."""
_UNITS = {"_ms": "ms", "_s": "s", "_min": "min"}


def specs(kind: type[BaseModel], section: str) -> tuple[FieldSpec, ...]:
    """Every field of a class of settings that lies at `section` ("voice", "providers.kokoro")."""
    return tuple(spec(kind, section, name) for name in kind.model_fields)


def own(path: str) -> FieldSpec:
    """A field of `models.settings.Settings` by its path, such as "voice.speed"."""
    section, _, name = path.partition(".")
    kind = Settings.model_fields[section].annotation
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        raise KeyError(path)
    return spec(kind, section, name)


def spec(kind: type[BaseModel], section: str, name: str) -> FieldSpec:
    """One field. Raises `KeyError` when there is none of this name."""
    path, schema = f"{section}.{name}", _schema(kind)["properties"][name]
    whole = schema.get("type") == "integer"
    low, high = _bound(schema, "inimum", -1e6), _bound(schema, "aximum", 1e6)
    default = kind.model_fields[name].get_default(call_default_factory=True)
    title = str(schema.get("title", name))
    scale = wording.scale(path) or _scale(name, title, whole=whole, span=high - low)
    unit, factor, step = scale
    return FieldSpec(
        section=section,
        name=name,
        kind=_kind(path, schema, high - low),
        title=translate("fields", title),
        note=wording.note(path) or translate("fields", str(schema.get("description", ""))).replace("`", ""),
        default="" if isinstance(default, SecretStr) else default,
        low=low,
        high=high,
        whole=whole,
        step=step,
        unit=unit,
        factor=factor,
        decimals=0 if step * factor >= 1 else 1 if round(step * factor, 4) >= 0.1 else 2,  # noqa: PLR2004  # tenths
        longest=int(schema.get("maxLength", schema.get("items", {}).get("maxLength", 2000))),
        most=int(schema.get("maxItems", 200)),
        choices=tuple(
            Choice(str(value), wording.choice(path, str(value))) for value in schema.get("enum", ())
        ),
        offers=wording.OFFERS.get(path, str(schema.get("role", ""))),
        hint=wording.hint(path),
        wrong=wording.wrong(path),
        words=wording.synonyms(path),
    )


@cache
def _schema(kind: type[BaseModel]) -> Mapping[str, Any]:
    return kind.model_json_schema()


def _bound(schema: Mapping[str, Any], which: str, without: float) -> float:
    for key in ("m" + which, "exclusiveM" + which):
        if key in schema:
            return float(schema[key])
    return without


def _kind(path: str, schema: Mapping[str, Any], span: float) -> Kind:  # noqa: PLR0911  # one line a kind
    if path in wording.KINDS:
        return wording.KINDS[path]
    if schema.get("format") == "password":
        return Kind.HIDDEN
    if "enum" in schema or "role" in schema:
        return Kind.CHOICE
    match schema.get("type"):
        case "boolean":
            return Kind.SWITCH
        case "integer":
            return Kind.NUMBER
        case "number":
            return Kind.SLIDER if span <= _SLIDER_SPAN else Kind.NUMBER
        case "string":
            return Kind.TEXT
        case "array" if schema["items"].get("type") == "string":
            return Kind.PHRASES
    return Kind.OTHER


def _scale(name: str, title: str, *, whole: bool, span: float) -> tuple[str, float, float]:
    """Unit, factor and step of a number that `wording` says nothing of."""
    unit = next((unit for ending, unit in _UNITS.items() if name.endswith(ending)), "")
    if title.endswith(f"({unit})"):
        unit = ""
    return unit, 1.0, 1.0 if whole else 0.05 if span <= _SLIDER_SPAN else 0.5
