"""The verdict follows from the evidence by rule, and says which; every border is tested from both sides."""

import re
from dataclasses import replace

import numpy as np
import pytest

from engine.bots.luck.evidence import Asked, LuckEvidence, Record
from engine.bots.luck.look_ahead import LookAhead
from engine.bots.luck.neighbours import Neighbourhood
from engine.bots.luck.order import OrderTest
from engine.bots.luck.overfitting import Overfitting
from engine.bots.luck.permutation import LuckTest
from engine.bots.luck.surrogates import Kind
from engine.bots.luck.verdict import verdict
from engine.bots.luck.walk_forward import Fold, WalkForward
from engine.bots.measure.deflated import Deflated
from engine.bots.measure.sensitivity import Variant
from engine.bots.parameters import BotParameters
from engine.core.interval import Interval


def luck(hits: int, count: int = 99, kind: Kind = "shuffle") -> LuckTest:
    return LuckTest(kind, "total_return", 0.184, np.r_[np.full(hits, 0.2), np.linspace(-0.1, 0.18, count - hits)])


def record(made: float, days: float = 365.0) -> Record:
    return Record(days, Interval(made, made - 0.03, made + 0.03, 365), Interval(1.0, -0.5, 2.5, 365), 40, Interval(0.1))


FOLD = Fold(0, 1, 3, 1.4, 1.1, 0.01)
WALK = WalkForward((FOLD,) * 12, 1.4, Interval(1.1, -0.2, 2.4, 547), np.full(547, 1e-4), 0)
GOOD = LuckEvidence(
    Asked(), 676, 640, 212.3, 0.07, 100, BotParameters(), record(0.184), record(0.021), luck(2), luck(5, kind="signs"),
    WALK, Overfitting(0.2, Interval(0.2, 0.05, 0.45, 8), 12_870, np.zeros(4), np.zeros((4, 2)), 0.11, -0.2),
    Deflated(0.09, 0.07, 640, 212.3, 0.81), Neighbourhood(0.184, 0.15, 0.12, 0.17, 4, False),
    (Variant("without costs", 0.31, 60), Variant("twice the fees", 0.05, 60)),
    OrderTest(0.12, 0.08, 0.13, 0.21, Interval(0.6, 0.58, 0.62, 2000), 60, 2000), LookAhead((10, 20), 90, ()), 365,
)  # fmt: skip


def test_where_all_agrees_it_is_better_than_luck() -> None:
    """Badge, headline and second line, word for word."""
    found = verdict(GOOD)
    assert (found.kind, found.badge) == ("edge", "Better than luck")
    assert (
        found.headline
        == "The best of 676 settings made +18.4 % on the past. Luck alone finds as much in 2 of 99 tries."
    )
    assert found.second_line == (
        "p = 0.030 (95 %: 0.006 to 0.071) after counting all 676 trials. On the months held back the same setting made"
        " +2.10 % (95 %: −0.90 to +5.10 %). Worth a closer look beside your bot."
    )
    assert "above 0.05 it would be open again" in found.what_would_change[0]


def test_what_luck_does_often_is_luck() -> None:
    """The sentence of the specification, with its range."""
    found = verdict(replace(GOOD, luck=luck(40), held=record(-0.021)))
    assert (found.kind, found.badge) == ("luck", "Not better than luck")
    assert found.headline.endswith("Luck alone finds as much in 40 of 99 tries.")
    assert found.second_line.startswith("p = 0.41 (95 %: 0.31 to 0.50) after counting all 676 trials.")
    assert found.second_line.endswith("made −2.10 % (95 %: −5.10 to +0.90 %). We would not change your bot for this.")
    assert found.what_would_change[0].startswith("On this past the best had to reach more than +20.0 %")
    assert "without any the same setting made +31.0 %" in found.what_would_change[2]


@pytest.mark.parametrize(("hits", "kind"), [(4, "edge"), (5, "could_be_luck"), (9, "could_be_luck"), (10, "luck")])
def test_p_has_two_borders(hits: int, kind: str) -> None:
    """Of 99: 4 hits are p = 0.05, 9 are 0.10; one more each crosses."""
    assert verdict(replace(GOOD, luck=luck(hits))).kind == kind


@pytest.mark.parametrize(("made", "kind"), [(0.0001, "edge"), (0.0, "nothing"), (-0.02, "nothing")])
def test_a_best_that_made_nothing_is_nothing(made: float, kind: str) -> None:
    """However rare: without a gain there is nothing to judge."""
    assert verdict(replace(GOOD, past=record(made))).kind == kind


