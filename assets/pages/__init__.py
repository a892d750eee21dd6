"""The pages she serves: captions for a broadcast (`overlay.html`) and a console for the streamer (`chat.html`)."""
