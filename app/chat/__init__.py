"""The chat window: what was said, what is being said, a line to type in.

- `window`: the window itself; values in (`show_line`, `show_state`, `show_notice`), intents out (signals)
- `values`: what it can be given besides `models.commands.Show` and `app.notices.Notice`
- `transcript`: the scrolling view of bubbles; `rows` lays out and paints one of them
- `composer`, `banner`, `header`, `question`, `withheld`: the other parts
"""
