"""Layers to texture: parts are packed from their vector bounds, rasterised once, and bled under clear texels."""
