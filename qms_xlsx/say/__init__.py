"""Values, places and states in words."""
