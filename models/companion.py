"""All of her as one value: who she is, whose turn it is, how she feels, the face she wears, what she remembers.

`step` lets an event happen to every part in turn: mood first, then the turns of the conversation, whose `Act` and
`Ask` become a face and a prompt here, then face, delivery and memory. Like every part of it, it is total and knows
no clock: time comes in with the events, so a recorded session replays to the same values.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.acts import Act, Ask
from models.basic_lines import Occasion
from models.character import Character
from models.commands import (
    Become,
    Command,
    Forget,
    Perform,
    Reply,
    Speak,
)
from models.conversation import Conversation
from models.delivery import delivery, voice_mood_for
from models.emotion import kindness
from models.events import (
    CharacterChosen,
    Dropped,
    Event,
    Grabbed,
    Heard,
    HistoryCleared,
    StreamHappened,
    Summarised,
    Tick,
    Touched,
    Typed,
)
from models.expression import Phase
from models.face import Face, Moment
from models.feelings import felt, in_words
from models.memory import Memory
from models.mood import Mood
from models.persona import REPLY_TOKENS, alternating, messages
from models.speech import VoiceStyle
from models.stream.happening import Happening, StreamKind

REMARK_PAUSE_S = 25.0
"""She remarks on being touched at most this often."""

Step = tuple["Companion", tuple[Command, ...]]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user wants of her voice: `voice` empty leaves her own; `moods`: mood shapes how she says things.

    `remarks`: she says a word unasked, when she is touched.
    """

    voice: str = ""
    speed: float = 1.0
    moods: bool = True
    remarks: bool = True


