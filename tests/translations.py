"""Words in other languages: `python -m tests.translations` gathers them from the code and compiles what is translated.

Qt's lupdate reads literals in `translate(…)` calls. Titles of settings, personas and faces are data: they are told to
it as a file of such calls. A person translates `assets/i18n/*.ts` (in Qt Linguist); she reads the `.qm`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import PySide6
from pydantic import BaseModel

from models.expression import Expression
from models.settings import Settings
from workers.engines.registry import PROVIDERS

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "assets" / "i18n"
LANGUAGES = ("de",)


def sources() -> list[Path]:
    """The files of the program that may hold words for people."""
    return sorted((ROOT / "app").rglob("*.py"))


def told() -> Iterator[tuple[str, str]]:
    """Context and text of words that are data."""
    yield from (("fields", words) for words in dict.fromkeys(_fields(Settings)))
    for provider in PROVIDERS:
        yield "engines", provider.label
        yield from (("fields", words) for words in dict.fromkeys(_fields(provider.settings_class())))
    for path in sorted((ROOT / "assets" / "persona").glob("*/*.toml")):
        part = tomllib.loads(path.read_text(encoding="utf-8"))
        if path.parent.name in {"presets", "dynamics", "styles"}:
            yield "personas", part["title"]
            yield "personas", part["description"]
    yield from (("faces", face.value.replace("_", " ")) for face in Expression)


def _fields(section: type[BaseModel]) -> Iterator[str]:
    for field in section.model_fields.values():
        yield from filter(None, (field.title, field.description))
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from _fields(inner)
        for argument in getattr(inner, "__args__", ()):
            if isinstance(argument, type) and issubclass(argument, BaseModel):
                yield from _fields(argument)


def gather(folder: Path, language: str) -> Path:
    """Bring a language's `.ts` file in `folder` up to date; what is no longer said is dropped."""
    target = folder / f"vesper_{language}.ts"
    with tempfile.TemporaryDirectory() as scratch:
        data = Path(scratch) / "data.py"
        lines = [f"translate({context!r}, {text!r})" for context, text in dict.fromkeys(told())]
        data.write_text("\n".join(lines) + "\n", encoding="utf-8")
        listed = Path(scratch) / "files.lst"
        listed.write_text("\n".join(str(path) for path in [*sources(), data]), encoding="utf-8")
        options = [
            "-no-obsolete",
            "-locations",
            "none",
            "-source-language",
            "en",
            "-target-language",
            language,
        ]
        _tool("lupdate", *options, f"@{listed}", "-ts", str(target))
    return target


def untranslated(target: Path) -> list[str]:
    """Texts of a `.ts` file that nobody has translated yet."""
    messages = ET.parse(target).getroot().iter("message")  # noqa: S314  # a file of ours
    open_ = (one for one in messages if one.find("translation[@type]") is not None)
    return [one.findtext("source") or "" for one in open_]


def compiled(target: Path, folder: Path) -> Path:
    """The `.qm` file of a `.ts` file."""
    made = folder / target.with_suffix(".qm").name
    _tool("lrelease", "-silent", str(target), "-qm", str(made))
    return made


def _tool(name: str, *arguments: str) -> None:
    path = Path(PySide6.__file__).parent / name
    done = subprocess.run([str(path), *arguments], check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)


def main() -> int:
    """Gather and compile every language; the exit status tells whether all is translated."""
    FOLDER.mkdir(exist_ok=True)
    missing = 0
    for language in LANGUAGES:
        target = gather(FOLDER, language)
        left = untranslated(target)
        missing += len(left)
        compiled(target, FOLDER)
        print(f"{language}: {len(left)} to translate")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
