"""From chosen legs to a table with every number that the quotes alone tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.options.chain import Chain, Floats
from engine.options.opportunity import OpportunityTable
from engine.options.pricing.black import Greeks
from engine.options.smile import Smile
from engine.options.strategies.building import Candidates, Ground, Rows
from engine.options.strategies.calendars import calendar_terms
from engine.options.strategies.chances import Law, chance_of_profit, chance_of_touch, expected_value
from engine.options.strategies.kinds import STRATEGIES
from engine.options.strategies.margin import PUTS, margin
from engine.options.strategies.position import Outcome, Positions, outcome

CALENDAR: Final = STRATEGIES["calendar"].number
COVERED: Final = STRATEGIES["covered_call"].number
SHARES: Final = np.array([each.shares for each in STRATEGIES.values()])
YEAR_DAYS: Final = 365.0


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What is known of a chain's rows: ground, smile, Greeks at the strike's volatility, activity.

    By slice the volatility at the money, the skew, and the slope to 30 days.
    """

    on: Ground
    smile: Smile
    greeks: Greeks
    at_money: Floats
    skew: Floats
    slope: Floats
    activity: Floats

    @property
    def chain(self) -> Chain:
        """The quotes."""
        return self.on.chain


@dataclass(frozen=True, slots=True)
class Fees:
    """What a broker takes for a contract and leg, in quote currency; the share of the half spread that is paid."""

    per_contract: float = 0.65
    half_spread: float = 1.0


def table_of(seen: Seen, made: Candidates, fees: Fees) -> OpportunityTable:
    """The table of these candidates with all of `engine.options.fields.TERMS`; unknown is nan."""
    chain, row = seen.chain, made.row
    first = row[:, 0]
    place = seen.on.place[first]
    there = made.side != 0
    legs = _Legs(chain, row, made, there)
    lines = seen.on.lines
    spot = chain.spot[first]
    shares = SHARES[made.strategy]
    positions = Positions(legs.strike, legs.is_call, made.side, legs.premium, shares, spot)
    near = _near_only(positions, made)
    law = Law(place, lines.forward[place], lines.years[place], lines.discount[place], seen.at_money[place])
    told = _outcome(seen, made, near, law)
    columns = _basics(seen, legs, made, law) | _limits(made, near, told)
    columns |= _chances(seen, near, told, law, legs.costs(fees))
    columns |= _returns(made, columns, spot, legs.strike[:, 0])
    table = OpportunityTable(
        chain.names, chain.underlying[first], made.strategy, chain.moment[first], chain.expiry[first],
        chain.multiplier[chain.underlying[first]], legs.strike, legs.is_call, made.side, legs.expiry, legs.price,
    )  # fmt: skip
    return table.having(columns)


class _Legs:
    """The legs' quotes side by side, (n, 4), and sums over them."""

    def __init__(self, chain: Chain, row: Rows, made: Candidates, there: np.ndarray) -> None:
        self.there, self.side = there, made.side.astype(np.float64)
        self.row = np.where(there, row, 0)
        self.strike = np.where(there, chain.strike[self.row], np.nan)
        self.is_call = np.where(there, chain.is_call[self.row], False)
        self.expiry = np.where(there, chain.expiry[self.row], 0)
        self.price = np.where(there, chain.price[self.row], np.nan)
        self.bid, self.ask = (np.where(there, each[self.row], np.nan) for each in (chain.bid, chain.ask))
        self.premium = -self.sum(self.price)
        self.spread = np.where(there, self.ask - self.bid, 0.0).sum(axis=1)
        self.multiplier = chain.multiplier[chain.underlying[self.row[:, 0]]]

    def sum(self, values: Floats) -> Floats:
        """Side times value over the legs."""
        found: Floats = np.where(self.there, self.side * values, 0.0).sum(axis=1)
        return found

    def least(self, values: Floats) -> Floats:
        """The smallest over the legs; nan where one is unknown."""
        found: Floats = np.where(self.there, values[self.row], np.inf).min(axis=1)
        return found

    def natural(self) -> Floats:
        """What is received or paid at the bids and asks."""
        return -self.sum(np.where(self.side < 0, self.bid, self.ask))

    def costs(self, fees: Fees) -> Floats:
        """Fees and half the spread per one of the underlying; where no quotes are known, fees alone."""
        half = np.where(np.isfinite(self.spread), self.spread / 2, 0.0) * fees.half_spread
        found: Floats = half + fees.per_contract * self.there.sum(axis=1) / self.multiplier
        return found


def _near_only(positions: Positions, made: Candidates) -> Positions:
    """The positions with a calendar's far leg left out, which lives on after the near expiry."""
    side = positions.side.copy()
    side[made.strategy == CALENDAR, 1] = 0
    strike = np.where(side != 0, positions.strike, np.nan)
    return Positions(strike, positions.is_call, side, positions.premium, positions.shares, positions.spot)


