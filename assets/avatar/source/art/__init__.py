"""The picture of Vesper as layers of filled paths, in art pixels: x right, y down, 1600 × 2000.

Sides are the character's own: `_l` is on the viewer's right. `drawing.LAYERS` lists every layer by name.
"""
