"""The core of a conversation: one value, one total step from event to (value, commands).

What it decides: whose turn it is, when to ask for a reply, how reply text becomes clauses to say, what a
barge-in cuts, what history keeps, which face goes with the moment. What it does not know: clocks, threads,
sound, models, windows; events bring facts in, commands carry wishes out.

`turn` is the epoch. Every reply, clause and sound carries the turn it belongs to; whatever comes from an
older turn is dropped, so nothing stale can be shown or said. A turn is over when its last clause has been
*heard*, not when its text is complete. An interruption closes the turn at once; what of it had been heard by
then arrives a little later as `Spoken` of the old turn and is the only old news still taken, because history
keeps what the user really heard.

An interruption may turn out to be a cough: `Heard` with empty text. Then she takes up her sentence again, or
answers the question that the noise cut off, so nothing the user said is lost.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.commands import Cancel, Command, MuteMicrophone, Perform, Reply, Show, Silence, Speak, Tell
from models.emotion import expression_for
from models.errors import Blame
from models.events import (
    Event,
    Failed,
    Heard,
    HistoryCleared,
    Hushed,
    MicrophoneMuted,
    PartlyHeard,
    ReplyDelta,
    ReplyDone,
    Speaking,
    SpeechEnded,
    SpeechStarted,
    Spoken,
    Typed,
)
from models.expression import Phase
from models.persona import Persona, alternating, messages
from models.speech import Message, Role, VoiceStyle
from models.spoken_text import clauses as cut_clauses

Step = tuple["Conversation", tuple[Command, ...]]

HISTORY_LIMIT = 40
"""Messages kept; the prompt's own budget cuts further."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a reply on its way to the loudspeaker; `heard` is the fraction heard, None before the end."""

    n: int
    text: str
    heard: float | None = None


