"""The rig as data (`*.toml`) and the code that evaluates it into a `moc3.model.Model`.

- `parameters.toml`: groups of parameters: low, high, default
- `deformers.toml`: the tree, parents first; `meshes.toml`: drawn back to front
- `mouths.toml`: named mouth shapes

An entry with `mirror = true` stands for two: `{S}` becomes R and L, `{s}` r and l, `side` -1 and 1.
A value "$name" in `with` is looked up among the measured values in `assemble.context`.
"""
