"""The soak with ears and devices: what `vesper soak` does, and spoken turns, and devices that are lost and come back.

The real program stands on the stage with its microphone open and its voice on. `--minutes` is how long, 20 by default:
two hours of a busy stream, hundreds of turns, every engine killed again and again, rests in which engines sleep.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

from app.soak.acts import Act
from app.soak.figures import figures, passed
from app.soak.program import Program
from app.soak.run import Soak
from tests.bench.show import report
from tests.speech_data import short, wav_48k
from tests.stage import Sound, on_stage

SETTINGS = "[rest]\nafter_min = 1\n"
SPEAKER = ("module-null-sink", "sink_name=spk", "rate=48000", "channels=2", "norewinds=1")


class Devices:
    """The microphone and the loudspeaker of a sound server, lost and found in turn."""

    def __init__(self, sound: Sound) -> None:
        self._sound = sound
        self._steps = cycle((self._no_microphone, self._microphone, self._no_speaker, self._speaker))

    def step(self) -> None:
        """The next loss, or the end of the last one."""
        next(self._steps)()

    def _no_microphone(self) -> None:
        self._sound.pactl("suspend-source", "vmic", "1")

    def _microphone(self) -> None:
        self._sound.pactl("suspend-source", "vmic", "0")

    def _no_speaker(self) -> None:
        for line in self._sound.pactl("list", "short", "modules").splitlines():
            if "sink_name=spk " in f"{line} ":
                self._sound.pactl("unload-module", line.split()[0])

    def _speaker(self) -> None:
        self._sound.pactl("load-module", *SPEAKER)
        self._sound.pactl("set-default-sink", "spk")


class Speaker:
    """Somebody who speaks into the microphone, one recording after the other, and not over themselves."""

    def __init__(self, sound: Sound, folder: Path) -> None:
        self._env = sound.env
        self._files = cycle([wav_48k(recording, folder) for recording in short()])
        self._speaking: subprocess.Popen[bytes] | None = None

    def speak(self) -> None:
        """Say the next one; nothing while the last is still said."""
        if self._speaking is None or self._speaking.poll() is not None:
            self._speaking = subprocess.Popen(
                ["paplay", "-d", "micfeed", str(next(self._files))], env=self._env, stderr=subprocess.DEVNULL
            )

    def stop(self) -> None:
        """Say no more."""
        if self._speaking is not None:
            self._speaking.kill()
            self._speaking.wait()


def main() -> None:
    """Soak her, print the figures, and what is not as it should be on standard error."""
    options = argparse.ArgumentParser()
    options.add_argument("--minutes", type=float, default=20.0)
    minutes = options.parse_args().minutes
    with on_stage() as (screen, sound), tempfile.TemporaryDirectory(prefix="vesper-bench-") as temporary:
        folder = Path(temporary)
        pulse = {key: value for key, value in sound.env.items() if key.startswith("PULSE_")}
        program = Program(
            folder, SETTINGS, {**sound.env, **screen.env, **pulse, "OLLAMA_URL": "http://127.0.0.1:9"}
        )
        soak = Soak(program, _told)
        speaker, devices = Speaker(sound, folder), Devices(sound)
        more = (Act("spoken", 17.0, speaker.speak), Act("device steps", 11.0, devices.step))
        try:
            outcome = soak.run(minutes * 60, more)
        finally:
            speaker.stop()
            program.stop()
        if outcome.wrong:
            _told(program.log.read_text(errors="replace")[-4000:])
        told = figures(outcome, soak.reading.answers)
    report("soak", **told, parts=dict(soak.reading.counts))
    for problem in passed(told):
        _told(problem)


def _told(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
