"""Shared by all tests: where the real market data lies, when it is there."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
REAL_DATA = ROOT.parent / "shared" / "data"

settings.register_profile("suite", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real market data; the test is skipped, saying so, where it is absent."""
    if not REAL_DATA.exists():
        pytest.skip("real market data is not beside this checkout (../shared/data)")
    return REAL_DATA
