"""Lines have any bell's shape in them, know what is unknown, and stand on usual scales before anything was seen."""

import numpy as np
import pytest

from benchmarks.worlds.slates import SECTOR_OF, slate
from engine.options.features.climate import REGIMES
from engine.ranking.content.basis import HATS, KINDS, basis_of, hats
from engine.ranking.content.fitting import fit_prior, usual_prior
from engine.ranking.content.traits import traits_of, traits_of_log, traits_of_table
from engine.ranking.quiz import cards
from engine.traders.events import Circumstances, Idea
from engine.traders.log import log_of

KNOTS = np.array([0.0, 1.0, 3.0])


def test_hats_share_a_value_between_the_knots_around_it() -> None:
    """By hand: 2 lies half-way from 1 to 3; beyond the ends the last knot has all; unknown is as usual."""
    found = hats(np.array([0.0, 2.0, 9.0, -5.0, np.nan]), KNOTS, np.array([0.2, 0.3, 0.5]))
    assert found.tolist() == [[1, 0, 0], [0, 0.5, 0.5], [0, 0, 1], [1, 0, 0], [0.2, 0.3, 0.5]]


def test_a_bell_on_any_scale_is_nearly_a_sum_of_hats() -> None:
    """Likings of the score are bells: their shape must be within reach of the weights."""
    traits = traits_of_table(slate(3, 0).table, SECTOR_OF)
    basis = basis_of(traits, ())
    place, _ = next(iter(basis.scales()))
    bell = np.exp(-0.5 * ((traits.numbers[0] - 0.25) / 0.12) ** 2)
    lines = basis.lines(traits)[:, place]
    left = bell - lines @ np.linalg.lstsq(lines, bell, rcond=None)[0]
    assert np.var(left) < 0.01 * np.var(bell)


def test_sums_are_the_lines_times_the_weights() -> None:
    """The quick way and the plain way are one."""
    traits = traits_of_table(slate(3, 0).table, SECTOR_OF)
    basis = basis_of(traits, sorted(set(SECTOR_OF.values())))
    weights = np.random.default_rng(1).normal(size=basis.size)
    assert basis.size == 1 + KINDS + 10 + sum(HATS) + KINDS * len(REGIMES)
    assert basis.sums(weights, traits) == pytest.approx(basis.lines(traits) @ weights)


def test_an_idea_is_the_same_in_a_table_and_in_an_event() -> None:
    """What is learned from a click holds for the row that was clicked: premium and margin are money per contract."""
    one = slate(3, 0)
    row = traits_of_table(one.table, SECTOR_OF).rows(np.array([7]))
    idea = traits_of(one.idea(7), one.circumstances)
    assert np.array(idea.numbers) == pytest.approx(np.array(row.numbers))
    assert (idea.strategy[0], idea.regime[0]) == (row.strategy[0], row.regime[0])
    assert row.tickers[row.ticker[0]] == idea.tickers[0]
    assert row.sectors[row.sector[0]] == idea.sectors[0]


def test_what_has_no_logarithm_is_unknown() -> None:
    """A premium of nothing must not become minus infinity."""
    found = traits_of(Idea("x", "T", "wheel", premium=0.0, margin=np.inf, days=-1.0), Circumstances())
    assert np.isnan(found.numbers[1][0])
    assert np.isnan(found.numbers[5][0])
    assert found.numbers[2][0] == 0


def test_before_anybody_has_done_anything_ideas_can_be_told_apart_and_cards_chosen() -> None:
    """The first trader of a fresh installation gets a quiz too."""
    prior, table = usual_prior(log_of(())), slate(3, 0).table
    spread = prior.basis.lines(traits_of_table(table, SECTOR_OF)).std(axis=0)
    assert all((spread[place] > 0).sum() >= 2 for place, _ in prior.basis.scales())
    assert len(cards(prior, table, SECTOR_OF)) == 6
    assert fit_prior(log_of(())).traders == 0
    assert len(traits_of_log(log_of(()))) == 0
