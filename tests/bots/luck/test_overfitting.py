"""The probability of overfitting: 0 where the best is really best, about one half where there is nothing to choose."""

from itertools import combinations

import numpy as np
import pytest

from engine.bots.luck.overfitting import overfitting
from engine.bots.sweep.swept import Floats
from engine.core.chance import generator
from engine.core.errors import DataError


def plainly(daily: Floats, parts: int) -> tuple[list[float], list[float]]:
    """The paper's recipe word for word, one split at a time: logits and the chosen's ratio afterwards."""
    returns, cuts = np.expm1(daily), np.rint(np.linspace(0, daily.shape[1], parts + 1)).astype(int)
    logits, after = [], []
    for taken in combinations(range(parts), parts // 2):
        inside = np.zeros(daily.shape[1], dtype=bool)
        for part in taken:
            inside[cuts[part] : cuts[part + 1]] = True
        ratios = [part.mean(axis=1) / part.std(axis=1, ddof=1) for part in (returns[:, inside], returns[:, ~inside])]
        best = int(ratios[0].argmax())
        w = (1 + (ratios[1] < ratios[1][best]).sum()) / (len(daily) + 1)
        logits.append(float(np.log(w / (1 - w))))
        after.append(float(ratios[1][best]))
    return logits, after


@pytest.mark.parametrize(("parts", "days"), [(4, 33), (6, 100), (8, 83)])
def test_it_is_the_papers_recipe(parts: int, days: int) -> None:
    """Every split, no sums, no halves of halves; the splits come in another order."""
    daily = generator(parts, "recipe").standard_normal((7, days)) / 100
    logits, after = plainly(daily, parts)
    found = overfitting(daily, parts)
    assert np.sort(found.logits) == pytest.approx(np.sort(logits))
    assert np.sort(found.chosen[:, 1]) == pytest.approx(np.sort(after))
    assert found.probability == pytest.approx(np.mean(np.array(logits) <= 0))
    assert found.splits == len(logits)


def test_sixteen_parts_are_12870_splits() -> None:
    """Bailey and others 2015."""
    assert overfitting(generator(1, "splits").standard_normal((5, 200)) / 100).splits == 12_870


def test_one_that_is_always_best_is_never_overfitted() -> None:
    """By hand: the first earns 1 % more every day. Its logit is ln(w / (1 - w)) with w = 5 / 6 in every split."""
    daily = generator(2, "best").standard_normal((5, 160)) / 1000
    daily[0] += 0.01
    found = overfitting(daily)
    assert (found.probability, found.share_loss) == (0.0, 0.0)
    assert found.logits == pytest.approx(np.log(5))


def test_one_that_wins_one_half_and_loses_the_other_is_overfitted() -> None:
    """Each is brilliant in one part and bad everywhere else: the best of the past is the worst of the future."""
    daily = np.full((8, 160), -0.001) + generator(3, "bad").standard_normal((8, 160)) * 1e-5
    for row in range(8):
        daily[row, row * 20 : row * 20 + 20] += 0.02
    found = overfitting(daily, 8, "total_return")
    assert found.probability == 1.0
    assert found.slope is not None
    assert found.slope < 0


def test_on_noise_it_is_one_half_on_average() -> None:
    """40 records of nothing, within four standard errors; a single record may be far from it."""
    found = [overfitting(generator(seed, "pbo").standard_normal((20, 320)) / 100, 8).probability for seed in range(40)]
    assert np.mean(found) == pytest.approx(0.5, abs=4 * np.std(found, ddof=1) / np.sqrt(40))
    assert np.std(found) > 0.1


def test_its_range_knows_that_the_splits_share_their_days() -> None:
    """12,870 splits are not 12,870 records: a binomial range would be 2 points wide."""
    found = overfitting(generator(5, "range").standard_normal((20, 320)) / 100)
    assert found.interval.low is not None
    assert found.interval.high is not None
    assert found.interval.low <= found.probability <= found.interval.high
    assert found.interval.high - found.interval.low > 0.1


def test_bots_that_all_lose_are_not_overfitted_and_lose() -> None:
    """What the number does not say, and why the share of losses stands beside it."""
    daily = -np.arange(1, 7)[:, np.newaxis] * 0.002 + generator(6, "lose").standard_normal((6, 320)) / 1000
    found = overfitting(daily)
    assert (found.probability, found.share_loss) == (0.0, 1.0)


def test_who_never_moved_is_left_out_and_who_paused_is_not_chosen() -> None:
    """An idle bot does not win by default where all others lose."""
    losing = -0.001 + generator(7, "idle").standard_normal((3, 160)) / 10_000
    assert overfitting(np.vstack((losing, np.zeros((4, 160)), np.full((1, 160), np.nan)))).probability == pytest.approx(
        overfitting(losing).probability
    )
    paused = losing.copy()
    paused[0, :150] = 0.0
    assert (overfitting(paused, 16, "total_return").chosen[:, 0] < 0).all()


def test_too_little_is_refused() -> None:
    """In one line each."""
    daily = generator(8, "few").standard_normal((3, 160)) / 100
    with pytest.raises(DataError, match="an even number from 4 on, was 5"):
        overfitting(daily, 5)
    with pytest.raises(DataError, match="two configurations that traded and 32 days, was 3 and 31"):
        overfitting(daily[:, :31])
    with pytest.raises(DataError, match="was 1 and 160"):
        overfitting(np.vstack((daily[:1], np.zeros((2, 160)))))
