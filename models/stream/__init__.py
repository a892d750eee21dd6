"""The stream: what happens on it (`happening`), what backends send (`parsing`), what of it she answers (`agenda`).

`reaction` is what an answer is about, `rules` what the user wants done for an event, `entry` the log of decisions.
"""
