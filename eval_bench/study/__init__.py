"""The user study: people say blind which answers are right; what they said is a scorer of its own."""