def _basics(seen: Seen, legs: _Legs, made: Candidates, law: Law) -> dict[str, Floats]:
    greeks, chain = seen.greeks, seen.chain
    moneyness = np.where(legs.there, np.abs(seen.on.moneyness[legs.row]), np.inf)
    nearest = np.take_along_axis(legs.row, moneyness.argmin(axis=1)[:, None], axis=1)[:, 0]
    middle = np.where(legs.there, legs.price, 0.0).sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(np.isfinite(legs.spread), legs.spread / middle, np.nan)
    interest, volume = legs.least(chain.open_interest), legs.least(chain.volume)
    return {
        "spot": chain.spot[legs.row[:, 0]], "forward": law.forward, "days": law.years * YEAR_DAYS,
        "premium": legs.premium, "natural": legs.natural(),
        "delta": legs.sum(greeks.delta[legs.row]) + SHARES[made.strategy],
        "gamma": legs.sum(greeks.gamma[legs.row]), "vega": legs.sum(greeks.vega[legs.row]),
        "theta": legs.sum(greeks.theta[legs.row]),
        "iv": seen.smile.of_row[nearest], "at_money": law.sigma, "spread_pct": share,
        "spread_money": np.where(np.isfinite(legs.spread), legs.spread, np.nan),
        "open_interest": interest, "volume": volume, "liquidity": liquidity(share, interest, volume),
        "discount": law.discount, "skew": seen.skew[law.place], "term_slope": seen.slope[law.place],
        "expected_move": law.forward * law.sigma * np.sqrt(law.years),
        "unusual": np.where(legs.there, seen.activity[legs.row], -np.inf).max(axis=1),
        "age": np.where(legs.there, chain.age[legs.row], -np.inf).max(axis=1),
    }  # fmt: skip


def liquidity(spread: Floats, interest: Floats, volume: Floats) -> Floats:
    """0 to 100: how easily it is traded, from spread (a share), open interest and volume; nan where one is unknown."""
    tight = 40 * np.exp(-spread / 0.05)
    deep = 30 * np.minimum(1.0, np.log10(1 + interest) / 4)
    busy = 30 * np.minimum(1.0, np.log10(1 + volume) / 3.5)
    found: Floats = tight + deep + busy
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """What a position comes to: its outcome, what it is worth on average before costs, and calendars' forward sigma."""

    found: Outcome
    average: Floats
    ahead: Floats


def _outcome(seen: Seen, made: Candidates, near: Positions, law: Law) -> _Told:
    """By straight lines at expiry; a calendar's by re-pricing its far leg when the near one is over."""
    found = outcome(near)
    average = expected_value(near, law, np.zeros(len(made)))
    ahead = np.full(len(made), np.nan)
    mine = np.flatnonzero(made.strategy == CALENDAR)
    if len(mine):
        part = Candidates(made.strategy[mine], made.row[mine], made.side[mine])
        told = calendar_terms(seen.on, part, seen.smile.of_row, near.premium[mine], law.sigma[mine])
        found.max_profit[mine], found.max_loss[mine] = told.max_profit, -near.premium[mine]
        found.breakeven[mine] = np.nan
        found.breakeven[mine, :2] = np.sort(np.c_[told.breakeven_low, told.breakeven_high], axis=1)
        found.wins_low[mine] = told.wins_low
        average[mine], ahead[mine] = told.average, told.forward_volatility
    return _Told(found, average, ahead)


def _limits(made: Candidates, near: Positions, told: _Told) -> dict[str, Floats]:
    """Most and least it can come to, and its breakevens: a single one is the lower where it earns above it."""
    found = told.found
    low, high = found.breakeven[:, 0].copy(), found.breakeven[:, 1].copy()
    falls = np.isnan(high) & found.wins_low
    high[falls], low[falls] = low[falls], np.nan
    return {
        "max_profit": found.max_profit, "max_loss": found.max_loss, "breakeven_low": low, "breakeven_high": high,
        "margin": margin(made.strategy, near, found.max_loss), "forward_volatility": told.ahead,
    }  # fmt: skip


def _chances(seen: Seen, near: Positions, told: _Told, law: Law, costs: Floats) -> dict[str, Floats]:
    sold = np.where(near.side < 0, near.strike, np.nan)
    distance = np.abs(np.log(np.where(np.isfinite(sold), sold, 1.0) / law.forward[:, None]))
    nearest = np.where(np.isfinite(sold), distance, np.inf).argmin(axis=1)
    strike = np.take_along_axis(sold, nearest[:, None], axis=1)[:, 0]
    return {
        "pop": chance_of_profit(told.found, law, seen.smile), "ev": told.average - costs,
        "touch": chance_of_touch(strike, law, seen.smile),
    }  # fmt: skip


def _returns(made: Candidates, columns: Mapping[str, Floats], spot: Floats, strike: Floats) -> dict[str, Floats]:
    premium, days = columns["premium"], columns["days"]
    loss, profit = columns["max_loss"], columns["max_profit"]
    covered, put = made.strategy == COVERED, np.isin(made.strategy, PUTS)
    with np.errstate(divide="ignore", invalid="ignore"):
        alpha = np.where(np.isfinite(loss) & (loss > 0), columns["ev"] / loss, np.nan)
        bounded = np.isfinite(profit) & np.isfinite(loss) & (loss > 0)
        naked = np.isinf(loss) & (columns["margin"] > 0)
        risk = np.where(bounded, profit / loss, np.where(naked, premium / columns["margin"], np.nan))
        a_year = YEAR_DAYS / days
        static = np.where(covered, premium / spot, np.nan)
        called = np.where(covered, (strike - spot + premium) / (spot - premium), np.nan)
        yearly = np.where(put, premium / strike, np.where(covered, static, risk)) * a_year
    sells = premium > 0
    return {
        "alpha": alpha, "return_on_risk": risk, "annual_yield": np.where(sells, yearly, np.nan),
        "static_return": static, "called_return": called,
    }  # fmt: skip
