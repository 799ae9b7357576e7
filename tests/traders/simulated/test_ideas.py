"""What simulated traders are offered: as the catalogue has it, priced as the world is, and with a known worth."""

from functools import cache

import numpy as np
import pytest

from engine.market.synthetic import WORLD_START_MS
from engine.options.scanner import scan
from engine.options.simulated.quotes import session
from engine.options.strategies.kinds import NAMES, STRATEGIES
from engine.traders.simulated.ideas import Ideas, ideas, terms
from engine.traders.simulated.people import first_session
from engine.traders.simulated.responses import responses, standing, utility
from engine.traders.simulated.sessions import sessions
from engine.traders.simulated.tastes import true_tastes

SEED = 18
KNOWN = sessions(SEED, WORLD_START_MS)
FIRST, LAST = first_session(KNOWN), len(KNOWN.close_ms) - 1


@cache
def offered() -> list[Ideas]:
    """Every session's ideas of the year."""
    return [ideas(SEED, KNOWN, number) for number in range(FIRST, LAST + 1)]


def test_three_hundred_ideas_a_session_of_every_strategy() -> None:
    """On all underlyings; a few are too dear to trade and never shown."""
    assert {len(each.usable) for each in offered()} == {300}
    assert np.mean([each.usable.mean() for each in offered()]) > 0.95
    assert set(np.concatenate([each.table.strategy for each in offered()[:5]])) == set(range(12))
    assert len(np.unique(offered()[0].table.underlying)) == 42


def test_terms_alone_have_the_same_names() -> None:
    """A trader's events are named without a price: by their own terms they are the very ideas."""
    for number in (FIRST, (FIRST + LAST) // 2, LAST):
        alone, whole = terms(SEED, KNOWN, number), offered()[number - FIRST].table
        assert [alone.id_of(row) for row in range(300)] == [whole.id_of(row) for row in range(300)]


def test_names_are_those_of_the_catalogue() -> None:
    """The same idea in the scanner's table has the same name."""
    found = scan(session(SEED, LAST))
    assert found is not None
    scanned = {found.table.id_of(row) for row in range(len(found.table))}
    mine = offered()[-1]
    named = [mine.table.id_of(row) for row in np.flatnonzero(mine.usable & (mine.table.underlying < 40))]
    assert len(scanned.intersection(named)) > 0.15 * len(named)


def test_numbers_agree_with_the_scanner_where_both_know_an_idea() -> None:
    """Premium, margin, delta and chance within what quotes' noise and rounding to cents allow."""
    found = scan(session(SEED, LAST))
    assert found is not None
    rows = {found.table.id_of(row): row for row in range(len(found.table))}
    mine = offered()[-1].table
    both = [(row, rows[mine.id_of(row)]) for row in range(280) if mine.id_of(row) in rows]
    ours, theirs = (np.array(each) for each in zip(*both, strict=True))
    assert len(both) > 30
    for name, within in (("premium", 0.1), ("delta", 0.02), ("pop", 0.03), ("days", 0.01)):
        assert np.median(np.abs(mine[name][ours] - found.table[name][theirs])) < within, name
    assert np.median(np.abs(mine["margin"][ours] / found.table["margin"][theirs] - 1)) < 0.05


def test_the_chance_of_profit_is_about_the_share_that_gained() -> None:
    """Sellers are paid a little over what moves, so that a little more comes true than quotes say."""
    chance, came = (np.concatenate([get(each)[each.usable] for each in offered()]) for get in (
        lambda each: each.table["pop"], lambda each: each.outcome,
    ))  # fmt: skip
    known = np.isfinite(came)
    for low in (0.2, 0.35, 0.5, 0.65, 0.8):
        inside = known & (chance >= low) & (chance < low + 0.15)
        assert abs((came[inside] > 0).mean() - chance[inside].mean()) < 0.06, low


def test_quality_shows_in_what_comes_of_ideas() -> None:
    """The planted worth: the better half of ideas by it earns more of its margin than the worse half."""
    quality, came = (np.concatenate([getattr(each, name)[each.usable] for each in offered()]) for name in
                     ("quality", "outcome"))  # fmt: skip
    quality, came = quality[np.isfinite(came)], came[np.isfinite(came)]
    edges = np.quantile(quality, [0.2, 0.8])
    worst, best = came[quality <= edges[0]], came[quality >= edges[1]]
    assert best.mean() - worst.mean() > 3 * np.sqrt(worst.var() / len(worst) + best.var() / len(best))
    assert abs(worst.mean() - quality[quality <= edges[0]].mean()) < 0.08


def test_sellers_are_paid_and_buyers_pay() -> None:
    """On average over the world's own law, as its quotes are made."""
    quality = np.concatenate([each.quality for each in offered()])
    strategy = np.concatenate([each.table.strategy for each in offered()])
    mean = {name: float(np.median(quality[strategy == STRATEGIES[name].number])) for name in NAMES}
    assert min(mean[name] for name in ("cash_secured_put", "wheel", "short_strangle")) > 0
    assert max(mean[name] for name in ("long_straddle", "long_call", "long_put")) < -0.05


def test_nothing_is_known_of_an_idea_that_is_not_over() -> None:
    """The clock of the world is the last moment that anything follows from."""
    last = offered()[-1]
    assert np.isnan(last.outcome).all()
    over = offered()[0].table.expiry <= WORLD_START_MS
    assert over.all()
    assert np.isfinite(offered()[0].outcome).all()


@pytest.mark.parametrize("number", [FIRST + 30, FIRST + 200])
def test_the_able_want_better_ideas(number: int) -> None:
    """Skill is to see quality: what a skilled trader wants most is better than what the same one without it wants."""
    tastes, mine = true_tastes(SEED), ideas(SEED, KNOWN, number)
    everybody, shown = np.arange(300), np.broadcast_to(np.flatnonzero(mine.usable), (300, int(mine.usable.sum())))
    wanted = utility(tastes, everybody, shown, mine, 4)
    top = np.take_along_axis(shown, np.argsort(-wanted, axis=1)[:, :20], axis=1)
    worth = standing(mine)[top].mean(axis=1)
    assert worth[tastes.skill > 0.6].mean() > worth[tastes.skill < 0.2].mean() + 0.05


def test_full_books_trade_less() -> None:
    """Eight open positions halve the wish for a ninth."""
    wanted = np.full((4_000, 10), 0.7)
    few, many = (responses(np.random.default_rng(3), wanted, np.full(4_000, held)).trade.mean() for held in (0, 8))
    assert 0.4 < many / few < 0.6
