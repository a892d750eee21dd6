"""The path to the primitives."""
