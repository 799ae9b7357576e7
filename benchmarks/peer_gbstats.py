"""gbstats' answers, in its own environment: `python -m benchmarks.peer_gbstats IN.json OUT.json`.

IN holds a list of comparisons, each with `kind` (mean, ratio, adjusted) and the sums of both variants; OUT the answers
(effect, error, p and interval of the fixed test, interval of the sequential one) and the seconds that they took.
Where IN is an object, `looks` holds [control, treated] as n, sum and sum of squares, and the answers say whether the
sequential interval leaves out 0.
"""

import json
import sys
import time
from pathlib import Path

from gbstats.frequentist.tests import FrequentistConfig, SequentialConfig, SequentialTwoSidedTTest, TwoSidedTTest
from gbstats.models.statistics import (
    RatioStatistic,
    RegressionAdjustedStatistic,
    SampleMeanStatistic,
    compute_theta,
)


def statistic(kind, sums):
    """One variant's statistic from n, and the sums, squares and products of its two values."""
    n, one, one2, two, two2, product = sums
    first, second = SampleMeanStatistic(n=n, sum=one, sum_squares=one2), None
    if kind != "mean":
        second = SampleMeanStatistic(n=n, sum=two, sum_squares=two2)
    if kind == "mean":
        return first
    if kind == "ratio":
        return RatioStatistic(n=n, m_statistic=first, d_statistic=second, m_d_sum_of_products=product)
    return RegressionAdjustedStatistic(
        n=n, post_statistic=first, pre_statistic=second, post_pre_sum_of_products=product, theta=0
    )


def answer(case):
    """Relative and absolute effects of one comparison."""
    pair = [statistic(case["kind"], case[side]) for side in ("control", "treated")]
    if case["kind"] == "adjusted":
        theta = compute_theta(*pair)
        for each in pair:
            each.theta = theta
    told = {}
    for name in ("absolute", "relative"):
        fixed = TwoSidedTTest(*pair, FrequentistConfig(difference_type=name)).compute_result()
        always = SequentialTwoSidedTTest(*pair, SequentialConfig(difference_type=name)).compute_result()
        told[name] = [fixed.expected, fixed.uplift.stddev, fixed.p_value, *fixed.ci, *always.ci]
    return told


def seen(look):
    """Whether the sequential interval of one look leaves out 0."""
    pair = [SampleMeanStatistic(n=int(n), sum=one, sum_squares=squares) for n, one, squares in look]
    low, high = SequentialTwoSidedTTest(*pair, SequentialConfig(difference_type="absolute")).compute_result().ci
    return bool(low > 0 or high < 0)


def main():
    """Answer every comparison, or every look."""
    asked = json.loads(Path(sys.argv[1]).read_text())
    start = time.perf_counter()
    told = [seen(look) for look in asked["looks"]] if isinstance(asked, dict) else [answer(case) for case in asked]
    seconds = time.perf_counter() - start
    Path(sys.argv[2]).write_text(json.dumps({"answers": told, "seconds": seconds}, default=float))


if __name__ == "__main__":
    main()
