"""Which options each idea of the simulated catalogue is made of: strikes by delta on the round ladder, days ahead."""

from dataclasses import dataclass, fields
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from engine.core.chance import generator
from engine.market.bars import DAY_MS, Floats, Times
from engine.options.chain import YEAR_MS, Flags
from engine.options.simulated.quotes import COIN_HOUR_MS, fridays, strike_step
from engine.options.simulated.shares import CLOSE_HOUR_MS
from engine.options.strategies.building import BuildRules
from engine.options.strategies.kinds import CALL, NAMES, STRATEGIES
from engine.options.strategies.position import LEGS, Sides
from engine.traders.simulated.sessions import COINS, Rows, Sessions

OF_COMPANY, OF_COIN = 7, 10  # ideas a session on each
IDEAS: Final = 40 * OF_COMPANY + 2 * OF_COIN  # a session
# How often each strategy is on the list, by its number; about as a scan of all quotes finds them.
SHARES: Final = (0.13, 0.12, 0.14, 0.12, 0.09, 0.05, 0.07, 0.06, 0.05, 0.05, 0.06, 0.06)
RULES: Final = BuildRules()
BOUGHT, LOW, PUT, CALLED, HIGH, NOTHING = range(6)  # places among an idea's possible strikes
# Which of those strikes each strategy's legs have, lowest first.
STRIKES: Final = {
    "cash_secured_put": (PUT,), "covered_call": (CALLED,), "put_credit_spread": (LOW, PUT),
    "call_credit_spread": (CALLED, HIGH), "iron_condor": (LOW, PUT, CALLED, HIGH),
    "iron_butterfly": (LOW, PUT, CALLED, HIGH), "short_strangle": (PUT, CALLED), "long_straddle": (PUT, CALLED),
    "calendar": (CALLED, CALLED), "wheel": (PUT,), "long_call": (BOUGHT,), "long_put": (BOUGHT,),
}  # fmt: skip
CALENDAR: Final = STRATEGIES["calendar"].number
MIDDLE: Final = tuple(STRATEGIES[name].number for name in ("iron_butterfly", "long_straddle", "calendar"))
WINGED: Final = tuple(STRATEGIES[name].number for name in ("iron_condor", "iron_butterfly"))
CHOICES: Final = 12  # deltas to draw from, for each strategy


