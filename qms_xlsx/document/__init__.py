"""From a signed decision to what a register needs: read as an official would read it."""
