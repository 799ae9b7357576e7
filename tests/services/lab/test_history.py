"""A kept run opens as it was shown, says when its candles are others now, and is its owner's to forget."""

from dataclasses import replace

import numpy as np
import pytest

from engine.core.errors import DataError, StoreError
from engine.core.packed import pack
from engine.gateways.store.runs import RESULT_BYTES, NewRun
from engine.market.bars import Bars
from engine.services.lab.found import LabRun
from engine.services.lab.history import (
    configurations_tried,
    forget_run,
    keep_run,
    label_run,
    run_by_key,
    runs_of,
)
from engine.services.startup import App
from tests.builders import walk
from tests.services.lab.conftest import BARS, MARKET


def test_a_run_opens_to_the_last_bit_as_it_was_shown(market: App, found: LabRun) -> None:
    """Nothing is computed anew, so nothing can come out otherwise."""
    kept = keep_run(market, found)
    opened = run_by_key(market, kept.key)
    assert pack(opened.run) == pack(found)
    assert opened.run.request == found.request
    assert (opened.run.verdict, opened.run.best, opened.run.bot) == (found.verdict, found.best, found.bot)
    assert np.array_equal(opened.run.evidence.luck.lucky, found.evidence.luck.lucky)
    assert opened.freshness.text == ""


def test_the_list_says_what_each_run_came_to(market: App, found: LabRun) -> None:
    """One line each, without opening any."""
    first = keep_run(market, found, "first000")
    label_run(market, first.key, "wide bands")
    (only,) = runs_of(market, "TEST")
    assert (only.key, only.label, only.trials, only.at_ms) == ("first000", "wide bands", 6, found.sources.at_ms)
    assert only.summary.headline == found.verdict.headline
    assert dict(only.summary.best) == found.grid.settings(found.evidence.best)
    assert only.summary.past_return == found.best.past.total_return.value
    assert only.summary.p_value == found.evidence.luck.p_value
    assert runs_of(market, "OTHER") == ()


def test_candles_that_changed_inside_the_period_are_told(market: App, found: LabRun) -> None:
    """An old answer about other candles must not pass for a new one."""
    key = keep_run(market, found).key
    columns = {name: getattr(BARS, name).copy() for name in ("open", "high", "low", "close", "volume")}
    columns["volume"][100] += 1
    market.candles.save(Bars("TEST", "1h", BARS.time, **columns), MARKET, "mended")
    opened = run_by_key(market, key)
    assert opened.freshness.changed
    assert opened.freshness.text.startswith("The candles of TEST 1h in this period have changed since")
    assert pack(opened.run) == pack(found)


def test_candles_that_came_later_are_counted_and_change_nothing(market: App, found: LabRun) -> None:
    """A live market grows every hour; the run still holds for its period."""
    key = keep_run(market, found).key
    longer = walk(7, 24 * 90 + 30)
    columns = {name: np.r_[getattr(BARS, name), getattr(longer, name)[-30:]] for name in
               ("open", "high", "low", "close", "volume")}  # fmt: skip
    market.candles.save(Bars("TEST", "1h", longer.time, **columns), MARKET, "grown")
    fresh = run_by_key(market, key).freshness
    assert (fresh.changed, fresh.newer) == (False, 30)
    assert fresh.text.startswith("30 candles of TEST 1h have come since")


def test_a_run_opens_when_its_candles_are_gone(market: App, found: LabRun) -> None:
    """What was found stays found."""
    key = keep_run(market, found).key
    market.candles.remove("TEST", "1h")
    opened = run_by_key(market, key)
    assert opened.freshness.changed
    assert "no longer here" in opened.freshness.text
    assert opened.run.verdict == found.verdict


def test_a_forgotten_run_is_gone_and_its_trials_still_count(market: App, found: LabRun) -> None:
    """Nobody can look often and tell only once."""
    key = keep_run(market, found).key
    forget_run(market, key)
    assert runs_of(market) == ()
    with pytest.raises(StoreError, match="you have no such run"):
        run_by_key(market, key)
    assert configurations_tried(market, "TEST", "1h") == 6


def test_a_run_of_another_version_is_refused_in_one_line(market: App, found: LabRun) -> None:
    """Instead of half a screen."""
    market.desk().keep_run(replace(kept_as(market, found), result=pack((1, 2)), key="oldrun00"))
    with pytest.raises(DataError, match=r"run oldrun00 was kept by another version .* Run it again") as refused:
        run_by_key(market, "oldrun00")
    assert "\n" not in str(refused.value)


def test_the_largest_grid_of_usual_runs_fits(found: LabRun) -> None:
    """Ten thousand configurations on both parts take a few percent of what one run may."""
    size = len(pack(found))
    noise = np.random.default_rng(1).normal(size=(14, 10_000))
    assert size + len(pack((noise,))) < RESULT_BYTES / 10


def kept_as(app: App, run: LabRun) -> NewRun:
    """The row of a run that is kept."""
    listed, result = app.desk().run(keep_run(app, run).key)
    return NewRun(listed.key, listed.at_ms, listed.symbol, listed.step, listed.request, listed.candles, listed.code,
                  listed.trials, listed.summary, result)  # fmt: skip