def _deltas() -> Floats:
    """By strategy, (12, CHOICES): the deltas that the scanner looks for, as absolute values."""
    single, sold = np.linspace(*RULES.single, CHOICES), np.linspace(*RULES.sold, CHOICES)
    targets, bought = (np.repeat(each, CHOICES // len(each)) for each in (RULES.targets, RULES.bought))
    named = {
        "cash_secured_put": single, "covered_call": single, "put_credit_spread": sold, "call_credit_spread": sold,
        "iron_condor": targets, "short_strangle": targets, "wheel": np.full(CHOICES, RULES.wheel),
        "long_call": bought, "long_put": bought,
    }  # fmt: skip
    return np.stack([named.get(name, np.full(CHOICES, 0.5)) for name in NAMES])


def _table(pick: str) -> NDArray[Any]:
    """Strategy by leg: which strike, which side, whether a call; padded to four legs."""
    rows = []
    for name in NAMES:
        legs = STRATEGIES[name].legs
        told = {"strike": STRIKES[name], "side": [side for side, _ in legs], "call": [kind == CALL for _, kind in legs]}
        empty = {"strike": NOTHING, "side": 0, "call": False}[pick]
        rows.append([*told[pick], *[empty] * (LEGS - len(legs))])
    return np.array(rows)


WHICH, SIDE, CALLS = _table("strike").astype(np.int64), _table("side").astype(np.int8), _table("call").astype(np.bool_)
DELTAS: Final = _deltas()


@dataclass(frozen=True, slots=True, eq=False)
class Legs:
    """Ideas (n,) on underlyings: strategy, when they are over; strike, call, side, expiry of each leg (n, 4)."""

    underlying: Rows
    strategy: Rows
    expiry: Times
    strike: Floats
    is_call: Flags
    side: Sides
    leg_expiry: Times

    def rows(self, chosen: Flags) -> "Legs":
        """Those ideas alone."""
        return Legs(*(getattr(self, each.name)[chosen] for each in fields(self)))

    def sum(self, values: Floats) -> Floats:
        """Side times value over each idea's legs, (n,)."""
        found: Floats = np.where(self.side != 0, self.side * values, 0.0).sum(axis=1)
        return found


def legs_of(seed: int, known: Sessions, number: int) -> Legs:
    """The legs of a session's ideas, drawn from the seed and the session."""
    rng = generator(seed, "simulated ideas", int(known.close_ms[number]))
    here = len(known.names) - len(COINS)
    underlying = np.r_[np.repeat(np.arange(here), OF_COMPANY), np.repeat(np.arange(here, here + len(COINS)), OF_COIN)]
    n = len(underlying)
    strategy = rng.choice(len(SHARES), n, p=SHARES)
    near, far = _expiries(rng.integers(0, 6, n), int(known.close_ms[number]), underlying >= here)
    strikes = _strikes(rng.random((2, n)), known, number, (underlying, strategy, near))
    side = SIDE[strategy]
    strike = np.take_along_axis(strikes, WHICH[strategy], axis=1)
    later = (strategy == CALENDAR)[:, np.newaxis] & (side > 0)
    expiry = np.where(side != 0, np.where(later, far[:, np.newaxis], near[:, np.newaxis]), 0)
    return Legs(underlying, strategy, near, strike, CALLS[strategy], side, expiry)


def _expiries(week: Rows, now: int, is_coin: Flags) -> tuple[Times, Times]:
    """A Friday within the scanner's days, and the first that is later by the calendars' rule."""
    found = []
    for hour in (CLOSE_HOUR_MS, COIN_HOUR_MS):
        ahead = fridays(now, hour)
        days = (ahead - now) / DAY_MS
        place = np.maximum(week, np.searchsorted(days, RULES.days[0]))
        later = np.searchsorted(days, days[place] * RULES.later[0])
        found.append((ahead[place], ahead[np.minimum(later, len(ahead) - 1)]))
    return np.where(is_coin, found[1][0], found[0][0]), np.where(is_coin, found[1][1], found[0][1])


def _strikes(drawn: Floats, known: Sessions, number: int, idea: tuple[Rows, Rows, Times]) -> Floats:
    """The strikes an idea could have, (n, 6): bought, lower wing, put, call, upper wing, none (nan)."""
    row, strategy, near = idea
    nature = known.nature
    years = (near - known.close_ms[number]) / YEAR_MS
    spot = known.spot[row, number]
    forward = spot * np.exp((nature.rate[row] - nature.held[row]) * years)
    s = known.moving(row, number, near) * nature.paid[row] * np.sqrt(years)
    step = strike_step(forward, s)
    away = ndtri(DELTAS[strategy, (drawn[0] * CHOICES).astype(np.int64)])  # below 0: out of the money
    put, call = (_rounded(forward * np.exp(s * s / 2 + sign * away * s), step) for sign in (1, -1))
    bought = np.where(strategy == STRATEGIES["long_put"].number, put, call)
    middle = np.where(np.isin(strategy, MIDDLE), _rounded(forward, step), np.nan)
    call = np.where(np.isnan(middle), np.maximum(call, put + step), middle)
    put = np.where(np.isnan(middle), put, middle)
    width = np.where(np.isin(strategy, WINGED), max(RULES.widths), np.where(drawn[1] < 0.5, *RULES.widths)) * spot
    reach = np.maximum(_rounded(width, step), step)
    low = np.maximum(put - reach, step / 2)
    return np.stack((bought, low, put, call, call + reach, np.full(len(row), np.nan)), axis=1)


def _rounded(price: Floats, step: Floats) -> Floats:
    """On the ladder of round strikes, above 0."""
    found: Floats = np.maximum(np.round(price / step), 1.0) * step
    return found
