"""Makes the pictures of the stream window: `python -m tests.stream_pictures [FOLDER]`.

The real window on a real X server, dark and light, into `assets/docs`; with a folder also every page of it in there.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests import stage as stages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.stream.values import StreamState
    from app.stream.window import StreamWindow
    from models.stream.entry import Entry

OUT = Path(__file__).resolve().parents[1] / "assets" / "docs"
_NOON = 1_795_291_200.0
_LONG = "Bildschirmaufnahmesteuerungsszenenumschaltung"


def main() -> None:
    """The window by evening and by day; with a folder, every state of it."""
    everything = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with stages.screen(compositor=False, size="1600x1300") as screen:
        os.environ.update({key: screen.env[key] for key in ("DISPLAY", "LANG", "QT_QPA_PLATFORM")})
        from PySide6.QtWidgets import QApplication

        app = QApplication(["vesper"])
        for sky in ("dark", "light"):
            for name, window in _views(app, sky):
                where = OUT / f"stream_{sky}.png" if name == "feed" else None
                if everything is not None:
                    where = everything / f"{name}_{sky}.png"
                if where is not None:
                    where.parent.mkdir(parents=True, exist_ok=True)
                    window.grab().save(str(where))
                    if everything is not None and name == "feed":
                        window.grab().save(str(OUT / f"stream_{sky}.png"))
        app.shutdown()


def _views(app: QApplication, sky: str) -> Iterator[tuple[str, StreamWindow]]:
    from PySide6.QtGui import QColor, QPalette

    from app.look.theme import Theme
    from app.stream.window import StreamWindow

    app.setPalette(QPalette(QColor("#222226" if sky == "dark" else "#f0f0f4")))
    window = StreamWindow(Theme(), clock=lambda: _NOON)
    window.open()
    yield "empty", _settled(app, window)
    window.show_state(on_air())
    window.show_entries(show())
    yield "feed", _settled(app, window)
    window.resize(360, 420)
    yield "small", _settled(app, window)
    window.show_page(1)
    yield "small_reactions", _settled(app, window)
    window.resize(480, 680)
    yield "reactions", _settled(app, window)
    window._reactions.edit(0)
    yield "reaction", _settled(app, window)
    window._reactions.show_list()
    window.show_page(2)
    yield "connections", _settled(app, window)
    bar = window._stack.widget(2).verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    yield "connections_middle", _settled(app, window)
    bar.setValue(bar.maximum())
    yield "connections_low", _settled(app, window)
    window.show_page(0)
    window.show_state(replace(trouble(), panicked=True))
    yield "panic", _settled(app, window)
    window.resize(360, 640)
    window.show_state(trouble())
    yield "trouble", _settled(app, window)
    window.hide()


def _settled(app: QApplication, window: StreamWindow) -> StreamWindow:
    from PySide6.QtTest import QTest

    QTest.qWait(350)
    app.processEvents()
    return window


def on_air() -> StreamState:
    """A show that runs well."""
    from app.stream.values import StreamState
    from models.settings_stream import Api, Obs, Reaction, Stream
    from models.stream.link import LinkState
    from models.studio import Studio

    reactions = (
        Reaction(event="hydrate", expression="happy", motion="Nod",
                 line="{who} says drink. So drink!", sound="/home/sam/sounds/sip.wav"),
        Reaction(event="song-*", expression="excited", motion="Hop", prompt="Say what you think of the song {song}."),
        Reaction(event="jumpscare", enabled=False, expression="surprised", motion="Startle", line="{who}, why?!"),
    )  # fmt: skip
    return StreamState(
        stream=Stream(enabled=True, reactions=reactions),
        obs=Obs(
            enabled=True, brb_scene="Be right back", caption_source="Captions", panic_inputs=("Mic/Aux",)
        ),
        api=Api(),
        link=LinkState.CONNECTED,
        studio=Studio(connected=True, scene="Talking", scenes=("Starting soon", "Talking", "Be right back")),
        obs_password=True,
        api_address="http://127.0.0.1:4003",
        motions=("Wave", "Nod", "Hop", "Startle", "Bow"),
    )


def trouble() -> StreamState:
    """A show with everything wrong, in the longest words."""
    from models.stream.link import LinkState
    from models.studio import Studio

    fine = on_air()
    return replace(
        fine,
        link=LinkState.LOST,
        link_note=f"nobody answers at http://{_LONG.lower()}.local:4001; trying again in 8 seconds",
        studio=Studio(connected=True, scene=_LONG, scenes=(_LONG,)),
        api_address="",
        api_note="Port 4003 is used by another program; choose another one under Connections.",
        obs=fine.obs.model_copy(update={"brb_scene": _LONG}),
        hotkey_note="Ctrl+Alt+P is taken by another program; choose other keys.",
    )


def show() -> tuple[Entry, ...]:
    """A few minutes of a show."""
    from models.stream.entry import Entry, Fate
    from models.stream.happening import Happening, Origin, Standing, StreamKind

    kind = StreamKind
    told = (
        (kind.FOLLOW, Fate.RECALLED, "from before we connected",
         {"who": "old_friend", "origin": Origin.HISTORY}),
        (kind.CHAT, Fate.SKIPPED, "skipped because she was not named",
         {"who": "pixel_pete", "text": "first! what are we playing today?"}),
        (kind.FOLLOW, Fate.ANSWERED, "answered", {"who": "cool_viewer"}),
        (kind.CUSTOM, Fate.ANSWERED, "answered",
         {"who": "Mina", "name": "hydrate", "data": (("points", "200"), ("round", "3"))}),
        (kind.RAID, Fate.ANSWERED, "answered", {"who": "NightOwlNora", "viewers": 40}),
        (kind.CHAT, Fate.ANSWERED, "answered",
         {"who": "pixel_pete", "text": "Vesper, <b>is it true</b> that foxes can't see the moon?"}),
        (kind.SUB, Fate.ANSWERED, "answered", {"who": "Ann", "tier": 2, "months": 14, "text": "still here!"}),
        (kind.DONATION, Fate.ANSWERING, "spoken because a donation is always answered; 2 wait",
         {"who": "Generous Gus", "amount": 5.0, "unit": "dollars", "text": "Buy the fox a snack, she earned it."}),
        (kind.CHAT, Fate.SKIPPED, "skipped because chat is busy, with 96 messages a minute",
         {"who": "speedy", "text": "vesper say hi", "standing": Standing.VIEWER}),
        (kind.CHAT, Fate.WAITING, "waits: a moderator named her",
         {"who": "mod_maria", "text": "Vesper, welcome the raiders again?", "standing": Standing.MODERATOR}),
    )  # fmt: skip
    entries = [
        Entry(
            Happening(id=str(n), kind=kind, sent_s=_NOON + 37.0 * n, **fields),
            fate,
            reason,
            more=87 if n == 8 else 0,
        )
        for n, (kind, fate, reason, fields) in enumerate(told)
    ]
    return tuple(entries)


if __name__ == "__main__":
    main()
