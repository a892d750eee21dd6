"""`speak`: a text as a WAV file, and its visemes."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from app.cli.ground import DONE, CommandError, complete, settings_of
from app.cli.saying import RATE_HZ, lines_of, say, style_of, write_timing
from app.cli.wav import write_speech

_LONGEST = 200_000


def run(args: Namespace) -> int:
    """Say it."""
    return complete(lambda: _speak(args))


async def _speak(args: Namespace) -> int:
    text = _text(args)
    wav, timing = Path(args.output), Path(args.visemes) if args.visemes else None
    for path in (wav, timing):
        if path is not None and not path.resolve().parent.is_dir():
            msg = f"the folder {path.resolve().parent} does not exist; make it first"
            raise CommandError(msg, usage=True)
    store = settings_of(args)
    said = await say(store, lines_of(text, style_of(store, args)))
    write_speech(wav, said.pcm, RATE_HZ)
    if timing is not None:
        write_timing(timing, said)
    print(f"{wav}: {said.length_s:.1f} s" + (f"; {timing}" if timing else ""))
    return DONE


def _text(args: Namespace) -> str:
    """What to say: the argument, standard input, or a file."""
    if args.file is None and args.text != "-":
        return str(args.text)
    try:
        raw = sys.stdin.buffer.read() if args.file is None else Path(args.file).read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        msg = f"{args.file} cannot be read: {error.strerror or error}"
        raise CommandError(msg, usage=True) from error
    except UnicodeDecodeError as error:
        name = args.file or "standard input"
        msg = f"{name} is no text in UTF-8; save it as UTF-8 first"
        raise CommandError(msg, usage=True) from error
    if len(text) > _LONGEST:
        msg = f"the text is longer than {_LONGEST} characters; cut it into pieces"
        raise CommandError(msg, usage=True)
    return text
