"""The trial of the microphone and of what is made of its sound."""

from __future__ import annotations

import math

from app.trials.runs import Means, Run, spoken_name, wrong
from app.words import translate
from models.commands import HoldTalk
from models.events import (
    Event,
    Failed,
    Health,
    Heard,
    PartlyHeard,
    SpeechEnded,
    SpeechStarted,
    WorkerChanged,
)
from models.requests import HearingTried

_LISTEN_S, _UNDERSTAND_S = 12.0, 30.0
_SILENCE = 2e-4
"""RMS of a microphone that gives nothing at all: even a quiet room is louder."""
_FLOOR_DB, _TOP_DB = -56.0, -20.0


class HearingRun(Run):
    """The user says something; it is understood, shown, and not answered."""

    def __init__(self, kind: str, means: Means) -> None:
        super().__init__(kind, means)
        self._listening = False
        self._loudest = 0.0
        self._noises = 0
        self._speaks = False
        self._ended_s: float | None = None
        self._so_far = ""

    def begin(self) -> None:
        """Listen."""
        hearing, organs = self.means.tuning.settings.hearing, self.means.body.organs
        known = self.means.known
        if "ears" not in organs or "sound" not in organs:
            self.fail(translate("trials", "She has no ears in this session. Write to her instead."))
        elif hearing.muted or self.means.director.companion.conversation.muted:
            self.fail(
                translate("trials", "The microphone is switched off in Vesper. Switch it on and try again.")
            )
        elif trouble := known.troubles.get("microphone") or known.troubles.get("sound"):
            self.fail(wrong(trouble))
        else:
            self._listening = True
            self.hush()
            self.means.director.take(HearingTried(on=True))
            if hearing.mode == "push":
                self.means.director.order(HoldTalk(down=True))
            self._hear()

    def on_event(self, event: Event) -> None:
        """Follow what is heard."""
        match event:
            case SpeechStarted():
                self._speaks, self._ended_s = True, None
                self._hear()
            case PartlyHeard(text=text):
                self._so_far = text
                self._hear()
            case SpeechEnded():
                self._ended_s = self.elapsed_s
                self._hear()
            case Heard(text=text) if text:
                words = translate("trials", "She understood: “{text}”\nThrough {device}.")
                self.succeed(words.format(text=text, device=self._device))
            case Heard():
                self._speaks, self._ended_s, self._so_far = False, None, ""
                self._noises += 1
            case Failed(worker="microphone" | "sound" | "ears", message=message):
                self.fail(wrong(message))
            case WorkerChanged(worker="microphone", health=Health.OFF):
                self.fail(translate("trials", "The microphone was switched off."))

    def on_tick(self) -> None:
        """Show how loud it is, and give up in time."""
        loudness = self.means.levels().microphone
        self._loudest = max(self._loudest, loudness)
        late = self.elapsed_s > (_LISTEN_S + _UNDERSTAND_S if self._speaks else _LISTEN_S)
        if late:
            self.fail(self._nothing())
        else:
            self._hear()

    def end(self) -> None:
        """Listen to what is said as before."""
        if self._listening:
            if self.means.tuning.settings.hearing.mode == "push":
                self.means.director.order(HoldTalk(down=False))
            self.means.director.take(HearingTried(on=False))

    def _hear(self) -> None:
        if self._ended_s is not None:
            text = translate("trials", "She makes out what you said…")
        elif self._so_far:
            text = f"“{self._so_far}…”"
        elif self._speaks:
            text = translate("trials", "She hears you…")
        else:
            text = translate("trials", "Say a sentence, such as: “The evening star is bright tonight.”")
        self.tell(text, loudness_of(self.means.levels().microphone))

    def _nothing(self) -> str:
        if self._speaks:
            return translate("trials", "She heard you, but could not make out words in time. Try again.")
        if self._loudest < _SILENCE:
            silent = translate(
                "trials",
                "Nothing but silence comes from {device}. Is it switched off at itself, or turned down in the system's "
                "sound settings? Or choose another microphone.",
            )
            return silent.format(device=self._device)
        if self._noises:
            return translate(
                "trials", "She heard sounds, but no words. Speak a little louder or closer, in quiet."
            )
        return translate(
            "trials", "She heard nobody speak. Is this the microphone before you? Try again, a little louder."
        )

    @property
    def _device(self) -> str:
        return spoken_name(
            self.means.known.names.get("microphone", ""), translate("trials", "the microphone")
        )


def loudness_of(rms: float) -> float:
    """Where a loudness stands on a meter, 0 to 1."""
    db = 20 * math.log10(max(rms, 1e-6))
    return min(1.0, max(0.0, (db - _FLOOR_DB) / (_TOP_DB - _FLOOR_DB)))
