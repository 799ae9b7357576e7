"""Whatever an exchange sends: candles that can be used, or one clear error; never a number that is none."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.core.errors import ToptionError
from engine.gateways.exchange.replies import read_page
from engine.market.bars import Bars
from tests.builders import START_MS

HOUR = 3_600_000
CELL = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just([]) | st.just({})
TIMES = st.integers(0, 50).map(lambda hour: START_MS + hour * HOUR) | CELL
ROW = st.tuples(TIMES, *[st.floats(90, 110) | CELL] * 5).map(list) | st.lists(CELL, max_size=8) | CELL
GOOD = [START_MS, 100.0, 101.0, 99.0, 100.0, 5.0]


@given(st.lists(ROW | st.just(GOOD), max_size=8) | CELL)
def test_any_answer_is_usable_candles_or_an_error_of_ours(answer: object) -> None:
    """No NaN, no zero price, no time outside the trade of coins reaches the library; nothing else is raised."""
    try:
        page = read_page(answer, 1, "binance", "1h")
    except ToptionError:
        return
    assert isinstance(answer, list)
    assert len(page.time) + sum(len(each.times) for each in page.repairs if "set aside" in each.what) == len(answer)
    for number, row in enumerate(page.values):
        Bars("X", "1h", page.time[number : number + 1], *(np.array([cell]) for cell in row))


def test_one_broken_newest_candle_is_set_aside_by_itself() -> None:
    """A refresh of one hour must not fail because that hour is broken."""
    page = read_page([[*GOOD[:4], None, 5.0]], 1, "binance", "1h")
    assert (len(page.time), len(page.repairs)) == (0, 1)
    assert page.seen.tolist() == [START_MS]
