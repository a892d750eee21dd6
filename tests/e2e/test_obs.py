"""The whole program and a real OBS: her window captured with clean alpha, and panic from one to the other and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tests import obs as studio
from tests.e2e.companion import companion
from tests.obs import Obs
from tests.stage import Screen, wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.models, pytest.mark.timeout(300)]

HER = "Her"


@pytest.fixture(scope="module")
def obs(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Obs]:
    folder = tmp_path_factory.mktemp("obs")
    with studio.obs(screen, folder / "studio", studio.capture_shim(folder)) as running:
        yield running


def alpha(obs: Obs) -> NDArray[np.uint8]:
    """Her picture's alpha as OBS has it; one pixel while there is none."""
    try:
        return np.asarray(obs.picture(HER))[..., 3]
    except LookupError:
        return np.zeros((1, 1), np.uint8)


def solid(obs: Obs) -> bool:
    return bool((alpha(obs) == 255).mean() > 0.2)


def test_obs_captures_her_with_clean_alpha_and_finds_her_again(
    obs: Obs, stage: dict[str, str], tmp_path: Path
) -> None:
    capture = {"show_cursor": False, "include_border": False, "exclude_alpha": False}
    with companion(stage, tmp_path) as vesper:
        vesper.ready("mind")
        obs.ask(
            "CreateInput",
            sceneName=studio.LIVE,
            inputName=HER,
            inputKind="xcomposite_input",
            inputSettings=capture,
        )

        def listed() -> list[str]:
            said: dict[str, Any] = obs.ask(
                "GetInputPropertiesListPropertyItems", inputName=HER, propertyName="capture_window"
            )
            values = [str(item["itemValue"]) for item in said["propertyItems"]]
            return [value for value in values if value.split("\r\n")[1:] == ["Vesper", "vesper"]]

        wait_until(lambda: bool(listed()), "her window in the list of OBS")
        obs.ask("SetInputSettings", inputName=HER, inputSettings={"capture_window": listed()[0]})
        wait_until(lambda: solid(obs), "her picture in OBS")
        seen = alpha(obs)
        assert seen[0, 0] == seen[0, -1] == seen[-1, 0] == seen[-1, -1] == 0
        assert (seen == 0).mean() > 0.4, "no clean transparency round her"
        assert ((seen > 0) & (seen < 255)).mean() < 0.08, "a veil or a fringe"
        height, width = seen.shape
        assert seen[height // 2, width // 2] == 255
    wait_until(lambda: not solid(obs), "she is gone from OBS")
    vesper.journal.unlink()
    with companion(stage, tmp_path) as vesper:
        vesper.ready("mind")
        wait_until(lambda: solid(obs), "OBS finds her window again by its title and class", 60)


def test_panic_in_the_app_hides_the_show_in_obs_and_brings_it_back(
    obs: Obs, stage: dict[str, str], tmp_path: Path
) -> None:
    obs.reset()
    settings = (
        f'[obs]\nenabled = true\nbrb_scene = "{studio.BRB}"\ncaption_source = "{studio.CAPTION}"\n'
        f'panic_inputs = ["{studio.MICROPHONE}"]\n[providers.obs-websocket]\nurl = "{obs.url}"\n'
    )
    env = stage | {"OBS_WEBSOCKET_PASSWORD": studio.PASSWORD}
    with companion(env, tmp_path, settings=settings) as vesper:
        vesper.ready("voice", "mind", "api", "obs")
        with vesper.api() as api:
            told = api.post("/speak", json={"text": "The show begins in five minutes.", "wait": False})
            assert told.status_code < 300
            wait_until(lambda: obs.caption() == "The show begins in five minutes.", "her words in OBS")
            wait_until(lambda: obs.caption() == "", "the end of them")
            assert api.post("/obs/scene", json={"scene": studio.TALKING}).status_code < 300
            assert obs.on_air() == studio.TALKING
            since = vesper.mark()
            assert api.post("/panic", json={"on": True}).status_code < 300
            vesper.wait_for("StudioChanged", since)
            wait_until(lambda: obs.on_air() == studio.BRB and obs.muted(studio.MICROPHONE), "panic in OBS")
            assert api.post("/panic", json={"on": False}).status_code < 300
            wait_until(
                lambda: obs.on_air() == studio.TALKING and not obs.muted(studio.MICROPHONE), "the way back"
            )
