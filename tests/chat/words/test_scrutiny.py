"""The last check: what the reading does not explain is asked about, and never half done."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.chat.edits import Past, Request
from engine.chat.lexicon.english_real import REAL_WORDS
from engine.chat.text.pieces import mended
from engine.chat.words.ways import way_asked
from tests.spoken import READER, USUAL, moves

# A plain order, and the one setting that it may move.
ORDERS = (
    ("tighten the bands", "k_sigma"), ("lower the risk", "risk_factor"), ("raise the trade size", "base_trade_size"),
    ("shorten the window", "window"), ("widen the stop loss", "stop_loss_pct"),
)  # fmt: skip
ASIDES = (
    "just to be on the safe side", "idk if we're trending", "there's a good lad", "not sure if we are trending",
    "the weather is nice", "grumbled the postman", "just to be calmer",
)  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "window up, no down, you tell me",
        "The colleagues tell me to tighten the bands. I disagree: wider, please.",
        "The entry band is reached too rarely. Draw it closer to the mean.",
        "Half a millicoin per clip, i.e. 5e-4.",
        "Weniger Trades, aber bitte nicht über breitere Bänder, sondern nur über eine längere Pause dazwischen",
        "Longer window, and offset the lost trades with a tighter zorb, window is ten",
    ],
)
def test_what_the_reading_does_not_explain_is_asked_about(words: str) -> None:
    """Ways that contradict, numbers and limits left over: half of a wish is not what was asked for."""
    assert moves(words) == {}
    assert READER.read(Request(words, USUAL)).question


@settings(max_examples=60)
@given(order=st.sampled_from(ORDERS), aside=st.sampled_from(ASIDES), first=st.booleans())
def test_an_aside_never_moves_a_second_setting(order: tuple[str, str], aside: str, first: bool) -> None:
    """A mood or a name told beside a plain order adds nothing to it."""
    words = f"{aside}, {order[0]}" if first and not aside.startswith("just") else f"{order[0]}, {aside}"
    assert set(moves(words)) <= {order[1]}


@settings(max_examples=60)
@given(
    name=st.sampled_from(["window", "risk factor", "trade size", "stop loss", "cooldown"]),
    ways=st.sampled_from([("up", "down"), ("down", "up"), ("higher", "lower")]),
)
def test_a_second_way_behind_a_bare_no_is_never_half_done(name: str, ways: tuple[str, str]) -> None:
    """Taken back or forbidden: both are meant by somebody, so the trader says which."""
    assert moves(f"{name} {ways[0]}, no {ways[1]}") == {}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("take a quarter off the size of each trade", {"base_trade_size": 0.00075}),
        ("take a third off the window", {"window": 10}),
        ("drop the risk factor by point one", {"risk_factor": 0.4}),
        ("put it on hybrid, idk if we're trending anymore", {"style": "hybrid"}),
        ("half of the trade size I have now, just to be on the safe side", {"base_trade_size": 0.0005}),
    ],
)
def test_fractions_and_asides_are_read_for_what_they_are(words: str, expected: dict[str, object]) -> None:
    """What used to move the wrong setting, or by the wrong share."""
    assert moves(words) == expected


def test_small_behind_an_order_says_how_far() -> None:
    """In many Englishes "reduce it small" is "reduce it a little"."""
    proposal = READER.read(Request("reduce the risk small", USUAL))
    assert [(edit.op, edit.magnitude) for edit in proposal.edits] == [("decrease", "slight")]


def test_what_would_be_is_a_question() -> None:
    """A supposition changes nothing, whatever number it names."""
    assert READER.read(Request("¿y si pusiera sigma en 2, entraría menos veces?", USUAL)).intent == "question"


@pytest.mark.parametrize(("words", "label"), [("撤回来", ""), ("回到初始", "初始")])
def test_a_label_in_chinese_is_meant_only_where_it_stands(words: str, label: str) -> None:
    """A label without a Latin letter once stood in every text, and which one was chosen was chance."""
    past = tuple(Past(place, place * 1000, USUAL, name) for place, name in enumerate(("初始", "稳健", ""), 1))
    restore = READER.read(Request(words, USUAL, versions=past, now_ms=9000)).restore
    assert restore is not None
    assert restore.label == label


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("reduce turnover through the cooldown alone", {"cooldown_bars": 1}),
        ("fewer trades, only via the cooldown", {"cooldown_bars": 1}),
        ("more trades through sigma", {"k_sigma": -1}),
        ("more conservative, exclusively via the order size", {"base_trade_size": -1}),
        ("weniger Trades nur über die Wartezeit", {"cooldown_bars": 1}),
        ("moins de trades via le cooldown uniquement", {"cooldown_bars": 1}),
    ],
)
def test_a_way_is_the_goals_and_the_means_follow(words: str, expected: dict[str, int]) -> None:
    """Fewer trades by the cooldown is a longer cooldown: "fewer" is said of the trades."""
    edits = READER.read(Request(words, USUAL)).edits
    assert {edit.parameter: way_asked(edit) for edit in edits} == expected


@settings(max_examples=80)
@given(
    goal=st.sampled_from(["fewer trades", "less turnover", "more trades", "trade less often", "calmer", "bolder"]),
    limit=st.sampled_from(["only via the", "through the", "by means of the", "only the", "solely through the"]),
    means=st.sampled_from(["cooldown", "window", "bands", "trade size", "risk factor"]),
)
def test_a_limited_goal_moves_nothing_beside_its_means(goal: str, limit: str, means: str) -> None:
    """Asking is fine; another setting is not, and neither is the means the wrong way round."""
    names = {"cooldown": "cooldown_bars", "window": "window", "bands": "k_sigma", "trade size": "base_trade_size",
             "risk factor": "risk_factor"}  # fmt: skip
    edits = READER.read(Request(f"{goal}, {limit} {means}", USUAL)).edits
    assert {edit.parameter for edit in edits} <= {names[means]}
    up = {"cooldown_bars": -1, "window": -1, "k_sigma": -1, "base_trade_size": 1, "risk_factor": 1}[names[means]]
    more = goal in ("more trades", "bolder")
    assert all(way_asked(edit) == (up if more else -up) for edit in edits)


@pytest.mark.parametrize("word", sorted(REAL_WORDS))
def test_a_real_word_is_no_slip(word: str) -> None:
    """A "trial" is no trail and "neutral" no neural, whatever stands beside them."""
    assert mended(word, "en") == word


@pytest.mark.parametrize(
    ("words", "factor"),
    [
        ("take a quarter off the trade size", 0.75), ("risk down a tenth", 0.9), ("un cuarto menos de tamaño", 0.75),
        ("reduce el riesgo en un quinto", 0.8), ("reduz o risco em um terço", 2 / 3), ("风险减少四分之一", 0.75),
        ("ein Viertel weniger Risiko", 0.75), ("baisse la taille d'un quart", 0.75),
        ("senk das Risiko um ein Zehntel", 0.9),
    ],
)  # fmt: skip
def test_a_fraction_is_the_share_that_goes(words: str, factor: float) -> None:
    """A quarter off leaves three quarters, in every language."""
    edits = READER.read(Request(words, USUAL)).edits
    assert [(edit.op, edit.value) for edit in edits] == [("scale", pytest.approx(factor))]


@pytest.mark.parametrize(
    "words",
    [
        "mach die Bänder enger, keine Ahnung ob wir im Trend sind", "not sure if we are trending, tighten the bands",
        "sube el riesgo, no sé si estamos en tendencia", "monte le risque, je ne sais pas si on est en tendance",
        "sobe o risco, não sei se estamos em tendência", "提高风险，不知道是不是趋势行情",
    ],
)  # fmt: skip
def test_a_doubt_about_the_market_switches_nothing(words: str) -> None:
    """Whether it trends is what the trader wonders, and no trend filter."""
    assert "trend_filter" not in moves(words)


def test_what_was_understood_is_one_click_away() -> None:
    """A question costs a click and no typing: its first choice reads as the very change that was held back."""
    proposal = READER.read(Request("Costs eat the edge. Window up, no down", USUAL))
    assert proposal.question
    assert moves(proposal.choices[0]).keys() == {"window"}
