"""Passwords, keys and tokens: where they are kept, and what they are called."""
