"""Three hundred ideas a session of the simulated world, as the catalogue would show them, and what became of each."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import ndtri

from engine.market.bars import Floats
from engine.options.chain import YEAR_MS, Flags
from engine.options.curve import Counts
from engine.options.opportunity import OpportunityTable
from engine.options.pricing.black import Place, greeks, price
from engine.options.simulated.quotes import half_spread, tilted
from engine.options.strategies.chances import Law, chance_of_profit, expected_value
from engine.options.strategies.kinds import STRATEGIES
from engine.options.strategies.margin import margin
from engine.options.strategies.position import Positions, outcome
from engine.options.terms import Fees
from engine.traders.simulated.legs import CALENDAR, Legs, legs_of
from engine.traders.simulated.sessions import Sessions

SHARES: Final = np.array([each.shares for each in STRATEGIES.values()])
CREDIT: Final = np.array([each.is_credit for each in STRATEGIES.values()])
NODES: Final = ndtri((np.arange(64) + 0.5) / 64)  # equally likely places of a normal law
LEAST: Final = 5.0  # of premium and margin in money per contract: under it nobody would bother
WORST: Final = 0.4  # what costs more than this of its margin on average is filtered out of any list
FEES: Final = Fees()


@dataclass(frozen=True, slots=True, eq=False)
class Ideas:
    """A session's ideas: the table as a scan would give it, and what only the makers of the world know.

    The table has spot, forward, days, premium, delta, margin, pop and iv_rank. `usable` tells which are shown at all.
    `quality` is the net profit per margin that the world's own law lets expect; `outcome` what came of it when the
    options were over, nan where they are not (n,).
    """

    table: OpportunityTable
    usable: Flags
    quality: Floats
    outcome: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Skew:
    """Quoted volatilities by strike: at the money, the tilt for puts, and the years ahead, (n,)."""

    at_money: Floats
    tilt: Floats
    years: Floats

    def at(self, place: Counts, moneyness: Floats) -> Floats:
        """Volatility at a log-moneyness of each place."""
        return tilted(self.at_money[place], self.tilt[place], moneyness, self.years[place])


@dataclass(frozen=True, slots=True, eq=False)
class _Priced:
    """Ideas (n,) with their legs' prices (n, 4), whole deltas, costs per one of the underlying, and the quoted law."""

    legs: Legs
    price: Floats
    delta: Floats
    costs: Floats
    held: Positions
    law: Law
    skew: _Skew


def ideas(seed: int, known: Sessions, number: int) -> Ideas:
    """The ideas at the close of one session: from the seed and what was known then, but for their outcome."""
    made = _priced(known, number, legs_of(seed, known, number))
    legs, row = made.legs, made.legs.underlying
    found = outcome(made.held)
    found.max_loss[legs.strategy == CALENDAR] = -made.held.premium[legs.strategy == CALENDAR]
    strategy, multiplier = legs.strategy.astype(np.int8), known.nature.multiplier[row]
    aside = margin(strategy, made.held, found.max_loss)
    worth, chance = _expected(known, number, made, chance_of_profit(found, made.law, made.skew))
    columns = {
        "spot": made.held.spot, "forward": made.law.forward, "days": made.law.years * 365,
        "premium": made.held.premium, "delta": made.delta, "margin": aside, "pop": chance,
        "iv_rank": known.iv_rank[row, number],
    }  # fmt: skip
    table = OpportunityTable(
        known.names, row.astype(np.int32), strategy, np.full(len(row), known.close_ms[number]), legs.expiry,
        multiplier, legs.strike, legs.is_call, legs.side, legs.leg_expiry, made.price, columns,
    )  # fmt: skip
    with np.errstate(divide="ignore", invalid="ignore"):
        quality, came = worth / aside, (_at_end(known, made) - made.costs) / aside
    usable = ((made.held.premium > 0) == CREDIT[legs.strategy]) & (np.abs(quality) <= WORST)
    usable &= np.minimum(np.abs(made.held.premium), aside) * multiplier >= LEAST
    return Ideas(table, usable, quality, came)


def terms(seed: int, known: Sessions, number: int) -> OpportunityTable:
    """The same ideas' terms alone, which their names are made of: no price is worked out."""
    legs = legs_of(seed, known, number)
    row = legs.underlying
    return OpportunityTable(
        known.names, row.astype(np.int32), legs.strategy.astype(np.int8), np.full(len(row), known.close_ms[number]),
        legs.expiry, known.nature.multiplier[row], legs.strike, legs.is_call, legs.side, legs.leg_expiry,
        np.full(legs.strike.shape, np.nan), {},
    )  # fmt: skip


