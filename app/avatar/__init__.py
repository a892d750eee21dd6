"""The avatar window: `window.AvatarWindow` is its public face, the rest serves it.

It takes values (`Perform`, `MouthTrack`, `Playhead`, `Placement`) and emits what the user does to her. It knows
nothing of conversation, workers or settings.
"""
