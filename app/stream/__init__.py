"""The stream window: how things stand, what happened and why she answered, the user's own reactions."""
