"""Who she is when she answers: length, character, topic and face, over all prompts in every preset.

`over_length`: answers of more than 150 tokens or three sentences; `forbidden`: answers the gate would hold back;
`on_topic`, `in_character`: shares by the rules in `tests/bench/persona_rules.py`; `repeats`: answers that come out
the same when asked again at once; `distinct`: pairs of presets that answer a prompt differently;
`expression_agreement`: her face on two sets of moments labelled apart from its rules, with no temper at rest since
they name none, also set by set (`_first`, `_second`); `expression_agreement_snarky`: both at the default temper.
Hers is basic mode as the app builds it, around the bundled model, without the gate before the mind. Beside it, in the
same run, the same model bare with a line about who it is; with `--engine`, a server's model with the whole persona.

    python -m tests.bench.persona [--presets chill,hype] [--engine ollama|openai --url URL --model NAME] [--verbose]
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations
from typing import Any

from app.persona.character import load
from app.persona.safety import load as load_gate
from models.basic_games import line_said
from models.basic_mode import DEFLECTION, UNKNOWN
from models.character import Character
from models.commands import Reply
from models.expression import Expression
from models.face import Face
from models.persona import REPLY_TOKENS, messages, prefix
from models.ports import LanguageModel
from models.settings import Settings
from models.speech import Message, Prompt, Role
from tests.bench.persona_data import SETS, Asked, Labelled, asked, labelled
from tests.bench.persona_rules import Known, on_topic, out_of_character, too_long
from tests.bench.show import report
from workers.basic import BasicThinker
from workers.engines.registry import provider
from workers.mind import Model, Thinker

PRESETS = ("chill", "hype", "snarky", "inappropriate", "sensual")
BARE = "You are Vesper, a small witty fox who lives on a desktop. Answer in one or two short sentences."
SEED = 20
_NOW = datetime(2026, 5, 8, 17, 20)  # noqa: DTZ001  # her clock is the wall clock of the machine
_HONEST = (UNKNOWN, "internet", "weather", "language", "chores")
_HISTORY = 12


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer, and the same prompt's answer when asked again at once (None: not asked again)."""

    asked: Asked
    answer: str
    again: str | None = None


def main() -> None:
    """Ask everything of everyone, and look at her face."""
    chosen = _arguments()
    presets = tuple(chosen.presets.split(","))
    hers, bare, server = asyncio.run(_ask_all(chosen, presets))
    first, second = (labelled(name) for name in SETS)
    both = first + second
    agreement, disagreements = _agreement(both, Expression.IDLE)
    figures = _judged(hers, chosen)
    rival = _judged({"": bare}, chosen)
    figures |= {"expression_agreement": agreement}
    figures |= {"expression_agreement_first": _agreement(first, Expression.IDLE)[0]}
    figures |= {"expression_agreement_second": _agreement(second, Expression.IDLE)[0]}
    figures |= {"expression_agreement_snarky": _agreement(both, Expression.SNARKY)[0]}
    figures |= {f"bare_{name}": value for name, value in rival.items() if name not in {"repeats", "distinct"}}
    if server:
        figures |= {f"server_{name}": value for name, value in _judged(server, chosen).items()}
    if chosen.verbose:
        print(*disagreements, sep="\n", file=sys.stderr)
    report("persona", prompts=len(asked()), presets=len(presets), moments=len(both), **figures)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.bench.persona")
    parser.add_argument("--presets", default=",".join(PRESETS))
    parser.add_argument("--dynamic", default="ride_or_die")
    parser.add_argument("--engine", choices=("ollama", "openai"))
    parser.add_argument("--url", default="")
    parser.add_argument("--model", default="")
    parser.add_argument("--verbose", action="store_true", help="list every fault on stderr")
    return parser.parse_args()


async def _ask_all(
    chosen: argparse.Namespace, presets: tuple[str, ...]
) -> tuple[dict[str, list[Answered]], list[Answered], dict[str, list[Answered]]]:
    """Her answers by preset, the bare model's, and a server's by preset where one was named."""
    small: LanguageModel = _engine("llama")
    hers: dict[str, list[Answered]] = {}
    server: dict[str, list[Answered]] = {}
    for preset in presets:
        character = _character(preset, chosen.dynamic)
        chance = random.Random(SEED)
        thinker = BasicThinker("llama", small, character.lines, character.user, chance, lambda: _NOW)
        hers[preset] = await _ask(thinker, character, again=True)
        if chosen.engine:
            model = Model(chosen.engine, _engine(chosen.engine, chosen.url, chosen.model))
            server[preset] = await _ask(model, character, again=False)
            await model.close()
    bare = [Answered(one, await _bare(small, one)) for one in asked()]
    await small.close()
    return hers, bare, server


