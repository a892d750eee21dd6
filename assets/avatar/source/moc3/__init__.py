"""Writing .moc3 files: `model` is what a file says, `schema` checks it, `writer` encodes it."""
