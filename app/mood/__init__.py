"""The mood panel: `panel` is the window; `values` what it draws, `wording` in which words, `place` where.

Its parts: `head` (face, switches, pickers), `curves`, `feed`, `parts`, `sounds` (meters, latency, footprint).
"""
