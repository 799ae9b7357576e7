"""One grid on several stored markets: each on its own candles and rules, named by what it rests on."""

from dataclasses import replace

import pytest

from engine.bots.backtest import backtest
from engine.bots.markets.several import several
from engine.bots.measure.record import record
from engine.bots.performance import performance
from engine.core.errors import DataError, ParameterError
from engine.market.market import Market
from engine.services.lab.several.markets import LEAVING, LUCK, SWEEPING, MarketsRequest, SeveralRun, over_markets
from engine.services.lab.stages import Progress
from engine.services.startup import App
from tests.bots.markets.world import market
from tests.builders import START_MS
from tests.services.lab.conftest import ASKED

NAMES = (("A", "1h"), ("B", "1h"), ("C", "1h"))
REQUEST = MarketsRequest(NAMES, ASKED.base, ASKED.axes, ASKED.setup, shuffles=59)


@pytest.fixture
def three(app: App) -> App:
    """An installation with three markets: an edge on the first alone; the last counts in tens of coins."""
    for name, _ in NAMES:
        rules = Market(name, lot_step=1e-6, minimum_notional=0.0, unit=10.0 if name == "C" else 1.0)
        app.candles.save(market(name, 90, 0.01 if name == "A" else 0.0).bars, rules, f"{name}.csv")
    return app


def ran(app: App, request: MarketsRequest = REQUEST, **how: object) -> SeveralRun:
    """The answer."""
    made = over_markets(app, request, **how)
    assert made is not None
    return made


def test_each_market_is_swept_by_its_own_candles_and_rules(three: App) -> None:
    """And the numbers of one configuration on one market are those of the exact replay there."""
    found = ran(three)
    assert [each.market.symbol for each in found.sources] == ["A", "B", "C"]
    assert [each.tape.market.unit for each in found.swept.markets] == [1.0, 1.0, 10.0]
    last = found.swept.markets[2]
    held = found.swept.grid.nearest(REQUEST.base)
    same = found.swept.grid.configuration(held)
    told = performance(record(backtest(last.tape, same, REQUEST.setup)), resamples=0)
    assert last.swept.metrics.total_return[held] == pytest.approx(told.total_return.value)
    again = several({each.symbol: each.tape for each in found.swept.markets}, found.swept.grid, REQUEST.setup)
    assert found.swept.best == again.best
    assert found.bars == 3 * 24 * 90


def test_what_works_at_home_alone_is_listed(three: App) -> None:
    """The finding that the page shows first."""
    found = ran(three)
    assert "A" in [each.home.symbol for each in found.one_only]
    assert len(found.left_out.folds) == 3
    assert [each.symbol for each in found.luck if each.is_better] == ["A"]


def test_a_period_bounds_all_markets_and_the_digests_follow(three: App) -> None:
    """The same request on the same candles is the same answer; another period is other candles."""
    whole, again = ran(three), ran(three)
    assert whole.left_out == again.left_out
    assert [each.candles for each in whole.sources] == [each.candles for each in again.sources]
    part = ran(three, replace(REQUEST, first_ms=START_MS + 30 * 86_400_000))
    assert {each.first_ms for each in part.sources} == {START_MS + 30 * 86_400_000}
    assert part.sources[0].candles != whole.sources[0].candles


def test_it_is_watched_by_stage_and_can_be_stopped(three: App) -> None:
    """As every long journey."""
    heard: list[Progress] = []
    ran(three, watch=heard.append)
    assert list(dict.fromkeys(each.stage for each in heard)) == [SWEEPING, LEAVING, LUCK]
    assert over_markets(three, REQUEST, cancelled=lambda: True) is None


@pytest.mark.parametrize(("change", "told"), [
    ({"markets": NAMES[:1]}, "needs at least 2, was 1"),
    ({"markets": (*NAMES, ("A", "4h"))}, "each market may be named once, was A twice"),
    ({"markets": (NAMES[0], ("GONE", "1h"))}, "no candles of GONE 1h"),
    ({"first_ms": START_MS + 800 * 86_400_000}, "A 1h has no candles in this period"),
    ({"objective": "luck"}, "the objective must be"),
])  # fmt: skip
def test_what_cannot_be_answered_is_refused_in_one_line(three: App, change: dict[str, object], told: str) -> None:
    """Before anything is computed."""
    with pytest.raises((DataError, ParameterError), match=told):
        over_markets(three, replace(REQUEST, **change))


def test_the_answer_is_seen_before_luck_is_asked(three: App) -> None:
    """A hundred shuffled markets of each take a minute; what works where is known at once."""
    seen: list[SeveralRun] = []
    heard: list[str] = []

    def watch(progress: Progress) -> None:
        heard.append("after" if seen else progress.stage)

    found = ran(three, watch=watch, seen=seen.append)
    assert set(heard) == {SWEEPING, LEAVING, LUCK, "after"}
    assert (seen[0].luck, seen[0].left_out, seen[0].elsewhere) == ((), found.left_out, found.elsewhere)
    assert len(found.luck) == 3
