"""What is taken back or put right: the last word counts, in every order that people put it in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spoken import moves

WINDOWS = st.integers(6, 29).filter(lambda value: value != 15)
RISKS = st.sampled_from([0.1, 0.2, 0.3, 0.6, 0.7, 0.8])


@given(
    st.sampled_from([
        "window {b}, no, {a}", "window {b}, sorry, {a}", "window {b}... {a}, I mean", "window {b}, make that {a}",
        "window {a} not {b}", "window {a}, not {b}", "window {a} instead of {b}", "not window {b}, window {a}",
        "window {b}, typo, {a}", "Fenster {b}, nein, {a}", "Fenster {a} statt {b}", "ventana {b}, perdón, {a}",
        "ventana {a}, no {b}", "fenêtre {b}, pardon, {a}", "fenêtre {a}, pas {b}", "janela {b}, desculpa, {a}",
        "janela {a}, não {b}", "窗口{b}，不对，{a}", "窗口{a}，不是{b}",
    ]),
    WINDOWS, WINDOWS,
)  # fmt: skip
def test_the_right_number_replaces_the_wrong_one(form: str, right: int, wrong: int) -> None:
    """Whichever of the two is said first."""
    if right != wrong:
        assert moves(form.format(a=right, b=wrong)) == {"window": right}


@given(WINDOWS, WINDOWS, RISKS)
def test_the_wrong_number_says_which_of_several_settings_is_corrected(right: int, wrong: int, risk: float) -> None:
    """The wrong number in "18 not 16" means the one that was set to 16, and leaves the others as they were said."""
    if right != wrong:
        for form in ("window {b} risk {r} ... no wait {a} not {b}", "window {b}, risk {r}, sorry, {a} instead of {b}"):
            assert moves(form.format(a=right, b=wrong, r=risk)) == {"window": right, "risk_factor": risk}


@given(WINDOWS, WINDOWS, RISKS)
def test_a_number_alone_corrects_the_setting_that_can_have_it(right: int, wrong: int, risk: float) -> None:
    """A risk of 18 is impossible, so the window was meant."""
    assert moves(f"window {wrong}, risk {risk}, no wait, {right}") == {"window": right, "risk_factor": risk}


@given(RISKS, RISKS, st.sampled_from([12, 18, 20]))
def test_a_name_said_again_corrects_that_setting(right: float, wrong: float, window: int) -> None:
    """The other one stays."""
    assert moves(f"risk {wrong}, window {window}, correction, risk {right}") == {"risk_factor": right, "window": window}


@pytest.mark.parametrize("order", ["raise the risk", "double the trade size", "widen the stop"])
@pytest.mark.parametrize(
    "no", ["Actually no.", "No.", "no wait, forget it", "On second thought, leave it.", "nope", "better not"]
)
def test_what_is_called_off_is_not_done(order: str, no: str) -> None:
    """A no behind an order is the last word."""
    assert moves(f"{order}. {no}") == {}
    assert moves(f"{order}, {no.lower()}") == {}


@pytest.mark.parametrize("order", ["tighten the bands", "raise the risk"])
@pytest.mark.parametrize("turn", ["wait, the other way", "no, the opposite", "other way round"])
def test_the_other_way_is_asked_and_not_guessed(order: str, turn: str) -> None:
    """What was said first is the one thing that was not meant."""
    assert moves(f"{order}, {turn}") == {}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("risk down, not up", {"risk_factor": 0.3}), ("lower the risk, not raise it", {"risk_factor": 0.3}),
        ("don't widen the bands, narrow them", {"k_sigma": 1.0}),
        ("not a longer window, a shorter one", {"window": 12}),
        ("I don't want less risk, I want more", {"risk_factor": 0.7}),
        ("stop further away, not closer", {"stop_loss_pct": 3.75}),
        ("instead of the size lower the risk", {"risk_factor": 0.3}),
        ("reduce risk [size stays]", {"risk_factor": 0.3}),
        ("halve the risk and then leave it", {"risk_factor": 0.25}),
        ("less aggressive, not more", {"risk_factor": 0.3, "base_trade_size": 0.0006}),
    ],
)  # fmt: skip
def test_the_way_that_is_not_meant_takes_nothing_back(words: str, expected: dict[str, float]) -> None:
    """Said for contrast it is no ban of the setting."""
    assert moves(words) == expected


@pytest.mark.parametrize("words", ["lower the risk. Don't lower the risk!", "widen the bands, don't widen the bands"])
def test_the_same_way_wanted_and_forbidden_is_not_done(words: str) -> None:
    """Only the other way is a contrast."""
    assert moves(words) == {}
