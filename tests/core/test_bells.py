"""Bells in float32: as close to exp(−z²/2) as they say, over every range a market has."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.bells import STEP, TO_BINARY, bell, log1p_bell, log_bell


def shape(centre: float, width: float, full: float, low: float, high: float) -> np.ndarray:
    return np.array([centre, TO_BINARY / width, full, full / 2, low, high], dtype=np.float32)


@given(centre=st.floats(-3, 3), width=st.floats(0.05, 20), full=st.floats(1, 60))
def test_a_bell_is_within_a_few_millionths_of_its_height(centre: float, width: float, full: float) -> None:
    """The polynomials stand for exp; their error is what the exact top's bound is made of."""
    x = np.linspace(-6, 6, 500)
    out = np.empty(500, dtype=np.float32)
    bell(x, shape(centre, width, full, 0, 100), out)
    right = full * np.exp(-0.5 * ((np.abs(x) - centre) / width) ** 2)
    assert np.abs(out - right).max() <= full * (4e-6 + 4e-7 * (abs(centre) + 6) / width) + STEP


@pytest.mark.parametrize("centre", [-10.0, 0.0, 5.0, 25.0])
def test_a_bell_of_a_logarithm_holds_from_cents_to_billions(centre: float) -> None:
    """Premiums run over eleven powers of ten."""
    x, unit = np.geomspace(0.01, 1e9, 5_000), np.log(2)
    out = np.empty(len(x), dtype=np.float32)
    log_bell(x, np.full(len(x), -1.0), shape(centre / unit, 2.0 / unit, 50, 0.01, 1e9), out)
    assert out == pytest.approx(50 * np.exp(-0.5 * ((np.log(x) - centre) / 2) ** 2), abs=1e-3)
    days = np.linspace(-5, 1_000, 5_000)
    log1p_bell(days, shape(3.4 / unit, 0.5 / unit, 50, 0, 1e5), out)
    right = 50 * np.exp(-0.5 * ((np.log1p(np.maximum(days, 0)) - 3.4) / 0.5) ** 2)
    assert out == pytest.approx(right, abs=1e-3)


def test_the_unknown_has_the_height_it_was_given_and_the_endless_that_of_the_edge() -> None:
    """No nan and no infinity leaves this file."""
    out = np.empty(3, dtype=np.float32)
    bell(np.array([np.nan, np.inf, -np.inf]), shape(0.3, 50.0, 20, 0, 100), out)
    edge = 20 * np.exp(-0.5 * ((100 - 0.3) / 50) ** 2)
    assert out == pytest.approx([10, edge, edge], abs=1e-4)


def test_heights_are_whole_steps() -> None:
    """Sums of five of them round nowhere, in any order."""
    out = np.empty(1_000, dtype=np.float32)
    bell(np.linspace(0, 2, 1_000), shape(0.3, 0.2, 20, 0, 100), out)
    assert (out / STEP == np.round(out / STEP)).all()
