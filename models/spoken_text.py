"""What of a text may be said aloud, and where a stream of text may be cut into clauses.

`speakable` drops what is written for the eye: Markdown, code, links, HTML, emoji, [tags], *stage directions*.
`clauses` cuts text that is still arriving, so that speaking can begin before the sentence is whole.
"""

from __future__ import annotations

import re
import unicodedata

_FENCE = re.compile(r"```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)", re.DOTALL)
_INLINE_CODE = re.compile(r"`([^`\n]*)`")
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)")
_URL = re.compile(r"<?\b(?:https?://|www\.)[^\s<>]*[^\s<>.,!?;:)\]\"'…]>?", re.IGNORECASE)
_MAIL = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]+\b")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HIDDEN = re.compile(r"<(script|style|think|thinking)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_HTML = re.compile(r"</?[A-Za-z][^<>\n]*>")
_ENTITY = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&apos;": "'", "&nbsp;": " "}
_TAG = re.compile(r"\[[^\]\n]{0,60}\]|【[^】\n]*】|\{[^{}\n]{0,60}\}")
_BOLD = re.compile(r"(\*\*\*|\*\*|___|__|~~)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_STAGE = re.compile(r"(?<![\w*])\*(?=[^\s*])[^*\n]+?(?<=[^\s*])\*(?![\w*])")
_ACTED = re.compile(
    r"\((?:\w+ly )?(?:giggl|laugh|sigh|wink|smil|grin|blush|gasp|nod|shrug|whisper|chuckl|paus|yawn|wav|purr|smirk|wag"
    r"|tilt|clear|roll|sniff|sob|cough|hum|snicker)\w*\b[^()\n]{0,60}\)",
    re.IGNORECASE,
)
_ITALIC = re.compile(r"(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)")
_LINE_START = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|>+[ \t]?|[-*+•][ \t]+|\|)", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:[-*_=][ \t]*){3,}$|^[ \t]*\|?[ \t:|-]{3,}\|?[ \t]*$", re.MULTILINE)
_SHORTCODE = re.compile(r":[a-z][a-z0-9_+-]{1,30}:", re.IGNORECASE)
_EMOTICON = re.compile(
    r"(?<!\S)(?:[:;=xX8]['-]?[)(DPpOo3/\\|\]\[]+|\^_*\^|[>T][._][<T]|[uUoO][wW][uU]{2,}|<3)(?!\w)"
)
_TIDY = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=[\w)\"'|])[ \t]*\n\s*(?=\S)", ". "),  # a line of its own is a sentence of its own
        (r"(?<=\d)\s*\*\s*(?=\d)", " times "),
        (r"[*~^\\|`\[\]{}]+|(?<!\w)_+|_+(?!\w)|(?<=\w)_(?=\w)", " "),
        (r"\(\s*\)|\"\s*\"|“\s*”", " "),
        (r"(?:-\s*){2,}|[—–](?:\s*[—–])+", "— "),
        (r"\s+", " "),
        (r" +(?=[,.;:!?…])", ""),
        (r"(?:\.{2,}|…)[.…]*", "…"),
        (r"([,;:])[,;:]+", r"\1"),
        (r"^[\s,.;:!?…—-]+(?=[\w\"“(])", ""),
    )
)
_MARKS = re.compile(r"([!?])[!?]*(?:1+[!?]+)?")
_PICTURES = frozenset({"So", "Sk", "Cn", "Co", "Cs", "Cf", "Cc", "Mn", "Me"})
_SPOKEN_SYMBOLS = frozenset("°")


def speakable(text: str) -> str:
    """The words of `text` to be said aloud, on one line; empty when there are none."""
    for pattern, replacement in (
        (_COMMENT, " "), (_HIDDEN, " "), (_FENCE, " "), (_INLINE_CODE, r"\1"), (_IMAGE, " "), (_LINK, r"\1"),
        (_URL, " "), (_MAIL, " "), (_HTML, " "), (_RULE, " "), (_LINE_START, ""), (_TAG, " "),
        (_BOLD, r"\2"), (_BOLD, r"\2"), (_STAGE, " "), (_ACTED, " "), (_ITALIC, r"\1"), (_SHORTCODE, " "),
        (_EMOTICON, " "),
    ):  # fmt: skip
        text = pattern.sub(replacement, text)
    text = unicodedata.normalize("NFC", text)
    for entity, symbol in _ENTITY.items():
        text = text.replace(entity, symbol)
    text = "".join(_plain(symbol) for symbol in text)
    for pattern, replacement in _TIDY:
        text = pattern.sub(replacement, text)
    text = _MARKS.sub(_one_mark, text).strip()
    return text if any(symbol.isalnum() for symbol in text) else ""


def _one_mark(found: re.Match[str]) -> str:
    return "?" if "?" in found.group() else "!"


def _plain(symbol: str) -> str:
    if symbol in _SPOKEN_SYMBOLS or symbol in "\n\t":
        return symbol
    if unicodedata.category(symbol) in _PICTURES:
        return "" if symbol in "\u200d\ufe0f\u200b" else " "
    return symbol


# --- clauses -------------------------------------------------------------------------------------------------

