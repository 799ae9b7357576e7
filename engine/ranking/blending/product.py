"""Several models' opinions multiplied: what all of them hold likely comes first; for items that are new to a user.

The chance that an item is the next is in proportion to the product of (1 + sharp · share / share by chance) ** power
over the models: a conditional logit with powers of 0 or more, of the greatest likelihood less a ridge.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.optimize import minimize

from engine.ranking.blending.evidence import Singles, Witnessed
from engine.ranking.blending.places import clearly_better, ndcg
from engine.ranking.models.interactions import Codes, Flags, Floats

SHARP, GENTLE = 8.0, 1.0
MANY: Final = 300  # users; from here on gentle unless sharp is clearly better, below the other way round
RIDGE: Final = 10.0
START: Final = 0.05
BAGS: Final = 6
CRUMB: Final = 0.01


@dataclass(frozen=True, slots=True, eq=False)
class Choices:
    """Cells of unknown items: the models' lifts (n, models), whose choice, taken or not, the weight of their number."""

    lifts: Floats
    group: Codes
    taken: Flags
    offset: Floats
    user: Codes  # of each group
    worth: Floats  # of each group


def lifted(fresh: Floats | Singles, items: int, sharp: float) -> Floats:
    """What the powers are of, as a logarithm; 0 for what a model gives no share."""
    return np.log1p(fresh.astype(np.float64) * (items * sharp))


def sharpness(seen: Sequence[Witnessed]) -> float:
    """How sharp: few users' shares are coarse, and want a logarithm; many users' are fine as they are."""
    values, users = [], []
    many = len(np.unique(np.concatenate([each.users for each in seen]))) >= MANY
    usual, other = (GENTLE, SHARP) if many else (SHARP, GENTLE)
    powers = [(sharp, powers_of(made := choices(seen, sharp), np.ones(len(made.user)))) for sharp in (usual, other)]
    for each in seen:
        fresh = ~each.cells.before
        found = [ndcg(each, lifted(each.cells.fresh, each.items, sharp) @ power, fresh) for sharp, power in powers]
        asked = np.isfinite(found[0])
        values.append(np.stack(found, axis=1)[asked])
        users.append(each.users[asked])
    return other if clearly_better(np.concatenate(values), np.concatenate(users)) else usual


def choices(seen: Sequence[Witnessed], sharp: float) -> Choices:
    """What was chosen among what was new, at every moment."""
    parts, groups = [], 0
    for each in seen:
        fresh = ~each.cells.before
        lifts = lifted(each.cells.fresh[fresh], each.items, sharp)
        parts.append((lifts, each.cells.row[fresh] + groups, each.cells.taken[fresh], np.log(each.cells.counts[fresh])))
        groups += len(each.users)
    lifts, group, taken, offset = (np.concatenate(column) for column in zip(*parts, strict=True))
    users = np.concatenate([each.users for each in seen])
    worth = 1.0 / np.sqrt(np.maximum(np.bincount(group[taken], minlength=groups), 1))
    return Choices(lifts, group, taken, offset, users, worth)


def powers_of(made: Choices, times: Floats) -> Floats:
    """The powers (models,) when each group counts so many times."""
    number = np.bincount(made.group[made.taken], minlength=len(made.user)).astype(np.float64)
    worth = made.worth * times
    kept = (worth * number > 0)[made.group]
    lifts, group, offset = made.lifts[kept], made.group[kept], made.offset[kept]
    worth_of = (worth[group] * made.taken[kept]).astype(np.float64)

    def loss(powers: Floats) -> tuple[float, Floats]:
        value = lifts @ powers
        share, log_total = _shares(value + offset, group, len(number))
        total = worth * number
        gain = float((worth_of * value).sum()) - float((total * log_total).sum())
        slope = lifts.T @ (worth_of - total[group] * share)
        return 0.5 * RIDGE * float(powers @ powers) - gain, RIDGE * powers - slope

    models = made.lifts.shape[1]
    found = minimize(
        loss, np.full(models, START), jac=True, method="L-BFGS-B", bounds=[(0.0, None)] * models,
        options={"maxiter": 150},
    )  # fmt: skip
    powers: Floats = np.asarray(found.x, dtype=np.float64)
    return np.where(made.lifts.any(axis=0), powers, 0.0)


def bagged_powers(made: Choices, rng: np.random.Generator, bags: int = BAGS) -> Floats:
    """Powers from resamples of users, (bags, models)."""
    users, place = np.unique(made.user, return_inverse=True)
    found = []
    for _ in range(bags):
        times = np.bincount(rng.integers(len(users), size=len(users)), minlength=len(users))
        found.append(powers_of(made, times[place].astype(np.float64)))
    return np.array(found)


def product_shares(each: Witnessed, powers: Floats, sharp: float) -> Floats:
    """The product's share of every cell among what is new to its user, (cells,); 0 for what is not."""
    found = np.zeros(len(each.cells.row))
    fresh = ~each.cells.before
    value = lifted(each.cells.fresh[fresh], each.items, sharp) @ powers
    counts = each.cells.counts[fresh]
    share, _ = _shares(value + np.log(counts), each.cells.row[fresh], len(each.users))
    found[fresh] = share / counts
    return found


def _shares(value: Floats, group: Codes, groups: int) -> tuple[Floats, Floats]:
    """exp(value) as shares of its group, and the logarithm of each group's total (0 where it is empty)."""
    most = np.full(groups, -np.inf)
    np.maximum.at(most, group, value)
    most = np.where(np.isfinite(most), most, 0.0)
    raised = np.exp(value - most[group])
    total = np.bincount(group, weights=raised, minlength=groups)
    total = np.where(total > 0, total, 1.0)
    return raised / total[group], most + np.log(total)
