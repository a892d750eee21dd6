"""Pure functions that bend points: `shape(points, values, **constants) -> points`.

`points` is (N, 2) in art pixels (x right, y down) unless a function says otherwise, `values` maps parameter names
without the prefix "Param" to their values at one key combination. Constants come from the rig's data.
`catalogue.SHAPES` and `catalogue.HINGES` list what the data may name.
"""
