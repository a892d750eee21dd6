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
_ITALIC = re.compile(r"(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)")
_LINE_START = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|>+[ \t]?|[-*+•][ \t]+|\|)", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:[-*_=][ \t]*){3,}$|^[ \t]*\|?[ \t:|-]{3,}\|?[ \t]*$", re.MULTILINE)
_SHORTCODE = re.compile(r":[a-z][a-z0-9_+-]{1,30}:", re.IGNORECASE)
_EMOTICON = re.compile(
    r"(?<!\S)(?:[:;=xX8]['-]?[)(DPpOo3/\\|\]\[]+|\^_*\^|[>T][._][<T]|[uUoO][wW][uU]{2,}|<3)(?!\w)"
)
_STRESS_MARKS = re.compile(r"[*~^\\|]+|(?<!\w)_+|_+(?!\w)|(?<=\w)_(?=\w)")
_MARKS = re.compile(r"([!?])[!?]*(?:1+[!?]+)?")
_PICTURES = frozenset({"So", "Sk", "Cn", "Co", "Cs", "Cf", "Cc", "Mn", "Me"})
_SPOKEN_SYMBOLS = frozenset("°")


def speakable(text: str) -> str:
    """The words of `text` to be said aloud, on one line; empty when there are none."""
    for pattern, replacement in (
        (_COMMENT, " "), (_HIDDEN, " "), (_FENCE, " "), (_INLINE_CODE, r"\1"), (_IMAGE, " "), (_LINK, r"\1"),
        (_URL, " "), (_MAIL, " "), (_HTML, " "), (_RULE, " "), (_LINE_START, ""), (_TAG, " "),
        (_BOLD, r"\2"), (_BOLD, r"\2"), (_STAGE, " "), (_ITALIC, r"\1"), (_SHORTCODE, " "), (_EMOTICON, " "),
    ):  # fmt: skip
        text = pattern.sub(replacement, text)
    for entity, symbol in _ENTITY.items():
        text = text.replace(entity, symbol)
    text = "".join(_plain(symbol) for symbol in text)
    text = re.sub(r"(?<=[\w)\"'])[ \t]*\n+[ \t]*(?=\S)", ". ", text)
    text = _STRESS_MARKS.sub(" ", text)
    text = _MARKS.sub(_one_mark, text)
    text = re.sub(r"\.{2,}|…+", "…", text)
    text = re.sub(r"([,;:])[,;:]+", r"\1", text)
    text = re.sub(r"(?:-\s*){2,}|[—–](?:\s*[—–])+", "— ", text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+([,.;:!?…])", r"\1", text)
    text = re.sub(r"\(\s*\)|\"\s*\"|“\s*”", " ", text)
    text = re.sub(r"^[\s,.;:!?…—-]+(?=\w)", "", text)
    text = re.sub(r"\s+", " ", text).strip()
    return text if any(symbol.isalnum() for symbol in text) else ""


def _one_mark(found: re.Match[str]) -> str:
    return "?" if "?" in found.group() else "!"


def _plain(symbol: str) -> str:
    if symbol in _SPOKEN_SYMBOLS or symbol in "\n\t":
        return symbol
    if unicodedata.category(symbol) in _PICTURES:
        return "" if symbol in "\u200d\ufe0f\u200b" else " "
    return symbol