def _character(preset: str, dynamic: str) -> Character:
    settings = Settings()
    chosen = settings.character.model_copy(update={"preset": preset, "dynamic": dynamic})
    return load(settings.model_copy(update={"character": chosen}))


def _engine(provider_id: str, url: str = "", model: str = "") -> Any:
    entry = provider(provider_id)
    address = {"url" if provider_id == "ollama" else "base_url": url} if url else {}
    named = {"model": model} if model else {}
    return entry.build(entry.settings_class()(**address, **named))


async def _ask(thinker: Thinker, character: Character, *, again: bool) -> list[Answered]:
    await thinker.warm(prefix(character.persona))
    found: list[Answered] = []
    for one in asked():
        talk = (*one.before, Message(Role.USER, one.said))
        answer = await _reply(thinker, character, talk)
        talk = (*talk, Message(Role.ASSISTANT, answer), Message(Role.USER, one.said))
        found.append(Answered(one, answer, await _reply(thinker, character, talk) if again else None))
    return found


async def _reply(thinker: Thinker, character: Character, talk: tuple[Message, ...]) -> str:
    """What she says to the end of a talk; the rest of the talk is kept to what the app would keep."""
    talk = talk[-_HISTORY:]
    order = Reply(1, messages(character.persona, talk), REPLY_TOKENS, talk)
    async with aclosing(thinker.reply(order)) as pieces:
        return "".join([piece.text async for piece in pieces]).strip()


async def _bare(engine: LanguageModel, one: Asked) -> str:
    talk = (Message(Role.SYSTEM, BARE), *one.before, Message(Role.USER, one.said))
    async with aclosing(engine.reply(Prompt(talk, REPLY_TOKENS))) as pieces:
        return "".join([piece.text async for piece in pieces]).strip()


def _judged(answers: dict[str, list[Answered]], chosen: argparse.Namespace) -> dict[str, float]:
    """The figures over all presets; the preset without a name is the bare model."""
    over = forbidden = fitting = herself = repeats = 0
    total = sum(len(given) for given in answers.values())
    for preset, given in answers.items():
        character = _character(preset, chosen.dynamic) if preset else None
        system = character.persona.system if character else BARE
        gate = load_gate(Settings(), character.persona if character else None)
        for one in given:
            fault = out_of_character(one.answer, one.asked, preset, system)
            fits = on_topic(one.answer, one.asked, _known(character, one.answer))
            held = gate.say(one.answer)
            same = one.again == one.answer
            over += too_long(one.answer)
            forbidden += held.blocked
            fitting += fits
            herself += not fault
            repeats += same
            notes = (
                (too_long(one.answer), "too long"), (held.blocked, f"forbidden ({held.rule})"),
                (not fits, "off topic"), (bool(fault), fault), (same, "repeats"),
            )  # fmt: skip
            why = ", ".join(note for broken, note in notes if broken)
            if chosen.verbose and why:
                print(f"{preset or 'bare'} | {one.asked.said} | {one.answer!r} | {why}", file=sys.stderr)
    return {
        "over_length": over, "forbidden": forbidden, "on_topic": fitting / total, "in_character": herself / total,
        "repeats": repeats, "distinct": _distinct(answers),
    }  # fmt: skip


def _known(character: Character | None, answer: str) -> Known:
    if character is None:
        return Known()
    lines = character.lines.lines
    honest = any(line_said(answer, lines[intent]) for intent in _HONEST if intent in lines)
    return Known(line_said(answer, lines[DEFLECTION]) is not None, honest)


def _distinct(answers: dict[str, list[Answered]]) -> float:
    pairs = [
        mine.answer != theirs.answer
        for one, other in combinations(answers.values(), 2)
        for mine, theirs in zip(one, other, strict=True)
    ]
    return sum(pairs) / len(pairs) if pairs else 1.0


def _agreement(moments: tuple[Labelled, ...], tone: Expression) -> tuple[float, list[str]]:
    """The share of `moments` with a face that is accepted, and the others in words. `tone` is her resting face."""
    agreed, disagreements = 0, []
    for one in moments:
        face = Face().after(replace(one.moment, tone=tone), 1.0)
        if face.expression in one.accept:
            agreed += 1
        else:
            told = " | ".join(part for part in (one.moment.event, one.moment.said, one.moment.saying) if part)
            wanted = "/".join(one.accept)
            disagreements.append(
                f"face | {told or one.moment.mood} | {face.expression} ({face.reason}), not {wanted}"
            )
    return agreed / len(moments), disagreements


if __name__ == "__main__":
    main()
