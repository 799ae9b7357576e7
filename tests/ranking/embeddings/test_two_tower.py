"""The two-tower model: learns what goes with what, knows nothing of the future, and says what it lacks."""

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.ranking.embeddings.two_tower import TwoTower, is_available
from engine.ranking.models.interactions import DAY_MS, Interactions, interactions_of

SMALL = TwoTower(width=16, longest=8)
needs_jax = pytest.mark.skipif(not is_available(), reason="jax and optax are not installed (requirements-deep.txt)")


def clubs(people: int = 40) -> Interactions:
    """Two clubs, each buying its own five items in turn, one a day: what follows is the club's next item."""
    rows = [
        (f"{club}{n:02d}", f"{club}{(n + day) % 5}", day)
        for club in "ab"
        for n in range(people // 2)
        for day in range(12)
    ]
    users, items, days = zip(*rows, strict=True)
    return interactions_of(users, items, np.array(days) * DAY_MS, np.zeros(len(rows), dtype=np.bool_))


@needs_jax
def test_it_learns_who_buys_what() -> None:
    """A member of one club is told its items before the other's, also by somebody with a single purchase."""
    past = clubs()
    newcomer = interactions_of(
        [*(past.users[each] for each in past.user), "new"], [*(past.items[each] for each in past.item), "b3"],
        np.append(past.at_ms, 11 * DAY_MS), np.zeros(len(past) + 1, dtype=np.bool_),
    )  # fmt: skip
    found = SMALL.scores(newcomer, np.arange(len(newcomer.users)), 12 * DAY_MS)
    own = np.array([[user[0] == item[0] for item in newcomer.items] for user in newcomer.users[:-1]])
    assert found[:-1][own].mean() > 5 * found[:-1][~own].mean()
    assert found[-1, 5:].sum() > found[-1, :5].sum()
    assert found.sum(axis=1) == pytest.approx(np.ones(len(newcomer.users)), abs=1e-5)


@needs_jax
def test_the_same_past_gives_the_same_scores_whatever_happens_later() -> None:
    """Neither later purchases nor items that nobody has bought yet change what is said of an earlier day."""
    past = clubs()
    users, items = (
        [names[each] for each in codes] for names, codes in ((past.users, past.user), (past.items, past.item))
    )
    later = interactions_of(
        [*users, *(f"x{n}" for n in range(300))], [*items, *(f"a{n}-new" for n in range(300))],
        np.append(past.at_ms, np.full(300, 20 * DAY_MS)), np.zeros(len(past) + 300, dtype=np.bool_),
    )  # fmt: skip
    known = [later.items.index(name) for name in past.items]
    first, again = (SMALL.scores(each.until(8 * DAY_MS), np.arange(3), 8 * DAY_MS) for each in (past, past))
    longer = SMALL.scores(later.until(8 * DAY_MS), np.arange(3), 8 * DAY_MS)
    assert first.tolist() == again.tolist()
    assert longer[:, known] == pytest.approx(first, abs=1e-4)
    assert longer.sum(axis=1) == pytest.approx(np.ones(3), abs=1e-4)


@needs_jax
def test_users_without_a_past_and_pasts_too_short_score_nothing() -> None:
    """Nothing known is 0, so that a blend passes it over."""
    past = clubs()
    only = past.rows(past.user != 0)
    assert SMALL.scores(only, np.array([0]), 12 * DAY_MS).sum() == 0
    assert SMALL.scores(past.rows(slice(0, 10)), np.arange(3), 12 * DAY_MS).sum() == 0


@pytest.mark.skipif(is_available(), reason="jax and optax are installed")
def test_without_its_packages_it_says_which_and_how() -> None:
    """One line: what is missing and what to do."""
    with pytest.raises(DataError, match=r"needs jax, optax, not installed. Run pip install -r requirements-deep.txt"):
        SMALL.scores(clubs(), np.arange(2), 12 * DAY_MS)
