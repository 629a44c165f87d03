"""The benchmark: items about generated and real pictures, answers to them, their marks, and what all that shows."""
