"""How a trader goes about it, from few events (unknown), from chance (nothing found) and by hand."""

from dataclasses import replace

import numpy as np
import pytest

from engine.traders.behaviour import behaviour_of, sessions
from engine.traders.events import Circumstances, Event
from tests.traders.deeds import DAY, NOW, deed

HOUR = DAY // 24
MIDNIGHT = NOW // DAY * DAY


def taken(place: int, **more: object) -> Event:
    return deed("trade", place, key=f"t{place}", **more)  # type: ignore[arg-type]


def at(day: int, hour: float) -> Event:
    """A save on that day, at that hour UTC."""
    return deed("save", (NOW - MIDNIGHT + day * DAY - hour * HOUR) / DAY, key=f"h{day}:{hour}")


def test_with_few_events_every_habit_is_unknown() -> None:
    """Three clicks are no habit, and no number is made of them."""
    found = behaviour_of([taken(place) for place in range(3)], NOW)
    numbers = (found.hour, found.holding, found.risk_drift, found.margin_drift, found.vix, found.vix_change)
    assert [each.value for each in numbers] == [None] * 6
    assert found.rotation == ()
    assert found.chosen == 3


def test_of_one_afternoon_no_change_over_time_is_told() -> None:
    """Ten clicks in ten seconds with different margins would otherwise be a trend that no number can hold."""
    clicks = [deed("save", place / 86_400, key=f"s{place}") for place in range(10)]
    clicks = [replace(each, idea=replace(each.idea, margin=10.0**at)) for at, each in enumerate(clicks)]
    found = behaviour_of(clicks, NOW)
    assert (found.risk_drift.value, found.margin_drift.value, found.margin_drift.n) == (None, None, 10)


def test_actions_within_half_an_hour_are_one_session() -> None:
    """Ten clicks in a row are one visit: they say once when he comes."""
    clicks = [deed("view", 1 - minutes / 1440, key=str(minutes)) for minutes in (0, 20, 45, 80)]
    assert sessions(clicks) == [clicks[0].at_ms, clicks[3].at_ms]


def test_the_hour_is_the_mean_on_the_clock() -> None:
    """Around midnight the mean of 23:00 and 01:00 is midnight, not noon."""
    found = behaviour_of([at(day, 23 if day % 2 else 1) for day in range(1, 41)], NOW).hour
    assert min(found.value or 0, 24 - (found.value or 0)) == pytest.approx(0, abs=0.01)
    assert found.n == 40
    assert found.is_known


def test_no_hour_stands_out_where_every_hour_is_the_same() -> None:
    """Whoever comes at any hour has no time of day."""
    assert behaviour_of([at(day, day % 24) for day in range(1, 49)], NOW).hour.value is None


def test_holding_is_the_median_from_trade_to_end() -> None:
    """Nine trades held 1 to 9 days: 5, and between the second and the eighth in 96 % of samples."""
    events = []
    for days in range(1, 10):
        ticker = f"SIM-{days}"
        events.append(deed("trade", 20, key=f"a{days}", ticker=ticker))
        events.append(deed("loss", 20 - days, key=f"b{days}", ticker=ticker))
    found = behaviour_of(events, NOW).holding
    assert (found.value, found.low, found.high, found.n) == (5, 2, 8, 9)


def test_delta_that_grows_by_a_hundredth_a_month_is_found() -> None:
    """Exactly on a line the slope is exact and its range has no width."""
    found = behaviour_of([taken(day * 30, delta=0.5 - day / 100) for day in range(10)], NOW).risk_drift
    assert found.value == pytest.approx(0.01)
    assert found.low == pytest.approx(0.01)


def test_ranges_of_what_is_not_there_hold_zero_about_as_often_as_they_say() -> None:
    """Of 200 traders without a habit, about one in twenty may seem to have one."""
    rng, wrong = np.random.default_rng(5), 0
    for _ in range(200):
        found = behaviour_of([taken(day, delta=rng.normal(0.4, 0.05)) for day in range(30)], NOW)
        wrong += found.risk_drift.excludes_zero
    assert wrong <= 20


def seen(day: float, vix: float, regime: str, action: str) -> Event:
    event = deed(action, (NOW - MIDNIGHT) / DAY + day, key=f"{day}{action}", regime=regime)
    return Event(event.key, "ann", event.action, event.at_ms, event.idea, Circumstances(regime, vix, vix - 20))


def test_a_taste_for_a_regime_and_for_fear_is_found() -> None:
    """Shown as often on calm days as on wild ones, taken on wild ones: three times as many, at a VIX of 30."""
    rng, events = np.random.default_rng(3), []
    for day in range(120):
        regime, vix = ("falling, turbulent", 30.0) if day % 2 else ("rising, calm", 15.0)
        events += [seen(day + place / 20, vix, regime, "shown") for place in range(10)]
        if rng.random() < (0.9 if day % 2 else 0.3):
            events.append(seen(day + 0.6, vix, regime, "trade"))
    found = behaviour_of(events, NOW)
    wild = next(each.measured for each in found.regimes if each.name == "falling, turbulent")
    assert (wild.low or 0) > 1.5
    assert (wild.low or 0) < 3 < (wild.high or 0)
    assert (found.vix.low or 0) > 0


def test_a_rotation_is_found_by_its_sector() -> None:
    """Energy until two months ago, since then something else."""
    old = [deed("trade", 70 + day, key=f"o{day}") for day in range(30)]
    found = behaviour_of(old + [_utilities(day) for day in range(30)], NOW).rotation
    changes = {each.name: each.measured.value for each in found if each.measured.excludes_zero}
    assert changes == {"Energy": -1.0, "Utilities": 1.0}


def _utilities(day: int) -> Event:
    event = deed("trade", day, key=f"u{day}")
    idea = type(event.idea)("x", "SIM-U", "wheel", "Utilities")
    return Event(event.key, "ann", event.action, event.at_ms, idea)