def test_nothing_says_what_stands_between() -> None:
    """Costs where they do; else other rules."""
    lost = replace(GOOD, past=record(-0.02))
    found = verdict(lost)
    assert found.headline == "None of 676 settings made money on the past."
    assert found.second_line.startswith("The best of them made −2.00 % after costs.")
    assert found.what_would_change[0].startswith("Costs: without any the same setting made +31.0 %.")
    bare = verdict(replace(lost, variants=(Variant("without costs", -0.01, 60),)))
    assert bare.what_would_change == ("Other styles, exits or markets: cheaper trading would not be enough.",)


AGAINST = {
    "mirrored": (replace(GOOD, signs=luck(9)), replace(GOOD, signs=luck(10)), "mirrored candles"),
    "held back": (replace(GOOD, held=record(0.0001)), replace(GOOD, held=record(0.0)), "gain on what was held back"),
    "held back, idle": (GOOD, replace(GOOD, held=replace(record(0.0), trades=0)), "it did not trade there"),
    "nothing held back": (GOOD, replace(GOOD, held=None), "nothing was held back"),
    "unseen": (
        replace(GOOD, walk=replace(WALK, out_of_sample_sharpe=Interval(0.56, 0.56 - 1.2963, 1.8563, 547))),
        replace(GOOD, walk=replace(WALK, out_of_sample_sharpe=Interval(0.55, 0.55 - 1.2963, 1.8463, 547))),
        "with a chance of 80 %; it is 80 % (Sharpe ratio 0.55",
    ),
    "no walk": (GOOD, replace(GOOD, walk=None), "too few days"),
    "overfitted": (
        replace(GOOD, overfit=replace(GOOD.overfit, share_loss=0.49, probability=0.9)),  # type: ignore[type-var]
        replace(GOOD, overfit=replace(GOOD.overfit, share_loss=0.5)),  # type: ignore[type-var]
        "less often than a coin would; it does in 50 %",
    ),
    "not crossed": (GOOD, replace(GOOD, overfit=None), "too few days"),
    "lone": (GOOD, replace(GOOD, neighbours=replace(GOOD.neighbours, is_lone_peak=True)), "a lone peak"),
    "foreseen": (GOOD, replace(GOOD, look_ahead=LookAhead((10, 20), 90, (20,))), "which is a defect"),
}  # fmt: skip


@pytest.mark.parametrize("name", AGAINST)
def test_one_thing_against_it_and_it_could_be_luck(name: str) -> None:
    """Each on both sides of its border, and each says what it would take."""
    good, bad, told = AGAINST[name]
    assert verdict(good).kind == "edge"
    found = verdict(bad)
    assert (found.kind, found.badge) == ("could_be_luck", "Could be luck")
    assert len(found.what_would_change) == 1
    assert told in found.what_would_change[0]


def test_every_question_has_its_sentence_and_every_number_its_range() -> None:
    """Nine reasons; what could not be asked says why."""
    told = verdict(GOOD).reasons
    assert (
        told[0]
        == "676 settings were tried, worth 212 independent ones; 640 traded, and 7.0 % of all made money after costs."
    )
    assert "a Sharpe ratio of 1.40 where it was chosen became 1.10 (95 %: −0.20 to 2.40) on 547 days" in told[2]
    assert "In 12,870 ways to halve the days" in told[3]
    assert "20 % (95 %: 5.0 to 45 %), and lost money there in 11 %" in told[3]
    assert "1.72 a year at daily closes; by formula, luck shows 1.34" in told[4]
    assert "+12.0 % to +17.0 % (median +15.0 %): no lone peak" in told[5]
    assert "without costs +31.0 %, twice the fees +5.00 %" in told[6]
    assert "deeper in 60 % (95 %: 58 to 62 %) of orders" in told[7]
    bare = replace(GOOD, walk=None, overfit=None, deflated=None, effective=None, order=None)
    bare = replace(bare, neighbours=Neighbourhood(0.1, None, None, None, 0, False))
    assert sum("too few" in each or "no neighbours" in each for each in verdict(bare).reasons) == 5


def test_by_sharpe_it_speaks_of_sharpe() -> None:
    """What was to be highest is what is said."""
    found = verdict(replace(GOOD, asked=Asked("sharpe"), luck=replace(luck(40), observed=0.184, objective="sharpe")))
    assert found.headline.startswith("The best of 676 settings had a Sharpe ratio of 0.18 a year on the past.")


def test_no_sentence_has_a_hyphen_for_a_minus_or_an_empty_number() -> None:
    """What a person reads is typeset as such."""
    lost = replace(GOOD, past=record(-0.02), held=record(-0.3))
    for found in (verdict(GOOD), verdict(lost), verdict(replace(GOOD, luck=luck(50)))):
        for text in (found.headline, found.second_line, *found.reasons, *found.what_would_change):
            assert not re.search(r"-\d|nan|None\b(?! of)|\d%", text), text
