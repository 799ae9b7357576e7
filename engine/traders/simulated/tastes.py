"""The three hundred simulated traders as they truly are: what each likes, how able and busy they are, when they come.

They do not exist and are named so. Everything follows from the seed; what a recommender learns is held against it.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.core.chance import generator
from engine.market.bars import DAY_MS, Floats, Times
from engine.market.synthetic import WORLD_END_MS, WORLD_START_MS
from engine.options.simulated.universe import PREFIX, SECTORS
from engine.options.strategies.kinds import NAMES
from engine.traders.simulated.sessions import underlyings

TRADERS: Final = 300
NAMED: Final = PREFIX + "trader-"
FIRST_MS: Final = WORLD_START_MS - 365 * DAY_MS  # their year before the world's first day
# What kinds of traders there are: strategies they like, and the usual |delta| of what they hold with its width.
KINDS: Final = (
    (("cash_secured_put", "covered_call", "wheel"), 0.40, 0.25),
    (("put_credit_spread", "call_credit_spread", "iron_condor"), 0.12, 0.12),
    (("iron_condor", "iron_butterfly", "short_strangle", "calendar"), 0.03, 0.12),
    (("long_straddle", "calendar", "long_call", "long_put"), 0.25, 0.25),
    (("long_call", "put_credit_spread", "cash_secured_put"), 0.35, 0.25),
    (("long_put", "call_credit_spread"), 0.30, 0.22),
)
POPULAR: Final = (0.28, 0.24, 0.16, 0.10, 0.13, 0.09)
WEIGHTS: Final = (0.30, 0.20, 0.20, 0.15, 0.15)  # strategy, risk, ticker, premium, timing: about
FOUNDERS: Final = 0.55  # of them were there on the first day; the others join until a month before the world's start
LOYAL: Final = (0.8, 0.45)  # shares of founders and of later ones who stay for years
STAYING: Final = (2_500.0, 90.0)  # mean days that the loyal and the others stay
SWITCHING: Final = 0.3  # the share of them whose taste changes
DORMANT: Final = 0.25  # and that sleeps for a while


@dataclass(frozen=True, slots=True, eq=False)
class TrueTastes:
    """What simulated traders (t,) really want; the two tastes are before and after `switch_ms` (far off: never).

    Affinities in [0, 1]: `strategies` (2, t, 12) by strategy number, `tickers` (t, u) by underlying. Likings as centre
    and width (t, 2): `risk` over |delta|, `premium` over ln |money per contract|, `timing` over ln(1 + days).
    `weights` (t, 5) of strategy, risk, ticker, premium, timing. `storms`: what turbulence adds to sold options and calm
    takes from them, `falls`: what a falling market adds to bullish ones. `skill` in [0, 1] sees quality. `activity` is
    the chance to come on a day, `hour` (UTC) when; there from `joined_ms` to `left_ms`, hardly ever between `dormant`
    (t, 2).
    """

    names: tuple[str, ...]
    underlyings: tuple[str, ...]
    kind: NDArray[np.int64]
    strategies: Floats
    tickers: Floats
    risk: Floats
    premium: Floats
    timing: Floats
    weights: Floats
    storms: Floats
    falls: Floats
    skill: Floats
    activity: Floats
    hour: Floats
    joined_ms: Times
    left_ms: Times
    switch_ms: Times
    dormant: Times

    def liked(self, now_ms: int) -> Floats:
        """Affinities to strategies as they are at a moment, (t, 12)."""
        found: Floats = np.where((self.switch_ms <= now_ms)[:, np.newaxis], self.strategies[1], self.strategies[0])
        return found


@lru_cache(maxsize=2)
def true_tastes(seed: int) -> TrueTastes:
    """All three hundred, the same for the same seed."""
    rng = generator(seed, "simulated traders")
    n = TRADERS
    kind = rng.choice(len(KINDS), (2, n), p=POPULAR)
    after = (kind[0] + 1 + kind[1] % (len(KINDS) - 1)) % len(KINDS)  # never the same kind again
    names, sectors = underlyings(seed)
    centre, width = (np.array([each[place] for each in KINDS])[kind[0]] for place in (1, 2))
    life = _lives(rng)
    return TrueTastes(
        tuple(f"{NAMED}{number:03}" for number in range(1, n + 1)), names, kind[0],
        np.stack([_strategies(rng, each) for each in (kind[0], after)]), _tickers(rng, sectors),
        np.c_[np.clip(centre + rng.normal(0, 0.06, n), 0.0, 0.8), width],
        np.c_[rng.uniform(np.log(60), np.log(700), n), rng.uniform(0.6, 1.3, n)],
        np.c_[rng.uniform(np.log(9), np.log(50), n), rng.uniform(0.3, 0.7, n)],
        rng.dirichlet(np.array(WEIGHTS) * 40, n), rng.normal(0, 0.1, n), rng.normal(-0.03, 0.08, n),
        rng.beta(1.5, 2.5, n), np.clip(np.exp(rng.normal(np.log(0.42), 0.6, n)), 0.04, 0.95),
        np.where(rng.random(n) < 0.7, rng.normal(16.5, 2.0, n), rng.normal(22.5, 1.5, n)) % 24, *life,
    )  # fmt: skip


def _strategies(rng: np.random.Generator, kind: NDArray[np.int64]) -> Floats:
    """High for the kind's own strategies, low for the others, with each one's own accent."""
    own = np.array([[name in each[0] for name in NAMES] for each in KINDS])[kind]
    found: Floats = np.clip(np.where(own, 0.85, 0.12) + rng.normal(0, 0.12, own.shape), 0.0, 1.0)
    return found


def _tickers(rng: np.random.Generator, sectors: tuple[str, ...]) -> Floats:
    """Two sectors each likes, three names beyond them that each is fond of; one in five trades coins."""
    told = [each[0] for each in SECTORS]
    place = np.array([told.index(each) if each in told else -1 for each in sectors])
    liked = np.argsort(rng.random((TRADERS, len(told))), axis=1)[:, :2]
    inside = (place == liked[:, :1]) | (place == liked[:, 1:])
    inside |= (place == -1) & (rng.random((TRADERS, 1)) < 0.2)
    fond = np.argsort(np.argsort(rng.random(inside.shape), axis=1), axis=1) < 3
    base = np.where(fond, 0.95, np.where(inside, 0.7, 0.2))
    found: Floats = np.clip(base + rng.normal(0, 0.1, base.shape), 0.0, 1.0)
    return found


def _lives(rng: np.random.Generator) -> tuple[Times, Times, Times, Times]:
    """When each joined, left, changed taste, and slept (t, 2), ms UTC."""
    n = TRADERS
    founder = rng.random(n) < FOUNDERS
    joined = np.where(founder, 0.0, rng.uniform(1, 335, n))
    stays = rng.exponential(1.0, n) * np.where(rng.random(n) < np.where(founder, *LOYAL), *STAYING)
    end = (WORLD_END_MS - FIRST_MS) / DAY_MS
    never = 10 * end
    switch = np.where(rng.random(n) < SWITCHING, joined + rng.uniform(60, 400, n), never)
    asleep = np.where(rng.random(n) < DORMANT, joined + rng.uniform(30, 300, n), never)
    wakes = asleep + rng.uniform(30, 90, n)
    moments = [FIRST_MS + (each * DAY_MS).astype(np.int64) for each in (joined, joined + stays, switch, asleep, wakes)]
    return moments[0], moments[1], moments[2], np.stack(moments[3:], axis=1)
