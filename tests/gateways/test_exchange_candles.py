"""The real client against an exchange on this machine: every answer is checked, and every fault is one clear line."""

from collections.abc import Iterator

import numpy as np
import pytest

from engine.core.errors import DataError, ExchangeError
from engine.gateways.exchange.quota import Quotas
from engine.gateways.exchange_candles import Feed, newest_finished, open_feed
from engine.market.bars import COLUMNS
from tests.builders import START_MS, walk
from tests.loopback_exchange import FakeTime, LoopbackExchange, body, hang, html, serving, status, truncated

HOUR = 3_600_000
NOW_MS = START_MS + 500 * HOUR + HOUR // 2
BARS = walk(4, 600)


@pytest.fixture
def exchange() -> Iterator[LoopbackExchange]:
    """An exchange with 500 finished hours and one that is still open."""
    with serving(LoopbackExchange(BARS, NOW_MS)) as running:
        yield running


@pytest.fixture
def clock() -> FakeTime:
    """Time that passes only in waits."""
    return FakeTime(NOW_MS)


def feed_of(
    exchange: LoopbackExchange, clock: FakeTime, name: str = "binance", symbol: str = "BTC/USDT", step: str = "1h"
) -> Feed:
    return open_feed(Quotas(clock.timing), exchange.url, (name, symbol, step), lambda: False)


@pytest.mark.parametrize(("name", "symbol", "quote", "lot"), [
    ("binance", "BTC/USDT", "USDT", 1e-5), ("kraken", "BTC/USD", "USD", 1e-8),
])  # fmt: skip
def test_two_dialects_give_the_same_candles(
    name: str, symbol: str, quote: str, lot: float, exchange: LoopbackExchange, clock: FakeTime
) -> None:
    """To the last digit, and with the market's own rules."""
    feed = feed_of(exchange, clock, name, symbol)
    page = feed.page(START_MS, 100).within(START_MS, START_MS + 100 * HOUR)
    assert np.array_equal(page.time, BARS.time[:100])
    assert np.array_equal(page.values, np.column_stack([getattr(BARS, each)[:100] for each in COLUMNS]))
    assert page.repairs == ()
    assert (feed.listed.symbol, feed.listed.kind, feed.listed.quote) == (symbol, "spot", quote)
    assert feed.listed.lot_step == pytest.approx(lot)


@pytest.mark.parametrize("written", ["BTC/USDT", "btc/usdt", "BTCUSDT", " btcusdt "])
def test_a_symbol_is_found_however_it_is_written(written: str, exchange: LoopbackExchange, clock: FakeTime) -> None:
    """People copy it from anywhere."""
    assert feed_of(exchange, clock, symbol=written).listed.symbol == "BTC/USDT"


@pytest.mark.parametrize(("market", "claim"), [
    (("binance", "BTC/USDX", "1h"), "'BTC/USDX' is not listed on binance.*Did you mean BTC/USDT"),
    (("binance", "ZZZ", "1h"), "Write it as base/quote, such as BTC/USDT"),
    (("binanse", "BTC/USDT", "1h"), "exchange must be one that ccxt knows, was 'binanse'.*binance"),
    (("__class__", "BTC/USDT", "1h"), "exchange must be one that ccxt knows"),
    (("blockchaincom", "BTC/USDT", "1h"), "exchange must offer candles, blockchaincom does not"),
    (("kraken", "BTC/USD", "8h"), r"step must be one that kraken offers \(1m, 5m.*\), was '8h'"),
    (("binance", "BTC/USDT", "1w"), "step must be one that binance offers"),
])  # fmt: skip
def test_a_wrong_word_is_one_line_that_says_what_is_there(
    market: tuple[str, str, str], claim: str, exchange: LoopbackExchange, clock: FakeTime
) -> None:
    """Exchange, symbol and step; nothing is guessed."""
    with pytest.raises(DataError, match=claim) as refused:
        open_feed(Quotas(clock.timing), exchange.url, market, lambda: False)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("fault", [
    html, truncated, body(b""), body(b"null"), body(b"{}"), body(b'"BTC"'), body(b"12"), body(b"[[]]"), body(b"[null]"),
    body(b'{"a":[1]}'), body(b"[[null,null,null,null,null,null]]"), body(b'[[1735689600,"1","1","1","1","1"]]'),
    body(b'[["soon","1","1","1","1","1"]]'), body(b"\xff\xfe\x00"), body(b"[" * 5_000), body(b'[{"time":1}]'),
    body(b'[[1e400,"1","1","1","1","1"]]'),
])  # fmt: skip
def test_an_answer_that_is_no_list_of_candles_is_never_used(
    fault: object, exchange: LoopbackExchange, clock: FakeTime
) -> None:
    """Status 200 means nothing; the client itself raises nothing."""
    feed = feed_of(exchange, clock)
    exchange.fail("candles", *[fault] * 4)  # type: ignore[list-item]  # a fault, or what parametrize made of it
    with pytest.raises(ExchangeError, match=r"binance must answer|binance refused"):
        feed.page(START_MS, 100)
    assert len(feed.page(START_MS, 100).time) == 100


