"""Global hotkeys: keys that reach Vesper whatever program has the keyboard.

- `hotkeys`: the part itself; names in, presses and releases out
- `chord`: a key sequence in words, understood
- `refusals`: why one does not hold, in words
- `x11`, `xcb`, `windows`: how the desktops do it
"""
