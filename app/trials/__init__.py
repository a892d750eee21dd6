"""Trials: a part tried for real, with words for what came of it."""
