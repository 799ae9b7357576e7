"""Shared by all tests: where the real market data lies, when it is there."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).resolve().parent.parent
REAL_DATA = ROOT.parent / "shared" / "data"

settings.register_profile("suite", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


def pytest_configure() -> None:
    """One thread for the linear algebra, before it is loaded: side by side the workers' threads wait for each other."""
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")


class ByStory(LoadScopeScheduling):
    """Hands out tests one by one, but the tests of one browser file together: each goes on from the one before.

    Those in `browser/alone` begin with a server of their own and go one by one as well.
    """

    def _split_scope(self, nodeid: str) -> str:
        goes_on = nodeid.startswith("tests/browser/") and not nodeid.startswith("tests/browser/alone/")
        return nodeid.split("::", 1)[0] if goes_on else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByStory:
    """Tests in the order of collection, browser files last and whole, on as many workers as there are."""
    config.option.loadscopereorder = False
    return ByStory(config, log)


FEW_CORES = 2


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """As many workers as cores, and one more where there are few: browser tests mostly wait, but not all at once."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores + 1 if cores <= FEW_CORES else cores


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real market data; the test is skipped, saying so, where it is absent."""
    if not REAL_DATA.exists():
        pytest.skip("real market data is not beside this checkout (../shared/data)")
    return REAL_DATA