def _priced(known: Sessions, number: int, legs: Legs) -> _Priced:
    """Quoted as the simulated chains are, without their noise."""
    row, nature = legs.underlying[:, np.newaxis], known.nature
    there = legs.side != 0
    now = int(known.close_ms[number])
    years = np.where(there, (legs.leg_expiry - now) / YEAR_MS, 1.0)
    spot = known.spot[row, number]
    forward, discount = spot * np.exp((nature.rate - nature.held)[row] * years), np.exp(-nature.rate[row] * years)
    at_money = known.moving(row, number, np.where(there, legs.leg_expiry, legs.expiry[:, None])) * nature.paid[row]
    strike = np.where(there, legs.strike, forward)
    x, s = np.log(strike / forward), at_money * np.sqrt(years)
    sigma = tilted(at_money, nature.skew[row], x, years)
    right = price(forward, strike, sigma * np.sqrt(years), legs.is_call, discount)
    delta = greeks(Place(spot, forward, strike, years, discount, legs.is_call), sigma).delta
    costs = half_spread(right, nature.spread[row], x, s) + FEES.per_contract / nature.multiplier[row]
    law = Law(np.arange(len(row)), forward[:, 0], years[:, 0], discount[:, 0], at_money[:, 0])
    shares = SHARES[legs.strategy]
    held = Positions(legs.strike, legs.is_call, legs.side, -legs.sum(right), shares, spot[:, 0])
    return _Priced(
        legs, np.where(there, right, np.nan), legs.sum(delta) + shares, np.where(there, costs, 0.0).sum(axis=1), held,
        law, _Skew(law.sigma, nature.skew[legs.underlying], law.years),
    )  # fmt: skip


def _expected(known: Sessions, number: int, made: _Priced, chance: Floats) -> tuple[Floats, Floats]:
    """What each is worth on average after costs by the world's own law, and the chance of profit, calendars' too."""
    law, over = made.law, np.flatnonzero(made.legs.strategy == CALENDAR)
    fair = law.sigma / known.nature.paid[made.legs.underlying]
    worth = expected_value(made.held, Law(law.place, law.forward, law.years, law.discount, fair), made.costs)
    near, far = made.legs.expiry[over], made.legs.leg_expiry[over, 1]
    years = [(each - known.close_ms[number]) / YEAR_MS for each in (near, far)]
    row = made.legs.underlying[over]
    total = known.moving(row, number, far) ** 2 * years[1] - fair[over] ** 2 * years[0]
    left = years[1] - years[0]
    ahead = np.sqrt(np.maximum(total / left, 0.1 * known.nature.usual[row] ** 2))
    values = []
    for sigma in (fair[over], law.sigma[over]):
        s = sigma * np.sqrt(years[0])
        end = law.forward[over, None] * np.exp(s[:, None] * NODES - (s * s / 2)[:, None])
        values.append(_calendar_value(known, made, end, ahead[:, None]))
    worth[over] = values[0].mean(axis=1) - made.costs[over]
    chance[over] = (values[1] > 0).mean(axis=1)
    return worth, chance


def _at_end(known: Sessions, made: _Priced) -> Floats:
    """What each had earned when its options were over, before costs; nan where they are not."""
    row, over = made.legs.underlying, np.flatnonzero(made.legs.strategy == CALENDAR)
    end = known.price_at(row, made.legs.expiry)
    value = made.held.value(end)
    near, far = made.legs.expiry[over], made.legs.leg_expiry[over, 1]
    ahead = known.moving(row[over], known.number_at(near), far)
    value[over] = _calendar_value(known, made, end[over, None], ahead[:, None])[:, 0]
    return value


def _calendar_value(known: Sessions, made: _Priced, end: Floats, moving: Floats) -> Floats:
    """Calendars at their near expiry at prices (c, m): the far call is sold at what is quoted then."""
    over = np.flatnonzero(made.legs.strategy == CALENDAR)
    row, nature = made.legs.underlying[over, np.newaxis], known.nature
    years = ((made.legs.leg_expiry[over, 1] - made.legs.expiry[over]) / YEAR_MS)[:, np.newaxis]
    strike = made.legs.strike[over, :1]
    forward = end * np.exp((nature.rate - nature.held)[row] * years)
    sigma = tilted(moving * nature.paid[row], nature.skew[row], np.log(strike / forward), years)
    far = price(forward, strike, sigma * np.sqrt(years), True, np.exp(-nature.rate[row] * years))
    found: Floats = made.held.premium[over, np.newaxis] - np.maximum(end - strike, 0.0) + far
    return found
