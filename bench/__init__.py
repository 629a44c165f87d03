"""Figures that a person can measure again: each file prints a table. `make bench` runs them all."""
