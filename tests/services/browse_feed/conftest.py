"""The sample world's companies on one day, scanned once, and an installation of its own that lives in it."""

from collections.abc import Iterator

import pytest

from engine.gateways.store.desk import HOUSE, Principal
from engine.gateways.store.world import World
from engine.market.synthetic import WORLD_SEED, WORLD_START_MS
from engine.services.opportunities import catalogue
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App, open_app, read_settings

WORLD = World(WORLD_SEED, WORLD_START_MS)
ADA = Principal("ada")


@pytest.fixture(scope="session")
def ideas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ideas]:
    """Every idea of that day."""
    folder = tmp_path_factory.mktemp("ideas")
    app = open_app(read_settings({"TOPTION_DATA": str(folder)}, folder / "none.env"))
    app.store.set_world(HOUSE, WORLD)
    found = catalogue.ideas(app)
    assert found is not None
    yield found
    app.store.close()


@pytest.fixture
def here(app: App) -> App:
    """An installation in which it is that day."""
    app.store.set_world(HOUSE, WORLD)
    return app


@pytest.fixture
def ada() -> Principal:
    """A trader."""
    return ADA
