"""Every opportunity that there is now: of the sample world's session and of the chains that were brought in."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeVar

import numpy as np

from engine.core.errors import DataError
from engine.forecast.volatility import ewma_deviation, usual_deviation
from engine.gateways.chains.chain_file import ChainPreview, preview, read_chain
from engine.gateways.chains.chain_library import ChainLibrary, Snapshot
from engine.gateways.chains.deribit import COINS as FETCHED
from engine.gateways.chains.deribit import EXCHANGE, fetch_deribit
from engine.gateways.chains.event_files import EventFolder, context_of, read_events
from engine.gateways.chains.layouts import MEANINGS
from engine.gateways.chains.yahoo import SOURCE as YAHOO
from engine.gateways.chains.yahoo import fetch_yahoo
from engine.market.bars import DAY_MS, STEPS, Bars, resampled
from engine.options.chain import Chain, Kind, joined
from engine.options.features.context import Context
from engine.options.features.likeness import Settled
from engine.options.filters import ScanRules
from engine.options.opportunity import OpportunityTable
from engine.options.opportunity import joined as tables
from engine.options.scanner import ScanSetup, scan
from engine.options.simulated.quotes import Coin, coin_chain, session
from engine.options.simulated.shares import shares
from engine.options.simulated.surroundings import surroundings
from engine.services.startup import App

T = TypeVar("T")
Kept = tuple[tuple[Snapshot, ...], tuple[str, ...]]  # snapshots that are new, and what was done on the way
FOLDER: Final = "chains"
EVENTS: Final = "events"
SIMULATED: Final = "SIM-"
NO_QUOTES: Final = "no quotes are brought in"
COINS: Final = {"SIM-BTC": 4_000.0, "SIM-ETH": 2_500.0}  # contracts a day
COINS_FETCHED: Final = FETCHED
MEANT: Final = MEANINGS
DAYS_A_YEAR: Final = 365
FRESH_MS: Final = 7 * DAY_MS  # chains that were seen longer ago than this are no opportunities any more


@dataclass(frozen=True, slots=True, eq=False)
class Ideas:
    """What can be traded now: the table, the quotes it is from, what is known beside them, and what was left out.

    `contracts` is how many options were looked at, `rejected` why options and ideas were left out.
    """

    table: OpportunityTable
    chain: Chain
    context: Context
    contracts: int
    rejected: Mapping[str, int]

    def is_simulated(self, underlying: str) -> bool:
        """Whether an underlying belongs to the sample world."""
        return underlying.startswith(SIMULATED)


def library(app: App) -> ChainLibrary:
    """The chains that were brought in."""
    return ChainLibrary(app.settings.data / FOLDER)


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """What became of past ideas, and the quotes of the sessions before today's; of one world."""

    settled: Settled
    earlier: Chain | None


@dataclass(frozen=True, slots=True, eq=False)
class Pasts:
    """The past of the sample world and that of the chains that were brought in: neither says anything of the other."""

    simulated: Past
    brought: Past


def events(app: App) -> EventFolder:
    """Reports, dividends, sectors and series that were brought in."""
    return EventFolder(app.settings.data / EVENTS)


