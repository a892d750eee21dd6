"""The words of the window for single settings: plainer ones than the file needs, choices, units, synonyms.

Whatever has no entry here is worded by its own field.
"""

from __future__ import annotations

from app.settings.values import Kind
from app.words import translate

KINDS: dict[str, Kind] = {
    "hearing.microphone": Kind.DEVICE,
    "voice.output_device": Kind.DEVICE,
    "voice.voice": Kind.VOICE,
    "providers.kokoro.voice": Kind.VOICE,
    "character.preset": Kind.CHOICE,
    "character.dynamic": Kind.CHOICE,
    "character.style": Kind.CHOICE,
    "stream.panic_hotkey": Kind.KEYS,
    **{f"hotkeys.{name}": Kind.KEYS for name in ("talk", "mute", "hush", "chat", "show", "click_through", "quiet")},
    "capture.key_colour": Kind.COLOUR,
    "quiet.begin": Kind.HOUR,
    "quiet.end": Kind.HOUR,
    "hearing.language": Kind.CHOICE,
    "providers.faster-whisper.language": Kind.CHOICE,
    "providers.llama.model": Kind.FILE,
    "providers.llama.grammar": Kind.LINES,
    "hearing.silence_ms": Kind.SLIDER,
    "hearing.eager_silence_ms": Kind.SLIDER,
}  # fmt: skip
"""Fields that are edited otherwise than their type says."""

OFFERS: dict[str, str] = {
    "hearing.microphone": "microphones",
    "voice.output_device": "loudspeakers",
    "voice.voice": "voices",
    "mind.provider": "minds",
    "mind.fallback": "fallbacks",
    "providers.kokoro.voice": "voices",
    "character.preset": "presets",
    "character.dynamic": "dynamics",
    "character.style": "styles",
    "hearing.language": "languages",
    "providers.faster-whisper.language": "languages",
}
"""Fields whose choices come from outside, and their name in `SettingsState.offers`."""

_SCALES: dict[str, tuple[str, float, float]] = {
    "voice.volume": ("%", 100.0, 0.05),
    "voice.speed": ("×", 1.0, 0.05),
    "providers.kokoro.speed": ("×", 1.0, 0.05),
    "window.opacity": ("%", 100.0, 0.05),
    "window.scale": ("%", 100.0, 0.05),
    "capture.scale": ("%", 100.0, 0.05),
    "hearing.silence_ms": ("ms", 1.0, 50.0),
    "hearing.eager_silence_ms": ("ms", 1.0, 20.0),
    "stream.reaction_cooldown_s": ("s", 1.0, 0.5),
    "stream.chat_cooldown_s": ("s", 1.0, 0.5),
    "stream.chat_rate": ("/ min", 1.0, 1.0),
    "stream.stale_s": ("s", 1.0, 5.0),
}


def scale(path: str) -> tuple[str, float, float] | None:
    """Unit, factor and step of a number; None: as its field says."""
    return _SCALES.get(path)