@dataclass(frozen=True, slots=True)
class Companion:
    """The state of everything about her that is not sound, picture or process."""

    character: Character
    conversation: Conversation
    wishes: Wishes = Wishes()
    mood: Mood = Mood()
    face: Face = Face()
    memory: Memory = Memory()
    remarked_s: float | None = None

    @classmethod
    def of(cls, character: Character, wishes: Wishes = Wishes(), *, muted: bool = False) -> Companion:
        """Her at the beginning."""
        return cls(character, Conversation(character.tongue, muted=muted), wishes)

    def step(self, event: Event) -> Step:
        """The next state and what to do. Total: any event in any state, never raises."""
        if isinstance(event, Summarised) and not self.memory.asked:
            return self, ()  # of a conversation that was forgotten meanwhile
        said = event.text if isinstance(event, Heard | Typed) else ""
        conversation, orders = self.conversation.step(event)
        state = replace(self, mood=felt(self.mood, event, kindness(said)), conversation=conversation)
        state, done = state._carry(orders, event.at_s)
        state, more = state._beyond(event)
        memory, notes = self.memory.after(
            event, self.conversation.history, conversation.history, busy=state.conversation.busy
        )
        return replace(state, memory=memory), (*done, *more, *notes)

    def _carry(self, orders: tuple[Command, ...], at_s: float) -> Step:
        """The orders of the conversation as the commands they become."""
        state, done = self, list[Command]()
        for order in orders:
            state, command = state._carried(order, at_s)
            done.append(command)
        return state, tuple(done)

    def _carried(self, order: Command, at_s: float) -> tuple[Companion, Command]:
        """An order of the conversation as the command it becomes."""
        match order:
            case Act(phase=phase, said=said, saying=saying, hint=hint):
                return self._wear(self._moment(said, saying, hint, phase=phase), at_s)
            case Ask(turn=turn):
                return self, self._reply(turn)
            case Speak():
                return self, replace(order, style=self._style(order.text, at_s))
        return self, order

    def _beyond(self, event: Event) -> Step:
        """What an event means to her besides the conversation."""
        match event:
            case StreamHappened(happenings=happenings):
                return self._noticed(happenings, event.at_s)
            case Touched() | Grabbed() | Dropped():
                state, order = self._wear(self._moment(event=_happening(event)), event.at_s)
                state, remark = state._remarked(_occasion(event), event.at_s)
                return state, (order, *remark)
            case Tick():
                state, order = self._wear(self._moment(), event.at_s)
                return state, ((order,) if state.face.expression is not self.face.expression else ())
            case CharacterChosen(character=character):
                conversation = replace(self.conversation, tongue=character.tongue)
                return replace(self, character=character, conversation=conversation), (Become(character),)
            case HistoryCleared():
                return self, (Forget(),)
        return self, ()

    def _noticed(self, happenings: tuple[Happening, ...], at_s: float) -> Step:
        """Her face for what happens on the stream; of several the last that shows."""
        state, order = self, None
        for happening in happenings:
            state, order = state._wear(self._moment(event=_seen(happening)), at_s)
        return state, (order,) if order else ()

    def _remarked(self, occasion: Occasion | None, at_s: float) -> Step:
        """A word of hers on being touched, if she is at rest and has not said one lately."""
        talk = self.conversation
        too_soon = self.remarked_s is not None and at_s - self.remarked_s < REMARK_PAUSE_S
        if occasion is None or too_soon or talk.phase is not Phase.IDLE or not self.wishes.remarks:
            return self, ()
        said = self.character.lines.remark(
            occasion, seed=int(at_s * 1000), history=talk.history, name=self.character.user, mood=self.mood
        )
        talk, orders = talk.unasked(said.text, said.expression)
        return replace(self, conversation=talk, remarked_s=at_s)._carry(orders, at_s)

    # --- her face
    # ---------------------------------------------------------------------------------------------

    def _wear(self, moment: Moment, at_s: float) -> tuple[Companion, Perform]:
        face = self.face.after(moment, at_s)
        order = Perform(moment.phase.value, face.expression.value, energy=self.mood.energy / 100)
        return replace(self, face=face), order

    def _moment(
        self, said: str = "", saying: str = "", hint: str = "", event: str = "", phase: Phase | None = None
    ) -> Moment:
        tone = self.character.persona.tone
        return Moment(phase or self.conversation.phase, self.mood, said, saying, hint, event, tone)

    # --- her mind and voice
    # -----------------------------------------------------------------------------------

    def _reply(self, turn: int) -> Reply:
        history = self.conversation.history
        prompt = messages(
            self.character.persona,
            history,
            self.character.user,
            summary=self.memory.summary,
            feeling=in_words(self.mood),
        )
        return Reply(turn, prompt, REPLY_TOKENS, alternating(history), self.mood)

    def _style(self, text: str, at_s: float) -> VoiceStyle:
        """How a clause is said: her voice and the user's wishes, coloured by what she feels as she says it."""
        persona, wishes = self.character.persona, self.wishes
        base = VoiceStyle(wishes.voice or persona.voice, wishes.speed * persona.speed)
        if not wishes.moods:
            return base
        moment = self._moment(saying=text, hint=self.conversation.answer.hint, phase=Phase.SPEAKING)
        voice_mood = voice_mood_for(self.face.wanted(moment, at_s), self.mood, text, persona.dynamic)
        return delivery(voice_mood, base, self.mood.energy / 100)


def _occasion(event: Event) -> Occasion | None:
    """What a hand on her gives occasion to say."""
    match event:
        case Touched(area="Head"):
            return Occasion.TOUCHED_HEAD
        case Touched(area="Body" | "Tail"):
            return Occasion.TOUCHED_BODY
        case Dropped():
            return Occasion.DROPPED
    return None


def _happening(event: Touched | Grabbed | Dropped) -> str:
    """An event in the words of `models.face.Moment`."""
    if isinstance(event, Touched):
        return f"touched:{event.area}" if event.area else ""
    return "grabbed" if isinstance(event, Grabbed) else "dropped"


def _seen(happening: Happening) -> str:
    """Something on the stream in the words of `models.face.Moment`."""
    kind = happening.kind
    return f"{kind.value}:{happening.id}" if kind is StreamKind.CHAT else kind.value