@pytest.mark.parametrize(
    "fault", [html, truncated, status(503), status(502), status(429, Retry_After="2"), status(418)]
)
def test_what_passes_is_asked_again(fault: object, exchange: LoopbackExchange, clock: FakeTime) -> None:
    """With growing pauses; the person hears nothing of it."""
    feed = feed_of(exchange, clock)
    exchange.fail("candles", fault, fault)  # type: ignore[arg-type]  # as above
    assert len(feed.page(START_MS, 100).time) == 100
    assert exchange.count("candles") == 3
    assert clock.slept > 0.7


@pytest.mark.parametrize("code", [429, 418])
def test_the_pause_an_exchange_asks_for_is_kept(code: int, exchange: LoopbackExchange, clock: FakeTime) -> None:
    """Asking sooner is how one is banned."""
    feed, times = feed_of(exchange, clock), list[float]()
    exchange.heard = lambda: times.append(clock.at)
    exchange.fail("candles", status(code, Retry_After="30"))
    feed.page(START_MS, 100)
    assert times[1] - times[0] >= 30


def test_a_long_pause_is_told_and_holds_for_everybody(exchange: LoopbackExchange, clock: FakeTime) -> None:
    """Nobody sits before a page for an hour, and nobody else in the process asks meanwhile."""
    quotas = Quotas(clock.timing)
    feeds = [open_feed(quotas, exchange.url, ("binance", "BTC/USDT", "1h"), lambda: False) for _ in range(2)]
    exchange.fail("candles", status(429, Retry_After="3600"))
    with pytest.raises(ExchangeError, match="binance asks for fewer calls"):
        feeds[0].page(START_MS, 100)
    with pytest.raises(ExchangeError, match="binance asked for a pause: the next call may come in 3600 seconds"):
        feeds[1].page(START_MS, 100)
    assert exchange.count("candles") == 1


def test_a_pause_may_be_given_as_a_date(exchange: LoopbackExchange, clock: FakeTime) -> None:
    """Both forms are allowed by HTTP."""
    feed, times = feed_of(exchange, clock), list[float]()
    exchange.heard = lambda: times.append(clock.at)
    exchange.fail("candles", status(429, Retry_After="Tue, 21 Jan 2025 20:30:20 GMT"))
    feed.page(START_MS, 100)
    assert 15 < times[1] - times[0] < 25


@pytest.mark.parametrize("fault", [hang(2.0), "drip"])
def test_an_exchange_that_hangs_is_given_up(fault: object, exchange: LoopbackExchange) -> None:
    """Silence and a drip that never ends alike: every call has an end."""
    clock = FakeTime(NOW_MS, answer=0.15)
    feed = feed_of(exchange, clock)
    if fault == "drip":
        exchange.drip = 0.01
    else:
        exchange.fail("candles", *[fault] * 4)  # type: ignore[list-item]  # as above
    with pytest.raises(ExchangeError, match="binance did not answer within 5 seconds"):
        feed.page(START_MS, 100)


def test_an_exchange_that_is_not_there_is_one_line(clock: FakeTime) -> None:
    """No address, no traceback."""
    with serving(LoopbackExchange(BARS, NOW_MS)) as gone:
        pass
    with pytest.raises(ExchangeError, match=r"binance cannot be reached. Check the connection to the internet"):
        feed_of(gone, clock)


def test_a_place_that_is_not_served_is_not_asked_again(exchange: LoopbackExchange, clock: FakeTime) -> None:
    """Some refuse whole countries; asking four times is no better than once."""
    feed = feed_of(exchange, clock)
    exchange.fail("candles", lambda _: (403, {}, b'{"code":-2015,"msg":"Service unavailable from a restricted place"}'))
    with pytest.raises(ExchangeError, match=r"binance does not serve this place or asks for a key.*restricted place"):
        feed.page(START_MS, 100)
    assert exchange.count("candles") == 1