def note(path: str) -> str:
    """What explains a field, where the field's own words are those of the file."""
    notes = {
        "hearing.microphone": translate("settings", "What she listens to."),
        "hearing.mode": translate(
            "settings", "Whenever you speak, or only while you hold the push-to-talk key (page Hotkeys)."
        ),
        "hearing.language": translate("settings", "The language you speak to her."),
        "providers.faster-whisper.language": translate("settings", "Used where none is chosen on the page Hearing."),
        "hearing.silence_ms": translate("settings", "So long a silence always ends your turn."),
        "hearing.eager_silence_ms": translate("settings", "So long a silence ends it when you sound finished."),
        "hearing.muted": translate("settings", "Closes the microphone, now and at the next start."),
        "mind.provider": translate("settings", "Automatic: Ollama while it answers, else the fallback."),
        "mind.fallback": translate("settings", "Thinks when the chosen one cannot."),
        "voice.voice": translate("settings", "A voice, or two of them blended."),
        "providers.kokoro.voice": translate("settings", "Used where neither you nor her personality chose one."),
        "voice.speed": translate("settings", "1 × is her natural pace."),
        "voice.volume": translate("settings", "How loud she is beside other programs."),
        "voice.output_device": translate("settings", "Where she is heard; a virtual cable works too."),
        "window.scale": translate("settings", "100 % is her natural size."),
        "window.opacity": translate("settings", "100 % is solid."),
        "window.visible": translate("settings", "Off, she leaves the desktop and goes on listening."),
        "capture.scale": translate("settings", "100 % is 400 × 500 pixels."),
        "rest.after_min": translate(
            "settings", "Minutes without a word until hearing, mind and voice give their memory back; 0 is never."
        ),
        "stream.backend_url": translate("settings", "Where the stream backend answers; empty: nowhere."),
        "stream.chat_rate": translate("settings", "Up to here she answers all who call her; fewer of them beyond."),
        "stream.stale_s": translate("settings", "Older events are skipped; subs, raids and donations never are."),
        "stream.currency": translate("settings", "Of donations that come without one."),
        "stream.panic_hotkey": translate(
            "settings", "Sets off panic and ends it, while stream or OBS is on."
        ),
        "obs.brb_scene": translate("settings", "What viewers see while panic is on; empty: the scene stays."),
        "obs.panic_inputs": translate("settings", "Audio inputs of OBS that fall silent in panic."),
        "api.port": translate("settings", "On this machine alone: 127.0.0.1."),
        "quiet.begin": translate("settings", "When they begin."),
        "quiet.end": translate("settings", "When they end; earlier than the beginning is the next day."),
        "desktop.start_at_login": translate("settings", "She is there when you log in."),
        "character.forbidden_topics": translate("settings", "Words and topics she will not talk about."),
    }  # fmt: skip
    return notes.get(path, "")


def choice(path: str, value: str) -> str:
    """A choice in words."""
    words = {
        "character.energy:low": translate("settings", "Low"),
        "character.energy:normal": translate("settings", "Normal"),
        "character.energy:high": translate("settings", "High"),
        "hearing.mode:open": translate("settings", "Whenever you speak"),
        "hearing.mode:push": translate("settings", "While the key is held"),
        "desktop.language:system": translate("settings", "As the system has it"),
        "desktop.language:en": "English",
        "desktop.language:de": "Deutsch",
        "desktop.theme:system": translate("settings", "As the system has it"),
        "desktop.theme:dark": translate("settings", "Dark"),
        "desktop.theme:light": translate("settings", "Light"),
        "desktop.reduced_motion:system": translate("settings", "As the system has it"),
        "desktop.reduced_motion:on": translate("settings", "On"),
        "desktop.reduced_motion:off": translate("settings", "Off"),
        "providers.faster-whisper.device:auto": translate("settings", "Automatic"),
        "providers.faster-whisper.device:cpu": translate("settings", "Processor"),
        "providers.faster-whisper.device:cuda": translate("settings", "Graphics card (CUDA)"),
    }
    return words.get(f"{path}:{value}", value.replace("_", " ").capitalize())


def hint(path: str) -> str:
    """What stands in an empty line."""
    hints = {
        "character.streamer_name": translate("settings", "No name"),
        "character.catchphrases": translate("settings", "Add a phrase"),
        "character.forbidden_topics": translate("settings", "Add a topic"),
        "safety.blocked_words": translate("settings", "Add a word or phrase"),
        "safety.allowed_words": translate("settings", "Add a word"),
        "obs.panic_inputs": translate("settings", "Add an input, as OBS names it"),
        "obs.brb_scene": translate("settings", "The scene stays"),
        "obs.caption_source": translate("settings", "None"),
        "stream.backend_url": "http://localhost:4001",
        "capture.key_colour": "#00ff00",
        "providers.llama.grammar": translate("settings", "None"),
    }
    return hints.get(path, "")


