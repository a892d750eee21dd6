"""The command line's grammar. Imports nothing heavy: `--help` is instant."""

from __future__ import annotations

import argparse
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from models.delivery import VoiceMood
from models.settings import LogLevel
from models.voice_blend import VoiceBlendError, checked_voice
from workers.advice import own

VERSION_FILE = Path(__file__).resolve().parents[2] / "pyproject.toml"


if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  # argparse gives it no other name


def version() -> str:
    """Vesper's version: of the installed bundle, else of the checkout."""
    try:
        return metadata.version("vesper")
    except metadata.PackageNotFoundError:
        import tomllib

        try:
            return str(tomllib.loads(VERSION_FILE.read_text(encoding="utf-8"))["project"]["version"])
        except (OSError, ValueError, KeyError):
            return "unknown"


def parser(program: str = "vesper") -> argparse.ArgumentParser:
    """The whole parser. `args.command` is the subcommand's name, "gui" without one."""
    top = argparse.ArgumentParser(
        prog=program,
        description="Vesper Astra, a companion who lives on your desktop. Without a command: her window.",
        epilog=f"{own('COMMAND --help')} tells more about a command.",
    )
    top.add_argument("--version", action="version", version=f"Vesper {version()}")
    top.add_argument("--safe", action="store_true", help="start as a still picture, without the stream")
    top.set_defaults(command="gui", settings=None, log_level=None)
    shared = _shared()
    _add_shared(top)
    commands = top.add_subparsers(dest="command_name", metavar="COMMAND")
    _add_conversation(commands, shared)
    _add_speech(commands, shared)
    _add_lists(commands, shared)
    _add_models(commands, shared)
    _add_personas(commands, shared)
    _add_token(commands, shared)
    _add_care(commands, shared)
    commands.add_parser("licences", parents=[shared], help="on whose work she stands, and on what terms")
    _add_soak(commands, shared)
    _add_engine_host(commands)
    return top


def parse(argv: list[str] | None = None, program: str = "vesper") -> argparse.Namespace:
    """The command line as values; ends the process with code 2 and a hint when it is wrong."""
    args = parser(program).parse_args(argv)
    args.command = args.command_name or "gui"
    return args


_SLOWEST, _FASTEST = 0.5, 2.0
_FASTEST_REPLAY = 1000
_LONGEST_SOAK = 1000
_SPEED_HELP = "0.5 to 2.0, 1.0 is her natural pace"
_VOICE_HELP = "a voice from `voices`, or a blend such as 70%% af_heart + 30%% af_sky"


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not _SLOWEST <= speed <= _FASTEST:
        message = f"{text!r} is not a speed; give a number from 0.5 to 2.0"
        raise argparse.ArgumentTypeError(message)
    return speed


def _pace(text: str) -> float:
    try:
        pace = float(text)
    except ValueError:
        pace = 0.0
    if not 0.0 < pace <= _FASTEST_REPLAY:
        message = f"{text!r} is not a speed; give a number above 0, up to {_FASTEST_REPLAY}"
        raise argparse.ArgumentTypeError(message)
    return pace


def _voice(text: str) -> str:
    try:
        return checked_voice(text)
    except VoiceBlendError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _add_manner(to: argparse.ArgumentParser, mood: str) -> None:
    """How it is to be said; an empty `mood` is as she feels."""
    to.add_argument("--voice", metavar="V", type=_voice, help=_VOICE_HELP)
    to.add_argument("--speed", metavar="S", type=_speed, help=_SPEED_HELP)
    to.add_argument(
        "--mood",
        metavar="M",
        type=str.lower,
        choices=[mood.value for mood in VoiceMood],
        default=mood,
        help=f"how she feels about it: {', '.join(VoiceMood)}",
    )


def _add_shared(to: argparse.ArgumentParser, default: object = None) -> None:
    to.add_argument("--settings", metavar="FILE", default=default, help="use this settings file")
    to.add_argument(
        "--log-level", choices=get_args(LogLevel), default=default, help="how much to tell on the console"
    )


def _shared() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    _add_shared(shared, argparse.SUPPRESS)
    return shared


