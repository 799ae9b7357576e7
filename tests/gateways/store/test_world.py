"""The sample world's row: none at first, then the last one set."""

import pytest

from engine.core.errors import StoreError
from engine.gateways.store.desk import HOUSE
from engine.gateways.store.store import Store
from engine.gateways.store.world import World


def test_the_world_is_none_until_set_and_then_the_last_one(store: Store) -> None:
    """The sample's clock moves on; its seed says how to make it again."""
    assert store.world() is None
    store.set_world(HOUSE, World(seed=7, now_ms=1_700_000_000_000))
    store.set_world(HOUSE, World(seed=7, now_ms=1_700_000_060_000))
    assert store.world() == World(seed=7, now_ms=1_700_000_060_000)


@pytest.mark.parametrize(("seed", "now_ms"), [(2**64, 0), (7, -1)])
def test_a_world_that_no_database_can_hold_is_refused(seed: int, now_ms: int) -> None:
    """Better a sentence now than an overflow inside the driver."""
    with pytest.raises(StoreError):
        World(seed, now_ms)
