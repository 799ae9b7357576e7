"""Whose wish a sentence is: others, thoughts, later times, states and irony change nothing, in six languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spoken import moves

# An order in each language, and that order as it stands in what somebody only tells, thinks or announces.
ORDERS = {
    "en": ("lower the risk", "widen the stop", "set the window to 20", "double the trade size", "tighten the bands"),
    "de": ("senk das Risiko", "setz das Fenster auf 20", "verdopple die Handelsgröße", "mach die Bänder enger"),
    "es": ("baja el riesgo", "pon la ventana en 20", "duplica el tamaño", "ensancha las bandas"),
    "fr": ("baisse le risque", "mets la fenêtre à 20", "double la taille", "élargis les bandes"),
    "pt": ("baixa o risco", "põe a janela em 20", "dobra o tamanho", "alarga as bandas"),
    "zh": ("降低风险", "把窗口设为20", "把单笔加倍", "放宽带宽"),
}
FRAMES = {
    "en": (
        "if it drops tomorrow, {}", "as soon as btc hits 100k, {}", "tomorrow {}", "on Monday {}",
        "every time it loses, {}", "{}, just kidding", "{}. Actually no.", "{}... no, better not",
        "yeah right, {}, what could go wrong",
        "during the night, {}", "in a bear market {}",
    ),
    "de": ("wenn es morgen fällt, {}", "morgen: {}", "ab Montag {}", "{}, kleiner Scherz",
           "{}. Ach nein, lass gut sein."),
    "es": ("si mañana cae, {}", "mañana {}", "a partir del lunes {}", "{}, es broma", "{}. No, mejor no."),
    "fr": ("si ça baisse demain, {}", "demain {}", "à partir de lundi {}", "{}, je plaisante", "{}. En fait non."),
    "pt": ("se cair amanhã, {}", "amanhã {}", "a partir de segunda {}", "{}, brincadeira", "{}. Na verdade não."),
    "zh": ("如果明天下跌，{}", "明天{}", "从周一开始{}", "{}，开玩笑的", "{}。算了，不要。"),
}  # fmt: skip
FRAMED = [(frame, order) for code in ORDERS for frame in FRAMES[code] for order in ORDERS[code]]
PEOPLE = (
    "my brother",
    "my wife",
    "a friend",
    "everyone else",
    "my coach",
    "the guy on the train",
    "some people",
    "Anna",
)
DOINGS = ("uses a window of {}", "runs a {}-bar window", "has the window at {}", "would set the window to {}")


@pytest.mark.parametrize("order", [order for orders in ORDERS.values() for order in orders])
def test_the_orders_alone_are_understood(order: str) -> None:
    """Without this the silence below would show nothing."""
    assert moves(order)


@pytest.mark.parametrize(("frame", "order"), FRAMED)
def test_an_order_for_later_on_a_condition_in_irony_or_called_off_changes_nothing(frame: str, order: str) -> None:
    """A setting holds from now on: whoever means another time, or nothing at all, is asked."""
    assert moves(frame.format(order)) == {}


@given(st.sampled_from(PEOPLE), st.sampled_from(DOINGS[:3]), st.integers(6, 29))
def test_what_others_do_is_no_wish(person: str, doing: str, number: int) -> None:
    """Whoever tells of others has asked for nothing yet; the order behind it counts."""
    told = f"{person} {doing.format(number)}"
    assert moves(told) == {}
    assert set(moves(f"{told}, lower the risk")) == {"risk_factor"}


@pytest.mark.parametrize("person", PEOPLE[:-1])
def test_what_others_would_do_is_no_wish(person: str) -> None:
    """Advice from somebody who is not here asks nobody."""
    assert moves(f"{person} would widen the stop") == {}


@given(
    st.sampled_from(["I should have {}ed", "I nearly {}ed", "I just {}ed", "we already {}ed", "you should have {}ed"]),
    st.sampled_from(["lower{} the risk", "widen{} the stop", "tighten{} the bands", "shorten{} the window"]),
)
def test_what_was_done_or_should_have_been_is_no_wish(frame: str, deed: str) -> None:
    """The past cannot be asked for."""
    verb, _, rest = deed.partition("{}")
    assert moves(f"{frame.format(verb)}{rest}") == {}


@given(
    st.sampled_from(
        ["{n} is for gamblers", "the {n} was at {v}", "a {n} of {v} would be insane", "the {n} is {v} now"]
    ),
    st.sampled_from(["risk factor", "k_sigma"]),
    st.sampled_from(["0.8", "0.9", "0.6"]),
)
def test_how_a_setting_stands_is_no_wish(form: str, name: str, value: str) -> None:
    """An observation with a number in it looks like an order and is none."""
    assert moves(form.format(n=name, v=value)) == {}


@pytest.mark.parametrize(
    "words",
    [
        "the {} is not too {}", "the {} isn't too {}", "I don't think the {} is too {}", "the {} was a {} one",
        "maybe the {} may be too {}", "nothing is wrong, the {} is {}",
    ],
)  # fmt: skip
@pytest.mark.parametrize(("thing", "quality"), [("stop", "wide"), ("window", "long"), ("stop", "tight")])
def test_a_state_without_a_complaint_asks_for_nothing(words: str, thing: str, quality: str) -> None:
    """Only "too wide" is a wish; "wide", and "not too wide", are none."""
    assert moves(words.format(thing, quality)) == {}


@pytest.mark.parametrize(
    "words", ["las bandas no son demasiado estrechas", "die Bänder sind nicht zu eng",
              "les bandes ne sont pas trop serrées", "as bandas não estão muito apertadas", "é um risco grande",
              "es un riesgo grande", "c'est un gros risque",
              "风险很大", "带宽并不太窄"],
)  # fmt: skip
def test_a_state_asks_for_nothing_in_other_languages(words: str) -> None:
    """A copula is a word of its own in some, part of the degree in others."""
    assert moves(words) == {}


@pytest.mark.parametrize(
    "words",
    [
        "I like wide bands", "I love a long window", "tight bands make me nervous", "longer windows are smoother",
        "more risk means more reward", "the higher the risk the deeper the fall", "wide stops are for cowards",
        "only a fool would widen the stop", "it would be foolish to double the size", "nothing beats a tight stop",
        "ich mag breite Bänder", "me gustan las bandas anchas", "j'aime les bandes larges", "gosto de bandas largas",
    ],
)  # fmt: skip
def test_an_opinion_is_no_wish(words: str) -> None:
    """What somebody likes, or holds to be true of all bots, asks nothing of this one."""
    assert moves(words) == {}


@pytest.mark.parametrize(
    "clause", ["when the market is wild", "as long as the market is wild", "when a trade loses 3 percent",
               "for an hour", "just once", "during us hours", "whenever volatility spikes", "until Friday"],
)  # fmt: skip
@pytest.mark.parametrize("order", ["widen the stop", "raise the risk", "double the size", "tighten the bands"])
def test_a_setting_cannot_come_and_go(order: str, clause: str) -> None:
    """Whatever a condition or a while says, before or behind the order, it is asked."""
    assert moves(f"{order} {clause}") == {}
    assert moves(f"{clause} {order}") == {}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("I'd be happier with less risk", {"risk_factor"}), ("I'd feel better if the bands were wider", {"k_sigma"}),
        ("I'd go with a window of 17", {"window"}), ("I'd like to see narrower bands", {"k_sigma"}),
        ("I think we should lower the risk", {"risk_factor"}), ("can the window go to 19?", {"window"}),
    ],
)  # fmt: skip
def test_a_wish_in_soft_words_is_a_wish(words: str, expected: set[str]) -> None:
    """Asking at every "would" and "could" would be no reader."""
    assert set(moves(words)) == expected
