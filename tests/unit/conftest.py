"""Property tests that say the same on every machine: no deadline, no memory of earlier runs."""

from hypothesis import settings

settings.register_profile("unit", deadline=None, database=None, derandomize=True)
settings.load_profile("unit")
