"""What a model of one's own may answer: everything else is named in one line."""

from typing import Any

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.forecast.own import answer_of, must_not_have_looked_ahead, prices_of

LEVELS = [0.1, 0.5, 0.9]
GOOD = [[90.0, 100.0, 110.0]] * 7
ABOUT = {"name": "mine", "version": "1"}


def test_a_good_answer_is_taken() -> None:
    """Lists or numbers of any kind."""
    found = answer_of({"about": ABOUT, "prices": GOOD}, LEVELS)
    assert (found.name, found.version, found.prices.shape) == ("mine", "1", (7, 3))


@pytest.mark.parametrize(("prices", "reason"), [
    (None, r"shape \(7, 3\), was \(\)"),
    ("words", r"shape \(7, 3\)"),
    (GOOD[:6], r"was \(6, 3\)"),
    ([[1.0] * 9] * 7, r"was \(7, 9\)"),
    ([[1.0], [1.0, 2.0]], r"shape \(7, 3\)"),
    ([[90.0, None, 110.0]] * 7, "finite prices above 0"),
    ([[90.0, float("nan"), 110.0]] * 7, "finite prices above 0"),
    ([[-1.0, 100.0, 110.0]] * 7, "finite prices above 0"),
    ([*GOOD[:2], [90.0, 120.0, 110.0], *GOOD[:4]], "on day 3, 0.9 lies below 0.5"),
])  # fmt: skip
def test_prices_that_are_none_are_refused(prices: Any, reason: str) -> None:
    """What was wanted, and what came."""
    with pytest.raises(DataError, match=reason):
        prices_of(prices, LEVELS)


@pytest.mark.parametrize("said", [
    None, [], {}, {"about": None}, {"about": {}}, {"about": {"name": "mine"}}, {"about": {"name": "", "version": "1"}},
    {"about": {"name": "a\nb", "version": "1"}}, {"about": {"name": "x" * 61, "version": "1"}},
])  # fmt: skip
def test_a_model_without_a_name_and_a_version_is_refused(said: Any) -> None:
    """The record goes by them."""
    with pytest.raises(DataError, match="describe"):
        answer_of(said, LEVELS)


def test_a_forecast_of_the_past_must_stay_what_it_was() -> None:
    """To nine digits: sums in another order are no look ahead."""
    must_not_have_looked_ahead(np.array(GOOD), np.array(GOOD) * (1 + 1e-12))
    with pytest.raises(DataError, match="remembers what came later"):
        must_not_have_looked_ahead(np.array(GOOD), np.array(GOOD) * (1 + 1e-6))
