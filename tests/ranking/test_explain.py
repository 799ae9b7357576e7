"""The line on every card: short, in plain words, and true."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.options.strategies.kinds import STRATEGIES
from engine.ranking.explain import Place, reason, sight
from engine.ranking.mind import Mind
from engine.ranking.moves import USUAL, why_here
from engine.ranking.stages.memories import memories
from engine.traders.events import Action, Event, Idea
from tests.ideas import DAY, NOW, many, table, taste

VALUES = (0.5, 0.9, 0.5, 0.3, 0.6)


def saved(count: int, of: int, ticker: str = "KO") -> Mind:
    """Who saved so many of so many wheels of the same set-up, and nobody knows anything else of him."""
    events = []
    for at in range(of):
        idea = Idea(f"i{at}", ticker, "wheel", delta=0.25, days=30.0)
        action = Action.SAVE if at < count else Action.SHOWN
        events.append(Event(f"e{at}", "ann", action, NOW - (at + 1) * DAY, idea))
    return Mind(taste(evidence=0.0), memories=memories(events))


def line(mind: Mind, place: Place | None = None, **numbers: object) -> str:
    """The reason for the first of ten wheels; the others have half of these numbers."""
    halves = {name: np.r_[value, np.full(9, value / 2)] for name, value in numbers.items()}
    rows = table(["KO"] * 10, ["wheel"] * 10, **{"delta": 0.25, "iv_rank": 20.0, **halves})
    return reason(sight(rows, mind, np.arange(10)), place or Place(0, VALUES, False))


def test_what_was_done_with_the_last_ones_comes_first() -> None:
    """The example of the specification, from counted events and a column."""
    assert line(saved(6, 8), vrp=1.5) == "You saved 6 of the last 8 like it; premium is rich."


def test_a_wider_kind_speaks_where_the_set_up_is_new() -> None:
    """The set-up was never met, its ticker with that strategy was."""
    assert line(saved(4, 4), delta=0.5) == "You saved 4 of the last 4 wheels on KO."


def test_how_his_trades_ended_is_counted_too() -> None:
    """Four of five made a profit, in another set-up of the same ticker and strategy."""
    events = []
    for at in range(5):
        idea = Idea(f"i{at}", "KO", "wheel", delta=0.6, days=30.0)
        events += [Event(f"s{at}", "ann", Action.SHOWN, NOW - 40 * DAY + at, idea),
                   Event(f"e{at}", "ann", Action.PROFIT if at else Action.LOSS, NOW - DAY + at, idea)]  # fmt: skip
    mind = Mind(taste(evidence=0.0), memories=memories(events))
    assert line(mind) == "Your last 5 wheels on KO: 4 made a profit."


def test_only_what_stands_out_among_the_ideas_at_hand_is_told_of_the_market() -> None:
    """Where every premium is rich, that is no reason for one of them."""
    rows = table(["KO"] * 10, ["wheel"] * 10, vrp=np.r_[2.0, np.full(9, 1.9)], iv_rank=np.r_[80.0, np.full(9, 90.0)])
    seen = sight(rows, Mind(taste(evidence=0.0)), np.arange(10))
    assert reason(seen, Place(0, VALUES, False)) == "Premium is rich; scores highest in risk and timing."
    assert reason(seen, Place(1, VALUES, False)) == "Scores highest in risk and timing."


def test_the_market_speaks_for_an_idea_from_its_own_side() -> None:
    """Rich premium is no praise for who pays it, and a buyer likes volatility to be cheap."""

    def told(strategy: str, **numbers: float) -> str:
        halves = {name: np.r_[value, np.full(9, 50.0 if name == "iv_rank" else 1.0)] for name, value in numbers.items()}
        rows = table(["KO"] * 10, [strategy] * 10, **{"iv_rank": 50.0, **halves})
        return reason(sight(rows, Mind(taste(evidence=0.0)), np.arange(10)), Place(0, VALUES, False))

    nothing = "Scores highest in risk and timing."
    for strategy in (name for name, kind in STRATEGIES.items() if not kind.is_credit):
        assert told(strategy, vrp=1.9) == told(strategy, iv_rank=95.0) == nothing
        assert told(strategy, iv_rank=8.0).startswith("IV rank only 8; ")
    for strategy in (name for name, kind in STRATEGIES.items() if kind.is_credit):
        assert told(strategy, vrp=1.9).startswith("Premium is rich; ")
        assert told(strategy, vrp=0.5) == told(strategy, iv_rank=8.0) == nothing
    assert told("long_put", vrp=0.5).startswith("Premium is cheap; ")
    assert told("calendar", vrp=0.5) == nothing


def test_little_or_nothing_done_is_not_told_as_a_reason() -> None:
    """One of eight speaks against an idea, two of two say little."""
    assert line(saved(1, 8)) == "Scores highest in risk and timing."
    assert line(saved(2, 2)) == "Scores highest in risk and timing."


def test_nothing_is_said_of_a_taste_nobody_knows() -> None:
    """Without evidence the affinities are the crowd's."""
    values = (0.9, 0.95, 0.9, 0.95, 0.95)
    assert "like" not in line(Mind(taste(evidence=0.0)), Place(0, values, False))
    assert "usual" not in line(Mind(taste(evidence=1.8)), Place(0, values, False))
    known = line(Mind(taste(evidence=9.0)), Place(0, values, False))
    assert known.startswith("You like wheels")


