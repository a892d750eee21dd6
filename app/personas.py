"""The presets, dynamics and styles there are: ours, and the user's own in the config folder.

A user's file with an id of ours stands in for it. A file that cannot be used is reported and skipped, so a slip of
the pen never stops a start. Files are read again when they changed on disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.paths import asset, config_folder
from app.persona_files import PersonaFileError, part_of, read_text, table_of
from app.settings_problems import Problem
from models.persona_parts import Core, Dynamic, Kind, Part, Preset, Style, parse_core


@dataclass(frozen=True, slots=True)
class Entry:
    """A part that can be chosen. `ours`: it ships with Vesper; `shadows`: it is the user's, in place of ours."""

    kind: Kind
    part: Part
    path: Path
    ours: bool
    shadows: bool = False


MOST_FILES = 200
"""Files of a folder that are looked at."""

_Found = Part | tuple[Problem, ...]


class Library:
    """All parts, by kind. `folder` is where the user's own lie; nothing is written until asked."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or config_folder() / "personas"
        self._known: dict[Path, tuple[tuple[int, int], _Found]] = {}

    def entries(self, kind: Kind) -> tuple[Entry, ...]:
        """Those that can be chosen: ours first, then the user's, by title."""
        return self._scan(kind)[0]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the user's own files."""
        return tuple(problem for kind in Kind for problem in self._scan(kind)[1])

    def preset(self, preset_id: str) -> Preset | None:
        """A preset by id; None where there is none."""
        part = self._part(Kind.PRESET, preset_id)
        return part if isinstance(part, Preset) else None

    def dynamic(self, dynamic_id: str) -> Dynamic | None:
        """A dynamic by id; None where there is none."""
        part = self._part(Kind.DYNAMIC, dynamic_id)
        return part if isinstance(part, Dynamic) else None

    def style(self, style_id: str) -> Style | None:
        """A style by id; None where there is none."""
        part = self._part(Kind.STYLE, style_id)
        return part if isinstance(part, Style) else None

    @staticmethod
    def core() -> Core:
        """What she is in every persona. Raises `PersonaFileError` or `PersonaError` when our file is damaged."""
        return parse_core(table_of("core.toml", read_text(asset("persona", "core.toml"))))

    def _part(self, kind: Kind, part_id: str) -> Part | None:
        return next((entry.part for entry in self.entries(kind) if entry.part.id == part_id), None)

    def _scan(self, kind: Kind) -> tuple[tuple[Entry, ...], list[Problem]]:
        entries, problems = dict[str, Entry](), list[Problem]()
        for ours, folder in ((True, asset("persona", f"{kind}s")), (False, self.folder / f"{kind}s")):
            for path in sorted(folder.glob("*.toml"))[:MOST_FILES]:
                found = self._read(kind, path)
                if isinstance(found, tuple):
                    problems += found
                else:
                    shadows = not ours and found.id in entries
                    entries[found.id] = Entry(kind, found, path, ours, shadows)
        order = sorted(entries.values(), key=lambda e: (not (e.ours or e.shadows), e.part.title.lower()))
        return tuple(order), problems

    def _read(self, kind: Kind, path: Path) -> _Found:
        """A file's part or problems, read again only when the file changed."""
        try:
            about = path.stat()
        except OSError as error:
            return (Problem(path.name, f"cannot be read ({error.strerror or error})"),)
        stamp = (about.st_mtime_ns, about.st_size)
        if path not in self._known or self._known[path][0] != stamp:
            name = f"{path.parent.name}/{path.name}"
            found: _Found
            try:
                found = part_of(name, read_text(path), kind)
                if found.id != path.stem:
                    wrong = f"is {found.id!r}, but the file is called {path.name}; make them agree"
                    found = (Problem(f"{name}: id", wrong),)
            except PersonaFileError as error:
                found = error.problems
            self._known[path] = stamp, found
        return self._known[path][1]
