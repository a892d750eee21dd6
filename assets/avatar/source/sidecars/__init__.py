"""The JSON beside the .moc3: expressions, motions, physics, names and the index, from `*.toml`."""
