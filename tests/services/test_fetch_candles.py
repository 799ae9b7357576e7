"""The journey of candles from an exchange: what comes is kept, a second fetch goes on, and one fetch equals many."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.core.errors import DataError, ExchangeError
from engine.gateways.exchange.quota import Quotas
from engine.market.bars import COLUMNS, DAY_MS, Bars
from engine.services.candles import Import, bring_in
from engine.services.fetch_candles import Fetch, Progress, fetch
from engine.services.startup import App
from tests.builders import START_MS, walk
from tests.loopback_exchange import FakeTime, LoopbackExchange, serving, status

HOUR = 3_600_000
FINISHED = 5500
NOW_MS = START_MS + FINISHED * HOUR + HOUR // 3
BARS = walk(8, 5700, sigma=0.004)
WANTED = Fetch("binance", "BTC/USDT", "1h", START_MS)


@pytest.fixture
def exchange() -> Iterator[LoopbackExchange]:
    """An exchange with 5,500 finished hours that sends 1,000 a page."""
    with serving(LoopbackExchange(BARS, NOW_MS)) as running:
        yield running


@pytest.fixture
def clock() -> FakeTime:
    """Time that passes only in waits."""
    return FakeTime(NOW_MS)


@pytest.fixture
def linked(app: App, exchange: LoopbackExchange, clock: FakeTime) -> App:
    """An installation whose every exchange is the one on this machine."""
    return replace(app, settings=replace(app.settings, exchange_url=exchange.url), quotas=Quotas(clock.timing))


@pytest.fixture
def later(exchange: LoopbackExchange, clock: FakeTime) -> Callable[[int], None]:
    """Let so many hours pass, here and at the exchange."""

    def pass_by(hours: int) -> None:
        exchange.now_ms += hours * HOUR
        clock.wall_ms += hours * HOUR

    return pass_by


def stored(app: App, name: str = "BTC/USDT") -> Bars:
    return app.candles.bars(name, "1h")


def same(bars: Bars, start: int, stop: int) -> bool:
    expected = BARS.slice(start, stop)
    return all(np.array_equal(getattr(bars, name), getattr(expected, name)) for name in ("time", *COLUMNS))


def spoilt(number: int, change: Callable[[list[Any]], None]) -> Callable[[list[list[Any]]], list[list[Any]]]:
    """Change the candle of this hour wherever it is sent."""

    def spoil(rows: list[list[Any]]) -> list[list[Any]]:
        for row in rows:
            if row[0] == START_MS + number * HOUR:
                change(row)
        return rows

    return spoil


def test_every_finished_candle_comes_and_the_open_one_does_not(linked: App) -> None:
    """To the last digit, with the market's own rules, and nothing to mend."""
    done = fetch(linked, WANTED)
    assert same(stored(linked), 0, FINISHED)
    assert (done.added, done.repairs, done.gaps, done.resumed_from, done.is_whole) == (FINISHED, (), (), None, True)
    assert (done.listing.source, done.listing.simulated, done.notes) == ("binance", False, ())
    market = linked.candles.market("BTC/USDT", "1h")
    assert (market.kind, market.quote, market.lot_step, market.minimum_notional) == ("spot", "USDT", 1e-5, 5.0)


def test_a_second_fetch_brings_only_what_is_new(
    linked: App, exchange: LoopbackExchange, later: Callable[[int], None]
) -> None:
    """And asks for the newest two again, since exchanges correct them."""
    fetch(linked, WANTED)
    exchange.asked.clear()
    later(100)
    done = fetch(linked, WANTED)
    assert (done.added, done.resumed_from) == (100, START_MS + (FINISHED - 1) * HOUR)
    assert same(stored(linked), 0, FINISHED + 100)
    assert exchange.count("candles") == 1


@pytest.mark.parametrize("after", [3, 4, 6, 7])
def test_a_stopped_fetch_keeps_what_came_and_the_next_equals_one_run(
    after: int, linked: App, exchange: LoopbackExchange
) -> None:
    """At whatever page it was stopped; what is kept is one stretch up to the newest candle."""
    stopped = fetch(linked, WANTED, cancelled=lambda: len(exchange.asked) >= after)
    assert not stopped.is_whole
    first = FINISHED - stopped.added
    assert 0 < first < FINISHED
    assert same(stored(linked), first, FINISHED)
    before = len(exchange.asked)
    done = fetch(linked, WANTED)
    assert done.is_whole
    assert same(stored(linked), 0, FINISHED)
    assert stopped.added + done.added == FINISHED
    assert len(exchange.asked) - before <= 11 - after


