"""The settings file and what its values mean: read, checked, changed while she runs, exported and imported."""
