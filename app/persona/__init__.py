"""Who she can be: the library of presets, dynamics and styles, their files, and the character they make."""
