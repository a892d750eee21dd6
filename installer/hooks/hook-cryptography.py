"""Overrides the hook that would collect the real package; see installer/slim/standins."""
