"""What is unusual for a contract is measured against its own past sessions, and only that."""

import numpy as np
import pytest

from engine.options.chain import Chain, chain_of
from engine.options.features.activity import deviations, gate, row_scores
from tests.options.worlds import DAY, NOW


def sessions(volumes: list[float], interest: float = 200.0, price: float = 2.0) -> Chain:
    """One contract, a session a day."""
    n = len(volumes)
    return chain_of({"ABC": "equity"}, {
        "underlying": np.full(n, "ABC"), "moment": NOW + DAY * np.arange(n), "expiry": np.full(n, NOW + 90 * DAY),
        "strike": np.full(n, 100.0), "is_call": np.full(n, True), "last": np.full(n, price),
        "volume": np.array(volumes), "open_interest": np.full(n, interest),
    })  # fmt: skip


def test_the_gate_asks_for_all_four() -> None:
    """Volume, open interest, price, and the ratio of the first two."""
    assert gate(sessions([501.0])).tolist() == [True]
    assert gate(sessions([500.0])).tolist() == [False]
    assert gate(sessions([501.0], interest=100.0)).tolist() == [False]
    assert gate(sessions([501.0], interest=401.0)).tolist() == [False]
    assert gate(sessions([501.0], price=0.1)).tolist() == [False]
    assert gate(sessions([np.nan])).tolist() == [False]


def test_the_deviation_is_from_the_contracts_own_sessions_before() -> None:
    """Ten days of 99 to 101, then 5,000: ln 50 over the least deviation of a half."""
    quiet = [99.0, 100.0, 101.0] * 4
    z = deviations(sessions([*quiet, 5_000.0]))
    assert np.isnan(z[:5]).all()
    assert z[-1] == pytest.approx((np.log(5_001) - np.log1p(quiet).mean()) / 0.5)
    later = deviations(sessions([*quiet, 5_000.0, 7.0]))
    assert np.array_equal(z, later[:-1], equal_nan=True)


def test_the_score_is_nought_behind_the_gate_and_unknown_without_volume() -> None:
    """0 to 100, higher for the more unusual."""
    busy, busier = (row_scores(sessions([*[100.0] * 8, last]))[-1] for last in (600.0, 60_000.0))
    assert 0 < busy < busier <= 100
    assert row_scores(sessions([10.0]))[0] == 0
    assert np.isnan(row_scores(sessions([np.nan]))[0])


def test_sessions_that_were_kept_are_a_history_too() -> None:
    """Today's quotes beside earlier ones say the same as all of them in one chain; later ones are not looked at."""
    volumes = [600.0, 700.0, 650.0, 620.0, 680.0, 640.0, 9_000.0, 20_000.0]
    whole = sessions(volumes)
    today = whole.rows(whole.moment == NOW + 6 * DAY)
    assert row_scores(today, whole).tolist() == [row_scores(whole)[6]]
    assert row_scores(today, whole) > row_scores(today)
