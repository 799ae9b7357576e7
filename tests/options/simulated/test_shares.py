"""The simulated companies: the past never changes, nothing foretells anything, and everything looks like a market."""

import numpy as np
import pytest

from engine.market.bars import DAY_MS
from engine.market.synthetic import WORLD_START_MS
from engine.options.simulated.shares import FIRST_MS, shares
from engine.options.simulated.universe import SECTORS, companies, company_named

WORLD = shares(18)
MOVES = np.diff(np.log(WORLD.close), axis=1)


def test_there_are_forty_companies_in_eleven_sectors_all_named_as_simulated() -> None:
    """Nobody takes them for real."""
    found = companies(18)
    assert (len(found), len({each.sector for each in found}), len(SECTORS)) == (40, 11, 11)
    assert all(each.symbol.startswith("SIM-") for each in found)
    assert company_named(18, "SIM-NOVA").sector == "Technology"


def test_the_same_seed_makes_the_same_world_and_another_seed_another() -> None:
    """To the last bit."""
    shares.cache_clear()
    assert np.array_equal(shares(18).close, WORLD.close)
    assert not np.array_equal(shares(19).close[:, :50], WORLD.close[:, :50])


def test_candles_are_candles() -> None:
    """Low below, high above, sessions on weekdays, nothing after now."""
    bars = WORLD.bars("SIM-NOVA", WORLD_START_MS)
    assert bars.step == "1d"
    assert bars.time[0] >= FIRST_MS
    assert bars.time[-1] < WORLD_START_MS
    assert ((bars.time // DAY_MS + 3) % 7 < 5).all()
    assert len(WORLD.bars("SIM-NOVA", WORLD_START_MS - 30 * DAY_MS)) < len(bars)


def test_shares_move_together_but_not_alike() -> None:
    """Correlations as in a real market."""
    together = np.corrcoef(MOVES)[np.triu_indices(40, 1)]
    assert 0.15 < np.median(together) < 0.5
    assert 0.15 < np.median(MOVES.std(axis=1)) * np.sqrt(252) < 0.5


def test_nothing_in_a_price_foretells_the_next() -> None:
    """Returns of 40 companies over 1,100 sessions: no drift, no memory, beyond their error."""
    n = MOVES.size
    drift = (np.exp(MOVES) - 1).mean() / ((np.exp(MOVES) - 1).std() / np.sqrt(MOVES.shape[1]))
    memory = np.mean([np.corrcoef(row[1:], row[:-1])[0, 1] for row in MOVES]) * np.sqrt(n) / 3  # shared shocks
    assert abs(drift) < 3
    assert abs(memory) < 3


def test_reports_move_prices_more_than_other_days() -> None:
    """The session after a report."""
    after = np.c_[np.zeros(40), WORLD.reports[:, :-1]][:, 1:] > 0
    assert np.abs(MOVES[after]).mean() > 2 * np.abs(MOVES[~after]).mean()
    assert WORLD.reports.sum(axis=1).min() >= 17


@pytest.mark.parametrize("ahead", [5, 21])
def test_volatility_told_is_volatility_that_comes(ahead: int) -> None:
    """Calm days beforehand are calm days after: what options are priced around is right on average."""
    quiet = WORLD.reports[:, :-1] == 0
    told = WORLD.sigma[:, : -ahead - 1]
    ratio = MOVES[:, :] ** 2 * 252 / WORLD.sigma[:, :-1] ** 2
    assert np.mean(ratio[quiet]) == pytest.approx(1.0, abs=0.05)
    assert np.corrcoef(told.ravel(), np.abs(MOVES[:, ahead:]).ravel())[0, 1] > 0.2
