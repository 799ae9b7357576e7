"""What a setting is named for: reasons, purposes, tallies and idioms move nothing, only what is asked for does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spoken import USUAL, moves

ORDERS = {
    "widen the bands": "k_sigma", "lower the risk": "risk_factor", "lengthen the window": "window",
    "lengthen the cooldown": "cooldown_bars", "set the risk to 0.4": "risk_factor",
}  # fmt: skip
REASONS = (
    "because of the fees, {}", "since the stop got hit so often, {}", "{} because the trades keep losing",
    "the drawdown scared me, {}", "{}, I lost 12 trades this week", "{}: 9 of 12 trades lost money",
    "my account is down 8 percent, {}", "{}, the fees are 0.1 percent", "btc fell 4 percent today, {}",
    "{}, I have 2500 euros in there", "{}, and that is that, full stop", "at the end of the day I say: {}",
    "long story short, {}", "at the risk of repeating myself, {}", "{}, end of story", "stop messing around and {}",
)  # fmt: skip


@given(st.sampled_from(sorted(ORDERS)), st.sampled_from(REASONS))
def test_only_what_is_asked_for_moves(order: str, reason: str) -> None:
    """Fees, losses, stops and idioms beside an order are why it is given."""
    assert set(moves(reason.format(order))) <= {ORDERS[order]}


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("reason", REASONS[:3])
def test_an_order_with_its_reason_is_done(order: str, reason: str) -> None:
    """Asking at every reason would be no reader."""
    assert set(moves(reason.format(order))) == {ORDERS[order]}


@given(st.integers(2, 30), st.integers(2, 30), st.sampled_from(["lost", "lose", "were losers", "went wrong"]))
def test_a_tally_of_trades_sets_nothing(some: int, many: int, verb: str) -> None:
    """Counts of trades are neither percent nor bars."""
    assert moves(f"{some} of {many} trades {verb}") == {}
    assert moves(f"a streak of {some} losing trades") == {}


@given(st.integers(1, 20), st.sampled_from(["{n} dollars", "${n}", "{n} euros", "€{n}", "{n} bucks", "{n} months"]))
def test_money_and_months_are_the_value_of_no_setting(amount: int, unit: str) -> None:
    """A stop of 5 dollars is no stop of 5 percent."""
    said = unit.format(n=amount)
    for name in ("stop loss", "take profit", "window", "trade size", "risk"):
        assert moves(f"set the {name} to {said}") == {}


@pytest.mark.parametrize(("more", "up"), [("more", True), ("less", False)])
@pytest.mark.parametrize("verb", ["tilt", "influence", "move", "sway"])
def test_what_tilts_the_size_is_the_weight_of_the_forecast(verb: str, more: str, up: bool) -> None:
    """The size is what is tilted, and not what is asked for."""
    moved = moves(f"the forecast should {verb} my trade size {more}")
    assert set(moved) <= {"ml_weight"}
    assert not moved or (float(moved["ml_weight"]) > USUAL.ml_weight) is up


@pytest.mark.parametrize(
    "words", ["no risk no fun", "hold your horses", "that's the long and the short of it", "it was a tight race",
              "stop it", "keep up the good work", "I went window shopping", "let me size up the market first",
              "kurz und gut", "unterm Strich passt es", "al fin y al cabo no importa", "au bout du compte ça va",
              "no fim das contas tanto faz", "总之还好", "a long shot", "better safe than sorry"],
)  # fmt: skip
def test_an_idiom_changes_nothing(words: str) -> None:
    """It names a thing and means another."""
    assert moves(words) == {}


@pytest.mark.parametrize(
    "order", ["increase the {} of the {}", "lower the {} of the {}", "the {} of the {} should be larger"]
)
@pytest.mark.parametrize(("thing", "owner"), [("volume", "alerts"), ("size", "letters"), ("window", "browser")])
def test_what_belongs_to_something_unknown_is_no_setting(order: str, thing: str, owner: str) -> None:
    """The volume of the alerts is no trade size."""
    assert moves(order.format(thing, owner)) == {}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("make the trailing stop hug the price", "trailing_stop_pct"), ("drop the trailing stop", "trailing_stop_pct"),
        ("tolerate a bigger drawdown before halting", "max_drawdown_pct"), ("heavier tickets", "base_trade_size"),
        ("k sigma plus .3", "k_sigma"), ("half as big again for the trade size", "base_trade_size"),
        ("half a point off the stop loss", "stop_loss_pct"), ("tighter bands - window off limits", "k_sigma"),
    ],
)  # fmt: skip
def test_only_the_setting_that_is_named_moves(words: str, name: str) -> None:
    """A phrase beside a name, an ending, a dash or a spelled sum must not lead to another setting."""
    assert set(moves(words)) <= {name}


@pytest.mark.parametrize(
    "words", ["window 12 to 14", "window 12-14", "make the risk factor a quarter", "window 12 or 14"]
)
def test_a_range_and_a_bare_share_are_asked(words: str) -> None:
    """Twelve or fourteen, a quarter of it or of one: either would be a guess."""
    assert moves(words) == {}


def test_from_where_it_stands_to_another_number_is_a_move() -> None:
    """A "window 15 to 12" on 15 can only mean one thing."""
    assert moves("window 15 to 12") == moves("window from 15 to 12") == {"window": 12}


MEANS = {
    "raising the risk factor": "risk_factor", "lowering the target": "take_profit_pct",
    "moving the stop closer": "stop_loss_pct", "lengthening the window": "window",
    "raising the cooldown": "cooldown_bars", "tightening the bands": "k_sigma",
}  # fmt: skip
GOALS = (
    "protect my capital",
    "get more trades",
    "be more aggressive",
    "reduce the drawdown",
    "get out sooner",
    "cut down on trades",
)


@given(st.sampled_from(GOALS), st.sampled_from(sorted(MEANS)))
def test_a_goal_by_a_named_means_moves_the_means_alone(goal: str, means: str) -> None:
    """The goal says why; what is to be done stands behind "by"."""
    assert set(moves(f"{goal} by {means}")) == {MEANS[means]}


@given(st.sampled_from(["protect my capital", "be safe", "get more trades"]), st.sampled_from(sorted(ORDERS)))
def test_a_purpose_before_an_order_moves_nothing_itself(purpose: str, order: str) -> None:
    """With its comma and without."""
    assert set(moves(f"to {purpose}, {order}")) == {ORDERS[order]}
