"""Embedders: models that put pictures and texts into one space. One package and one yaml of the same name each."""
