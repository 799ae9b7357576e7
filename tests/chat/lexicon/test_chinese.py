"""Chinese words: signs without spaces, numerals, traditional signs, words that ask wherever they stand."""

import pytest

from engine.bots.settings.knob import Value
from tests.spoken import moves


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("窗口改成二十四", {"window": 24}),
        ("窗口增加3", {"window": 18}),
        ("窗口减掉两根", {"window": 13}),
        ("把窗口从15改到10", {"window": 10}),
        ("风险系数降低20%", {"risk_factor": 0.4}),
        ("止损降到2.5%", {"stop_loss_pct": 2.5}),
        ("止盈设在百分之四", {"take_profit_pct": 4.0}),
        ("每笔交易的规模减半", {"base_trade_size": 0.0005}),
        ("k_sigma调到1.5", {"k_sigma": 1.5}),
        ("置信度最低要八成", {"ml_min_confidence": 0.8}),
        ("最多持仓24根K线", {"max_holding_bars": 24}),
        ("用市价单，不要限价单", {"order_type": "market"}),
    ],
)
def test_numbers_are_read_in_figures_and_in_signs(words: str, expected: dict[str, Value]) -> None:
    """Chinese has no spaces: the longest phrase of the lexicon is the word, and numbers come in both scripts."""
    assert moves(words) == expected


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [("把止損設為百分之二", "把止损设为百分之二"), ("風險降低一點", "风险降低一点"), ("窗口調到12", "窗口调到12")],
)
def test_traditional_signs_mean_the_same(traditional: str, simplified: str) -> None:
    """Taiwan and Hong Kong write the same words with other signs."""
    assert moves(traditional) == moves(simplified) != {}


@pytest.mark.parametrize("words", ["k_sigma是什么意思", "风险系数是多少", "我该不该提高止损", "窗口会不会太小"])
def test_a_word_that_asks_makes_a_question_wherever_it_stands(words: str) -> None:
    """A Chinese question keeps the order of a statement and often has no mark behind it."""
    assert moves(words) == {}


@pytest.mark.parametrize("words", ["可以把窗口调到12吗", "能不能帮我把窗口调到12？", "请把窗口调到12"])
def test_a_polite_question_is_a_request(words: str) -> None:
    """Courtesy asks whether it can be done and means that it should."""
    assert moves(words) == {"window": 12}


@pytest.mark.parametrize("words", ["窗口别动", "把弗洛布调到7", "给我开5倍杠杆"])
def test_what_asks_for_no_change_makes_none(words: str) -> None:
    """A ban, an unknown name and what no bot can do leave everything as it is."""
    assert moves(words) == {}
