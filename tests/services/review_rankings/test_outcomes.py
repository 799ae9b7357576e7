"""Outcomes out of a file: two versions of a bot on paper, day by day, compared as any experiment is."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.stats import ttest_ind

from engine.core.errors import DataError
from engine.experiments.analysis.sequential import boundaries
from engine.services.review_rankings.outcomes import Outcomes, Terms, analyse_file, bound_of, looks


def file_of(folder: Path, effect: float, seed: int = 1, n: int = 400, with_past: bool = False) -> Path:
    """Daily returns of two versions, days given to either by turns; the second earns `effect` more."""
    rng = np.random.default_rng(seed)
    market = rng.normal(0, 0.01, n)
    table = pd.DataFrame({
        "unit": [f"2026-{number:04d}" for number in range(n)], "variant": np.where(np.arange(n) % 2, "v7", "v6"),
        "value": market + rng.normal(0, 0.004, n) + effect * (np.arange(n) % 2),
    })  # fmt: skip
    if with_past:
        table["before"] = market
    table.to_csv(folder / "days.csv", index=False)
    return folder / "days.csv"


def judged(folder: Path, effect: float, terms: Terms | None = None, **more: bool) -> Outcomes:
    """The file, read and judged."""
    return analyse_file(file_of(folder, effect, **more), terms or Terms())  # type: ignore[arg-type]  # one flag


def test_a_file_is_judged_by_welchs_test(tmp_path: Path) -> None:
    """The same p as scipy's, the same means as the file's."""
    found = judged(tmp_path, 0.002)
    table = pd.read_csv(tmp_path / "days.csv")
    one, two = (table.loc[table["variant"] == name, "value"] for name in ("v6", "v7"))
    (told,) = found.compared
    assert told.p_value == pytest.approx(ttest_ind(one, two, equal_var=False).pvalue)
    assert told.absolute.effect == pytest.approx(two.mean() - one.mean())
    assert told.verdict.reasons[0].startswith("v7 against v6: +0.00")


def test_a_planted_effect_is_found_and_its_absence_is_not(tmp_path: Path) -> None:
    """Six standard errors; and what less would be is better where that is said."""
    assert judged(tmp_path, 0.006).compared[0].verdict.call == "ship"
    assert judged(tmp_path, 0.006, Terms(is_higher_better=False)).compared[0].verdict.call == "roll back"
    assert judged(tmp_path, 0.0).compared[0].verdict.call == "no difference"


def test_the_market_of_the_day_explains_most_of_the_noise(tmp_path: Path) -> None:
    """With what was known before, the range is less than half as wide."""
    plain, told = judged(tmp_path, 0.001), judged(tmp_path, 0.001, with_past=True)
    widths = [each.compared[0].absolute.high - each.compared[0].absolute.low for each in (plain, told)]
    assert told.compared[0].saved > 0.7
    assert widths[1] < 0.6 * widths[0]


def test_before_the_plan_is_over_more_is_asked(tmp_path: Path) -> None:
    """A quarter of the units in: the range is as wide as an early look's must be."""
    early, late = judged(tmp_path, 0.002, Terms(planned=1600)), judged(tmp_path, 0.002)
    assert early.share == 0.25
    assert early.compared[0].absolute.high > 2 * late.compared[0].absolute.high - late.compared[0].absolute.effect
    assert early.compared[0].verdict.call == "keep running"


def test_units_that_got_lost_are_noticed(tmp_path: Path) -> None:
    """Equal shares were meant, and one variant has a third fewer."""
    table = pd.read_csv(file_of(tmp_path, 0.01, n=1200))
    table[(table["variant"] == "v6") | (np.arange(1200) % 3 > 0)].to_csv(tmp_path / "days.csv", index=False)
    found = analyse_file(tmp_path / "days.csv", Terms())
    assert found.ratio.is_broken
    assert found.compared[0].verdict.call == "mend first"


