"""The fitted model of an installation: when it is due, who refits it, and what pages get meanwhile."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.forecast.e4.fit import refit_moment
from engine.market.bars import DAY_MS, Bars
from engine.market.market import Market
from engine.services.pooled import (
    Source,
    fitted_for,
    fitted_mark,
    forecast_of,
    is_due,
    look_after,
    models_of,
    refit,
    sources,
)
from engine.services.startup import App
from engine.services.tune_bot import outlook
from tests.builders import tape
from tests.forecast.e4.conftest import waves

AB = {"A": waves("A", 1100), "B": waves("B", 1100, 2)}


def stocked(app: App, *names: str, **more: Bars) -> App:
    """The app with these markets in its library."""
    for symbol, bars in {**{name: AB[name] for name in names}, **more}.items():
        named = Bars(symbol, bars.step, bars.time, bars.open, bars.high, bars.low, bars.close, bars.volume)
        app.candles.save(named, Market(symbol, simulated=symbol.startswith("SIM-")), "test")
    return app


def test_e7_answers_until_a_model_is_fitted(app: App) -> None:
    """And then E4, with the record of E4 beside it."""
    stocked(app, "A", "B")
    assert forecast_of(app, "A", "1d").model == "E7"
    assert fitted_mark(app, "A") == ""
    made = refit(app.settings)
    assert made is not None
    assert made.until_ms == refit_moment(int(AB["A"].time[-1]) + DAY_MS)
    assert made.markets == ("A", "B")
    assert forecast_of(app, "A", "1d").model == "E4"
    assert fitted_mark(app, "A") != ""
    seen = outlook(tape(AB["A"]), fitted_for(app, "A"))
    assert seen.record is not None
    assert (seen.forecast.model, seen.record.model) == ("E4", "E4")
    assert [one.model for one in seen.record.skills] == ["E4", "E7"]
    assert seen.beside is not None
    assert seen.beside.model == "E7"
    assert seen.version.startswith("E4.1 20")


def test_a_market_that_the_model_does_not_know_gets_e7(app: App) -> None:
    """Until the refit that its coming makes due."""
    refit(stocked(app, "A", "B").settings)
    stocked(app, C=waves("C", 700, 3))
    assert forecast_of(app, "C", "1d").model == "E7"
    assert is_due(sources(app.candles), models_of(app.settings).newest())


def test_simulated_markets_are_never_pooled_with_real_ones(app: App) -> None:
    """Nor forecast by what real ones taught."""
    made_up = {"SIM-A": waves("SIM-A", 1100), "SIM-B": waves("SIM-B", 1100, 2)}
    assert not is_due(sources(stocked(app, **made_up).candles), None)
    made = refit(stocked(app, "A", "B").settings)
    assert made is not None
    assert made.markets == ("A", "B")
    assert fitted_for(app, "SIM-A") is None


def test_a_symbol_counts_once_by_its_longest_candles(app: App) -> None:
    """The same market by days and by hours is one market."""
    hours = np.arange(48) * 3_600_000 + AB["A"].time[-1]
    flat = [np.full(48, AB["A"].close[-1])] * 4
    stocked(app, "A")
    app.candles.save(Bars("A", "1h", hours, *flat, np.ones(48)), Market("A"), "test")
    assert [(one.symbol, one.step) for one in sources(app.candles)] == [("A", "1d")]


WANTED = (Source("A", "1d", 0, 900 * DAY_MS + 1),)


@pytest.mark.parametrize(
    ("wanted", "due"),
    [
        (WANTED, False),
        ((replace(WANTED[0], end_ms=905 * DAY_MS),), False),
        ((replace(WANTED[0], end_ms=908 * DAY_MS),), True),
        ((replace(WANTED[0], first_ms=-9),), True),
        ((*WANTED, Source("B", "1d", 0, 50 * DAY_MS)), True),
        ((replace(WANTED[0], end_ms=990 * DAY_MS),), True),
        ((), False),
    ],
)
def test_a_refit_is_due_when_it_would_say_something_new(app: App, wanted: tuple[Source, ...], due: bool) -> None:
    """After a week's outcomes, 90 days, with older candles or another market; not with each new candle."""
    refit(stocked(app, "A").settings)
    newest = models_of(app.settings).newest()
    assert newest is not None
    here = replace(newest.state, until_ms=900 * DAY_MS)
    assert is_due(wanted, replace(newest, state=here, sources={"A 1d": 0}, end_ms=900 * DAY_MS + 1)) == due


def test_two_at_once_fit_once(app: App) -> None:
    """Two servers on one folder: the second waits, and finds that nothing is due any more."""
    stocked(app, "A", "B")
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda _: refit(app.settings, only_if_due=True), range(2)))
    assert sorted(made is None for made in both) == [False, True]


def test_too_little_is_refused_with_what_to_do(app: App) -> None:
    """Forecasts are E7's until then."""
    with pytest.raises(DataError, match="Bring older candles; until then forecasts are E7's"):
        refit(stocked(app, A=waves("A", 300)).settings)


def test_the_server_refits_by_itself_in_a_process_apart(app: App) -> None:
    """One look of the thread that looks after it; the pages only read what it leaves."""
    look_after(stocked(app, "A", "B").settings, rounds=1)
    newest = models_of(app.settings).newest()
    assert newest is not None
    assert set(newest.records) == {"A", "B"}
    assert fitted_for(app, "A") is not None


def test_a_damaged_model_is_fitted_again(app: App) -> None:
    """No page fails meanwhile."""
    refit(stocked(app, "A", "B").settings)
    models_of(app.settings).path.write_bytes(b"broken")
    assert forecast_of(app, "A", "1d").model == "E7"
    assert refit(app.settings, only_if_due=True) is not None
    assert forecast_of(app, "A", "1d").model == "E4"
