"""One sample world for a file of journeys: making it takes longer than all of them."""

from collections.abc import Iterator

import pytest

from engine.experiments.experiment import Experiment, Variant
from engine.gateways.store.desk import HOUSE, Principal
from engine.gateways.store.world import World
from engine.market.synthetic import WORLD_SEED, WORLD_START_MS
from engine.services.opportunities import catalogue
from engine.services.opportunities.catalogue import Ideas
from engine.services.sample import make_world
from engine.services.startup import App, open_app, read_settings

ANN, BEN, EVE, TOM = (
    Principal("ann", "manager"), Principal("ben", "admin"), Principal("eve", "stakeholder"), Principal("tom"),
)  # fmt: skip


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """An installation with the sample world."""
    folder = tmp_path_factory.mktemp("world")
    opened = open_app(read_settings({"TOPTION_DATA": str(folder / "data")}, folder / "none.env"))
    make_world(opened)
    yield opened
    opened.store.close()


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The sample world with its traders and without its coins: to look at, quickly there."""
    folder = tmp_path_factory.mktemp("review")
    app = open_app(read_settings({"TOPTION_DATA": str(folder)}, folder / "none.env"))
    app.store.set_world(HOUSE, World(WORLD_SEED, WORLD_START_MS))
    yield app
    app.store.close()


@pytest.fixture(scope="module")
def ideas(here: App) -> Ideas:
    """What there is on that day."""
    found = catalogue.ideas(here)
    assert found is not None
    return found


def a_design(key: str, **changed: object) -> Experiment:
    """Half and half, saves decide, dismissals guard, for 1,680 traders in two weeks."""
    given: dict[str, object] = {
        "key": key, "kind": "weights", "hypothesis": "more weight on the strategy: more is saved",
        "variants": (Variant("today", 0.5), Variant("more strategy", 0.5, "strategy=0.4 risk=0.1")),
        "metric": "save_rate", "guardrails": ("dismissal_rate",), "traders": 1680, "days": 14,
    } | changed  # fmt: skip
    return Experiment(**given)  # type: ignore[arg-type]  # each test names what is different
