"""A forecast beside a wish: only its width counts, and what it means for these settings is said."""

from dataclasses import replace
from datetime import date

import pytest

from engine.bots.parameters import BotParameters
from engine.chat.outlook import NO_RANGE, NONE_USED, outlook
from engine.forecast.imported import Imported

TODAY = date(2026, 3, 6)
USUAL = BotParameters()
BOLD = replace(USUAL, risk_factor=0.7)


def week(share: float, symbol: str = "BTC-USD", cutoff: date = date(2026, 3, 5)) -> Imported:
    """A forecast whose 80 % range grows evenly to plus or minus `share` after 7 days."""
    low = tuple(100 * (1 - share * day / 7) for day in range(1, 8))
    high = tuple(100 / (1 - share * day / 7) for day in range(1, 8))
    return Imported(symbol, cutoff, 100.0, ((0.1, low), (0.5, (100.0,) * 7), (0.9, high)))


def test_a_calm_week_is_told_and_changes_nothing() -> None:
    """One line with the width; no advice."""
    seen = outlook((week(0.05),), USUAL, BOLD, TODAY)
    assert len(seen.warnings) == 1
    assert "±5.1 %" in seen.warnings[0]  # ln(1 / 0.95) is 5.13 %
    assert seen.recommendations == ()


def test_a_wild_week_warns_and_advises_against_more_risk() -> None:
    """Where the suggested volatility limits start; the advice names what to stay at."""
    seen = outlook((week(0.2),), USUAL, BOLD, TODAY)
    assert any("High expected volatility" in text for text in seen.warnings)
    assert "risk_factor 0.50" in seen.recommendations[0]
    assert "orders small" in outlook((week(0.2),), BOLD, USUAL, TODAY).recommendations[0]


def test_a_stop_within_an_ordinary_day_is_named() -> None:
    """A week of 40 % has days of 5.9 %: a stop of 3 % is noise."""
    assert any("stop loss of 3 %" in text for text in outlook((week(0.4),), USUAL, USUAL, TODAY).warnings)


def test_the_widest_of_several_speaks() -> None:
    """Whoever trades one of them should hear the worst."""
    seen = outlook((week(0.05, "AAA"), week(0.1, "BBB")), USUAL, USUAL, TODAY)
    assert "BBB, the widest of 2" in seen.warnings[0]


@pytest.mark.parametrize(("forecasts", "said"), [((), NONE_USED), ((Imported("", None, None, ()),), NO_RANGE)])
def test_what_was_not_used_is_said(forecasts: tuple[Imported, ...], said: str) -> None:
    """Nothing stays silent."""
    assert outlook(forecasts, USUAL, BOLD, TODAY).warnings == (said,)


def test_an_old_forecast_is_called_old() -> None:
    """Its seven days are over; simulated ones live by their own clock."""
    assert "old" in outlook((week(0.05),), USUAL, USUAL, date(2026, 4, 1)).warnings[-1]
    assert len(outlook((week(0.05, "SIM-BTC"),), USUAL, USUAL, date(2026, 4, 1)).warnings) == 1
