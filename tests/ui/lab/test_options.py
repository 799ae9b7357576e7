"""How runs are set up: an address carries everything, and asks for nothing that cannot be."""

from dataclasses import replace

import pytest

from engine.bots.parameters import BotParameters
from engine.bots.sweep.grid import Axis, axis
from engine.core.errors import ParameterError
from engine.market.bars import DAY_MS
from pages.ui.lab.maps import MAPS
from pages.ui.lab.options import (
    FOLDS,
    SHARES,
    SHUFFLES,
    Options,
    as_query,
    from_query,
    options_of,
    request_of,
    sides_of,
)

UNTIL = 1_000 * DAY_MS
MARKET = ("SIM-BTC", "1h", UNTIL)
SIDES = MAPS["Window × band width"]
OTHER = Options("last year", 0.2, 300, 6, "sharpe", 0.0, 0.0004, 3.5, 500.0, core=True, styles=True)


def test_a_usual_set_up_leaves_the_address_alone_and_any_other_comes_back_from_it() -> None:
    """A reload and a link must run the very same thing."""
    assert as_query(Options()) == {}
    assert from_query(as_query(OTHER)) == (OTHER, ())


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"held": "much"}, "held must be a share such as 0.25"),
        ({"period": "for ever"}, "period must be one of"),
        ({"core": "perhaps"}, "core must be true or false"),
        ({"taker": "0.9"}, "taker_fee must be 0 to 0.05"),
        ({"shuffles": "many"}, "shuffles must be a whole number"),
    ],
)
def test_an_address_that_asks_for_nonsense_is_told_and_runs_as_usual(query: dict[str, str], told: str) -> None:
    """A mistyped link must not end the page, nor run something that nobody asked for in silence."""
    options, problems = from_query(query)
    assert options == Options()
    assert told in " ".join(problems)


def test_a_request_says_what_its_controls_say_and_back() -> None:
    """A run opened by link shows its own set-up in the controls."""
    wanted = request_of(MARKET, BotParameters(), SIDES, OTHER)
    assert (wanted.first_ms, wanted.held_back, wanted.shuffles) == (UNTIL - 365 * DAY_MS, 0.2, 300)
    assert [each.name for each in wanted.axes] == ["window", "k_sigma", "style"]
    assert options_of(wanted, UNTIL) == OTHER
    sides = sides_of(wanted.axes)
    assert sides is not None
    assert tuple(each.axis for each in sides) == tuple(each.axis for each in SIDES)


def test_what_is_offered_can_be_run() -> None:
    """A choice from a list that is refused afterwards is a trap."""
    for shuffles, folds, held in ((a, b, c) for a in SHUFFLES for b in FOLDS for c in SHARES.values()):
        request_of(MARKET, BotParameters(), SIDES, replace(Options(), shuffles=shuffles, folds=folds, held=held))


def test_a_set_up_that_cannot_be_is_refused_in_one_line() -> None:
    """The lab's own refusal reaches the screen."""
    with pytest.raises(ParameterError, match="held back must be"):
        request_of(MARKET, BotParameters(), SIDES, replace(Options(), held=0.9))


def test_a_run_of_one_setting_has_no_two_sides() -> None:
    """Such runs come from the command line; they are shown as they are."""
    assert sides_of((axis("window", "5:30"),)) is None
    assert sides_of((axis("window", "5,9,30"), Axis("allow_short", (False, True)))) is not None
