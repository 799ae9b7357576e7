"""Two who bring candles of one market at the same moment: nothing that was acknowledged is lost."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.gateways.exchange.quota import Quotas
from engine.market.bars import COLUMNS, Bars
from engine.services.candles import Import, bring_in
from engine.services.fetch_candles import Fetch, Progress, fetch
from engine.services.startup import App
from tests.builders import START_MS, walk
from tests.loopback_exchange import FakeTime, LoopbackExchange, serving

HOUR = 3_600_000
NOW_MS = START_MS + 5500 * HOUR
BARS = walk(8, 5600, sigma=0.004)


def test_fetches_of_one_market_at_once_keep_everything(app: App) -> None:
    """Each asks for days of its own; all of them are there in the end."""
    spans = [(first * HOUR + START_MS, (first + 900) * HOUR + START_MS) for first in range(0, 3600, 600)]
    start = Barrier(len(spans), timeout=60)

    def bring(span: tuple[int, int]) -> tuple[int, int]:
        linked = replace(at_exchange, quotas=Quotas(FakeTime(NOW_MS).timing))
        start.wait()
        fetch(linked, Fetch("binance", "BTC/USDT", "1h", *span))
        return span

    with serving(LoopbackExchange(BARS, NOW_MS)) as exchange, ThreadPoolExecutor(len(spans)) as pool:
        at_exchange = replace(app, settings=replace(app.settings, exchange_url=exchange.url))
        list(pool.map(bring, spans))
    held = app.candles.bars("BTC/USDT", "1h").time
    wanted = np.concatenate([np.arange(first, last, HOUR) for first, last in spans])
    assert np.isin(wanted, held).all()


def test_what_lies_between_two_that_others_brought_comes_too(app: App) -> None:
    """Who looks after both sides are there must not take the middle for known."""
    with serving(LoopbackExchange(BARS, NOW_MS)) as exchange:
        linked = replace(app, settings=replace(app.settings, exchange_url=exchange.url))
        linked = replace(linked, quotas=Quotas(FakeTime(NOW_MS).timing))
        fetch(linked, Fetch("binance", "BTC/USDT", "1h", START_MS, START_MS + 3000 * HOUR))
        whole = app.candles.stored("BTC/USDT", "1h")
        assert whole is not None
        kept = np.r_[0:500, 800:1500, 2000:3000]
        columns = {name: getattr(whole.bars, name)[kept] for name in ("time", *COLUMNS)}
        app.candles.save(Bars("BTC/USDT", "1h", **columns), whole.market, whole.source)
        found = fetch(linked, Fetch("binance", "BTC/USDT", "1h", START_MS + 600 * HOUR, START_MS + 1900 * HOUR))
    held = app.candles.bars("BTC/USDT", "1h").time
    assert found.added == 200 + 400
    assert np.flatnonzero(np.diff(held) > HOUR).tolist() == [499, 499 + 200 + 700 + 400]


def test_a_file_that_came_in_meanwhile_is_not_overwritten(app: App) -> None:
    """A fetch that began before it says so, and leaves it."""
    content = walk(5, 50).table.to_csv(index=False).encode()

    def import_now(_: Progress) -> None:
        bring_in(app, content, "mine.csv", Import("BTC/USDT"))

    with serving(LoopbackExchange(BARS, NOW_MS)) as exchange:
        quotas = Quotas(FakeTime(NOW_MS).timing)
        linked = replace(app, settings=replace(app.settings, exchange_url=exchange.url), quotas=quotas)
        with pytest.raises(DataError, match=r"is here from mine\.csv, and candles of two sources are not mixed"):
            fetch(linked, Fetch("binance", "BTC/USDT", "1h", START_MS), import_now)
    assert app.candles.listings()[0].source == "mine.csv"
    assert len(app.candles.bars("BTC/USDT", "1h")) == 50
