"""Sizes and times of downloads, as people say them."""

from __future__ import annotations

from app.words import translate

_MEGA, _GIGA = 1e6, 1e9
_MINUTE_S = 60


def size_words(size: float) -> str:
    """Bytes as people say them."""
    if size >= _GIGA:
        return translate("guide", "{size:.1f} GB").format(size=size / _GIGA)
    return translate("guide", "{size:.0f} MB").format(size=size / _MEGA)


def time_words(left_s: float) -> str:
    """Seconds left as people say them."""
    if left_s < _MINUTE_S:
        return translate("guide", "less than a minute left")
    if left_s < _MINUTE_S * _MINUTE_S:
        return translate("guide", "about {minutes:.0f} min left").format(minutes=left_s / _MINUTE_S)
    return translate("guide", "about {hours:.0f} h left").format(hours=left_s / _MINUTE_S**2)