@dataclass(frozen=True, slots=True)
class Interruption:
    """An answer that was cut: enough to correct history by what was heard, and to take it up again.

    `entry` is its place in history, taken once `noted`. `utterance` is what cut it, 0 for a typed line.
    """

    turn: int
    utterance: int
    clauses: tuple[Clause, ...]
    entry: int
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Conversation:
    """All that is known of the conversation."""

    persona: Persona
    user: str = ""
    style: VoiceStyle = VoiceStyle()
    max_tokens: int = 150
    turn: int = 0
    lines: int = 0
    history: tuple[Message, ...] = ()
    listening: int | None = None
    thinking: bool = False
    pending: str = ""
    face: str = ""
    clauses: tuple[Clause, ...] = ()
    interruption: Interruption | None = None
    muted: bool = False

    @property
    def busy(self) -> bool:
        """Whether she is answering: thinking, or with clauses that have not been heard."""
        return self.thinking or any(clause.heard is None for clause in self.clauses)

    @property
    def phase(self) -> Phase:
        """What she is doing."""
        if self.listening is not None:
            return Phase.LISTENING
        if any(clause.heard is None for clause in self.clauses):
            return Phase.SPEAKING
        return Phase.THINKING if self.thinking else Phase.IDLE

    def step(self, event: Event) -> Step:
        """The next state and what to do. Total: any event in any state, never raises."""
        match event:
            case SpeechStarted(utterance=utterance):
                return self._listen(utterance)
            case SpeechEnded():
                return self, (self._perform(Phase.THINKING),)
            case PartlyHeard(utterance=utterance, text=text) if utterance == self.listening and text:
                return self, (Show(f"heard-{utterance}", "user", text, final=False),)
            case Heard(utterance=utterance, text=text):
                return self._heard(utterance, text.strip())
            case Typed(text=text) if text.strip():
                state, commands = self._cut(utterance=0) if self.busy else (self, ())
                state = replace(state, lines=state.lines + 1)
                return state._answer(f"typed-{state.lines}", text.strip(), commands)
            case Spoken(turn=turn, n=n, heard=heard) if self.interruption and turn == self.interruption.turn:
                cut = self.interruption
                return self._note(replace(cut, clauses=_mark(cut.clauses, n, heard))), ()
            case ReplyDelta(turn=turn, text=text, expression=face) if turn == self.turn and self.thinking:
                return replace(self, face=face or self.face)._speak(self.pending + text, final=False)
            case ReplyDone(turn=turn) if turn == self.turn and self.thinking:
                return self._speak(self.pending, final=True)
            case Speaking(turn=turn, n=n) if turn == self.turn:
                said = next((clause.text for clause in self.clauses if clause.n == n), "")
                return self, (self._perform(Phase.SPEAKING, said),)
            case Spoken(turn=turn, n=n, heard=heard) if turn == self.turn:
                return self._spoken(n, heard)
            case Hushed() if self.busy:
                state, commands = self._cut(utterance=0)
                return state, (*commands, state._perform(state.phase))
            case MicrophoneMuted(muted=muted):
                return replace(self, muted=muted), (MuteMicrophone(muted),)
            case HistoryCleared():
                return self._clear()
            case Failed(worker=worker, blame=blame, message=message, turn=turn):
                return self._failed(worker, blame, message, turn)
        return self, ()

    # --- hearing
    # ----------------------------------------------------------------------------------------------

    def _listen(self, utterance: int) -> Step:
        state, commands = self._cut(utterance) if self.busy else (self, ())
        state = replace(state, listening=utterance)
        return state, (*commands, state._perform(Phase.LISTENING))

    def _heard(self, utterance: int, text: str) -> Step:
        state = replace(self, listening=None) if self.listening == utterance else self
        if text:
            cut: tuple[Command, ...] = ()
            if state.busy:  # a new utterance overtook the text of this one
                state, cut = state._cut(utterance)
            return state._answer(f"heard-{utterance}", text, cut)
        gone = Show(f"heard-{utterance}", "user", "", final=True)
        if state.interruption and state.interruption.utterance == utterance:
            state, commands = state._resume(state.interruption)
            return state, (gone, *commands)
        return state, (gone, state._perform(state.phase))

    def _answer(self, key: str, text: str, before: tuple[Command, ...]) -> Step:
        """Take a line of the user's and ask for the reply."""
        history = (*self.history, Message(Role.USER, text))
        state = replace(self, history=history, turn=self.turn + 1, thinking=True, face="")
        return state, (*before, Show(key, "user", text, final=True), *state._ask())

    def _ask(self) -> tuple[Command, ...]:
        prompt = messages(self.persona, self.history, self.user)
        return (
            self._perform(Phase.THINKING),
            Reply(self.turn, prompt, self.max_tokens, alternating(self.history)),
        )

    # --- speaking
    # ---------------------------------------------------------------------------------------------

    def _speak(self, text: str, *, final: bool) -> Step:
        """Cut what is ready of the reply into clauses and say them."""
        pieces, rest = cut_clauses(text, final=final, first=not self.clauses)
        fresh = tuple(Clause(len(self.clauses) + i, piece.strip()) for i, piece in enumerate(pieces))
        state = replace(self, clauses=self.clauses + fresh, pending=rest, thinking=not final)
        orders = tuple(Speak(self.turn, clause.n, clause.text, self.style) for clause in fresh)
        if not state.busy:
            return state._finish(orders)
        return state, (state._shown(final=False), *orders)

    def _spoken(self, n: int, heard: float) -> Step:
        state = replace(self, clauses=_mark(self.clauses, n, heard))
        return (state, ()) if state.busy else state._finish(())

    def _finish(self, before: tuple[Command, ...]) -> Step:
        """Every clause has been heard: the turn is over."""
        text = _said(self.clauses)
        state = replace(self, clauses=(), pending="", thinking=False, interruption=None)
        if not text:
            return state, (*before, state._perform(Phase.IDLE))
        state = replace(state, history=(*state.history, Message(Role.ASSISTANT, text))[-HISTORY_LIMIT:])
        return state, (*before, self._shown(final=True), state._perform(state.phase, text))

    # --- interruptions
    # ----------------------------------------------------------------------------------------

    def _cut(self, utterance: int) -> Step:
        """Stop answering: close the turn, keep in history what has been heard so far."""
        cut = Interruption(self.turn, utterance, self.clauses, entry=len(self.history))
        stopped = replace(self, turn=self.turn + 1, thinking=False, pending="", clauses=(), interruption=cut)
        shown = (self._shown(final=True),) if self.clauses else ()
        return stopped._note(cut), (Cancel(self.turn), Silence(self.turn), *shown)

    def _note(self, cut: Interruption) -> Conversation:
        """Write into history what was heard of a cut answer, or correct it."""
        text = _cut_off(cut.clauses)
        if not text:
            return replace(self, interruption=cut)
        after = self.history[cut.entry + cut.noted :]
        history = (*self.history[: cut.entry], Message(Role.ASSISTANT, text), *after)
        return replace(self, history=history, interruption=replace(cut, noted=True))

    def _resume(self, cut: Interruption) -> Step:
        """It was only a noise: say the rest, or answer what was asked."""
        history = self.history[: cut.entry]
        heard = tuple(clause for clause in cut.clauses if clause.heard == 1.0)
        unsaid = tuple(replace(clause, heard=None) for clause in cut.clauses if clause.heard != 1.0)
        state = replace(self, turn=self.turn + 1, history=history, interruption=None)
        if unsaid:
            state = replace(state, clauses=heard + unsaid)
            orders = tuple(Speak(state.turn, clause.n, clause.text, self.style) for clause in unsaid)
            return state, (state._shown(final=False), *orders)
        if history and history[-1].role is Role.USER:
            state = replace(state, thinking=True)
            return state, state._ask()
        return state, (state._perform(Phase.IDLE),)

    # --- the rest
    # ---------------------------------------------------------------------------------------------

    def _clear(self) -> Step:
        state, commands = self._cut(utterance=0) if self.busy else (self, ())
        return replace(state, history=(), interruption=None), (*commands, state._perform(state.phase))

    def _failed(self, worker: str, blame: Blame, message: str, turn: int | None) -> Step:
        told = Tell(worker, blame, message)
        if turn != self.turn or not self.thinking:
            return self, (told,)
        state = replace(self, thinking=False, pending="")
        if state.busy:
            return state, (told,)
        state, commands = state._finish(())
        return state, (told, *commands)

    def _perform(self, phase: Phase, text: str = "") -> Perform:
        return Perform(phase, (text and self.face) or expression_for(phase, text))

    def _shown(self, *, final: bool) -> Show:
        text = " ".join(clause.text for clause in self.clauses)
        return Show(
            f"reply-{self.turn}", "her", text if final else f"{text} {self.pending.strip()}".strip(), final
        )


def _mark(clauses: tuple[Clause, ...], n: int, heard: float) -> tuple[Clause, ...]:
    return tuple(replace(clause, heard=heard) if clause.n == n else clause for clause in clauses)


def _said(clauses: tuple[Clause, ...]) -> str:
    return " ".join(clause.text for clause in clauses)


def _cut_off(clauses: tuple[Clause, ...]) -> str:
    """The text that was heard of interrupted clauses, up to the word, ended by a dash; empty if nothing was."""
    heard: list[str] = []
    for clause in clauses:
        words = clause.text.split()
        heard += words[: round(len(words) * (clause.heard or 0.0))]
    return f"{' '.join(heard)}—" if heard else ""
