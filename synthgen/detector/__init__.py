"""Models that find things in pictures by their names."""
