"""Vesper's body: `vesper/` is the built Live2D model, `source/` draws, cuts, rigs and writes it.

`python -m assets.avatar.build` rebuilds every file of `vesper/` and `assets/icons/`. With the built model and the real
Cubism Core, `python -m assets.avatar.faces` draws `assets/icons/faces/`, and `python -m assets.avatar.sheets` contact
sheets. The app itself reads only the built files and needs nothing of `source`.
"""
