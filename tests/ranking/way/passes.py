"""A pass of the feed to look at: drawn ideas, two models, a book."""

from dataclasses import replace

import numpy as np

from engine.core.chance import generator
from engine.ranking.feed import rank
from engine.ranking.fitting.chances import FittedChances
from engine.ranking.mind import Mind, Wish
from engine.ranking.recommendation import Feed
from engine.ranking.stages.worth import Past
from engine.ranking.way.trace import Trace
from tests.ideas import many, taste

IDEAS = many(600)
RNG = np.random.default_rng(5)
VOTES = {"content": RNG.random(600), "collaborative": np.where(RNG.random(600) < 0.2, np.nan, RNG.random(600))}
PAST = Past(RNG.normal(0, 0.2, 600), np.ones(600))
MIND = Mind(taste(), VOTES, against=np.where(IDEAS.underlying < 3, 0.9, -0.1), past=PAST)
FIT = FittedChances(
    ("fit", "content", "collaborative", "unheard"), -3.2, np.array([1.1, 0.6, 0.3, 0.0]), np.zeros(4),
    np.array([0.2, 0.0, -0.1, 0.0]), np.ones(4),
)  # fmt: skip
HEARD = replace(MIND, blend=FIT)


def traced(mind: Mind = MIND, wish: Wish | None = None, seed: int = 0) -> tuple[Feed, Trace]:
    """A feed with its trace."""
    made = rank(IDEAS, mind, wish or Wish(is_traced=True), generator(seed, "trace"))
    assert made.trace is not None
    return made, made.trace
