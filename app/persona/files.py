"""One persona file: its text to a part, and every fault with its line and field in plain words."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from app.config.problems import Problem, choices, line_of
from app.paths import asset
from models.persona_parts import Kind, Part, PersonaError, Preset, parse_part

LARGEST_BYTES = 64 * 1024
"""No persona file is larger."""

_WHERE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


class PersonaFileError(Exception):
    """A persona file that cannot be used. `problems` names every fault."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class PersonaTakenError(PersonaFileError):
    """Something is there already and was not to be replaced."""


def read_text(path: Path) -> str:
    """A file's text. Raises `PersonaFileError` when it cannot be read, is too large or no text."""
    try:
        if not path.is_file():
            raise PersonaFileError(Problem(path.name, "is not a file"))
        with path.open("rb") as file:
            raw = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise PersonaFileError(Problem(path.name, f"cannot be read ({error.strerror or error})")) from error
    if len(raw) > LARGEST_BYTES:
        limit = LARGEST_BYTES // 1024
        raise PersonaFileError(Problem(path.name, f"is too large for a persona; {limit} KiB fit"))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PersonaFileError(Problem(path.name, "is no text in UTF-8")) from error


def table_of(name: str, text: str) -> dict[str, Any]:
    """The text as a table. Raises `PersonaFileError` when it is no TOML."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _WHERE.search(str(error))
        words = _WHERE.sub("", str(error))
        line = int(found[1] or text.count("\n") + 1) if found else 0
        raise PersonaFileError(Problem(name, f"is no valid TOML ({words})", line=line)) from error


def part_of(name: str, text: str, kind: Kind, also: tuple[str, ...] = ()) -> Part:
    """The text of a file as a part of its kind, without the fields `also` that an export adds.

    Raises:
        PersonaFileError: with every fault, its line and field.
    """
    table = {field: value for field, value in table_of(name, text).items() if field not in also}
    try:
        part = parse_part(kind, table)
    except PersonaError as error:
        problems = []
        for told in error.problems:
            field, _, wrong = told.partition(": ")
            steps = field.split(".")
            shown = ".".join(str(int(step) + 1) if step.isdecimal() else step for step in steps)
            problems.append(Problem(f"{name}: {shown}", wrong, line=_line(text, steps)))
        raise PersonaFileError(*sorted(problems, key=lambda problem: problem.line)) from error
    lent = [path.stem for path in sorted(asset("persona", "presets").glob("*.toml"))]
    if isinstance(part, Preset) and part.lines not in lent:
        wrong = f"cannot be {part.lines!r}; the authored lines are those of our presets"
        raise PersonaFileError(Problem(f"{name}: lines", wrong, choices(lent), line_of(text, ["lines"])))
    return part


def _line(text: str, steps: list[str]) -> int:
    """The line of a field; of the n-th [[examples]] where the field is in one, 0 where it is not in the file."""
    if len(steps) > 1 and steps[1].isdecimal():
        heads = [n for n, line in enumerate(text.splitlines(), 1) if _HEAD.match(line)]
        nth = int(steps[1])
        if steps[0] != "examples" or nth >= len(heads):
            return line_of(text, steps[:1])
        start, end = heads[nth], (heads[nth + 1] - 1 if nth + 1 < len(heads) else None)
        inside = line_of("\n".join(text.splitlines()[start:end]), steps[2:3])
        return start + inside
    return line_of(text, steps)


_HEAD = re.compile(r"^\s*\[\[\s*examples\s*\]\]")
