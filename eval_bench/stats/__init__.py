"""Intervals, tests and agreement: plain functions of numbers, each with its source."""
