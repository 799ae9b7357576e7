"""Which six cards tell most about somebody new: present ideas on which the crowd is divided, far apart in kind.

Expected information by the crowd's prior: a card is worth as much as its answer would narrow down how the ideas that
are there compare in his liking; how choosy he is makes no difference to their order and counts for nothing. Cards are
chosen one after the other, each knowing that those before it will be answered.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.options.opportunity import OpportunityTable
from engine.ranking.content.prior import ContentPrior
from engine.ranking.content.traits import Traits, traits_of_table

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]
CARDS: Final = 6
LOOKED_AT: Final = 500  # ideas among which cards are chosen; more take longer and tell no more
DELTA, TIMING = 0, 2  # places in `Traits.numbers`
TWICE: Final = 2


def cards(
    prior: ContentPrior, table: OpportunityTable, sectors: Mapping[str, str], count: int = CARDS
) -> tuple[int, ...]:
    """Rows of the cards, the most telling first.

    No ticker twice, no strategy three times, and at most half of the cards from one third of the ideas by |delta| or by
    days, while there are others.
    """
    if not len(table):
        return ()
    every = np.arange(0, len(table), -(-len(table) // LOOKED_AT))
    traits = traits_of_table(table.rows(every), sectors)
    kinds = (traits.strategy, traits.ticker, thirds(traits.numbers[DELTA]), thirds(traits.numbers[TIMING]))
    most = (TWICE, 1, -(-count // TWICE), -(-count // TWICE))
    together, noise = likings(prior, traits)
    chosen: list[int] = []
    for _ in range(min(count, len(every))):
        worth = together.var(axis=1) / (np.diag(together) + noise)
        allowed = _allowed(kinds, most, chosen)
        best = int(np.argmax(np.where(allowed, worth, -np.inf)))
        chosen.append(best)
        together = together - np.outer(together[best], together[best]) / (together[best, best] + noise[best])
    return tuple(int(every[each]) for each in chosen)


def likings(prior: ContentPrior, traits: Traits) -> tuple[Floats, Floats]:
    """How the crowd's likings of these ideas vary together, (n, n), and the noise of an answer to each, (n,)."""
    lines = prior.basis.lines(traits)
    same = traits.ticker[:, None] == traits.ticker
    together: Floats = lines @ prior.belief.spread @ lines.T + prior.ticker_variance * same
    middle = prior.likings(prior.belief.mean, (), traits)
    chance = 1 / (1 + np.exp(-np.clip(middle, -5, 5)))
    return together, 1 / (chance * (1 - chance))


def thirds(values: Floats) -> Codes:
    """0, 1 or 2: in which third of the known values each is; unknown ones are in the middle."""
    known = values[np.isfinite(values)]
    bounds = np.quantile(known, (1 / 3, 2 / 3)) if len(known) else np.zeros(2)
    return np.where(np.isfinite(values), np.searchsorted(bounds, values), 1).astype(np.int64)


def _allowed(kinds: tuple[Codes, ...], most: tuple[int, ...], chosen: list[int]) -> NDArray[np.bool_]:
    """Which may come next: as many of the rules as leave anything to choose from."""
    left = np.ones(len(kinds[0]), dtype=np.bool_)
    left[chosen] = False
    for kind, limit in zip(kinds, most, strict=True):
        used = np.bincount(kind[chosen], minlength=int(kind.max()) + 1) if chosen else np.zeros(int(kind.max()) + 1)
        stricter = left & (used[kind] < limit)
        left = stricter if stricter.any() else left
    return left
