"""An installation of its own for each test: an empty store and library in a temporary folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.services.startup import App, open_app, read_settings


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """An engine with nothing in it."""
    opened = open_app(read_settings({"TOPTION_DATA": str(tmp_path / "data")}, tmp_path / "none.env"))
    yield opened
    opened.store.close()
