"""Write the snapshots anew."""

from __future__ import annotations

from tests.models.snapshots import FOLDER, PAIRS, file, rendered


def main() -> None:
    wanted = {file(*pair): rendered(*pair) for pair in PAIRS}
    for path in set(FOLDER.glob("*.txt")) - set(wanted):
        path.unlink()
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
