"""Data of the application: avatar, icons, sounds, persona presets."""
