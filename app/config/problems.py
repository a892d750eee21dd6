"""Wrong settings: every problem of a table at once, and the best settings in spite of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

Kind = TypeVar("Kind", bound=BaseModel)

_HEADER = re.compile(r"^\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_TYPES = {
    "string": "text in quotes",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "object": "a table",
    "array": "a list",
    "null": "nothing",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong.

    Where (`key`, dotted; `line` in the file, 0 if unknown), `wrong` and `allowed` in words.
    """

    key: str
    wrong: str
    allowed: str = ""
    line: int = 0

    def __str__(self) -> str:
        """One line for people."""
        place = f"line {self.line}: " if self.line else ""
        subject = f"{self.key} " if self.key else ""
        return f"{place}{subject}{self.wrong}" + (f"; allowed: {self.allowed}" if self.allowed else "")


def check(
    table: Mapping[str, Any], kind: type[Kind], text: str = "", above: tuple[str, ...] = ()
) -> tuple[Kind, list[Problem]]:
    """Read `table` as `kind`; what is wrong becomes a problem and gives way to its default.

    Args:
        table: parsed values.
        kind: a model whose fields all have defaults.
        text: the file they came from, for line numbers.
        above: the path of the table within the file.
    """
    data, problems = deepcopy(dict(table)), list[Problem]()
    while True:
        try:
            return kind.model_validate(data), problems
        except ValidationError as error:
            removed = False
            for fault in error.errors(include_url=False):
                path = _inside(data, fault["loc"])
                problems.append(_problem(fault, (*above, *path), kind, path, text))
                removed |= _remove(data, path)
            if not removed:
                data = {}


def line_of(text: str, path: Sequence[str]) -> int:
    """The line of a TOML text where a key is set, else where its table begins, else 0."""
    wanted, here, table_line = tuple(path), tuple[str, ...](), 0
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            here = _split(header[1])
            if here and here == wanted[: len(here)]:
                table_line = number
        elif (key := _KEY.match(line)) and (*here, *_split(key[1])) == wanted:
            return number
    return table_line


def choices(values: Iterable[str]) -> str:
    """A list for people."""
    return ", ".join(f'"{value}"' for value in values)


def _split(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))


def _inside(data: Mapping[str, Any], loc: tuple[int | str, ...]) -> tuple[str, ...]:
    """The part of a pydantic location that names keys of the data (the rest names branches of a union)."""
    path = list[str]()
    here: Any = data
    for step in loc:
        if not isinstance(here, Mapping) or step not in here:
            break
        path.append(str(step))
        here = here[step]
    return tuple(path)


def _remove(data: dict[str, Any], path: tuple[str, ...]) -> bool:
    for step in path[:-1]:
        data = data.get(step, {})
    return bool(path) and data.pop(path[-1], None) is not None


def _problem(
    fault: Any,  # noqa: ANN401  # pydantic's ErrorDetails, whose input is anything
    full: tuple[str, ...],
    kind: type[BaseModel],
    path: tuple[str, ...],
    text: str,
) -> Problem:
    line, key = line_of(text, full) if text else 0, ".".join(full)
    if fault["type"] == "extra_forbidden":
        return Problem(key, "is not a setting of Vesper; it is kept but does nothing", "", line)
    if fault["type"] == "value_error":
        return Problem(key, f"is wrong: {fault['ctx']['error']}", "", line)
    shown = repr(fault["input"])
    if len(shown) > 60:  # noqa: PLR2004  # one line on a terminal
        shown = shown[:57] + "…"
    allowed = _allowed(kind, path) or str(fault["msg"])
    return Problem(key, f"cannot be {shown}", allowed, line)


def _allowed(kind: type[BaseModel], path: tuple[str, ...]) -> str:
    """What a field accepts, from its JSON schema."""
    schema = whole = kind.model_json_schema()
    for step in path:
        schema = _follow(schema, whole).get("properties", {}).get(step, {})
    return _describe(_follow(schema, whole), whole)


def _follow(schema: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].rsplit("/", 1)[-1]]
    return schema


def _describe(schema: dict[str, Any], whole: dict[str, Any]) -> str:
    if "enum" in schema:
        return choices(map(str, schema["enum"]))
    if "const" in schema:
        return choices([str(schema["const"])])
    if "anyOf" in schema:
        parts = [_describe(_follow(part, whole), whole) for part in schema["anyOf"]]
        return " or ".join(part for part in parts if part and part != _TYPES["null"])
    words = _TYPES.get(str(schema.get("type", "")), "")
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        words += f" from {low:g} to {high:g}"
    elif low is not None:
        words += f" of at least {low:g}"
    if "maxLength" in schema:
        words += f" of {schema.get('minLength', 0)} to {schema['maxLength']} characters"
    if "pattern" in schema and "description" in schema:
        words += f" ({schema['description']})"
    return words
