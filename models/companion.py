"""All of her as one value: who she is, whose turn it is, how she feels, the face she wears, what she remembers.

`step` lets an event happen to every part in turn: mood first, then the turns of the conversation, whose `Act` and
`Ask` become a face and a prompt here, then face, delivery and memory. Like every part of it, it is total and knows
no clock: time comes in with the events, so a recorded session replays to the same values.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.acts import Act, Ask
from models.basic_lines import Occasion
from models.captions import captions
from models.character import Character
from models.commands import (
    Become,
    Begun,
    Command,
    Forget,
    HoldTalk,
    MuteMicrophone,
    MuteVoice,
    Perform,
    Reply,
    ShowSource,
    Speak,
    SwitchScene,
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
from models.occasions import asked_as, felt_as, occasion_of, seen_as
from models.persona import REACTION_TOKENS, REPLY_TOKENS, alternating, messages
from models.requests import (
    FaceAsked,
    HearingTried,
    LineTried,
    Panicked,
    Part,
    PartSwitched,
    QuietChosen,
    RuleTried,
    SceneAsked,
    SourceAsked,
    TalkKey,
    WishesChosen,
)
from models.speech import VoiceStyle
from models.stream.agenda import Choice
from models.stream.floor import Floor
from models.stream.happening import Happening, StreamKind
from models.stream.opening import opened, tried
from models.stream.reaction import Reaction
from models.stream.rules import names_of
from models.trying import Trying
from models.wishes import Wishes

REMARK_PAUSE_S = 25.0
"""She remarks on being touched at most this often."""
REACTION_CONTEXT = 6
"""Messages of the conversation that a reaction to the stream is told of."""
_MOST_OPENED = 20
_SHOWN_S = 2.5

Step = tuple["Companion", tuple[Command, ...]]


@dataclass(frozen=True, slots=True)
class Companion:
    """The state of everything about her that is not sound, picture or process. `quiet`: she says nothing unasked."""

    character: Character
    conversation: Conversation
    wishes: Wishes = Wishes()
    mood: Mood = Mood()
    face: Face = Face()
    memory: Memory = Memory()
    floor: Floor = Floor()
    remarked_s: float | None = None
    quiet: bool = False
    trying: Trying = Trying()

    @classmethod
    def of(
        cls,
        character: Character,
        wishes: Wishes | None = None,
        floor: Floor | None = None,
        *,
        muted: bool = False,
        quiet: bool = False,
    ) -> Companion:
        """Her at the beginning."""
        talk = Conversation(character.tongue, muted=muted)
        return cls(character, talk, wishes or Wishes(), floor=floor or Floor(), quiet=quiet)

    def step(self, event: Event) -> Step:
        """The next state and what to do. Total: any event in any state, never raises."""
        if isinstance(event, Summarised) and not self.memory.asked:
            return self, ()  # of a conversation that was forgotten meanwhile
        if isinstance(event, Panicked) and event.on is self.floor.panicked:
            return self, ()  # so it is already
        trying = self.trying.after(event)
        if trying.keeps(event):
            return replace(self, trying=trying), ()
        said = event.text if isinstance(event, Heard | Typed) else ""
        conversation, orders = self._turned(event)
        floor, news = self.floor.after(event, self.conversation, conversation)
        mood = felt(self.mood, event, kindness(said))
        state = replace(self, mood=mood, conversation=conversation, floor=floor, trying=trying)
        state, done = state._carry((*orders, *news), event.at_s)
        state, more = state._beyond(event)
        state, begun = state._opened(event.at_s)
        memory, notes = self.memory.after(
            event, self.conversation.history, state.conversation.history, busy=state.conversation.busy
        )
        read = captions(event, self.conversation, state.conversation)
        return replace(state, memory=memory), (*done, *read, *more, *begun, *notes)

    def _turned(self, event: Event) -> tuple[Conversation, tuple[Command, ...]]:
        """The conversation after an event; she may end her turn for something more important, or in panic."""
        conversation, orders = self.conversation.step(event)
        if self.floor.gives_way(event, conversation) or (isinstance(event, Panicked) and event.on):
            conversation, rest = conversation.rested()
            return conversation, (*orders, *rest)
        if isinstance(event, Typed) and event.id and conversation.turn != self.conversation.turn:
            return conversation, (*orders, Begun(event.id, conversation.turn))
        return conversation, orders

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
                state, order = self._wear(self._moment(event=felt_as(event)), event.at_s)
                state, remark = state._remarked(occasion_of(event), event.at_s)
                return state, (order, *remark)
            case LineTried() if not self.conversation.busy:
                return self._tried(event)
            case HearingTried(on=True):
                return replace(self, conversation=replace(self.conversation, listening=None)), ()
            case FaceAsked(expression=expression, hold_s=hold_s):
                state, order = self._wear(self._moment(event=asked_as(expression, hold_s)), event.at_s)
                return state, (order,)
            case SceneAsked(scene=scene):
                return self, (SwitchScene(scene),)
            case SourceAsked(scene=scene, source=source, visible=visible):
                return self, (ShowSource(scene, source, visible),)
            case PartSwitched(part=Part.VOICE, on=on):
                muted = self.floor.panicked or not on
                return replace(self, wishes=replace(self.wishes, aloud=on)), (MuteVoice(muted),)
            case WishesChosen(wishes=wishes):
                muted = self.floor.panicked or not wishes.aloud
                return replace(self, wishes=wishes), (MuteVoice(muted),)
            case QuietChosen(on=on):
                return replace(self, quiet=on), ()
            case TalkKey(down=down):
                return self, (HoldTalk(down),)
            case RuleTried(rule=rule) if self.floor.free(self.conversation):
                return self._answer(tried(rule), event.at_s, plain=False)
            case Panicked(on=on):
                return self._panicked(on=on, at_s=event.at_s)
            case Tick():
                state, order = self._wear(self._moment(), event.at_s)
                return state, ((order,) if state.face.expression is not self.face.expression else ())
            case CharacterChosen(character=character):
                conversation = replace(self.conversation, tongue=character.tongue)
                rules = replace(self.floor.rules, names=names_of(character.persona.companion))
                floor = replace(self.floor, rules=rules)
                state = replace(self, character=character, conversation=conversation, floor=floor)
                return state, (Become(character),)
            case HistoryCleared():
                return self, (Forget(),)
        return self, ()

    def _panicked(self, *, on: bool, at_s: float) -> Step:
        """Nothing is heard and nothing said aloud until the user is back; then what was before."""
        quiet = MuteMicrophone(on or self.conversation.muted), MuteVoice(on or not self.wishes.aloud)
        if on:
            return self, quiet
        state, remark = replace(self, remarked_s=None)._remarked(Occasion.BACK, at_s)
        return state, (*quiet, *remark)

    # --- the stream
    # -------------------------------------------------------------------------------------------

    def _noticed(self, happenings: tuple[Happening, ...], at_s: float) -> Step:
        """Her face for what happens on the stream; of several the last that shows."""
        state, order = self, None
        for happening in happenings:
            state, order = state._wear(self._moment(event=seen_as(happening)), at_s)
        return state, (order,) if order else ()

    def _opened(self, at_s: float) -> Step:
        """Begin what is to be said of her own accord, if she is free: what tools asked for, then the stream."""
        state, done = self, list[Command]()
        for _ in range(_MOST_OPENED):
            if not state.floor.free(state.conversation):
                break
            if state.floor.asked:
                state, orders = state._say_asked(at_s)
                done += orders
                continue
            if state.quiet:
                break
            floor, choice, news = state.floor.next(at_s)
            state = replace(state, floor=floor)
            done += news
            if choice is None:
                break
            state, orders = state._answer(choice, at_s, plain=floor.silent is choice)
            done += orders
        return state, tuple(done)

    def _answer(self, choice: Choice, at_s: float, *, plain: bool) -> Step:
        """Begin to answer a choice of the stream's."""
        opening = opened(choice, self.conversation, self.character, self.mood, at_s, plain=plain)
        if opening.refused:
            floor, news = self.floor.refused(choice, at_s)
            return replace(self, floor=floor), (*opening.orders, *news)
        state, shown = replace(self, conversation=opening.talk), tuple[Command, ...]()
        if rule := choice.rule:
            face = asked_as(rule.expression, _SHOWN_S) if rule.expression else ""
            state, order = state._wear(state._moment(event=face), at_s)
            shown = (replace(order, motion=rule.motion),)
        floor, news = state.floor.begun(choice, opening.answering, at_s)
        state, orders = replace(state, floor=floor)._carry(opening.orders, at_s)
        return state, (*shown, *orders, *news)

    def _say_asked(self, at_s: float) -> Step:
        """Say what a tool of the user's asked for, as far as it passes her lips."""
        asked, *rest = self.floor.asked
        talk, floor = self.conversation, replace(self.floor, asked=tuple(rest))
        talk, orders = talk.said(asked.text)
        state = replace(self, conversation=talk, floor=floor)
        state, done = state._carry(orders, at_s)
        return state, (Begun(asked.id, talk.turn), *done)

    def _tried(self, line: LineTried) -> Step:
        """Say a line for the user to hear how it sounds; a turn of its own, of which nothing is kept."""
        talk = replace(self.conversation, turn=self.conversation.turn + 1)
        persona, wishes = self.character.persona, self.wishes
        style = VoiceStyle(line.voice or wishes.voice or persona.voice, wishes.speed * persona.speed)
        said = Speak(talk.turn, 0, line.text, style)
        return replace(self, conversation=talk), (Begun(line.id, talk.turn), said)

    def _remarked(self, occasion: Occasion | None, at_s: float) -> Step:
        """A word of hers on being touched, if she is at rest and has not said one lately."""
        talk = self.conversation
        too_soon = self.remarked_s is not None and at_s - self.remarked_s < REMARK_PAUSE_S
        silent = self.quiet or not self.wishes.remarks
        if occasion is None or too_soon or silent or talk.phase is not Phase.IDLE:
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
        history, reaction = self.conversation.history, self._reaction(turn)
        if reaction:
            history = history[-REACTION_CONTEXT:]
        prompt = messages(
            self.character.persona,
            history,
            self.character.user,
            summary=self.memory.summary,
            feeling=in_words(self.mood),
        )
        most = REACTION_TOKENS if reaction and reaction.kind is not StreamKind.CHAT else REPLY_TOKENS
        return Reply(turn, prompt, most, alternating(history), self.mood, reaction)

    def _reaction(self, turn: int) -> Reaction | None:
        """What of the stream is answered in a turn, if that is what it is for."""
        doing = self.floor.answering
        return doing.reaction if doing and doing.turn == turn else None

    def _style(self, text: str, at_s: float) -> VoiceStyle:
        """How a clause is said: her voice and the user's wishes, coloured by what she feels as she says it."""
        persona, wishes = self.character.persona, self.wishes
        base = VoiceStyle(wishes.voice or persona.voice, wishes.speed * persona.speed)
        if not wishes.moods:
            return base
        moment = self._moment(saying=text, hint=self.conversation.answer.hint, phase=Phase.SPEAKING)
        voice_mood = voice_mood_for(self.face.wanted(moment, at_s), self.mood, text, persona.dynamic)
        return delivery(voice_mood, base, self.mood.energy / 100)
