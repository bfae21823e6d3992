"""Runs before, closed periods, restatements, the next year."""
