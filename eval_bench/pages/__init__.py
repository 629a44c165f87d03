"""Pages for one person on one machine: to look at items, and to write items about photographs."""
