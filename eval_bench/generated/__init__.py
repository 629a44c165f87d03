"""Benchmarks on generated pictures: the engine of synthgen, with items in the place of dialogues."""
