"""The settings window: draws the values it is given (`values`), emits what the user wants.

`window` is the frame with list, search and pages; `page` is what every page is; `fields` makes a widget of a field's
description, `schema` makes that description of a pydantic field; `*_page` are the pages laid out by hand.
"""
