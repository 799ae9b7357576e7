"""Six cards tell apart what the crowd is divided on, and their answers count at once."""

from functools import cache

import numpy as np

from benchmarks.worlds.course import crowd
from benchmarks.worlds.learners import QUIZ_DAY, quizzed
from benchmarks.worlds.responses import person
from benchmarks.worlds.slates import SECTOR_OF, slate
from benchmarks.worlds.tastes import taste_of
from engine.ranking.content.fitting import fit_prior
from engine.ranking.content.model import ContentModel
from engine.ranking.content.traits import traits_of_table
from engine.ranking.quiz import CARDS, cards, likings, thirds
from engine.traders.events import Action

SEED = 21


@cache
def model() -> ContentModel:
    people = [person(f"crowd {each}", taste_of("five parts", SEED, 10_000 + each), SEED) for each in range(25)]
    return ContentModel(fit_prior(crowd(people, SEED, 8), turns=4))


def test_six_cards_are_six_ideas_apart_in_kind() -> None:
    """They span strategies, tickers, risk and time; asking the same thing twice tells nothing."""
    table = slate(SEED, 3).table
    rows = list(cards(model().prior, table, SECTOR_OF))
    traits = traits_of_table(table, SECTOR_OF).rows(np.array(rows))
    assert len(set(rows)) == CARDS == 6
    assert len(set(traits.ticker.tolist())) == CARDS
    assert np.bincount(traits.strategy).max() <= 2
    for scale in (0, 2):
        third = thirds(traits_of_table(table, SECTOR_OF).numbers[scale])[rows]
        assert np.bincount(third).max() <= 3


def test_cards_narrow_down_more_than_six_at_random() -> None:
    """What is left unknown of how ideas compare is less than after almost any other six."""
    table = slate(SEED, 3).table
    traits = traits_of_table(table, SECTOR_OF)
    together, noise = likings(model().prior, traits)

    def left(rows: list[int]) -> float:
        among = together[np.ix_(rows, rows)] + np.diag(noise[rows])
        after = together - together[:, rows] @ np.linalg.solve(among, together[rows])
        return float(np.trace(after - after.mean(axis=0)))

    rng = np.random.default_rng(3)
    others = [left(rng.choice(len(table), CARDS, replace=False).tolist()) for _ in range(40)]
    assert left(list(cards(model().prior, table, SECTOR_OF))) < np.quantile(others, 0.05)


def test_answers_make_a_better_first_feed() -> None:
    """A minute of answers is worth more than knowing the crowd alone."""
    rows = cards(model().prior, slate(SEED, QUIZ_DAY).table, SECTOR_OF)
    first, gains = slate(SEED, 0), []
    for trader in range(40):
        who, state = person(f"t{trader}", taste_of("five parts", SEED, trader), SEED), model().begin()
        wants = who.wants(first)
        before = np.corrcoef(model().votes(state, first.table, SECTOR_OF), wants)[0, 1]
        for event in quizzed(who, SEED, rows, np.random.default_rng(trader)):
            state = model().update(state, event)
        gains.append(np.corrcoef(model().votes(state, first.table, SECTOR_OF), wants)[0, 1] - before)
    assert np.mean(gains) > 2 * np.std(gains) / np.sqrt(len(gains))


def test_few_ideas_give_few_cards_and_none_gives_none() -> None:
    """A quiet market must not stop anybody from beginning."""
    table = slate(SEED, 3).table
    assert cards(model().prior, table.rows(np.arange(0)), SECTOR_OF) == ()
    assert sorted(cards(model().prior, table.rows(np.arange(3)), SECTOR_OF)) == [0, 1, 2]


def test_thirds_put_the_unknown_in_the_middle() -> None:
    """By hand."""
    assert thirds(np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0, np.nan])).tolist() == [0, 0, 1, 1, 2, 2, 1]
    assert thirds(np.array([np.nan, np.nan])).tolist() == [1, 1]


def test_a_no_to_a_card_says_less_than_a_dismissal_in_the_feed() -> None:
    """Whoever is asked says no often; whoever dismisses unasked means it."""
    who = person("ann", taste_of("five parts", SEED, 0), SEED)
    row = cards(model().prior, slate(SEED, QUIZ_DAY).table, SECTOR_OF)[0]
    start, table = model().begin(), slate(SEED, QUIZ_DAY).table

    def vote(ranker: str) -> float:
        event = quizzed(who, SEED, [row], np.random.default_rng(0))[0]
        told = model().update(
            start, type(event)(event.key, "ann", Action.DISMISS, event.at_ms, event.idea, ranker=ranker)
        )
        return float(model().votes(told, table, SECTOR_OF)[row])

    assert vote("") < vote("quiz") < float(model().votes(start, table, SECTOR_OF)[row])