def wrong(path: str) -> str:
    """What to write instead of what was refused."""
    address = translate("settings", "Write an address such as {example}.")
    words = {
        "character.name": translate("settings", "She needs a name of at most 60 letters."),
        "stream.backend_url": address.format(example="http://localhost:4001"),
        "providers.ollama.url": address.format(example="http://localhost:11434"),
        "providers.openai.base_url": address.format(example="https://api.openai.com/v1"),
        "providers.obs-websocket.url": address.format(example="ws://127.0.0.1:4455"),
        "providers.ollama.keep_alive": translate("settings", "Write a time such as 30m or 2h, or -1 for ever."),
        "capture.key_colour": translate("settings", "Write a colour such as #00ff00."),
        "voice.voice": translate("settings", "Write a voice, or shares such as 70% af_heart + 30% af_sky."),
        "providers.kokoro.voice": translate("settings", "Write a voice, or shares such as 70% af_heart + 30% af_sky."),
    }  # fmt: skip
    return words.get(path, "")


def synonyms(path: str) -> str:
    """More words people look for a field by."""
    words = {
        "character.preset": translate("settings", "persona preset personality temper mood"),
        "character.dynamic": translate("settings", "dynamic bond relation"),
        "character.streamer_name": translate("settings", "user streamer nickname"),
        "character.family_mode": translate("settings", "children safe for work swearing"),
        "character.forbidden_topics": translate("settings", "banned blacklist taboo"),
        "hearing.microphone": translate("settings", "mic input device headset"),
        "hearing.muted": translate("settings", "mute microphone off"),
        "hearing.mode": translate("settings", "push to talk ptt open mic"),
        "hearing.barge_in": translate("settings", "interrupt barge stop cut off"),
        "hearing.echo_cancelling": translate("settings", "echo loudspeaker headphones aec"),
        "hearing.provider": translate("settings", "engine whisper asr speech to text recognition transcribe"),
        "hearing.silence_ms": translate("settings", "endpoint timeout wait delay"),
        "mind.provider": translate("settings", "llm ollama openai engine ai brain"),
        "mind.fallback": translate("settings", "llm offline basic mode"),
        "voice.provider": translate("settings", "engine tts kokoro text to speech"),
        "voice.voice": translate("settings", "blend mix sound speaker af_heart"),
        "voice.enabled": translate("settings", "mute silent text only"),
        "voice.output_device": translate("settings", "output speaker headphones virtual cable sound card"),
        "voice.speed": translate("settings", "pace rate fast slow tempo"),
        "voice.volume": translate("settings", "loudness quiet loud"),
        "voice.moods": translate("settings", "emotion pitch tone"),
        "quiet.do_not_disturb": translate("settings", "dnd silence notifications"),
        "quiet.hours": translate("settings", "dnd night schedule sleep"),
        "window.scale": translate("settings", "zoom bigger smaller resize"),
        "window.opacity": translate("settings", "transparency translucent fade alpha"),
        "window.click_through": translate("settings", "mouse clicks pass through ignore"),
        "window.stand_down": translate("settings", "fullscreen game movie hide"),
        "window.every_workspace": translate("settings", "virtual desktop sticky"),
        "window.flipped": translate("settings", "flip mirror"),
        "window.bubble": translate("settings", "captions subtitles balloon"),
        "capture.key_colour": translate("settings", "chroma key green screen transparency"),
        "capture.streaming_look": translate("settings", "obs capture record"),
        "hotkeys.talk": translate("settings", "ptt shortcut keyboard"),
        "desktop.theme": translate("settings", "theme dark light mode appearance"),
        "desktop.language": translate("settings", "translation german english locale"),
        "desktop.reduced_motion": translate("settings", "animation accessibility"),
        "desktop.start_at_login": translate("settings", "autostart boot startup"),
        "rest.after_min": translate("settings", "memory ram unload idle sleep"),
        "memory.enabled": translate("settings", "history remember forget conversation"),
        "safety.blocked_words": translate("settings", "blocklist filter swear ban moderation"),
        "safety.allowed_words": translate("settings", "allowlist whitelist filter moderation"),
        "stream.enabled": translate("settings", "twitch backend connect socket"),
        "stream.panic_hotkey": translate("settings", "panic shortcut emergency"),
        "stream.reaction_cooldown_s": translate("settings", "cooldown"),
        "stream.chat_cooldown_s": translate("settings", "cooldown"),
        "obs.enabled": translate("settings", "obs websocket studio"),
        "api.enabled": translate("settings", "http api stream deck streamer.bot overlay"),
        "providers.ollama.url": translate("settings", "server host llm"),
    }
    return words.get(path, "")