_FIRST_MIN, _FIRST_SENTENCE_MIN = 12, 4
_FIRST_WORDS = 6
_SENTENCE_MIN, _CLAUSE_MIN, _LONGEST = 20, 60, 240
_OPEN_MAX = 200
_CLOSED = re.compile(
    r"```.*?```|`[^`\n]+`|!?\[[^\]\n]{1,200}\](?:\([^)\n]*\))?|\([^()\n]{1,120}\)|“[^”\n]{1,200}”"
    r"|(?<!\w)\"[^\"\n]{1,200}\"|(?<!\w)(\*{1,3})(?=[^\s*])[^*\n]{1,200}?(?<=[^\s*])\1|</?[A-Za-z][^<>\n]{0,200}>",
    re.DOTALL,
)
_OPEN = re.compile(r"```|`|\[|\(|“|(?<!\w)\"(?=\S)|(?<![\w*])\*{1,3}(?=[^\s*])|<(?=/?[A-Za-z])")
_MARK = re.compile(r"(?:[.!?…]+|[,;:]|[—–])[\"”’)\]*_]*(?=\s)|\n")
_SPACE = re.compile(r"\s+")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:(?:mr|mrs|ms|dr|prof|st|jr|sr|mt|vs|approx|dept|inc|ltd|corp|feat|no|fig|al|gen|col|sgt|capt"
    r"|jan|feb|aug|sept?|oct|nov|dec|e\.g|i\.e|cf)|(?:[A-Za-z]\.)*[A-Za-z]|\d+)\.$",
    re.IGNORECASE,
)
_EITHER = re.compile(r"\b(?:etc|a\.m|p\.m|[ap]m)\.$", re.IGNORECASE)
_LINKS = frozenset({
    "and", "but", "because", "so", "that", "when", "if", "while", "which", "who", "then", "or", "since", "though",
    "until", "before", "after", "with", "for", "from", "about", "into", "like", "unless", "where",
})  # fmt: skip


def clauses(text: str, *, final: bool, first: bool = False) -> tuple[tuple[str, ...], str]:
    """Cut the clauses that are ready to be said off the front of `text`; give them and the rest.

    Call again with the rest and what arrived since. Nothing is lost: the pieces and the rest joined are the text,
    white space apart. A cut never falls inside a number, an abbreviation, a link, code, a tag or a short quotation.
    The `first` clause of a reply is cut short, for the sake of an early sound. `final` says that no more will come:
    then nothing rests.
    """
    pieces: list[str] = []
    while (at := _next_cut(text, final=final, first=first)) is not None:
        piece, text = text[:at].strip(), text[at:]
        if piece:
            pieces.append(piece)
            first = False
    if final:
        return (*pieces, *([text.strip()] if text.strip() else [])), ""
    return tuple(pieces), text


def _next_cut(text: str, *, final: bool, first: bool) -> int | None:
    start = len(text) - len(text.lstrip())
    kept = _kept_whole(text)
    for found in _MARK.finditer(text, start):
        at = found.end()
        if any(begin < at < end for begin, end in kept):
            continue
        length = len(speakable(text[start:at]))
        ends = _ends_sentence(text, found, final=final)
        if ends is None:
            continue
        shortest = (
            (_FIRST_SENTENCE_MIN if ends else _FIRST_MIN) if first else _SENTENCE_MIN if ends else _CLAUSE_MIN
        )
        if length >= shortest:
            linked = _before_link(text, start, at, kept) if first else None
            return linked or (at if length <= _LONGEST else _at_space(text, start, kept) or at)
    if first and (linked := _before_link(text, start, len(text), kept)):
        return linked
    return _at_space(text, start, kept) if len(text) - start > _LONGEST else None


def _ends_sentence(text: str, mark: re.Match[str], *, final: bool) -> bool | None:
    """Whether a mark ends a sentence (True) or a clause (False); None: it ends neither, or more must be seen."""
    sign = mark.group()[0]
    if sign in ",;:—–":
        return False
    if sign in "!?\n":
        return True
    after = text[mark.end() :].lstrip()[:1]
    before = text[: mark.end()].rstrip('"”’)]*_')
    if before.endswith(("..", "…")):
        return after.isupper() if after else final or None
    if _EITHER.search(before):
        return after.isupper() or None
    return None if _ABBREVIATION.search(before) else True


def _before_link(text: str, start: int, end: int, kept: list[tuple[int, int]]) -> int | None:
    """A cut before a linking word, after enough words of a long beginning without marks."""
    for words, space in enumerate(_SPACE.finditer(text, start, end), 1):
        following = re.match(r"[A-Za-z']+(?=[\s,.!?])", text[space.end() : end])
        inside = any(begin < space.end() < stop for begin, stop in kept)
        if words >= _FIRST_WORDS and following and not inside and following.group().lower() in _LINKS:
            return space.end()
    return None


def _at_space(text: str, start: int, kept: list[tuple[int, int]]) -> int | None:
    """The last white space within the longest clause that is not inside something kept whole."""
    spaces = [
        space.end() for space in _SPACE.finditer(text, start + _CLAUSE_MIN, min(len(text), start + _LONGEST))
    ]
    free = [at for at in spaces if not any(begin < at < end for begin, end in kept)]
    return free[-1] if free else None


def _kept_whole(text: str) -> list[tuple[int, int]]:
    """The stretches no cut may fall into, those still open included."""
    kept: list[tuple[int, int]] = []
    at = 0
    while found := _OPEN.search(text, at):
        closed = _CLOSED.match(text, found.start())
        if closed:
            kept.append(closed.span())
            at = closed.end()
        elif found.group() == "```" or (
            len(text) - found.start() < _OPEN_MAX and "\n" not in text[found.start() :]
        ):
            return [*kept, (found.start(), len(text) + 1)]
        else:
            at = found.end()
    return kept
