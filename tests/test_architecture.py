"""The pages say what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from tests.diagram import mermaid

ROOT = Path(__file__).resolve().parents[1]
ALLOWED = {
    "pyproject.toml", "app", "assets", "models", "workers", "installer", "tests", "README.md", "API.md",
    "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSES.md", "LICENSE",
}  # fmt: skip


def test_the_diagram_is_drawn_from_the_code() -> None:
    assert mermaid() in (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"), "python -m tests.diagram"


def test_nothing_else_at_the_top() -> None:
    made = {"build", "dist", "htmlcov"}
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert names - made <= ALLOWED


def test_every_test_folder_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


def test_every_file_the_pages_name_is_there() -> None:
    for page in ("API.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        for name in re.findall(r"`((?:app|models|workers|installer|tests|assets)/[\w/.-]+\.\w+)`", text):
            assert (ROOT / name).exists(), f"{page} names {name}"
