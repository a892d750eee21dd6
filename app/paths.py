"""Where Vesper's own files lie. Nothing here opens or writes a file."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_state_path

APP = "vesper"
ROOT = Path(__file__).resolve().parents[1]
"""The checkout or the frozen bundle's folder."""


def asset(*parts: str) -> Path:
    """A file that ships with Vesper."""
    return ROOT.joinpath("assets", *parts)


def licences_file() -> Path:
    """On whose work she stands, and on what terms: the frozen bundle's own page, else the checkout's."""
    bundled = ROOT / "THIRD_PARTY.txt"
    return bundled if bundled.is_file() else ROOT / "LICENSES.md"


def config_folder() -> Path:
    """`VESPER_CONFIG`, else the user's config folder."""
    return _override("VESPER_CONFIG") or user_config_path(APP, appauthor=False)


def settings_file(chosen: str | Path | None = None) -> Path:
    """The settings file: the one chosen on the command line, else settings.toml in the config folder."""
    return Path(chosen).expanduser().absolute() if chosen else config_folder() / "settings.toml"


def usual_settings_file() -> Path:
    """Where the settings file is when nobody says otherwise."""
    return user_config_path(APP, appauthor=False) / "settings.toml"


def state_folder() -> Path:
    """`VESPER_STATE`, else the user's state folder: logs and what may be lost without harm."""
    return _override("VESPER_STATE") or user_state_path(APP, appauthor=False)


def memory_file() -> Path:
    """Where she keeps what was said."""
    return state_folder() / "memory.sqlite3"


def token_file() -> Path:
    """What the user's tools show to the local API."""
    return state_folder() / "api.token"


def ledger_file() -> Path:
    """Where she keeps who paid and was not thanked yet."""
    return state_folder() / "ledger.sqlite3"


def recordings_folder() -> Path:
    """Where recorded streams are."""
    return state_folder() / "recordings"


def log_folder() -> Path:
    """Where the rotating logs are."""
    return state_folder() / "logs"


def cache_folder() -> Path:
    """`VESPER_CACHE`, else the user's cache folder: models and what can be fetched again."""
    return _override("VESPER_CACHE") or user_cache_path(APP, appauthor=False)


def _override(variable: str) -> Path | None:
    value = os.environ.get(variable)
    return Path(value).expanduser().absolute() if value else None
