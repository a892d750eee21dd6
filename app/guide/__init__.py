"""The first-run guide: five steps that prove microphone, voice and mind, and end with her greeting the user."""