def mark(app: App) -> tuple[object, ...]:
    """What the ideas depend on; equal marks, equal ideas."""
    world = app.store.world()
    made = (world.seed, shares(world.seed).until(world.now_ms), world.now_ms // DAY_MS) if world else None
    return (made, *library(app).stamp(), *events(app).stamp())


def ideas(app: App, rules: ScanRules | None = None, past: Pasts | None = None) -> Ideas | None:
    """Scan what there is now, knowing what became of past ideas; None with neither a sample world nor a chain."""
    setup = ScanSetup(rules or ScanRules())
    chains, contexts, scans = [], [], []
    known = (past.simulated, past.brought) if past is not None else (None, None)
    for (chain, context), before in zip((_simulated(app), _brought(app)), known, strict=True):
        if chain is None:
            continue
        knowing = context if before is None else replace(context, past=before.settled, earlier=before.earlier)
        found = scan(chain, setup, knowing)
        if found is None:
            return None
        chains.append(chain)
        contexts.append(knowing)
        scans.append(found)
    if not scans:
        return None
    rejected = Counter[str]()
    for each in scans:
        rejected.update(each.contracts_rejected)
        rejected.update(each.ideas_rejected)
    return Ideas(
        tables([each.table for each in scans]), joined(chains), _merged(contexts), sum(map(len, chains)), rejected
    )


def _simulated(app: App) -> tuple[Chain | None, Context]:
    """The session of the sample world's clock, and its coins' chains at the same moment."""
    world = app.store.world()
    if world is None:
        return None, Context()
    number = shares(world.seed).until(world.now_ms) - 1
    coins = tuple(found for name, turnover in COINS.items() if (found := _coin(app, name, turnover)) is not None)
    chains = [session(world.seed, number)]
    context = surroundings(world.seed, world.now_ms)
    if coins:
        chains.append(coin_chain(world.seed, coins, world.now_ms))
        daily = {coin.symbol: _daily(app, coin.symbol) for coin in coins}
        context = replace(context, bars={**context.bars, **{name: each for name, each in daily.items() if each}})
    return joined(chains), context


def _daily(app: App, symbol: str) -> Bars | None:
    listing = app.candles.listing(symbol, "1h")
    if listing is None:
        return None
    bars = app.candles.bars(symbol, "1h").until(app.now())
    return resampled(bars, "1d") if len(bars) * STEPS["1h"] >= DAY_MS else None


def _coin(app: App, symbol: str, turnover: float) -> Coin | None:
    bars = _daily(app, symbol)
    if bars is None or len(bars) < 30:
        return None
    deviation = ewma_deviation(np.log(bars.close))
    year = float(np.sqrt(DAYS_A_YEAR))
    usual = float(usual_deviation(deviation)[-1]) * year
    return Coin(symbol, float(bars.close[-1]), float(deviation[-1]) * year, usual, turnover)


def _brought(app: App) -> tuple[Chain | None, Context]:
    """The newest snapshot of every underlying that was brought in, where not too old, and what is known of it."""
    kept = library(app)
    newest = kept.newest()
    latest = max((each.moment for each in newest), default=0)
    fresh = [each for each in newest if latest - each.moment <= FRESH_MS]
    if not fresh:
        return None, Context()
    volatility = {each.underlying: kept.history(each.underlying, each.moment) for each in fresh}
    bars = {each.underlying: found for each in fresh if (found := stored_bars(app, each)) is not None}
    told = context_of(events(app).kept())
    return kept.load(fresh), replace(told, volatility=volatility, bars=bars)


def stored_bars(app: App, snapshot: Snapshot) -> Bars | None:
    """Daily candles of the same name, where somebody brought them in."""
    listing = app.candles.listing(snapshot.underlying, "1d")
    return app.candles.bars(snapshot.underlying, "1d") if listing is not None else None


def _merged(contexts: Sequence[Context]) -> Context:
    """What all of them know by underlying; the moods of whole markets, and how ideas ended there, stay apart."""
    earlier = [each.earlier for each in contexts if each.earlier is not None]
    return Context(
        volatility=_all(each.volatility for each in contexts), bars=_all(each.bars for each in contexts),
        earnings=_all(each.earnings for each in contexts), dividends=_all(each.dividends for each in contexts),
        sector=_all(each.sector for each in contexts), sentiment=_all(each.sentiment for each in contexts),
        dvol=_all(each.dvol for each in contexts), earlier=joined(earlier) if earlier else None,
    )  # fmt: skip


def _all(parts: Iterable[Mapping[str, T]]) -> dict[str, T]:
    return {name: value for part in parts for name, value in part.items()}


def look(source: bytes, name: str) -> ChainPreview:
    """What is in a file of quotes, before anything is taken from it."""
    return preview(source, name)


def bring_in(
    app: App, source: Path | bytes, name: str, meanings: Mapping[str, str] | None = None, kind: Kind = "equity"
) -> Kept:
    """Keep the quotes of a file as snapshots; what is new, and what was done on the way."""
    app.must_change(NO_QUOTES)
    reading = read_chain(source, name, meanings, kind)
    simulated = [each for each in reading.chain.names if each.startswith(SIMULATED)]
    if simulated:
        raise DataError(f"names that begin with {SIMULATED} are kept for the sample world, was {simulated[0]}.")
    return library(app).save(reading.chain, reading.layout), reading.notes


def fetch_coin(app: App, coin: str) -> Kept:
    """Keep the options of a coin as Deribit quotes them now; ExchangeError in a line where no usable answer came."""
    app.must_change(NO_QUOTES)
    found = fetch_deribit(app.quotas, app.settings.exchange_url, coin)
    return library(app).save(found.chain, EXCHANGE), found.notes


def fetch_ticker(app: App, ticker: str) -> Kept:
    """Keep the options of a share as Yahoo quotes them now, all expiries; as `fetch_coin`."""
    app.must_change(NO_QUOTES)
    found = fetch_yahoo(app.quotas, app.settings.exchange_url, ticker, app.settings.data / YAHOO)
    return library(app).save(found.chain, YAHOO), found.notes


def bring_events(app: App, source: Path | bytes, name: str) -> str:
    """Keep a file of events beside those of its kind; a line that says what was in it."""
    app.must_change("no events are brought in")
    reading = read_events(source, name)
    count = events(app).add(reading)
    return f"{reading.told()} were read; {count:,} are kept."
