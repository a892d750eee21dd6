"""From shapes to a Live2D model: art → layers → rig → moc3 and sidecars.

- `art`: splines, fills and cel shading; one module per region of her body
- `layers`: parts packed from their vector bounds and rasterised once into the atlas
- `deform`: pure functions that bend points; no state, no files
- `rig`: parameters, deformer tree and meshes as data, evaluated into keyforms
- `moc3`: the binary writer
- `sidecars`: model3, physics3, cdi3, expressions and motions, from data
"""
