"""Words that streams and games use and the lexicon misses."""

from __future__ import annotations

import re

# Written as words the lexicon knows, so both accents follow.
RESPELT = {
    "youtube": "you tube", "youtuber": "you tuber", "youtubers": "you tubers", "fortnite": "fort night",
    "minecraft": "mine craft", "wifi": "why phi", "livestream": "live stream", "playthrough": "play through",
    "speedrun": "speed run", "speedruns": "speed runs", "speedrunner": "speed runner", "hitbox": "hit box",
    "headshot": "head shot", "headshots": "head shots", "gameplay": "game play", "facecam": "face cam",
    "respawn": "re spawn", "bitrate": "bit rate",
    "framerate": "frame rate", "offline": "off line", "online": "on line", "starfox": "star fox",
    "kinda": "kind of", "lemme": "let me", "gimme": "give me",
}  # fmt: skip

# American symbols; `to_british` gives the other accent.
AMERICAN = {
    "lol": "lˈɑl", "pog": "pˈɑɡ", "poggers": "pˈɑɡəɹz", "pogchamp": "pˈɑɡʧˌæmp", "kappa": "kˈæpə",
    "emote": "ˈimˌOt", "emotes": "ˈimˌOts", "valorant": "vˈæləɹˌænt", "genshin": "ɡˈɛnʃɪn", "pokemon": "pˈOkəmˌɑn",
    "pokémon": "pˈOkəmˌɑn", "nintendo": "nˌɪntˈɛndO", "zelda": "zˈɛldə", "kawaii": "kəwˈI", "senpai": "sˈɛnpˌI",
    "anime": "ˈænəmˌA", "manga": "mˈæŋɡə", "waifu": "wˈIfu", "uwu": "ˈuwu", "baka": "bˈɑkɑ", "nyan": "njˈɑn",
    "nya": "njˈɑ", "otaku": "Otˈɑku", "isekai": "ˌisəkˈI", "yeet": "jˈit", "yeeted": "jˈiTᵻd",
    "sus": "sˈʌs", "simp": "sˈɪmp", "simps": "sˈɪmps", "nerf": "nˈɜɹf", "nerfed": "nˈɜɹft", "buff": "bˈʌf",
    "meme": "mˈim", "memes": "mˈimz", "gif": "ɡˈɪf", "rizz": "ɹˈɪz", "cringe": "kɹˈɪnʤ", "hmm": "hˈmmm",
    "haha": "hˈɑhˌɑ", "hehe": "hˈihˌi", "yay": "jˈA", "aww": "ˈɔ", "ugh": "ˈʌɡ", "meh": "mˈɛ", "eww": "ˈiu",
    "vesper": "vˈɛspəɹ", "astra": "ˈæstɹə", "ollama": "əlˈɑmə", "gonna": "ɡˌʌnə", "wanna": "wˌɑnə",
    "gotta": "ɡˌɑTə", "dunno": "dənˈO", "noob": "nˈub", "noobs": "nˈubz", "tsundere": "tsˈʊndəɹˌA",
    "steam": "stˈim", "miz": "mˌɪz", "yo": "jˈO", "nah": "nˈɑ", "yup": "jˈʌp", "nope": "nˈOp", "whoa": "wˈO",
    "resumé": "ɹˈɛzəmˌA", "résumé": "ɹˈɛzəmˌA", "café": "kæfˈA", "naïve": "nɑˈiv", "fiancé": "fˌiˌɑnsˈA",
}  # fmt: skip

_BRITISH = (
    (r"ɜɹ", "ɜː"), (r"ɑɹ(?![ˈˌ]?[AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ])", "ɑː"), (r"ɔɹ(?![ˈˌ]?[AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ])", "ɔː"),
    (r"ɛɹ(?![ˈˌ]?[AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ])", "ɛː"), (r"ɪɹ(?![ˈˌ]?[AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ])", "ɪə"),
    (r"əɹ(?![ˈˌ]?[AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ])", "ə"), (r"ʊɹ(?![ˈˌ]?[AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ])", "ʊə"),
    ("ɑ(?!ː)", "ɒ"), ("ɒ$", "ɑː"), ("æ", "a"), ("O", "Q"), ("ᵻ", "ɪ"), ("T", "t"), ("ɔ(?!ː)", "ɔː"),
    (r"([ˈˌ][^AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ]*)i(?!ː)", r"\1iː"), (r"([ˈˌ][^AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ]*)u(?!ː)", r"\1uː"),
)  # fmt: skip


def to_british(phonemes: str) -> str:
    """The British form of an American pronunciation: no r but before vowels, long vowels, other o and a."""
    for pattern, replacement in _BRITISH:
        phonemes = re.sub(pattern, replacement, phonemes)
    return phonemes
