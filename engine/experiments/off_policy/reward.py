"""What every action would have earned, learned from the log without the round itself (cross-fitted)."""

from typing import Final

import numpy as np
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.preprocessing import StandardScaler

from engine.core.chance import generator
from engine.experiments.off_policy.rounds import Codes, Floats, Rounds

FOLDS: Final = 3
PULL: Final = 50.0  # rounds that the common mean counts for in the mean of an action
FEWEST: Final = 10  # of either reward before what is known beside it is used


def expected_rewards(rounds: Rounds, seed: int = 0) -> Floats:
    """(n, actions): for every round and action at its position, from the other folds.

    An action's mean is drawn to that of all, as strongly as fifty rounds; where something is known of a round, a
    regression (logistic where rewards are 0 or 1) on it and on the action's mean says more.
    """
    n = len(rounds)
    fold = generator(seed, "cross-fitting").permutation(n) % FOLDS
    found = np.zeros((n, rounds.actions))
    for number in range(FOLDS):
        learn, apply = np.flatnonzero(fold != number), np.flatnonzero(fold == number)
        found[apply] = _from(rounds, learn if len(learn) else apply, apply)
    return found


def _from(rounds: Rounds, learn: Codes, apply: Codes) -> Floats:
    """The rewards of the rounds `apply` as the rounds `learn` teach them."""
    means = _means(rounds, learn)
    base = means[:, rounds.position[apply]].T
    known = rounds.known.shape[1] > 0
    reward = rounds.reward[learn]
    if not known or min((reward != 0).sum(), (reward == 0).sum() if rounds.is_binary else FEWEST) < FEWEST:
        return np.ascontiguousarray(base)
    scaler = StandardScaler().fit(rounds.known[learn])
    own = means[rounds.action[learn], rounds.position[learn]]
    seen, ahead = scaler.transform(rounds.known[learn]), scaler.transform(rounds.known[apply])
    logit = _logit if rounds.is_binary else np.asarray
    model = LogisticRegression(C=0.1, max_iter=1000) if rounds.is_binary else Ridge(alpha=10.0)
    model.fit(np.column_stack([logit(own), seen]), reward)
    slope = model.coef_.ravel()
    told = logit(base) * slope[0] + (ahead @ slope[1:] + np.ravel(model.intercept_))[:, None]
    found: Floats = 1 / (1 + np.exp(-told)) if rounds.is_binary else told
    return found


def _means(rounds: Rounds, learn: Codes) -> Floats:
    """The mean of every action at every position, (actions, positions), drawn to the action's and to the common one."""
    action, position, reward = rounds.action[learn], rounds.position[learn], rounds.reward[learn]
    common = float(reward.mean())
    count = np.bincount(action, minlength=rounds.actions)
    own = (np.bincount(action, reward, rounds.actions) + PULL * common) / (count + PULL)
    cell = action * rounds.positions + position
    size = rounds.actions * rounds.positions
    cells = np.bincount(cell, reward, size).reshape(rounds.actions, rounds.positions)
    counts = np.bincount(cell, minlength=size).reshape(rounds.actions, rounds.positions)
    found: Floats = (cells + PULL * own[:, None]) / (counts + PULL)
    return found


def _logit(share: Floats) -> Floats:
    clipped = np.clip(share, 1e-9, 1 - 1e-9)
    found: Floats = np.log(clipped / (1 - clipped))
    return found
