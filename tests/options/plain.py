"""One opportunity by hand: every number from its legs with nothing but `math`, as somebody would check it on paper."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Sigma = Callable[[float], float]


def normal(z: float) -> float:
    """The normal distribution."""
    return 0.5 * math.erfc(-z / math.sqrt(2))


@dataclass(frozen=True)
class Quote:
    """A leg: +1 bought or -1 sold, call or put, strike, bid, ask, open interest, volume."""

    side: int
    call: bool
    strike: float
    bid: float
    ask: float
    interest: float = 100.0
    volume: float = 50.0

    @property
    def mid(self) -> float:
        """Halfway."""
        return (self.bid + self.ask) / 2


@dataclass(frozen=True)
class World:
    """Spot, forward, discount, years, the skew, and the volatility at the money."""

    spot: float
    forward: float
    discount: float
    years: float
    sigma: Sigma
    at_money: float


def black(world: World, strike: float, sigma: float, call: bool) -> float:
    """Black's price."""
    s = sigma * math.sqrt(world.years)
    d1 = math.log(world.forward / strike) / s + s / 2
    sign = 1 if call else -1
    return sign * world.discount * (world.forward * normal(sign * d1) - strike * normal(sign * (d1 - s)))


def greeks(world: World, leg: Quote) -> dict[str, float]:
    """Delta, gamma, vega by formula; theta by waiting a minute at constant rate and carry."""
    f, k, t, df = world.forward, leg.strike, world.years, world.discount
    v = world.sigma(k)
    d1 = math.log(f / k) / (v * math.sqrt(t)) + v * math.sqrt(t) / 2
    density = math.exp(-d1 * d1 / 2) / math.sqrt(2 * math.pi)
    delta = df * f / world.spot * (normal(d1) if leg.call else normal(d1) - 1)
    wait = 30 / 365 / 86_400
    at = []
    for later in (t - wait, t + wait):
        growth, rate = (f / world.spot) ** (later / t), df ** (later / t)
        soon = World(world.spot, world.spot * growth, rate, later, world.sigma, world.at_money)
        at.append(black(soon, k, v, leg.call))
    theta = (at[0] - at[1]) * 86_400 / 60
    gamma = df * density * f / (world.spot**2 * v * math.sqrt(t))
    return {"delta": delta, "gamma": gamma, "vega": df * f * density * math.sqrt(t), "theta": theta}


def value(legs: Sequence[Quote], shares: float, world: World, price: float) -> float:
    """What the position has earned when the price ends there."""
    premium = sum(-leg.side * leg.mid for leg in legs)
    paid = sum(leg.side * max((price - leg.strike) if leg.call else (leg.strike - price), 0) for leg in legs)
    return premium + paid + shares * (price - world.spot)


def breakevens(legs: Sequence[Quote], shares: float, world: World) -> list[float]:
    """By bisection between the strikes, far below and far above."""
    edges = [0.0, *sorted(leg.strike for leg in legs), 100 * world.spot]
    found = []
    for low, high in pairwise(edges):
        a, b = value(legs, shares, world, low), value(legs, shares, world, high)
        if (a > 0) == (b > 0):
            continue
        left, right = low, high
        for _ in range(200):
            middle = (left + right) / 2
            inside = value(legs, shares, world, middle)
            left, right = (middle, right) if (inside > 0) == (a > 0) else (left, middle)
        found.append((left + right) / 2)
    return found


def chance(legs: Sequence[Quote], shares: float, world: World) -> float:
    """N(z) at each breakeven with the skew's volatility there, over the intervals that gain."""
    edges = breakevens(legs, shares, world)
    below = [0.0]
    for level in edges:
        s = world.sigma(level) * math.sqrt(world.years)
        below.append(normal((math.log(level / world.forward) + s * s / 2) / s))
    below.append(1.0)
    places = [0.0, *edges, 100 * world.spot]
    middles = [(a + b) / 2 for a, b in pairwise(places)]
    pairs = zip(middles, pairwise(below), strict=True)
    return sum(b - a for middle, (a, b) in pairs if value(legs, shares, world, middle) > 0)


def numbers(legs: Sequence[Quote], shares: float, world: World, fee: float, multiplier: float) -> dict[str, float]:
    """What can be checked on paper without knowing the strategy's name."""
    premium = sum(-leg.side * leg.mid for leg in legs)
    looked = [value(legs, shares, world, price) for price in (0.0, *(leg.strike for leg in legs))]
    slope = shares + sum(leg.side for leg in legs if leg.call)
    spread = sum(leg.ask - leg.bid for leg in legs)
    cost = spread / 2 + fee * len(legs) / multiplier
    held = shares * (world.discount * world.forward - world.spot)
    average = premium + held + sum(leg.side * black(world, leg.strike, world.at_money, leg.call) for leg in legs)
    moves = [greeks(world, leg) for leg in legs]
    moved = {name: sum(leg.side * each[name] for leg, each in zip(legs, moves, strict=True)) for name in moves[0]}
    share = spread / sum(leg.mid for leg in legs)
    interest, volume = min(leg.interest for leg in legs), min(leg.volume for leg in legs)
    sold = [leg.strike for leg in legs if leg.side < 0]
    nearest = min((leg.strike for leg in legs), key=lambda k: abs(math.log(k / world.forward)))
    return {
        "premium": premium, "natural": sum(leg.bid if leg.side < 0 else -leg.ask for leg in legs),
        "max_profit": math.inf if slope > 0 else max(looked), "max_loss": math.inf if slope < 0 else -min(looked),
        "pop": chance(legs, shares, world), "ev": average - cost, "spread_money": spread, "spread_pct": share,
        **moved, "delta": moved["delta"] + shares,
        "liquidity": 40 * math.exp(-share / 0.05) + 30 * min(1, math.log10(1 + interest) / 4)
        + 30 * min(1, math.log10(1 + volume) / 3.5),
        "touch": touch(world, min(sold, key=lambda k: abs(math.log(k / world.forward)))) if sold else math.nan,
        "iv": world.sigma(nearest), "days": world.years * 365, "spot": world.spot, "forward": world.forward,
        "at_money": world.at_money, "open_interest": interest, "volume": volume,
    }  # fmt: skip


def touch(world: World, strike: float) -> float:
    """Twice the chance to end beyond."""
    s = world.sigma(strike) * math.sqrt(world.years)
    d2 = math.log(world.forward / strike) / s - s / 2
    return min(1.0, 2 * (normal(d2) if strike >= world.forward else normal(-d2)))
