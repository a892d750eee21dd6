"""What a real OBS makes of her looks: clean alpha at any opacity, one size, and a colour that keys without a rim."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from app.avatar.manners import Manners
from tests import obs as studio
from tests.app.avatar.conftest import Her, Pixels
from tests.obs import Obs
from tests.stage import Screen

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(120)]

HER, ALL = "Her", "Screen"
GREEN = (0, 255, 0)


@pytest.fixture(scope="module")
def obs(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Obs]:
    folder = tmp_path_factory.mktemp("obs")
    with studio.obs(screen, folder / "studio", studio.capture_shim(folder)) as running:
        yield running


def captured(obs: Obs, her: Her, right: Callable[[Pixels], bool]) -> Pixels:
    """Her window as OBS has it, once it is right."""
    seen: list[Pixels] = []

    def look() -> bool:
        try:
            seen.append(np.asarray(obs.picture(HER)))
        except LookupError:
            return False
        return right(seen[-1])

    her.wait(look)
    return seen[-1]


def test_her_looks_in_obs(obs: Obs, her: Her) -> None:
    her.window.wear(Manners(opacity=0.4))
    her.show()
    window = her.window._window
    assert window is not None
    where = f"{int(window.winId())}\r\nVesper\r\nvesper"
    capture = {"show_cursor": False, "include_border": False, "exclude_alpha": False, "capture_window": where}
    obs.ask(
        "CreateInput",
        sceneName=studio.LIVE,
        inputName=HER,
        inputKind="xcomposite_input",
        inputSettings=capture,
    )
    half = captured(obs, her, lambda seen: bool((seen[..., 3] == 255).mean() > 0.2))
    assert half.shape == (500, 400, 4)
    assert (half[..., 3] == 0).mean() > 0.5, "no clean transparency round her"
    her.window.wear(Manners(fixed_scale=1.2, opacity=0.4, flipped=True, scale=0.5))
    stream = captured(obs, her, lambda seen: seen.shape == (600, 480, 4) and seen[300, 240, 3] == 255)
    assert stream[0, 0, 3] == stream[-1, -1, 3] == 0
    her.window.wear(Manners(key_colour="#00ff00"))
    keyed = captured(obs, her, lambda seen: bool((seen[0, 0] == (*GREEN, 255)).all()))
    assert (keyed[..., 3] == 255).all()
    ground = (keyed[..., :3] == GREEN).all(axis=2)
    assert 0.5 < ground.mean() < 0.9
    red, green, blue = (keyed[~ground][:, n].astype(int) for n in range(3))
    assert ((green > red + 60) & (green > blue + 60)).mean() < 0.001, "the colour shines through her rim"


def test_a_colour_key_leaves_her_and_nothing_else(obs: Obs, her: Her) -> None:
    her.window.wear(Manners(key_colour="#00ff00"))
    her.show()
    obs.ask(
        "CreateInput",
        sceneName=studio.LIVE,
        inputName=ALL,
        inputKind="xshm_input",
        inputSettings={"show_cursor": False},
    )
    key = {"key_color_type": "green", "similarity": 80, "smoothness": 10}
    obs.ask(
        "CreateSourceFilter",
        sourceName=ALL,
        filterName="key",
        filterKind="color_key_filter_v2",
        filterSettings=key,
    )

    def clean() -> bool:
        try:
            alpha = np.asarray(obs.picture(ALL))[100:600, 100:500, 3]
        except LookupError:
            return False
        return bool(0.5 < (alpha == 0).mean() < 0.9) and bool(
            (alpha == 0).mean() + (alpha == 255).mean() > 0.999
        )

    her.wait(clean)