def _add_conversation(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    gui = commands.add_parser("gui", parents=[shared], help="her window on the desktop (the default)")
    gui.add_argument("--safe", action="store_true", help="as a still picture, without stream and OBS")
    chat = commands.add_parser("chat", parents=[shared], help="talk with her in the terminal")
    chat.add_argument("--no-voice", action="store_true", help="text only: no sound in or out")
    replay = commands.add_parser(
        "replay",
        parents=[shared],
        help="her window, with a recorded stream in place of a live one",
        description="Play a recorded stream to her: chat, follows, subs, raids and donations as they came.",
    )
    replay.add_argument("recording", metavar="EVENTS.jsonl", help="a recording (Stream… → Record)")
    replay.add_argument(
        "--speed", metavar="S", type=_pace, default=1.0, help="times as fast as it was, up to 1000"
    )


def _add_speech(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    speak = commands.add_parser(
        "speak", parents=[shared], help="say a text into a WAV file", description="Write a text as speech."
    )
    source = speak.add_mutually_exclusive_group(required=True)
    source.add_argument("text", nargs="?", metavar="TEXT", help="what to say; - reads standard input")
    source.add_argument("--file", "-f", metavar="F", help="say the text of this file")
    speak.add_argument("-o", "--output", metavar="X.wav", required=True, help="the WAV file to write")
    speak.add_argument("--visemes", metavar="X.json", help="write words and visemes with their times too")
    _add_manner(speak, VoiceMood.NEUTRAL.value)
    sts = commands.add_parser(
        "sts",
        parents=[shared],
        help="answer a recording: speech to speech",
        description="Hear a WAV file, answer it, and write answer.wav and answer.json.",
    )
    sts.add_argument("input", metavar="IN.wav", help="what was said: any WAV")
    sts.add_argument("-o", "--output", metavar="DIR", required=True, help="the folder for the answer")
    _add_manner(sts, "")


def _add_lists(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    for name, text in (
        ("voices", "list her voices and the moods she can speak in"),
        ("devices", "list microphones and loudspeakers"),
        ("doctor", "try every part and tell how to fix what does not work"),
    ):
        entry = commands.add_parser(name, parents=[shared], help=text)
        entry.add_argument("--json", action="store_true", help="as JSON, for programs")


def _add_token(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    token = commands.add_parser("token", parents=[shared], help="the token and addresses of the local API")
    token.add_argument(
        "--new", action="store_true", help="make another; the old one is good until she is started anew"
    )


def _add_care(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    bundle = commands.add_parser(
        "bundle", parents=[shared], help="gather what helps to find a mistake into one file; sends nothing"
    )
    bundle.add_argument("-o", "--output", metavar="FILE", help="the zip to write; else one in this folder")
    bundle.add_argument("--conversation", action="store_true", help="with what was said and remembered")
    backup = commands.add_parser("backup", parents=[shared], help="keep settings, personas and memory")
    backup.add_argument("file", metavar="FILE", help="the zip or folder to write to")
    backup.add_argument("--recordings", action="store_true", help="with recorded streams")
    backup.add_argument("--replace", action="store_true", help="write over a file that is there")
    restore = commands.add_parser("restore", parents=[shared], help="bring a backup back")
    restore.add_argument("file", metavar="FILE", help="the backup")
    restore.add_argument("--yes", action="store_true", help="do not ask")


def _hours(text: str) -> float:
    try:
        hours = float(text)
    except ValueError:
        hours = 0.0
    if not 0.0 < hours <= _LONGEST_SOAK:
        message = f"{text!r} is no length of time; give a number above 0, up to {_LONGEST_SOAK}"
        raise argparse.ArgumentTypeError(message)
    return hours


def _add_soak(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    soak = commands.add_parser(
        "soak",
        parents=[shared],
        help="use a Vesper of its own hard for hours: does she crash, grow or slow down?",
        description="Start a second, silent Vesper with settings and memory of its own, talk with her, tell her a busy "
        "stream, end her engines, change her settings, let her rest, and measure. Your own are left alone.",
    )
    length = soak.add_mutually_exclusive_group(required=True)
    length.add_argument("--hours", metavar="N", type=_hours, help="for so many hours")
    length.add_argument("--minutes", metavar="M", type=_hours, help="for so many minutes")
    soak.add_argument("--json", action="store_true", help="as JSON, for programs")


def _add_models(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    models = commands.add_parser("models", parents=[shared], help="fetch, verify or list the AI models")
    models.add_argument("action", choices=("fetch", "verify", "list"), help="what to do")
    models.add_argument("ids", nargs="*", metavar="MODEL", help="only these models; none: all of them")
    models.add_argument("--json", action="store_true", help="as JSON, for programs (list)")


def _add_personas(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    about = "her tempers (presets), bonds (dynamics) and styles, ours and your own"
    personas = commands.add_parser("personas", parents=[shared], help=about, description=about.capitalize())
    actions = personas.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = actions.add_parser("list", parents=[shared], help="what there is")
    listing.add_argument("--json", action="store_true", help="as JSON, for programs")
    for name, text in (
        ("show", "print the file of one"),
        ("preview", "print the prompt it makes with what else is chosen"),
        ("edit", "open one of your own in $EDITOR, and check it after"),
        ("delete", "delete one of your own"),
        ("copy", "make one your own under a new id"),
        ("export", "write one into a file for another Vesper"),
    ):
        entry = actions.add_parser(name, parents=[shared], help=text)
        entry.add_argument("id", metavar="ID", help="an id from `list`, such as snarky or style/chaotic")
        if name == "delete":
            entry.add_argument("--yes", action="store_true", help="do not ask")
        elif name == "copy":
            _add_new(entry)
        elif name == "export":
            entry.add_argument("file", metavar="FILE", help="the file or folder to write to")
            entry.add_argument("--replace", action="store_true", help="write over a file that is there")
    fresh = actions.add_parser("new", parents=[shared], help="begin one of your own from an empty form")
    fresh.add_argument("kind", choices=("preset", "dynamic", "style"), help="what it is to be")
    _add_new(fresh)
    taken = actions.add_parser("import", parents=[shared], help="take in an exported file")
    taken.add_argument("file", metavar="FILE", help="the exported file")
    taken.add_argument("--replace", action="store_true", help="in place of one with the same id")


def _add_new(to: argparse.ArgumentParser) -> None:
    to.add_argument("new", metavar="NEW", help="its id: small letters, digits and _")
    to.add_argument("--title", default="", help="its name in menus; else made of the id")


def _add_engine_host(commands: _Commands) -> None:
    host = commands.add_parser("engine-host")
    host.add_argument("name", metavar="NAME")
