"""The stream window: how things stand, what happened and why she answered, the user's own reactions.

- `window`: the window itself; values in (`show_state`, `show_entries`), intents out (signals)
- `values`: what it is given besides `models.stream.entry.Entry`; `wording`: how happenings are told
- `head`: the links and the panic button; `feed_page` with `feed_view`, `feed`, `row` and `nothing`: what happened
- `reactions_page` with `reaction_list` and `reaction_form` (`templates`): the user's own reactions
- `connections`, `stream_card`, `obs_card`, `api_card`: the settings that matter while live
- `settings_check`, `signs`, `style`: what these are made of, besides `app.form`
"""
