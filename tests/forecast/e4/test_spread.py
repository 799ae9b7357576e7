"""From scale to quantiles: a mixture by hand, and bands that hold as often as they say."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from engine.core.chance import generator
from engine.core.errors import DataError
from engine.forecast.e4.history import histories, last_midnight
from engine.forecast.e4.past import Past, past
from engine.forecast.e4.spread import POOLED_SHARE, SHARES, Spread, fitted_spread
from engine.forecast.model import symmetric_quantiles
from engine.market.bars import Floats
from tests.forecast.e4.conftest import waves

PLAIN = np.tile(SHARES / 2, (7, 1))


@pytest.fixture(scope="module")
def market() -> Past:
    bars = waves("A", 1500)
    return past("A", histories(bars, last_midnight(bars))[0])


def scales(market: Past) -> Floats:
    """Every day as wide as the EWMA says, which is wrong by a constant."""
    return market.seen.ewma[:, None] + 0.5 * np.log(np.arange(1, 8)) + 1.0


def test_a_quantile_is_the_mixture_of_the_pool_and_the_markets_own_year() -> None:
    """With errors that are as large as their share and no recalibration, the pooled half is scale x share."""
    logs = np.cumsum(generator(1, "logs").normal(0, 0.02, 500))
    found = Spread(np.tile(SHARES, (7, 1)), PLAIN).upper(logs, np.array([499]), np.zeros((1, 7)), np.array([0.3]))
    own = symmetric_quantiles(logs, np.array([499]), 4, np.array([0.3]))[0, 0]
    assert_allclose(found[0, 3, 0], POOLED_SHARE * 0.6 + (1 - POOLED_SHARE) * own)


def test_bands_hold_as_often_as_they_say_whatever_the_scale(market: Past) -> None:
    """On the days that they were calibrated on, up to what the prior belief holds back."""
    until = int(market.history.time[-1])
    spread = fitted_spread([market], [scales(market)], until)
    assert spread is not None
    rows = market.thinned[market.thinned > 400][:-3]
    upper = spread.upper(market.history.close, rows, scales(market)[rows], np.array([0.25, 0.4, 0.475]))
    held = np.abs(market.moves[rows])[..., None] <= upper
    assert_allclose(held.mean(axis=(0, 1)), [0.5, 0.8, 0.95], atol=0.02)


def test_only_outcomes_known_at_the_cutoff_count(market: Past) -> None:
    """A day's outcome over h days is known h days later; to the bit."""
    until = int(market.history.time[1300])
    cut = past("A", histories(waves("A", 1500).until(until), until)[0])
    now, then = fitted_spread([market], [scales(market)], until), fitted_spread([cut], [scales(cut)], until)
    assert now is not None
    assert then is not None
    assert np.array_equal(now.errors, then.errors)
    assert np.array_equal(now.levels, then.levels)


def test_too_few_outcomes_make_no_spread(market: Past) -> None:
    """Then E7 answers, and says so."""
    assert fitted_spread([market], [scales(market)], int(market.history.time[200])) is None


@pytest.mark.parametrize("levels", [PLAIN[:, ::-1], PLAIN[:, :5], 2 * PLAIN, PLAIN - 0.1, PLAIN * np.nan])
def test_tables_that_cannot_be_are_refused(levels: Floats) -> None:
    """A damaged file must not make quantiles cross."""
    with pytest.raises(DataError, match="Fit it again"):
        Spread(np.tile(SHARES, (7, 1)), levels)
