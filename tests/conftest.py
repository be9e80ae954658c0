"""
What all tests share: one profile, so that a run is the same everywhere.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings


settings.register_profile(
    "diplomodel",
    derandomize=True,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("diplomodel")
