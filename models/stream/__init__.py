"""The stream: what happens on it and what of it she answers. Pure values.

- `happening`, `cleaning`, `parsing`: what can happen, what backends send; `link`: what comes before it is understood
- `agenda` (with `seen`, `chat_gate`, `matching`, `choice`, `lanes`, `merging`): what waits, what comes next, and why
- `floor`, `opening`: when she begins an answer, how, and how it ends
- `telling` (with `naming`, `amounts`, `filling`), `reaction`: what can be said of it
- `rules`: what the user wants; `entry`: the event log; `recording`, `pseudonyms`: shows written down
"""