def test_a_failed_fetch_keeps_what_came_and_says_so(linked: App, exchange: LoopbackExchange) -> None:
    """The line goes down in the middle: the next fetch goes on."""
    exchange.fail("candles", None, None, *[status(503)] * 4)
    with pytest.raises(
        ExchangeError,
        match=r"\(503 Service Unavailable\).*The 2,000 candles that came are kept: the same fetch goes on",
    ):
        fetch(linked, WANTED)
    assert len(stored(linked)) > 0
    fetch(linked, WANTED)
    assert same(stored(linked), 0, FINISHED)


def test_older_candles_are_put_before_those_that_are_here(linked: App) -> None:
    """Somebody wants a longer history: no hole, nothing twice."""
    fetch(linked, replace(WANTED, since_ms=START_MS + 900 * HOUR))
    assert same(stored(linked), 900, FINISHED)
    done = fetch(linked, replace(WANTED, since_ms=START_MS + 300 * HOUR, until_ms=START_MS + 500 * HOUR))
    assert done.added == 600
    assert same(stored(linked), 300, FINISHED)


def test_an_exchange_that_sends_fewer_at_a_time_is_asked_more_often(linked: App, exchange: LoopbackExchange) -> None:
    """Whatever it calls its limit."""
    exchange.page = 300
    fetch(linked, replace(WANTED, since_ms=START_MS + 3000 * HOUR))
    assert same(stored(linked), 3000, FINISHED)


def test_a_later_start_leaves_no_hole(linked: App, exchange: LoopbackExchange) -> None:
    """The candles between the newest here and the day asked for come too."""
    fetch(linked, replace(WANTED, until_ms=START_MS + 200 * HOUR))
    assert same(stored(linked), 0, 200)
    fetch(linked, replace(WANTED, since_ms=START_MS + 5400 * HOUR))
    assert same(stored(linked), 0, FINISHED)


def test_nothing_before_the_first_candle_is_said(linked: App) -> None:
    """So that nobody waits for years that there are not."""
    done = fetch(linked, replace(WANTED, since_ms=START_MS - 400 * DAY_MS))
    assert done.notes == ("binance has nothing before 2025-01-01 00:00 UTC.",)
    assert same(stored(linked), 0, FINISHED)


def test_progress_is_told_and_never_falls(linked: App) -> None:
    """Candles so far, from when to when, and the share."""
    seen: list[Progress] = []
    fetch(linked, WANTED, progress=seen.append)
    shares = [each.share for each in seen]
    assert shares == sorted(shares)
    assert (seen[-1].candles, seen[-1].share, seen[-1].first_ms) == (FINISHED, 1.0, START_MS)
    assert seen[-1].last_ms == START_MS + (FINISHED - 1) * HOUR


def test_gaps_copies_and_broken_candles_are_listed_and_stored_with_the_candles(
    linked: App, exchange: LoopbackExchange
) -> None:
    """Nothing is filled, nothing mended in silence; the list stays with the candles."""

    def spoil(rows: list[list[Any]]) -> list[list[Any]]:
        kept = [row for row in rows if not START_MS + 50 * HOUR <= row[0] < START_MS + 60 * HOUR]
        twice = [row for row in kept if row[0] == START_MS + 100 * HOUR]
        rivals = [[*row[:5], 77.0] for row in kept if row[0] == START_MS + 110 * HOUR]
        return spoilt(120, lambda row: row.__setitem__(2, None))([*kept, *twice, *rivals])

    exchange.spoil = spoil
    done = fetch(linked, WANTED)
    assert [gap.missing for gap in done.gaps] == [10, 1]
    told = " ".join(done.repairs)
    for claim in ("out of order", "came twice: kept once (at 2025-01-05 04:00", "with other values", "no number"):
        assert claim in told
    assert stored(linked).volume[100] == 77.0
    assert set(done.repairs) <= set(linked.candles.notes("BTC/USDT", "1h"))


def test_a_corrected_candle_is_taken_and_listed(
    linked: App, exchange: LoopbackExchange, later: Callable[[int], None]
) -> None:
    """Exchanges mend their newest candles; a stored one changes only with a word about it."""
    fetch(linked, WANTED)
    later(1)
    exchange.spoil = spoilt(FINISHED - 1, lambda row: row.__setitem__(5, 123.0))
    done = fetch(linked, WANTED)
    assert stored(linked).volume[FINISHED - 1] == 123.0
    assert "had been stored with other values" in done.repairs[0]


