"""How many days it takes to tell two configurations apart: the sum, its range, and what is said of it."""

import math

import numpy as np
import pytest

from engine.bots.measure.power import NEEDED, days_for, days_to_tell, power
from engine.core.chance import generator
from engine.core.errors import DataError
from tests.bots.measure.test_comparison import noise, replay

RECORDS = 400


def records(days: int, mean: float, follows: float = 0.0) -> np.ndarray:
    """Daily differences (RECORDS, days) of long-run deviation 1 around `mean`, each following the last one."""
    moves = generator(5, "power", days, follows).normal(0, 1 - follows, (RECORDS, days + 50))
    for day in range(1, days + 50):
        moves[:, day] += follows * moves[:, day - 1]
    return mean + moves[:, 50:]


def test_the_days_are_the_sum_that_textbooks_give() -> None:
    """Half of a deviation apart: (1.96 + 0.84)**2 / 0.25 is 31.4 days; twice as far apart needs a quarter."""
    assert days_for(0.5, 1.0) == pytest.approx(31.396, abs=0.001)
    assert days_for(-0.25, 1.0) == pytest.approx(4 * days_for(0.5, 1.0))
    assert days_for(9.0, 1.0) == 20
    assert days_for(0.0, 1.0) == math.inf


@pytest.mark.parametrize("follows", [0.0, 0.2])
def test_after_so_many_days_four_of_five_records_tell_the_difference(follows: float) -> None:
    """The claim itself, on records of that length; and without a difference, one in twenty does."""
    mean = math.sqrt(NEEDED / 600)
    assert days_for(mean, 1.0) == pytest.approx(600)
    share = np.mean([power(each, 365).is_told for each in records(600, mean, follows)])
    assert abs(share - 0.80) < 3.5 * math.sqrt(0.8 * 0.2 / RECORDS)
    share = np.mean([power(each, 365).is_told for each in records(600, 0.0, follows)])
    assert abs(share - 0.05) < 3.5 * math.sqrt(0.05 * 0.95 / RECORDS)


@pytest.mark.parametrize("longer", [1, 4])
def test_the_range_holds_the_true_number_of_days(longer: int) -> None:
    """Also where the record is far too short to tell anything, as most are."""
    found = [power(each, 365).days for each in records(300, math.sqrt(NEEDED / (300 * longer)))]
    held = [each.low <= 300 * longer <= (each.high or math.inf) for each in found]
    assert np.mean(held) > 0.92


def test_two_that_hardly_differ_may_never_be_told_apart() -> None:
    """No end of the range where nought is in it, and a sentence that does not promise one."""
    found = power(generator(3, "unsure").normal(0, 0.01, 400), 365)
    assert not found.is_told
    assert found.days.high is None
    assert found.days.low is not None
    assert found.sentence.startswith("These 400 days do not tell the two apart. It takes more than ")
    assert found.sentence.endswith("perhaps never.")


def test_a_clear_difference_is_said_with_its_range() -> None:
    """Both ends, the way, and years where days are many."""
    market = noise(1, 400)
    change = generator(9, "change").normal(-0.002, 0.004, 400)
    found = days_to_tell(replay(market), replay(market + change))
    assert found.is_told
    low, high = found.days.low, found.days.high
    assert low < found.days.value < high < 400
    assert f"the second made less. A difference as large is found by {math.ceil(found.days.value)} days" in (
        found.sentence
    )
    assert f"({'95 %'}: {math.ceil(low)} to {math.ceil(high)} days)" in found.sentence
    assert found.a_year.value == pytest.approx(365 * np.log((1 + market + change) / (1 + market)).sum() / 401)


def test_what_never_differs_and_what_is_too_short_is_said_so() -> None:
    """Undefined numbers are undefined, not nought."""
    same = days_to_tell(replay(noise(2, 90)), replay(noise(2, 90)))
    assert (same.a_year.value, same.days.value, same.detectable) == (0.0, None, None)
    assert same.sentence == "The two did the same on every day."
    short = power(np.ones(19), 365)
    assert (short.a_year.value, short.is_told) == (None, False)
    assert short.sentence.startswith("Too little happened: 19 days")
    broke = days_to_tell(replay(noise(2, 90)), replay(np.r_[-1.0, np.zeros(89)]))
    assert broke.sentence.startswith("Equity ran out")


def test_the_smallest_difference_that_such_a_record_tells_is_known_without_the_difference() -> None:
    """What these days could have found is a matter of their noise alone."""
    found = power(generator(4, "noise").normal(0, 0.01, 900), 365)
    assert days_for(found.detectable / 365, found.deviation) == pytest.approx(900)


def test_other_days_are_refused() -> None:
    """Two records of different times differ by their times."""
    with pytest.raises(DataError, match="must cover the same days"):
        days_to_tell(replay(noise(1, 50)), replay(noise(1, 50), first=86_400_000))
