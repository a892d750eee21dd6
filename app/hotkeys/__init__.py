"""Global hotkeys: keys that reach Vesper whatever program has the keyboard.

- `hotkeys`: the part itself; names in, presses out
- `chord`: a key sequence in words, understood
- `x11`, `xcb`, `windows`: how the desktops do it
"""
