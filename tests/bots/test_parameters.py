"""The registry of settings: complete, consistent, and strict."""

import json
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.bots.parameters import CATEGORIES, CORE_FOUR, KNOBS, BotParameters, as_dict, changed, differences
from engine.core.errors import ParameterError

SPEC = Path(__file__).parents[3] / "shared" / "spec" / "parameters.json"


def values_of(name):
    """Any value of one setting that its slider can reach."""
    knob = KNOBS[name]
    if knob.type == "bool":
        return st.booleans()
    if knob.type == "enum":
        return st.sampled_from(knob.choices)
    low, high = knob.allowed
    on_grid = st.integers(0, round((high - low) / knob.step)).map(lambda n: min(high, round(low + n * knob.step, 6)))
    return on_grid.map(int) if knob.type == "int" else on_grid


def test_the_registry_is_the_agreed_list():
    """27 settings in 10 categories, with the agreed limits, defaults, units and effects."""
    if not SPEC.exists():
        pytest.skip("the agreed list is not beside this checkout (../shared/spec/parameters.json)")
    agreed = json.loads(SPEC.read_text(encoding="utf-8"))
    assert list(CATEGORIES) == agreed["categories"]
    assert list(KNOBS) == [each["name"] for each in agreed["parameters"]]
    for each in agreed["parameters"]:
        knob = KNOBS[each["name"]]
        ours = {
            "name": each["name"], "type": knob.type, "hard": knob.allowed and list(knob.allowed),
            "suggested": knob.suggested and list(knob.suggested), "default": knob.default, "unit": knob.unit,
            "category": knob.category, "step": knob.step, "description": knob.description,
            "backtest_effect": knob.effect, "choices": list(knob.choices) or None,
        }  # fmt: skip
        assert ours == each


def test_every_setting_says_what_turning_it_does():
    """A slider without words for its two ends is a riddle; its words lead to one setting only."""
    seen = {}
    for name, knob in KNOBS.items():
        assert knob.label
        assert knob.words
        assert knob.type == "enum" or (knob.lower and knob.higher), name
        for word in knob.words:
            assert seen.setdefault(word, name) == name
    assert set(CORE_FOUR) <= set(KNOBS)


def test_defaults_lie_in_the_suggested_ranges():
    """A default that is warned about would be no default."""
    for knob in KNOBS.values():
        assert knob.is_suggested(knob.default)
        if knob.suggested:
            assert knob.allowed[0] <= knob.suggested[0] < knob.suggested[1] <= knob.allowed[1]


@given(st.sampled_from(sorted(KNOBS)).flatmap(lambda name: st.tuples(st.just(name), values_of(name))))
def test_what_is_shown_can_be_typed_back(named):
    """The text of a value parses to that value."""
    name, value = named
    assert KNOBS[name].parse(name, KNOBS[name].text(value)) == value
    assert KNOBS[name].parse(name, str(value)) == value


def test_every_fault_is_named_together():
    """Three mistakes, one message: nobody mends them one by one."""
    with pytest.raises(ParameterError) as caught:
        BotParameters(window=40, k_sigma=-1, style="magic", allow_short="maybe", ml_weight=math.nan)
    for text in (
        "window must be 5 to 30 whole bars, was 40. Try 30.",
        "k_sigma must be 0.5 to 3 standard deviations, was -1. Try 0.5.",
        "style must be one of mean_reversion, breakout, hybrid, was 'magic'.",
        "allow_short must be true or false, was 'maybe'. Try false.",
        "ml_weight must be 0 to 1 fraction, was nan. Try 0.3.",
    ):
        assert text in str(caught.value)


@pytest.mark.parametrize("bad", [True, "15", None, math.inf, 10**400, 15.5, [15], 1j])
def test_no_nonsense_passes_for_a_number(bad):
    """JSON brings anything; none of it may crash or slip through."""
    with pytest.raises(ParameterError, match="window must be 5 to 30"):
        BotParameters(window=bad)


def test_a_long_value_does_not_fill_the_screen():
    """Whatever was pasted, the message stays readable."""
    with pytest.raises(ParameterError) as caught:
        BotParameters(style="x" * 5000)
    assert len(str(caught.value)) < 200


def test_numbers_of_a_grid_are_plain_numbers_afterwards():
    """A sweep hands over numpy's numbers; stored JSON and cache keys need Python's."""
    bot = BotParameters(window=np.int64(12), k_sigma=np.float64(1.5), take_profit_pct=3)
    assert (type(bot.window), type(bot.k_sigma), type(bot.take_profit_pct)) == (int, float, float)
    assert json.loads(json.dumps(as_dict(bot))) == as_dict(bot)
    assert hash(bot) == hash(BotParameters(window=12, k_sigma=1.5, take_profit_pct=3.0))


def test_the_exit_stays_inside_the_band():
    """An exit at or beyond the entry level would close every trade at once."""
    with pytest.raises(ParameterError, match=r"exit_band must be below k_sigma, was 1\.2 with k_sigma 1\.2"):
        BotParameters(exit_band=1.2, k_sigma=1.2)
    assert BotParameters(exit_band=1.1, k_sigma=1.2).exit_band == 1.1


def test_a_change_names_what_changed():
    """The difference list of a version is exactly its change."""
    before = BotParameters()
    after = changed(before, {"window": 12, "style": "hybrid"})
    assert differences(before, after) == {"window": (15, 12), "style": ("mean_reversion", "hybrid")}
    assert differences(after, replace(after)) == {}


def test_unknown_settings_are_refused_together():
    """A typo must not become a silent no-op."""
    with pytest.raises(ParameterError, match="'windw', 'sigma'"):
        changed(BotParameters(), {"windw": 12, "sigma": 2, "window": 10})


def test_typed_words_are_understood_or_refused():
    """On, off and spaces are what people type."""
    assert KNOBS["allow_short"].parse("allow_short", " On ") is True
    assert KNOBS["style"].parse("style", "Mean reversion") == "mean_reversion"
    assert KNOBS["window"].parse("window", "12") == 12
    for name, text in (("window", "twelve"), ("window", "12.5"), ("window", "nan"), ("allow_short", "perhaps")):
        with pytest.raises(ParameterError, match=f"{name} must be"):
            KNOBS[name].parse(name, text)
