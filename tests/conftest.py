"""What holds for every test: no test measures the clock of a busy machine."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# An example that takes long on a loaded machine is no fault of the code.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
