"""The live record: counted by hand, with intervals as wide as independent weeks make them, by maker and by year."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.core.interval import share
from engine.forecast.track.direction import Calls
from engine.forecast.track.issued import Issued
from engine.gateways.store.desk import HOUSE
from engine.gateways.store.issued import Line
from engine.market.bars import Bars
from engine.market.market import Market
from engine.services.startup import App, open_app, read_settings
from engine.services.track.record import direction_of, record_of, source_record
from tests.builders import candles
from tests.forecast.track.making import CUTOFF, DAY, THEIRS, an_issued

LATER = CUTOFF + 3000 * DAY


def bars(closes: list[float]) -> Bars:
    """Daily candles of which the first ends at the first cutoff."""
    made = candles(np.array(closes), "1d")
    return replace(made, time=CUTOFF + (np.arange(len(made)) - 1) * DAY)


def daily(count: int, every: int = 1) -> list[Issued]:
    """So many forecasts, `every` days apart, all from a last close of 100."""
    return [an_issued(day * every) for day in range(count)]


def test_coverage_is_counted_by_hand() -> None:
    """Ten one-day forecasts; 3 of the 10 closes are 101.5, outside 50 % and inside 80 %; one is 110, outside all."""
    closes = [100.0, 100.0, 101.5, 100, 101.5, 100, 101.5, 110, 100, 100, 100]
    found = source_record(daily(10), bars(closes), CUTOFF + 10 * DAY)
    one = found.horizons[0]
    assert (one.days, one.n, one.worth) == (1, 10, 10)
    assert [each.value for each in one.held] == [0.6, 0.9, 0.9]
    assert one.held[1] == share(9, 10)


def test_overlapping_weeks_are_no_surer_than_those_that_do_not_overlap() -> None:
    """Fifteen daily forecasts over 7 days are worth three weeks: the interval is that of three."""
    found = source_record(daily(15), bars([100.0] * 22), LATER).week
    assert (found.n, found.worth, found.held[1].value) == (15, 3, 1.0)
    assert found.held[1].low == pytest.approx(share(3, 3).low)


def test_the_last_year_is_told_apart_from_the_whole() -> None:
    """Two years of weekly forecasts, the first year wrong, the last one right."""
    closes = [110.0 if day <= 365 else 100.0 for day in range(738)]
    found = source_record(daily(104, every=7), bars(closes), CUTOFF + 737 * DAY)
    assert found.horizons_year[0].held[1].value == 1.0
    assert found.horizons[0].held[1].value == pytest.approx(0.5, abs=0.02)
    assert found.horizons_year[0].n == 50  # the cutoffs of days 378 to 721


def test_nothing_is_over_yet_on_day_one() -> None:
    """The record is empty and says so, instead of showing a replay."""
    found = source_record(daily(1), bars([100.0]), CUTOFF)
    assert (found.week.n, found.skill, found.label) == (0, None, "issued live")
    assert found.sentence == "1 forecast issued live since 2024-10-04; none has its 7 days behind it yet."


def test_what_came_when_all_was_over_is_not_said_to_wait() -> None:
    """It never will count."""
    found = source_record([an_issued(issued_ms=CUTOFF + 9 * DAY)], bars([100.0] * 12), LATER)
    assert (
        found.sentence == "1 forecast kept since 2024-10-13, each after its 7 days were over: nothing of that counts."
    )


def test_skill_needs_ten_whole_weeks_and_is_zero_for_the_walk_itself() -> None:
    """The reference held against itself gains nothing."""
    from scipy.special import ndtri  # noqa: PLC0415 - here alone

    levels = an_issued().levels
    walk = tuple(tuple((100 * np.exp(0.01 * np.sqrt(h) * ndtri(levels))).tolist()) for h in range(1, 8))
    closes = (100 * np.exp(0.01 * np.sin(np.arange(90.0)))).tolist()
    made = [replace(one, quantiles=walk, last_close=100.0) for one in daily(12, every=7)]
    assert source_record(made[:9], bars(closes), LATER).skill is None
    found = source_record(made, bars(closes), LATER).skill
    assert found is not None
    assert (found.origins, found.percent) == (12, pytest.approx(0, abs=1e-9))


def test_what_is_wrong_with_the_candles_is_stated() -> None:
    """By hand, to day 5: days 6 and 7 of the first, 6 to 8 of the others are late; 3 and 4 of the last were known."""
    found = source_record([*daily(2), an_issued(2, issued_ms=CUTOFF + 4 * DAY)], bars([100.0] * 6), CUTOFF + 8 * DAY)
    assert (found.trouble.late, found.trouble.known, found.trouble.revised) == (8, 2, 3)


@pytest.mark.parametrize(("hits", "calls", "commoner", "makers", "beats"), [
    (70, 100, 55, 1, True),  # 60.4 to 78.1 %
    (58, 100, 55, 1, False),  # 48.2 to 67.2 %
    (70, 100, 65, 1, False),  # always "up" was right in 65
    (48, 51, 30, 1, False),  # too few
    (62, 100, 50, 1, True),  # 52.2 to 70.9 %
    (62, 100, 50, 20, False),  # one of twenty who guess
    (0, 0, 0, 1, False),
])  # fmt: skip
def test_direction_counts_only_where_it_beats_chance(
    hits: int, calls: int, commoner: int, makers: int, beats: bool
) -> None:
    """At least 52 weeks, the lower end above the better of one half and the commoner direction."""
    found = direction_of(Calls(hits, calls, commoner), makers)
    assert found.beats_chance is beats
    assert found.sentence.startswith("Direction beats chance" if beats else "No view on direction")


def test_guessing_passes_in_one_market_of_forty_at_most() -> None:
    """A coin called against a coin, 60 times, in 2000 markets: the rule must not reward luck."""
    rng = np.random.default_rng(5)
    thrown = zip(rng.binomial(60, 0.5, 2000).tolist(), rng.binomial(60, 0.5, 2000).tolist(), strict=True)
    passed = sum(direction_of(Calls(hits, 60, max(ups, 60 - ups))).beats_chance for hits, ups in thrown)
    assert passed <= 50


@pytest.fixture
def app(tmp_path: Path) -> App:
    """An engine with one market of thirty days from the first cutoff on."""
    opened = open_app(read_settings({"TOPTION_DATA": str(tmp_path / "data")}, tmp_path / "none.env"))
    opened.candles.save(bars([100.0] * 31), Market("TEST"), "test")
    return opened


def test_each_maker_has_a_record_of_its_own(app: App) -> None:
    """Ours first, then theirs; nothing of one counts for another."""
    app.store.forecasts(HOUSE).issue(Line(), [*daily(3), *(an_issued(day, THEIRS, 0.05) for day in range(2))])
    found = record_of(app, "TEST", "1d")
    assert [(one.source, one.issued, one.horizons[0].held[2].value) for one in found.sources] == [
        ("Toption", 3, 1.0), ("lab", 2, 0.0)
    ]  # fmt: skip
    assert found.of("lab") == found.sources[1]
    assert found.of("nobody") is None
    app.store.close()


def test_a_market_without_forecasts_has_an_empty_record(app: App) -> None:
    """Day one."""
    assert record_of(app, "TEST", "1d").sources == ()
    app.store.close()