@pytest.mark.parametrize(("column", "value", "reason"), [
    (4, None, "no number"), (4, "abc", "no number"), (2, "NaN", "no number"), (3, "Infinity", "no number"),
    (5, None, "no number"), (1, "0", "not above 0"), (3, "-1", "not above 0"), (5, "-1", "not above 0"),
    (2, "0.5", "contradict"), (4, "1e9", "contradict"),
])  # fmt: skip
def test_a_broken_candle_is_set_aside_and_listed(
    column: int, value: object, reason: str, exchange: LoopbackExchange, clock: FakeTime
) -> None:
    """One bad row costs one candle, not the page, and is never silent."""

    def spoil(rows: list[list[object]]) -> list[list[object]]:
        rows[7][column] = value
        return rows

    exchange.spoil = spoil
    page = feed_of(exchange, clock).page(START_MS, 100)
    assert len(page.time) == 99
    assert [repair.times for repair in page.repairs] == [(START_MS + 7 * HOUR,)]
    assert reason in page.repairs[0].sentence()


def test_candles_off_the_hour_are_refused_with_a_way_out(exchange: LoopbackExchange, clock: FakeTime) -> None:
    """Some exchanges' days begin in another time zone; taking them would shift every day."""
    exchange.spoil = lambda rows: [[row[0] + 60_000, *row[1:]] for row in rows]
    with pytest.raises(DataError, match="binance's 1h candles must open on a whole 1h in UTC, one opened at"):
        feed_of(exchange, clock).page(START_MS, 100)


@pytest.mark.parametrize("skew_minutes", [-5, 5, -9, 9])
def test_the_exchanges_clock_says_which_candle_is_finished(skew_minutes: int, exchange: LoopbackExchange) -> None:
    """The clock of this machine may be wrong, and is told so."""
    told = feed_of(exchange, FakeTime(NOW_MS + skew_minutes * 60_000)).clock()
    assert newest_finished(told.now_ms, "1h") == START_MS + 500 * HOUR
    side = "ahead of" if skew_minutes > 0 else "behind"
    assert told.notes == (f"This machine's clock is {abs(skew_minutes)} minutes {side} binance's. Set it right.",)


def test_a_clock_far_ahead_is_not_believed(exchange: LoopbackExchange, clock: FakeTime) -> None:
    """Else a wrong answer would make the open candle a finished one."""
    exchange.now_ms += 48 * HOUR
    assert feed_of(exchange, clock).clock().now_ms == NOW_MS


@pytest.mark.parametrize("answer", [b'{"serverTime":1735689600}', b'{"serverTime":"soon"}', b"{}", b"[]"])
def test_a_time_that_is_none_is_refused(answer: bytes, exchange: LoopbackExchange, clock: FakeTime) -> None:
    """Seconds in place of milliseconds would end in 1970."""
    feed = feed_of(exchange, clock)
    exchange.fail("time", *[body(answer)] * 4)
    with pytest.raises(ExchangeError, match=r"binance must tell its time|binance must answer"):
        feed.clock()


def test_calls_never_exceed_the_quota(exchange: LoopbackExchange, clock: FakeTime) -> None:
    """Two fetches share one limit: Binance allows 6,000 units a minute, and a page of candles weighs two."""
    quotas, times = Quotas(clock.timing), list[float]()
    feeds = [open_feed(quotas, exchange.url, ("binance", "BTC/USDT", "1h"), lambda: False) for _ in range(2)]
    exchange.heard = lambda: times.append(clock.at)
    for _ in range(10):
        for feed in feeds:
            feed.page(START_MS, 100)
    assert len(times) == 20
    assert float(np.diff(times).min()) >= 60 / (6000 / 2) - 1e-9


def test_newest_first_is_a_dialect_and_disorder_is_listed(exchange: LoopbackExchange, clock: FakeTime) -> None:
    """The first needs no word; the second may hide more."""
    feed = feed_of(exchange, clock)
    exchange.spoil = lambda rows: rows[::-1]
    assert feed.page(START_MS, 100).repairs == ()
    exchange.spoil = lambda rows: [*rows[50:], *rows[:50]]
    assert "came out of order: sorted" in feed.page(START_MS, 100).repairs[0].sentence()


def test_nothing_of_a_person_is_sent(exchange: LoopbackExchange, clock: FakeTime) -> None:
    """Public data: no key, no account, no cookie."""
    feed = feed_of(exchange, clock)
    feed.page(START_MS, 100)
    assert not feed.calls.client.check_required_credentials(False)
    assert {name for _, query in exchange.asked for name in query} <= {"symbol", "interval", "limit", "startTime"}
