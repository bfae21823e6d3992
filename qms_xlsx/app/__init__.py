"""The page on this computer: every action calls a step, every page shows a step's own document."""
