"""The turns of a conversation: one value, one total step from event to (value, commands).

What it decides: whose turn it is, when to ask for a reply, how reply text becomes clauses to say, what a
barge-in cuts, what history keeps. What it does not know: clocks, threads, sound, models, windows, moods, faces
and prompts; `models.companion` gives its `Act` a face and its `Ask` a prompt.

`turn` is the epoch. Every reply, clause and sound carries the turn it belongs to; whatever comes from an
older turn is dropped, so nothing stale can be shown or said. A turn is over when its last clause has been
*heard*, not when its text is complete. An interruption closes the turn at once; what of it had been heard by
then arrives a little later as `Spoken` of the old turn and is the only old news still taken, because history
keeps what the user really heard.

An interruption may turn out to be a cough: `Heard` with empty text. Then she takes up her sentence again, or
answers the question that the noise cut off, so nothing the user said is lost.

Whatever is said to her and whatever she is about to say passes her tongue first (`models.tongue`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from models.acts import Act, Ask, withheld
from models.answer import Answer, Interruption
from models.commands import (
    Cancel,
    Command,
    Enough,
    MuteMicrophone,
    Show,
    Silence,
    Speak,
    Tell,
)
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
    Restored,
    Speaking,
    SpeechEnded,
    SpeechStarted,
    Spoken,
    Summarised,
    Typed,
)
from models.expression import Phase
from models.speech import STREAM_TAG, Message, Role
from models.tongue import Taken, Tongue

Step = tuple["Conversation", tuple[Command, ...]]

HISTORY_LIMIT = 40
"""Messages kept; the prompt's own budget cuts further."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """All that is known of whose turn it is and what was said."""

    tongue: Tongue = field(compare=False)
    turn: int = 0
    lines: int = 0
    history: tuple[Message, ...] = ()
    listening: int | None = None
    answer: Answer = Answer()
    interruption: Interruption | None = None
    muted: bool = False

    @property
    def busy(self) -> bool:
        """Whether she is answering: thinking, or with clauses that have not been heard."""
        return self.answer.busy

    @property
    def phase(self) -> Phase:
        """What she is doing."""
        if self.listening is not None:
            return Phase.LISTENING
        if self.answer.speaking:
            return Phase.SPEAKING
        return Phase.THINKING if self.answer.thinking else Phase.IDLE

    def step(self, event: Event) -> Step:
        """The next state and what to do. Total: any event in any state, never raises."""
        match event:
            case SpeechStarted(utterance=utterance):
                return self._listen(utterance)
            case SpeechEnded():
                return self, (Act(Phase.THINKING),)
            case PartlyHeard(utterance=utterance, text=text) if utterance == self.listening and text:
                return self._partly_heard(utterance, text)
            case Heard(utterance=utterance, text=text):
                return self._heard(utterance, text)
            case Typed(text=text):
                return self._typed(text)
            case Spoken(turn=turn, n=n, heard=heard) if self.interruption and turn == self.interruption.turn:
                cut = self.interruption
                return self._note(replace(cut, answer=cut.answer.marked(n, heard))), ()
            case ReplyDelta(turn=turn, text=text, expression=hint) if (
                turn == self.turn and self.answer.thinking
            ):
                answer = replace(self.answer, hint=hint or self.answer.hint)
                return replace(self, answer=answer)._speak(text, final=False)
            case ReplyDone(turn=turn) if turn == self.turn and self.answer.thinking:
                return self._speak("", final=True)
            case Speaking(turn=turn, n=n) if turn == self.turn:
                said = next((clause.text for clause in self.answer.clauses if clause.n == n), "")
                return self, (Act(Phase.SPEAKING, saying=said, hint=self.answer.hint),)
            case Spoken(turn=turn, n=n, heard=heard) if turn == self.turn:
                return self._spoken(n, heard)
            case Hushed() if self.busy:
                return self.rested()
            case MicrophoneMuted(muted=muted):
                return replace(self, muted=muted), (MuteMicrophone(muted),)
            case HistoryCleared():
                return self._clear()
            case Restored(messages=messages):
                return self._restored(messages)
            case Summarised(covered=covered):
                return self._without_oldest(covered), ()
            case Failed(worker=worker, blame=blame, message=message, turn=turn):
                return self._failed(worker, blame, message, turn)
        return self, ()

    # --- hearing

    def _listen(self, utterance: int) -> Step:
        state, commands = self._cut(utterance) if self.busy else (self, ())
        state = replace(state, listening=utterance)
        return state, (*commands, Act(Phase.LISTENING))

    def _partly_heard(self, utterance: int, text: str) -> Step:
        taken = self.tongue.hears(text, self.turn)
        return self, (Show(f"heard-{utterance}", "user", taken.text, final=False),) if taken.text else ()

    def _heard(self, utterance: int, text: str) -> Step:
        state = replace(self, listening=None) if self.listening == utterance else self
        taken = self.tongue.hears(text, self.turn)
        if taken.text:
            cut: tuple[Command, ...] = ()
            if state.busy:  # a new utterance overtook the text of this one
                state, cut = state._cut(utterance)
            return state._answer(f"heard-{utterance}", taken, cut)
        gone = Show(f"heard-{utterance}", "user", "", final=True)
        if utterance and state.interruption and state.interruption.utterance == utterance:
            state, commands = state._resume(state.interruption)
            return state, (gone, *commands)
        return state, (gone, Act(state.phase))

    def _typed(self, text: str) -> Step:
        taken = self.tongue.hears(text, self.turn)
        if not taken.text:
            return self, ()
        state, commands = self._cut(utterance=0) if self.busy else (self, ())
        state = replace(state, lines=state.lines + 1)
        return state._answer(f"typed-{state.lines}", taken, commands)

    def _answer(self, key: str, taken: Taken, before: tuple[Command, ...]) -> Step:
        """Take a line of the user's and ask for the reply, or give the one that her tongue has ready."""
        history = (*self.history, Message(Role.USER, taken.text))
        cut = replace(self.interruption, utterance=0) if self.interruption else None  # it was no noise
        state = replace(
            self, history=history, turn=self.turn + 1, answer=Answer(thinking=True), interruption=cut
        )
        shown = Show(key, "user", taken.text, final=True)
        if not taken.reply:
            return state, (*before, shown, *state._ask(taken.text))
        state, commands = replace(state, answer=Answer(hint=taken.hint))._say(taken.reply)
        held = (withheld("to her", taken.stopped),) if taken.stopped else ()
        return state, (*before, shown, *held, Act(Phase.THINKING, said=taken.text), *commands)

    def _ask(self, said: str = "") -> tuple[Command, ...]:
        return Act(Phase.THINKING, said=said), Ask(self.turn)

    def unasked(self, line: str, hint: str) -> Step:
        """Begin a turn of her own with a line of ours; she must be at rest."""
        return replace(self, turn=self.turn + 1, answer=Answer(hint=hint))._say(line)

    def said(self, text: str) -> Step:
        """Begin a turn with words somebody wrote for her, as far as they pass her lips; she must be at rest."""
        state = replace(self, turn=self.turn + 1, answer=Answer(thinking=True))
        return state._speak(text, final=True)

    def told(self, line: str) -> Step:
        """Begin a turn that answers something nobody said to her, such as an event; she must be at rest."""
        history = (*self.history, Message(Role.USER, line))
        state = replace(self, history=history, turn=self.turn + 1, answer=Answer(thinking=True))
        return state, state._ask()

    def rested(self) -> Step:
        """Stop answering here, of her own accord: what was heard stays, the rest is never said."""
        state, commands = self._cut(utterance=0) if self.busy else (self, ())
        return state, (*commands, Act(state.phase))

    # --- speaking

    def _speak(self, text: str, *, final: bool) -> Step:
        """Say what is ready of the reply."""
        before = len(self.answer.clauses)
        answer, stopped = self.answer.more(text, final=final, tongue=self.tongue, turn=self.turn)
        state = replace(self, answer=answer)
        orders: tuple[Command, ...] = state._orders(before)
        if stopped:
            orders = (Enough(self.turn), withheld("by her", stopped), *orders)
        if not state.busy:
            return state._finish(orders)
        return state, (state._shown(final=False), *orders) if orders else ()

    def _say(self, line: str) -> Step:
        """Say a line of our own as it is."""
        before = len(self.answer.clauses)
        state = replace(self, answer=self.answer.with_clause(line))
        return state, (state._shown(final=False), *state._orders(before))

    def _orders(self, since: int) -> tuple[Command, ...]:
        return tuple(Speak(self.turn, clause.n, clause.text) for clause in self.answer.clauses[since:])

    def _spoken(self, n: int, heard: float) -> Step:
        state = replace(self, answer=self.answer.marked(n, heard))
        return (state, ()) if state.busy else state._finish(())

    def _finish(self, before: tuple[Command, ...]) -> Step:
        """Every clause has been heard: the turn is over."""
        answer = self.answer
        state = replace(self, answer=Answer(), interruption=None)
        if not answer.text:
            return state, (*before, Act(Phase.IDLE))
        history = (*state.history, Message(Role.ASSISTANT, answer.text))[-HISTORY_LIMIT:]
        state = replace(state, history=history)
        last = answer.clauses[-1].text
        return state, (*before, self._shown(final=True), Act(state.phase, saying=last, hint=answer.hint))

    # --- interruptions

    def _cut(self, utterance: int) -> Step:
        """Stop answering: close the turn, keep in history what has been heard so far."""
        cut = Interruption(self.turn, utterance, self.answer, entry=len(self.history))
        stopped = replace(self, turn=self.turn + 1, answer=Answer(), interruption=cut)
        shown = (self._shown(final=True),) if self.answer.clauses else ()
        return stopped._note(cut), (Cancel(self.turn), Silence(self.turn), *shown)

    def _note(self, cut: Interruption) -> Conversation:
        """Write into history what was heard of a cut answer, or correct it."""
        text = cut.answer.text_heard
        if not text:
            return replace(self, interruption=cut)
        after = self.history[cut.entry + cut.noted :]
        history = (*self.history[: cut.entry], Message(Role.ASSISTANT, text), *after)
        return replace(self, history=history, interruption=replace(cut, noted=True))

    def _resume(self, cut: Interruption) -> Step:
        """It was only a noise: say the rest, or answer what was asked."""
        history = self.history[: cut.entry]
        state = replace(self, turn=self.turn + 1, history=history, interruption=None)
        if unsaid := cut.answer.unsaid():
            state = replace(state, answer=cut.answer.resumed())
            orders = tuple(Speak(state.turn, clause.n, clause.text) for clause in unsaid)
            return state, (state._shown(final=False), *orders)
        if history and history[-1].role is Role.USER:
            state = replace(state, answer=Answer(thinking=True))
            return state, state._ask()
        return state, (Act(Phase.IDLE),)

    # --- the rest

    def _clear(self) -> Step:
        state, commands = self._cut(utterance=0) if self.busy else (self, ())
        return replace(state, history=(), interruption=None), (*commands, Act(state.phase))

    def _restored(self, messages: tuple[Message, ...]) -> Step:
        """What was remembered from before; it is shown unless something new already stands there."""
        state = replace(self, history=(*messages, *self.history))
        if self.interruption:
            cut = self.interruption
            state = replace(state, interruption=replace(cut, entry=cut.entry + len(messages)))
        if self.history or self.busy:
            return state, ()
        lines = tuple(
            Show(f"restored-{n}", *_teller(message), final=True) for n, message in enumerate(messages)
        )
        return state, lines

    def _without_oldest(self, count: int) -> Conversation:
        """History without its oldest messages, which the summary covers now."""
        cut = self.interruption
        count = min(count, len(self.history), cut.entry if cut else len(self.history))
        if cut:
            cut = replace(cut, entry=cut.entry - count)
        return replace(self, history=self.history[count:], interruption=cut)

    def _failed(self, worker: str, blame: Blame, message: str, turn: int | None) -> Step:
        told = Tell(worker, blame, message)
        if turn != self.turn or not self.answer.thinking:
            return self, (told,)
        state = replace(self, answer=replace(self.answer, thinking=False, pending=""))
        if state.busy:
            return state, (told,)
        state, commands = state._finish(())
        return state, (told, *commands)

    def _shown(self, *, final: bool) -> Show:
        return Show(f"reply-{self.turn}", "her", self.answer.text, final)


def _teller(message: Message) -> tuple[str, str]:
    """Who said it, as views know them, and the words."""
    if message.of_stream:
        return "stream", message.content.removeprefix(STREAM_TAG)
    return ("user" if message.role is Role.USER else "her"), message.content
