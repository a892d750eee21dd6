"""The settings file: read with every problem reported at once, written without losing a thing.

The file is the user's: comments, order and unknown keys survive every change, a wrong value stays as
written until it is changed (its default is used meanwhile), a file that is no TOML is kept aside. A change
re-reads the file first, so edits made in an editor meanwhile are kept. Values from the environment lie on
top and are never written.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tomllib
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import tomlkit
from pydantic import BaseModel, SecretStr
from tomlkit.exceptions import TOMLKitError

from app.atomic import write_atomically
from app.config.checks import provider_problems, typed, without_unknown_engines
from app.config.problems import Problem, check, choices, line_of
from app.persona.library import Library
from models.persona_parts import Kind
from models.settings import ENVIRONMENT, VERSION, Settings
from workers.advice import own
from workers.engines import registry

Migration = Callable[[tomlkit.TOMLDocument], None]

MIGRATIONS: Mapping[int, Migration] = MappingProxyType({})
"""Version to the step that turns a file of it into the next version."""

HEADING = f"# Vesper's settings. What is not here has its default; `{own('doctor')}` names what is wrong.\n"


def _no_secrets(_name: str) -> None:
    """Where nothing is kept."""


class SettingsError(ValueError):
    """A change was refused; nothing changed. The message names the key and what is allowed."""


class SettingsNotSavedError(OSError):
    """A change holds for this session, but its file cannot be written. The message says why."""


class SettingsStore:
    """One settings file. Not thread-safe; small enough for the GUI thread."""

    def __init__(
        self,
        path: Path,
        environment: Mapping[str, str] | None = None,
        *,
        secrets: Callable[[str], str | None] = _no_secrets,
        library: Library | None = None,
        migrations: Mapping[int, Migration] = MIGRATIONS,
        version: int = VERSION,
    ) -> None:
        self.path = path
        self.settings = Settings()
        self.problems: tuple[Problem, ...] = ()
        self._environment = dict(os.environ if environment is None else environment)
        self._secrets = secrets
        self.library = library or Library()
        self._migrations = migrations
        self._version = version
        self._unsaved = ""
        self.load()

    def load(self) -> Settings:
        """Read the file again. Never raises: `problems` holds all that is wrong, in the order of the file."""
        text, table, problems = self._read()
        if table.get("version", self._version) != self._version:
            text, table = self._migrate(text, table, problems)
        self._adopt(text, table, problems)
        return self.settings

    def change(self, section: str, **fields: object) -> Settings:
        """Set fields of a section ("voice", "providers.kokoro"), save, and return the new settings.

        `None` removes a field, which brings its default back.

        Raises:
            SettingsError: a value is not allowed.
            SettingsNotSavedError: the file cannot be written; the change holds for this session.
        """
        text, _, problems = self._read()
        document = _parse(text)
        table = _table(document, section)
        for name, value in fields.items():
            if value is None:
                table.pop(name, None)
            else:
                table[name] = value
        text = tomlkit.dumps(document)
        parsed = tomllib.loads(text)
        places = {f"{section}.{name}" for name in fields}
        refused = [str(problem) for problem in self._examine(text, parsed)[1] if problem.key in places]
        if refused:
            raise SettingsError("; ".join(refused))
        self._adopt(text, parsed, problems)
        self._save(text)
        return self.settings

    def text(self) -> str:
        """The file as it is, or what it would be if it could be written."""
        return self._read()[0]

    def overridden(self) -> dict[str, str]:
        """The settings that the environment decides, dotted, and the variable that does."""
        return {".".join(path): name for name, path in ENVIRONMENT.items() if self._environment.get(name)}

    def examine(self, text: str) -> tuple[Settings, tuple[Problem, ...]]:
        """The settings a text would give, and all that is wrong with it. Raises `SettingsError` for no TOML at all."""
        text = self._understood(text)
        settings, found = self._examine(text, tomllib.loads(text))
        return settings, tuple(sorted(found, key=lambda problem: problem.line))

    def replace(self, text: str) -> Settings:
        """Take this text in place of the file, which is kept beside it, and return the new settings.

        Raises:
            SettingsError: it is no TOML, or of a newer Vesper.
            SettingsNotSavedError: the file cannot be written; the settings hold for this session.
        """
        text = self._understood(text)
        kept = self.path.with_name(f"{self.path.name}.before-import")
        with contextlib.suppress(OSError):
            shutil.copy2(self.path, kept)
        self._adopt(text, tomllib.loads(text), [])
        self._save(text)
        return self.settings

    def provider_settings(self, provider_id: str) -> BaseModel:
        """The settings of one engine, defaults where its table is silent or wrong. Raises `EngineError`.

        An empty secret is asked of `secrets` as "PROVIDER.FIELD", which may take as long as that does.
        """
        kind = registry.provider(provider_id).settings_class()
        settings = check(self.settings.providers.get(provider_id, {}), kind)[0]
        for name, field in kind.model_fields.items():
            if field.annotation is SecretStr and not getattr(settings, name).get_secret_value():
                secret = self._secrets(f"{provider_id}.{name}")
                settings = settings.model_copy(update={name: SecretStr(secret or "")})
        return settings

    def _adopt(self, text: str, table: Mapping[str, Any], problems: list[Problem]) -> None:
        settings, found = self._examine(text, table)
        self.settings = settings
        found.sort(key=lambda problem: problem.line)
        self.problems = (*problems, *found, *self.library.problems)

    def _examine(self, text: str, table: Mapping[str, Any]) -> tuple[Settings, list[Problem]]:
        settings, problems = check(table, Settings, text)
        problems += provider_problems(settings, text)
        settings = without_unknown_engines(settings, problems, text)
        settings = self._with_environment(settings, problems)
        return self._without_unknown_persona(settings, problems, text), problems

    def _with_environment(self, settings: Settings, problems: list[Problem]) -> Settings:
        table = settings.model_dump()
        for variable, (*above, name) in ENVIRONMENT.items():
            raw = self._environment.get(variable)
            if raw:
                here = table
                for step in above:
                    here = here.setdefault(step, {})
                here[name] = typed(raw, above, name)
        settings, found = check(table, Settings)
        names = {".".join(path): variable for variable, path in ENVIRONMENT.items()}
        problems += [Problem(f"{names.get(p.key, p.key)} (environment)", p.wrong, p.allowed) for p in found]
        return settings

    def _without_unknown_persona(self, settings: Settings, problems: list[Problem], text: str) -> Settings:
        """What there is no persona file for gives way to its default, wherever it was named."""
        character = settings.character
        defaults = type(character)()
        for kind in Kind:
            chosen = getattr(character, kind)
            known = [entry.part.id for entry in self.library.entries(kind)]
            if chosen in known or chosen == getattr(defaults, kind):
                continue
            path = ("character", kind.value)
            variable = next((name for name, place in ENVIRONMENT.items() if place == path), "")
            wrong = f"cannot be {chosen!r}; there is no such {kind}"
            if variable and self._environment.get(variable) == chosen:
                problems.append(Problem(f"{variable} (environment)", wrong, choices(known)))
            else:
                problems.append(Problem(".".join(path), wrong, choices(known), line_of(text, path)))
            character = character.model_copy(update={kind.value: getattr(defaults, kind)})
        return settings.model_copy(update={"character": character})

    def _read(self) -> tuple[str, dict[str, Any], list[Problem]]:
        if self._unsaved:
            return self._unsaved, tomllib.loads(self._unsaved), []
        try:
            raw = self.path.read_bytes()
        except FileNotFoundError:
            return "", {}, []
        except OSError as error:
            wrong = f"{self.path} cannot be read ({error.strerror or error}); defaults are used"
            return "", {}, [Problem("", wrong)]
        try:
            text = raw.decode("utf-8-sig")
            return text, tomllib.loads(text), []
        except (ValueError, RecursionError) as error:
            return "", {}, [self._set_aside(error)]

    def _understood(self, text: str) -> str:
        """A text of someone else's as one of this version."""
        try:
            found = tomllib.loads(text).get("version", self._version)
        except (ValueError, RecursionError) as error:
            message = f"it is no valid TOML ({error})"
            raise SettingsError(message) from error
        if not isinstance(found, int) or not 1 <= found <= self._version:
            message = f"its version is {found!r}; this Vesper knows versions up to {self._version}"
            raise SettingsError(message)
        return self._migrated(text, found) if found < self._version else text

    def _migrated(self, text: str, found: int) -> str:
        document = _parse(text)
        for version in range(found, self._version):
            self._migrations[version](document)
        document["version"] = self._version
        return tomlkit.dumps(document)

    def _set_aside(self, error: Exception) -> Problem:
        number = 1
        while (kept := self.path.with_name(f"{self.path.name}.broken-{number}")).exists():
            number += 1
        try:
            self.path.rename(kept)
        except OSError:
            kept = self.path
        wrong = f"{self.path.name} is no valid TOML ({error}); it is kept as {kept} and defaults are used"
        return Problem("", wrong)

    def _migrate(
        self, text: str, table: dict[str, Any], problems: list[Problem]
    ) -> tuple[str, dict[str, Any]]:
        found = table["version"]
        if not isinstance(found, int) or isinstance(found, bool) or found < 1:
            return text, table
        backup = self.path.with_name(f"{self.path.name}.v{found}")
        with contextlib.suppress(OSError):
            shutil.copy2(self.path, backup)
        if found > self._version:
            wrong = f"is {found}, of a newer Vesper; what is known is used, a copy is kept as {backup.name}"
            problems.append(Problem("version", wrong, f"up to {self._version}", line_of(text, ("version",))))
            return text, table
        text = self._migrated(text, found)
        try:
            self._save(text)
        except SettingsNotSavedError as error:
            problems.append(Problem("", str(error)))
        return text, tomllib.loads(text)

    def _save(self, text: str) -> None:
        try:
            write_atomically(self.path, text)
        except OSError as error:
            self._unsaved = text
            reason = error.strerror or error
            message = f"Your change works until you quit: {self.path} cannot be written ({reason})."
            raise SettingsNotSavedError(message) from error
        self._unsaved = ""


def _parse(text: str) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(text or HEADING)
    except TOMLKitError:
        return tomlkit.parse(HEADING + tomlkit.dumps(tomllib.loads(text)))


def _table(document: tomlkit.TOMLDocument, section: str) -> MutableMapping[str, Any]:
    here: MutableMapping[str, Any] = document
    for step in section.split("."):
        if not isinstance(here.get(step), MutableMapping):
            here[step] = tomlkit.table()
        here = here[step]
    return here
