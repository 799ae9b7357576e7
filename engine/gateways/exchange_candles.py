"""Candles from an exchange, public and without a key: which market, what time it is there, and pages of candles."""

from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final

from engine.core.chance import generator
from engine.core.errors import ExchangeError
from engine.gateways.exchange.quota import Quotas
from engine.gateways.exchange.replies import NEWEST_MS, OLDEST_MS, Page, read_page
from engine.market.bars import STEPS, timestamp

if TYPE_CHECKING:
    from engine.gateways.exchange.calls import Calls
    from engine.gateways.exchange.client import Listed

EXCHANGES: Final = (
    "binance", "binanceusdm", "bitfinex", "bitstamp", "bybit", "coinbase", "gate", "gemini", "kraken", "kucoin", "okx",
)  # fmt: skip
FAR_AHEAD_MS: Final = 600_000  # an exchange's clock further ahead of ours than this is believed less than ours
WORTH_TELLING_MS: Final = 60_000


@dataclass(frozen=True, slots=True)
class ExchangeClock:
    """What time it is at the exchange, and what is worth saying about it."""

    now_ms: int
    notes: tuple[str, ...]


class Feed:
    """One market's candles at one exchange."""

    def __init__(self, calls: "Calls", listed: "Listed", step: str, size: int) -> None:
        self.calls, self.listed, self.step, self.size = calls, listed, step, size

    @property
    def exchange(self) -> str:
        """The exchange's name."""
        return str(self.calls.client.id)

    def clock(self) -> ExchangeClock:
        """The exchange's time; where it lies far ahead of this machine's, the earlier of the two."""
        here = self.calls.timing.wall_ms()
        there = self._time()
        if there is None:
            return ExchangeClock(here, (f"{self.exchange} does not tell its time: this machine's clock was used.",))
        ahead = here - there
        notes: tuple[str, ...] = ()
        if abs(ahead) > WORTH_TELLING_MS:
            side = "ahead of" if ahead > 0 else "behind"
            notes = (f"This machine's clock is {apart(abs(ahead))} {side} {self.exchange}'s. Set it right.",)
        return ExchangeClock(min(there, here) if -ahead > FAR_AHEAD_MS else there, notes)

    def page(self, since_ms: int, count: int) -> Page:
        """At most `count` candles from this opening time on, checked."""
        client = self.calls.client
        return self.calls.ask(  # type: ignore[no-any-return]  # what `read_page` returns
            lambda: client.fetch_ohlcv(self.listed.symbol, self.step, since_ms, max(count, 2)),
            lambda rows: read_page(rows, self.calls.made, self.exchange, self.step),
        )

    def _time(self) -> int | None:
        client = self.calls.client
        if client.has.get("fetchTime") is True:
            return self.calls.ask(client.fetch_time, self._checked_time)  # type: ignore[no-any-return]  # as above
        given = (client.last_response_headers or {}).get("Date")
        try:
            return int(parsedate_to_datetime(str(given)).timestamp() * 1000)
        except ValueError:
            return None

    def _checked_time(self, told: Any) -> int:
        if isinstance(told, bool) or not isinstance(told, int | float) or not OLDEST_MS <= told < NEWEST_MS:
            raise ExchangeError(f"{self.exchange} must tell its time in milliseconds, it sent {told!s:.20}. Try later.")
        return int(told)


def open_feed(quotas: Quotas, url: str | None, market: tuple[str, str, str], is_stopped: Callable[[], bool]) -> Feed:
    """The feed of a market: exchange, symbol, step; DataError when there is no such one."""
    from engine.gateways.exchange.calls import Calls  # noqa: PLC0415 - a quarter of a second that only a fetch needs
    from engine.gateways.exchange.client import check_step, find, make_client, page_size  # noqa: PLC0415 - as above

    exchange, symbol, step = market
    quota, timing = quotas.of(exchange), quotas.timing
    client = make_client(exchange, symbol, url, lambda seconds: quota.wait(seconds, is_stopped), timing.listing)
    check_step(client, step)
    calls = Calls(client, quota, timing, generator(timing.wall_ms(), exchange, symbol, "pauses"))
    calls.is_stopped = is_stopped
    calls.ask(client.load_markets, lambda markets: _some(markets, exchange))
    client.session.whole = timing.answer
    return Feed(calls, find(client, symbol), step, page_size(client))


def _some(markets: Any, exchange: str) -> None:
    if not isinstance(markets, dict) or not markets:
        raise ExchangeError(f"{exchange} must list its markets, it listed none. Try again later.")


def newest_finished(now_ms: int, step: str) -> int:
    """The opening time of the candle that is still open at this moment; those before it are finished."""
    return now_ms // STEPS[step] * STEPS[step]


def apart(ms: int) -> str:
    """A distance between two clocks in words."""
    return f"{ms / 60_000:,.0f} minutes" if ms < 7_200_000 else f"{ms / 86_400_000:,.1f} days"


def when(ms: int) -> str:
    """A time as people read it."""
    return f"{timestamp(ms):%Y-%m-%d %H:%M} UTC"
