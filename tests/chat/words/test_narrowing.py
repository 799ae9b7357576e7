"""A mood for part of its settings: what is left out, held fixed or ruled out never moves with it."""

import pytest

from tests.spoken import moves

MOODS = {
    "more aggressive": {"window": "window", "k_sigma": "sigma", "risk_factor": "risk", "base_trade_size": "trade size"},
    "more sensitive": {"window": "window", "k_sigma": "sigma"},
    "more conservative": {"risk_factor": "risk", "base_trade_size": "trade size"},
}
PARTS = [(mood, name, said) for mood, names in MOODS.items() for name, said in names.items()]


@pytest.mark.parametrize(("mood", "name", "said"), PARTS)
@pytest.mark.parametrize(
    "form", ["{m}, only through {n}", "{m}, but only via {n}", "{m} through {n} alone", "{m}. Only {n} though.",
             "{m}, by {n} only", "{m}, solely on {n}", "{m}, and what I mean is {n}"],
)  # fmt: skip
def test_a_mood_that_is_narrowed_down_moves_nothing_else(form: str, mood: str, name: str, said: str) -> None:
    """Asking is fine; moving what was left out is not."""
    assert set(moves(form.format(m=mood, n=said))) <= {name}


@pytest.mark.parametrize(("mood", "name", "said"), PARTS)
def test_a_mood_by_a_named_means_is_done(mood: str, name: str, said: str) -> None:
    """The commonest way to narrow one down is understood, not only asked back."""
    assert set(moves(f"{mood}, but only through {said}")) == {name}


@pytest.mark.parametrize(("mood", "name", "said"), PARTS)
@pytest.mark.parametrize(
    "held", ["is read-only", "is off limits", "is off the table", "is fixed", "is none of your business", "is taboo",
             "is not up for discussion", "stays where it is", "is not yours to touch", "must not move"],
)  # fmt: skip
def test_what_is_held_fixed_never_moves(held: str, mood: str, name: str, said: str) -> None:
    """Traders say "hands off" in many ways."""
    assert name not in moves(f"{mood} but {said} {held}")
    assert name not in moves(f"{mood}. The {said} {held}.")


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("empfindlicher, das Fenster ist tabu", "window"), ("empfindlicher, Finger weg vom Fenster", "window"),
        ("vorsichtiger, aber die Größe steht nicht zur Debatte", "base_trade_size"),
        ("más sensible pero la ventana ni tocarla", "window"),
        ("más conservador pero el riesgo no está en discusión", "risk_factor"),
        ("plus sensible mais la fenêtre est intouchable", "window"),
        ("mais sensível mas a janela é intocável", "window"), ("更灵敏一点，窗口不能动", "window"),
    ],
)  # fmt: skip
def test_what_is_held_fixed_never_moves_in_other_languages(words: str, held: str) -> None:
    """The rest of the mood is done."""
    assert moves(words)
    assert held not in moves(words)


@pytest.mark.parametrize(
    "order", ["lower the risk factor", "widen the stop", "double the trade size", "raise the risk"]
)
@pytest.mark.parametrize(
    "beside", ["without making it any less sensitive", "without becoming more aggressive", "but no less sensitive",
               "without it becoming hyperactive", "not that it should get more sensitive", "without overtrading",
               "without slowing it down"],
)  # fmt: skip
def test_what_goes_along_moves_nothing_itself(order: str, beside: str) -> None:
    """A side condition holds things; turned round it would move the opposite of what was said."""
    assert moves(f"{order} {beside}") == moves(order)
    assert moves(f"{order}, {beside}") == moves(order)
