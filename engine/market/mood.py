"""What all simulated coins share, hour by hour: the regime, the volatility, the market's shocks and its jumps."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.core.chance import generator
from engine.market.bars import Floats

Codes = NDArray[np.int8]

SUBSTEPS: Final = 6  # ten minutes each: enough for ranges that belong to the hour's own path
DAY_HOURS: Final = 24
CALM, UP, DOWN, TURBULENT = 0, 1, 2, 3
REGIMES: Final = ("calm", "trend up", "trend down", "turbulent")
STAY_HOURS: Final = (360.0, 240.0, 240.0, 96.0)  # mean length of a spell
LOUDNESS: Final = (0.75, 0.95, 1.05, 1.6)  # the volatility of a regime, as a multiple
NEXT: Final = ((0.0, 0.4, 0.4, 0.2), (0.5, 0.0, 0.2, 0.3), (0.4, 0.2, 0.0, 0.4), (0.5, 0.25, 0.25, 0.0))
SLOW: Final = (720.0, 0.34)  # half-life in hours and deviation of the log-volatility's slow part
QUICK: Final = (30.0, 0.30)  # and of its quick part
LOUDEST: Final = 1.4  # log-volatility is cut here: four times the usual is a very bad day
TAIL: Final = 6.0  # degrees of freedom of an hour's shock (Student's t)
JUMP_AT_MIDNIGHT, JUMP_ELSEWHERE = 0.08, 0.002  # chance of a jump between two hours
JUMP_SIZE: Final = 0.4  # mean size of a jump as a share of a day's volatility


@dataclass(frozen=True, slots=True, eq=False)
class Shocks:
    """Normal inside an hour, Student's t from hour to hour; of variance 1 an hour on average.

    `moves` (n, SUBSTEPS); `variance` (n,) that of each of the hour's substeps, once the hour is known.
    """

    moves: Floats
    variance: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Mood:
    """The market of one seed; n hours from the first midnight on.

    `regime` (n,) numbers into REGIMES; `left` (n,) the regime that ended as this hour opened, -1 when none did;
    `volatility` (n,) as a multiple of the usual; `jumps` (n,) signed shares of a day's volatility, at the hour's open.
    """

    regime: Codes
    left: Codes
    volatility: Floats
    shocks: Shocks
    jumps: Floats


def mood(seed: int, hours: int) -> Mood:
    """The mood of `hours` hours (whole days), the same for every coin of a seed."""
    regime, left = regimes(seed, hours)
    swing = wandering(seed, hours, *SLOW, "slow") + wandering(seed, hours, *QUICK, "quick")
    calmed = np.exp(np.minimum(swing, LOUDEST) - SLOW[1] ** 2 - QUICK[1] ** 2)  # so that its mean square is 1
    loudness = np.array(LOUDNESS)[regime]
    return Mood(
        regime, left, calmed * loudness * season(hours), shocks(seed, hours, "market"), jumps(seed, hours, "market")
    )


def regimes(seed: int, hours: int) -> tuple[Codes, Codes]:
    """The regime of every hour, and the one that ended as the hour opened (-1: none); spells have no memory."""
    rng = generator(seed, "simulated", "regimes")
    regime, left = np.zeros(hours, dtype=np.int8), np.full(hours, -1, dtype=np.int8)
    now, start = CALM, 0
    while True:
        stop = start + int(rng.geometric(1 / STAY_HOURS[now]))
        regime[start:stop] = now
        if stop >= hours:
            return regime, left
        left[stop] = now
        now, start = int(rng.choice(len(REGIMES), p=NEXT[now])), stop


def season(hours: int) -> Floats:
    """Volatility through the day and the week (hour 0 is a Sunday's midnight UTC): loud at 14:00, quiet at weekends."""
    hour = np.arange(hours)
    daily = 1 + 0.25 * np.cos(2 * np.pi * (hour - 14) / DAY_HOURS)
    weekend = np.isin(hour // DAY_HOURS % 7, (0, 6))
    loudness: Floats = np.where(weekend, 0.85, 1.06) * daily / np.sqrt(1 + 0.25**2 / 2)
    return loudness


def shocks(seed: int, hours: int, whose: str) -> Shocks:
    """Independent fat-tailed shocks of `hours` hours."""
    wild = generator(seed, "simulated", whose, "tail").standard_gamma(TAIL / 2, hours)
    variance = (TAIL - 2) / 2 / wild / SUBSTEPS
    normal = generator(seed, "simulated", whose, "shocks").standard_normal((hours, SUBSTEPS))
    return Shocks(normal * np.sqrt(variance)[:, np.newaxis], variance)


def jumps(seed: int, hours: int, whose: str) -> Floats:
    """Jumps at the opens as shares of a day's volatility, (hours,); most hours have none, midnights more often."""
    rng = generator(seed, "simulated", whose, "jumps")
    chance, sign, size = rng.random(hours), rng.random(hours), rng.standard_exponential(hours)
    limit = np.where(np.arange(hours) % DAY_HOURS == 0, JUMP_AT_MIDNIGHT, JUMP_ELSEWHERE)
    return np.where(chance < limit, np.where(sign < 0.5, -1.0, 1.0) * JUMP_SIZE * size, 0.0)


def wandering(seed: int, hours: int, half_life: float, deviation: float, whose: str) -> Floats:
    """A log-volatility that wanders around 0 and forgets half of where it was in `half_life` hours, (hours,)."""
    rng = generator(seed, "simulated", "volatility", whose)
    keep = 0.5 ** (1 / half_life)
    moves = rng.standard_normal((hours // DAY_HOURS, DAY_HOURS)) * deviation * np.sqrt(1 - keep**2)
    return faded(moves, keep, float(rng.standard_normal()) * deviation)


def faded(moves: Floats, keep: float, start: float = 0.0) -> Floats:
    """The first-order autoregression x = keep * x + move through all rows one after the other, flat.

    Worked out for all rows at once from zero, then each row's start is carried through: no loop over single steps.
    """
    inside = np.empty_like(moves)
    inside[:, 0] = moves[:, 0]
    for step in range(1, moves.shape[1]):
        inside[:, step] = keep * inside[:, step - 1] + moves[:, step]
    fade = keep ** np.arange(1, moves.shape[1] + 1)
    starts = np.empty(len(moves))
    for row, end in enumerate(inside[:, -1]):
        starts[row] = start
        start = fade[-1] * start + end
    return (inside + starts[:, np.newaxis] * fade).ravel()
