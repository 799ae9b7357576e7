"""What is known beside the quotes, and the columns that it adds to a table of opportunities."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from engine.market.bars import Bars
from engine.options.chain import Chain, Floats, Kind, Times
from engine.options.features.climate import Series, regime, relative_strength
from engine.options.features.early import early_exercise
from engine.options.features.events import Calendars, days_to_next, next_amount, within
from engine.options.features.iv_history import IvHistory, standing
from engine.options.features.levels import Levels, beyond_resistance, beyond_support, levels
from engine.options.features.likeness import Settled, win_rate
from engine.options.features.movement import premium_over_realised, realised
from engine.options.opportunity import OpportunityTable

NO_WALLS: Final = np.zeros(0)
NOTHING: Final = Settled(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """Everything beside the quotes, by underlying; what is absent is unknown and makes its columns nan.

    `volatility` 30-day volatilities by session, `bars` daily candles, `earnings` and `dividends` calendars, `sector`
    names, `sector_bars` a sector's candles by its name, `market` the whole market's; `vix` or `dvol` by underlying kind
    and name, `sentiment` series by underlying; `earlier` quotes of sessions before, for usual volumes; `past` settled
    ideas; `walls` of open interest by underlying and moment.
    """

    volatility: Mapping[str, IvHistory] = field(default_factory=dict)
    bars: Mapping[str, Bars] = field(default_factory=dict)
    earnings: Calendars = field(default_factory=dict)
    dividends: Calendars = field(default_factory=dict)
    sector: Mapping[str, str] = field(default_factory=dict)
    sector_bars: Mapping[str, Bars] = field(default_factory=dict)
    market: Bars | None = None
    vix: Series | None = None
    dvol: Mapping[str, Series] = field(default_factory=dict)
    sentiment: Mapping[str, Series] = field(default_factory=dict)
    earlier: Chain | None = None
    past: Settled = field(default_factory=lambda: NOTHING)
    walls: Mapping[tuple[str, int], Floats] = field(default_factory=dict)


def added(table: OpportunityTable, context: Context, kinds: Mapping[str, Kind]) -> dict[str, Floats]:
    """The columns that need one underlying's own surroundings, group by group of underlying and moment."""
    names = (
        "iv30", "iv_rank", "iv_percentile", "iv_n", "hv20", "vrp", "earnings_in_term", "days_to_earnings",
        "days_to_dividend", "regime", "market_regime", "vix", "vix_change", "sector_strength", "sentiment",
        "support_pct", "support_atr", "resistance_pct", "resistance_atr", "early_exercise",
    )  # fmt: skip
    columns = {name: np.full(len(table), np.nan) for name in names}
    for number, name in enumerate(table.names):
        rows = np.flatnonzero(table.underlying == number)
        if len(rows):
            for column, values in _of_underlying(table.rows(rows), name, context, kinds.get(name, "equity")).items():
                columns[column][rows] = values
    if context.market is not None:
        columns["market_regime"] = regime(context.market, table.moment)
    rate = win_rate(table, context.past)
    return columns | {"win_rate": rate.rate, "win_n": rate.n}


def _of_underlying(table: OpportunityTable, name: str, context: Context, kind: Kind) -> dict[str, Floats]:
    """One underlying's columns; moments repeat, so each is worked out once."""
    moments, place = np.unique(table.moment, return_inverse=True)
    found: dict[str, Floats] = {}
    if name in context.volatility:
        told = standing(context.volatility[name], moments)
        found |= {"iv30": told.sigma, "iv_rank": told.rank, "iv_percentile": told.percentile, "iv_n": told.sessions}
    if name in context.bars:
        found["hv20"] = realised(context.bars[name], kind, moments)
        found["regime"] = regime(context.bars[name], moments)
        if "iv30" in found:
            found["vrp"] = premium_over_realised(found["iv30"], found["hv20"])
    found |= _climate(name, kind, context, moments)
    spread = {column: values[place] for column, values in found.items()}
    return spread | _events(table, name, context, kind) | _distances(table, name, context, (moments, place))


def _climate(name: str, kind: Kind, context: Context, moments: Times) -> dict[str, Floats]:
    fear = context.dvol.get(name) if kind == "crypto" else context.vix
    found: dict[str, Floats] = {}
    if fear is not None:
        found |= {"vix": fear.at(moments), "vix_change": fear.change(moments)}
    if name in context.sentiment:
        found["sentiment"] = context.sentiment[name].at(moments)
    sector = context.sector_bars.get(context.sector.get(name, ""))
    if sector is not None and context.market is not None:
        found["sector_strength"] = relative_strength(sector, context.market, moments)
    return found


def _events(table: OpportunityTable, name: str, context: Context, kind: Kind) -> dict[str, Floats]:
    """Earnings and dividends; coins have neither, which is known."""
    if kind == "crypto":
        nothing = np.zeros(len(table))
        return {"earnings_in_term": nothing, "early_exercise": nothing}
    earnings, dividends = context.earnings.get(name), context.dividends.get(name)
    sold = table.side < 0
    due = next_amount(dividends, table.moment, table.expiry)
    risk = np.zeros(len(table))
    for leg in range(sold.shape[1]):
        told = early_exercise(
            table.is_call[:, leg], table.strike[:, leg], table.leg_price[:, leg], table["spot"], table["discount"], due
        )
        risk = np.where(sold[:, leg], np.maximum(risk, told), risk)
    return {
        "earnings_in_term": within(earnings, table.moment, table.expiry),
        "days_to_earnings": days_to_next(earnings, table.moment),
        "days_to_dividend": days_to_next(dividends, table.moment), "early_exercise": risk,
    }  # fmt: skip


def _distances(table: OpportunityTable, name: str, context: Context, at: tuple[Times, Times]) -> dict[str, Floats]:
    """How far sold strikes lie beyond support and resistance."""
    if name not in context.bars:
        return {}
    found = {each: np.full(len(table), np.nan) for each in
             ("support_pct", "support_atr", "resistance_pct", "resistance_atr")}  # fmt: skip
    for number, moment in enumerate(at[0].tolist()):
        rows = np.flatnonzero(at[1] == number)
        _lay(found, table, rows, levels(context.bars[name], moment, context.walls.get((name, moment), NO_WALLS)))
    return found


def _lay(found: dict[str, Floats], table: OpportunityTable, rows: Times, known: Levels) -> None:
    spot = table["spot"][rows]
    sold = table.side[rows] < 0
    for side, measure, call in (("support", beyond_support, False), ("resistance", beyond_resistance, True)):
        mine = sold & (table.is_call[rows] == call)
        strike = np.where(mine, table.strike[rows], np.nan)
        strike = np.where(mine.any(axis=1), np.nanmax(np.where(mine, strike, -np.inf), axis=1), np.nan)
        told = measure(strike, spot, known)
        found[f"{side}_pct"][rows], found[f"{side}_atr"][rows] = told.share, told.ranges