def test_a_close_far_from_the_one_before_is_pointed_at(linked: App, exchange: LoopbackExchange) -> None:
    """A slip of a hundredfold would make any replay worthless; it is kept, since it may be true."""

    def slip(row: list[Any]) -> None:
        row[2], row[4] = row[2] * 100, row[4] * 100

    exchange.spoil = spoilt(700, slip)
    assert "2 candles close more than 5 times above or below" in " ".join(fetch(linked, WANTED).notes)


def test_unit_and_funding_stay_what_they_were(linked: App, later: Callable[[int], None]) -> None:
    """Else a rise past a power of ten would change what a bot's trade size means."""
    fetch(linked, replace(WANTED, symbol="ETH/USDT"))
    market = linked.candles.market("ETH/USDT", "1h")
    bars = stored(linked, "ETH/USDT")
    linked.candles.save(bars, replace(market, unit=100.0), "binance")
    later(10)
    fetch(linked, replace(WANTED, symbol="ETH/USDT"))
    assert linked.candles.market("ETH/USDT", "1h").unit == 100.0


def test_a_market_that_comes_first_says_what_its_unit_is(linked: App, exchange: LoopbackExchange) -> None:
    """By the newest price; a second fetch has nothing new to say."""
    exchange.bars = walk(8, 5700, sigma=1e-6, start=3_000.0)
    assert fetch(linked, replace(WANTED, symbol="ETH/USDT")).notes == (
        "One asset unit is 10 ETH, 30,000 USDT at the newest close.",
    )
    assert fetch(linked, replace(WANTED, symbol="ETH/USDT")).notes == ()


def test_candles_of_two_sources_are_not_mixed(linked: App, exchange: LoopbackExchange) -> None:
    """Somebody's file stays his; under another name both are there."""
    content = walk(5, 50).table.to_csv(index=False).encode()
    bring_in(linked, content, "mine.csv", Import("BTC/USDT"))
    with pytest.raises(DataError, match=r"is here from mine\.csv.*another name, such as BTC/USDT-binance"):
        fetch(linked, WANTED)
    assert exchange.count("candles") == 0
    done = fetch(linked, replace(WANTED, name="BTC/USDT-binance"))
    assert (done.listing.symbol, done.listing.source) == ("BTC/USDT-binance", "binance BTC/USDT")
    assert len(stored(linked)) == 50


@pytest.mark.parametrize(("change", "claim"), [
    ({"name": "SIM-BTC"}, "names with SIM- belong to simulated candles"),
    ({"name": "a b"}, "a symbol must be 1 to 40 letters"),
    ({"since_ms": NOW_MS}, "since must be a time from 1970 on and before 2025-08-18 04:00 UTC"),
    ({"since_ms": -1}, "since must be a time from 1970 on"),
    ({"symbol": "BTC/USDX"}, "is not listed on binance"),
    ({"step": "2w"}, "step must be one that binance offers"),
    ({"exchange": "nowhere"}, "exchange must be one that ccxt knows"),
])  # fmt: skip
def test_a_wrong_request_stores_nothing(change: dict[str, Any], claim: str, linked: App) -> None:
    """One line, and the library is as it was."""
    with pytest.raises(DataError, match=claim):
        fetch(linked, replace(WANTED, **change))
    assert linked.candles.listings() == ()


def test_a_time_without_candles_is_told(linked: App, exchange: LoopbackExchange) -> None:
    """Listed, but never traded then."""
    exchange.spoil = lambda _: []
    with pytest.raises(ExchangeError, match="binance has no 1h candle of BTC/USDT in the time asked for"):
        fetch(linked, WANTED)
    assert linked.candles.listings() == ()


def test_a_fetch_stopped_at_once_changes_nothing(linked: App) -> None:
    """Before the first candle."""
    with pytest.raises(ExchangeError, match="stopped before a candle came; nothing was changed"):
        fetch(linked, WANTED, cancelled=lambda: True)


def test_a_long_fetch_is_kept_now_and_then(linked: App, exchange: LoopbackExchange) -> None:
    """A crash costs seconds, not the whole evening."""
    exchange.fail("candles", None, None, status(429, Retry_After="20"))
    rows: list[int] = []

    def look(_: Progress) -> None:
        rows.append(sum(item.rows for item in linked.candles.listings()))

    fetch(linked, WANTED, progress=look)
    assert 0 < max(rows) < FINISHED