def test_a_fit_is_claimed_of_those_of_whom_something_is_known() -> None:
    """The score of somebody new is anybody's."""
    plain = (0.5, 0.8, 0.5, 0.3, 0.7)
    assert line(Mind(taste(evidence=0.0)), Place(0, plain, False)) == "Scores highest in risk and timing."
    assert line(Mind(taste(evidence=1.5)), Place(0, plain, False)) == "Fits best in risk and timing."


def test_what_is_not_known_of_an_idea_is_no_part_it_is_best_in() -> None:
    """An unknown number counts a half, which is not a fit."""
    values = (0.3, 0.5, 0.2, 0.4, 0.1)
    assert line(Mind(taste(evidence=1.5)), Place(0, values, False), delta=float("nan")) == (
        "Fits best in premium and strategy."
    )


def test_a_win_rate_is_told_where_it_beats_the_chance_that_the_market_says() -> None:
    """Seven in ten is no praise for an idea that wins seven in ten times by its own price."""
    mind, place = Mind(taste(evidence=0.0)), Place(0, VALUES, False)
    assert line(mind, place, pop=0.5, win_rate=0.7, win_n=400.0) == "70 % of 400 ideas like it made a profit."
    for pop, n in ((0.72, 400.0), (0.69, 400.0), (0.5, 20.0)):
        assert "made a profit" not in line(mind, place, pop=pop, win_rate=0.7, win_n=n)


def test_exploring_says_so_first() -> None:
    """A visible mark needs its words."""
    mind = Mind(taste(evidence=0.0))
    assert line(mind, Place(0, VALUES, True)).startswith("Exploring: wheels are new to you")


@given(seed=st.integers(0, 10**6), exploring=st.booleans())
def test_every_line_has_at_most_55_characters_and_ends_with_a_full_stop(seed: int, exploring: bool) -> None:
    """Cards are as wide as they are."""
    rows = many(20, seed).having({"vrp": np.full(20, 1.5), "win_rate": np.full(20, 0.7), "win_n": np.full(20, 1234.0)})
    for row in range(20):
        values = tuple(np.random.default_rng(seed + row).random(5).tolist())
        told = reason(sight(rows, Mind(taste(seed)), np.arange(20)), Place(row, values, exploring))
        assert 5 < len(told) <= 55
        assert told.endswith(".")
        assert told.count(".") == 1


def test_what_moved_an_idea_most_is_told_first() -> None:
    """From 9 to 2: six places by profit, two by the models, one back by diversity."""
    steps = {"score": 9, "blend": 7, "profit": 1, "book": 1, "diversity": 2, "exploring": 2}
    assert why_here(steps, USUAL) == (USUAL["profit"][0], USUAL["blend"][0])


def test_a_way_of_two_places_needs_no_words() -> None:
    """Nearby is near, however it came about; three places down is far."""
    stages = ("score", "blend", "profit", "book", "diversity", "exploring")
    assert why_here(dict(zip(stages, (3, 30, 1, 1, 1, 1), strict=True)), USUAL) == ()
    down = why_here(dict(zip(stages, (1, 1, 1, 4, 4, 4), strict=True)), USUAL)
    assert down == (USUAL["book"][1],)
