"""Vesper's body: `vesper/` is the built Live2D model, `source/` draws, cuts, rigs and writes it.

`python -m assets.avatar.build` rebuilds every file of `vesper/` and `assets/icons/`;
`python -m assets.avatar.sheets` renders contact sheets of the built model with the real Cubism Core.
The app itself reads only the built files and needs nothing of `source`.
"""
