"""Trainers' own loaders, each run in a process of its own on one export: `python -m tests.exporter.readers.<name> ...`.

They import half of a training framework, change global state and read environment variables. Each prints, as JSON, one
object per row: what the trainer would train on.
"""
