"""The catalogue of findings and what a rule is."""
