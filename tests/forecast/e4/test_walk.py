"""Walking forward over many cutoffs: any order, any company, the same answer."""

import numpy as np

from engine.forecast.e4.fit import Fitting, refit_moment
from engine.forecast.e4.forecast import log_quantiles
from engine.forecast.e4.past import pasts
from engine.forecast.e4.walk import walked
from engine.market.bars import Bars

LEVELS = np.array([0.1, 0.5, 0.9])


def test_a_rows_answer_does_not_depend_on_which_others_were_asked(markets: dict[str, Bars]) -> None:
    """To the bit: alone with the future removed, or among many, backwards."""
    every = pasts(markets, is_over=True)
    rows = np.array([1050, 400, 1090, 990])
    found, possible = walked(Fitting(every), every[0].seen, rows, LEVELS)
    assert list(possible) == [True, False, True, True]
    known = {name: bars.until(int(every[0].history.time[990])) for name, bars in markets.items()}
    cut = pasts(known, is_over=True)
    alone, _ = walked(Fitting(cut), cut[0].seen, rows[3:], LEVELS)
    assert np.array_equal(alone[0], found[3])


def test_each_row_is_answered_by_the_model_of_its_time(markets: dict[str, Bars]) -> None:
    """Refitted every 90 days, never with what came after the row."""
    every = pasts(markets, is_over=True)
    fitting = Fitting(every)
    found, _ = walked(fitting, every[1].seen, np.array([1020, 1090]), LEVELS)
    moments = [refit_moment(int(every[1].history.time[row])) for row in (1020, 1090)]
    for row, moment, mine in zip((1020, 1090), moments, found, strict=True):
        model = fitting.state(moment)
        assert model is not None
        assert np.array_equal(log_quantiles(model, every[1].seen, np.array([row]), LEVELS)[0], mine)


def test_rows_without_enough_before_them_are_left_to_e7(markets: dict[str, Bars]) -> None:
    """The pool is too young at first, and so is each market."""
    every = pasts(markets, is_over=True)
    found, possible = walked(Fitting(every), every[2].seen, np.array([100, 370, 690]), LEVELS)
    assert list(possible) == [False, False, True]
    assert np.isnan(found[~possible]).all()