@pytest.mark.parametrize(("text", "told"), [
    ("unit,variant\n1,a\n", "value is missing"), ("unit,variant,value\n1,a,1\n1,b,2\n", "a unit counts once"),
    ("unit,variant,value\n1,a,1\n2,b,x\n", "value must be a number"), ("unit,variant,value\n1,a,1\n2,a,2\n", "another"),
    ("unit,variant,value\n1,a,1\n2,b,2\n3,b,2\n", "a has fewer"), ("unit,variant,value\n", "no rows"),
    ("unit,variant,value,VALUE\n1,a,1,2\n", "value' is there twice"),
    ("unit,variant,value\n1,,1\n", "variant is empty"),
    ("unit,variant,value\n,a,1\n", "unit is empty"), ("unit,variant,value\n1,a,1e308\n", "value must be a number"),
])  # fmt: skip
def test_a_file_that_says_nothing_is_refused(tmp_path: Path, text: str, told: str) -> None:
    """In one line."""
    (tmp_path / "days.csv").write_text(text, "utf-8")
    with pytest.raises(DataError, match=told):
        analyse_file(tmp_path / "days.csv", Terms())


def test_a_plan_of_no_units_is_none(tmp_path: Path) -> None:
    """A share of nothing cannot be told."""
    for planned in (0, -5):
        with pytest.raises(DataError, match="1 or more"):
            judged(tmp_path, 0.0, Terms(planned=planned))


def test_files_that_come_one_after_another_err_no_more_often_than_one() -> None:
    """A look at each of eight files of no effect: what the earlier ones spent is gone, so that 5 % holds for all."""
    terms = Terms(planned=160, earlier=tuple(range(20, 160, 20)))
    rng = np.random.default_rng(8)
    ends = np.arange(20, 161, 20)
    values = rng.normal(0, 1, (20_000, 160)) * np.where(np.arange(160) % 2, 1, -1)
    z = np.abs(values.cumsum(1)[:, ends - 1] / np.sqrt(ends))
    bounds = boundaries(looks(1.0, terms))
    alone = [boundaries((each / 160,))[0] for each in ends.tolist()]
    assert (z > bounds).any(1).mean() < 0.054
    assert (z > alone).any(1).mean() > 0.056
    assert looks(0.5, Terms(planned=160, earlier=(40, 40, 100, 60, 80))) == (0.25, 0.375, 0.5)


def test_after_the_last_look_no_file_is_judged(tmp_path: Path) -> None:
    """A second look at the end would be judged as if it were the first: all of the error is spent by then."""
    with pytest.raises(DataError, match="over with the file of 400"):
        judged(tmp_path, 0.0, Terms(planned=400, earlier=(200, 400)))


def test_a_file_beyond_the_plan_is_judged_by_the_plans_last_bound(tmp_path: Path) -> None:
    """It runs past the end with what it holds, after earlier looks: more is asked than 1.96, and false alarms hold."""
    terms, ends = Terms(planned=160, earlier=(40, 80, 120)), np.array([40, 80, 120, 240])
    last = bound_of(240, terms, 0.05)
    assert last > 1.97
    bounds = [bound_of(int(each), replace(terms, earlier=tuple(ends[ends < each].tolist())), 0.05) for each in ends]
    walk = np.random.default_rng(3).normal(0, 1, (40_000, 240)).cumsum(1)
    assert (np.abs(walk[:, ends - 1] / np.sqrt(ends)) > bounds).any(1).mean() < 0.053


def test_a_look_after_others_has_a_wider_range(tmp_path: Path) -> None:
    """The same file, first of all and after seven others."""
    one, other = (judged(tmp_path, 0.0, Terms(planned=400, earlier=each)) for each in ((), tuple(range(50, 400, 50))))
    first, last = (each.compared[0].absolute for each in (one, other))
    assert last.high - last.low > 1.01 * (first.high - first.low)
