"""Candidates come from the registry, within what the person, the profile and the market allow."""

from dataclasses import replace

import pytest

from engine.bots.guardrails import judged
from engine.bots.guards.situation import Situation
from engine.bots.parameters import KNOBS, BotParameters, changed
from engine.bots.search.preference import GOALS, Preference
from engine.bots.search.space import SEARCHED, candidates, space_of
from engine.bots.settings.magnitudes import steps_of
from engine.bots.settings.risk_profiles import PROFILES, preset
from engine.core.errors import ParameterError
from engine.market.bars import STEPS
from tests.bots.search.world import MARKET, a_space, some_candidates


@pytest.mark.parametrize("goal", GOALS)
@pytest.mark.parametrize("risk", PROFILES)
def test_every_candidate_keeps_to_the_profile_and_to_what_works(goal: str, risk: str) -> None:
    """Nobody cautious is shown something bold, and nothing is tried that a guardrail would warn of."""
    wanted = Preference(goal, risk)  # type: ignore[arg-type]
    space = a_space(wanted)
    found = candidates(space, wanted, BotParameters(), 40)
    assert len(found) > 40
    for each in found:
        assert all(PROFILES[risk].accepts(name, getattr(each, name)) for name in KNOBS)
        assert not [one for one in judged(each, space.place) if one.level != "note"]


def test_searched_values_are_the_registrys_own() -> None:
    """On the step and in the suggested range, so that a slider can show what is recommended."""
    tried = some_candidates(Preference())[4:]
    for name in SEARCHED:
        assert {getattr(each, name) for each in tried} <= set(steps_of(KNOBS[name]))
    assert steps_of(KNOBS["k_sigma"]) == (1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2.0)
    assert steps_of(KNOBS["trend_filter"]) == (False, True)


def test_few_points_cover_every_setting_from_end_to_end() -> None:
    """A design of even spread: 128 candidates leave no third of any setting's values untried."""
    tried = some_candidates(Preference(), 128)[4:]
    for name in ("window", "k_sigma", "stop_loss_pct", "take_profit_pct"):
        values = steps_of(KNOBS[name])
        places = sorted(values.index(getattr(each, name)) for each in tried)
        accepted = [value for value in values if PROFILES["balanced"].accepts(name, value)]
        assert places[0] <= len(values) / 6
        assert places[-1] >= values.index(accepted[-1]) - len(values) / 6


def test_the_bot_and_the_presets_are_tried_too() -> None:
    """What is there already must be beaten, not passed over."""
    start = changed(BotParameters(), {"window": 17})
    wanted = Preference()
    tried = candidates(a_space(wanted, start), wanted, start, 8)
    assert tried[0] == start
    assert preset("cautious") in tried
    assert preset("balanced") in tried
    assert preset("aggressive") not in tried


def test_the_same_seed_tries_the_same_and_another_tries_others() -> None:
    """A recommendation can be repeated."""
    first, again, other = (some_candidates(replace(Preference(), seed=seed)) for seed in (0, 0, 1))
    assert first == again
    assert first[4:] != other[4:]


def test_answers_narrow_the_space() -> None:
    """Patience bounds how long a position lasts, few trades how soon the next one comes, a spot market its sides."""
    for each in some_candidates(Preference(patience="month"), 60)[4:]:
        assert each.max_holding_bars * STEPS[each.timeframe] <= 10 * STEPS["1d"]
    assert all(each.cooldown_bars >= 4 for each in some_candidates(Preference("few_trades"))[4:])
    perpetual = replace(MARKET, kind="perpetual")
    assert a_space(Preference()).values["allow_short"] == (False,)
    assert a_space(Preference(), market=perpetual).values["allow_short"] == (False, True)
    assert a_space(Preference(risk="cautious"), market=perpetual).values["allow_short"] == (False,)


def test_a_market_of_days_is_searched_as_widely() -> None:
    """Where hardly a point of the space fits the answers, more are drawn: daily bars and little patience."""
    wanted, start = Preference(patience="month"), replace(BotParameters(), timeframe="1d")
    space = space_of(wanted, start, Situation(MARKET, 50_000.0, 10_000.0, "balanced", "1d"), ("1d",))
    found = candidates(space, wanted, start, 64)
    assert len(found) == 66
    assert {each.max_holding_bars for each in found[2:]} == {24}  # the shortest that is suggested


def test_the_size_follows_from_capital_and_appetite() -> None:
    """All lots together take the profile's share: at 50,000 a coin, a quarter of 1,000 in 2 lots is 0.0025 coins each;
    what is larger than the suggested size is not recommended.
    """
    for capital, most in ((1_000.0, 0.002), (10_000.0, 0.002), (400.0, 0.002)):
        wanted = Preference(capital=capital)
        for each in some_candidates(wanted)[4:]:
            fitting = 0.25 * capital / 50_000 / each.max_open_positions
            assert each.base_trade_size == pytest.approx(
                min(most, max(0.0005, fitting // 0.0001 * 0.0001)), abs=1.01e-4
            )


@pytest.mark.parametrize(("given", "told"), [
    ({"goal": "rich"}, r"goal must be one of growth, smooth, beat_holding, few_trades, was 'rich'"),
    ({"risk": "none"}, r"risk must be one of cautious, balanced, aggressive, was 'none'"),
    ({"patience": "long"}, r"patience must be one of month, quarter, half_year, year, was 'long'"),
    ({"capital": 1.0}, r"capital must be 100 to 1e\+09, was 1"),
])  # fmt: skip
def test_an_answer_that_was_not_offered_is_refused(given: dict[str, object], told: str) -> None:
    """One line: what, what is allowed, what it was."""
    with pytest.raises(ParameterError, match=told):
        Preference(**given)  # type: ignore[arg-type]
