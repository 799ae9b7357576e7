"""What doing without the bot would have done: held, held at the bot's own exposure, or kept as cash."""

from dataclasses import replace

import numpy as np
import pytest

from engine.bots.measure.benchmarks import benchmarks, held
from tests.bots.measure.test_comparison import noise, replay


def test_benchmarks_are_worked_out_by_hand():
    """A rise from 100 to 121 in two bars, fee 1 %: held, at half exposure, and as cash."""
    bot = replay([0.0, 0.0], close=[100, 110, 121], position=[0, 50, 0])
    result = benchmarks(bot, fee=0.01)
    share = 50 * 110 / 10_000 / 3
    assert result.hold.total_return == pytest.approx(1.21 / 1.01 - 1)
    assert result.hold.max_drawdown == 0.0
    assert result.same_exposure.total_return == pytest.approx((1 + share * 0.1) ** 2 * (1 - share * 0.01 / 1.01) - 1)
    assert (result.cash.total_return, result.cash.sharpe, result.cash.max_drawdown) == (0.0, None, 0.0)
    assert result.cash.lead.change.value == 0.0


def test_funding_is_paid_by_the_holder_of_a_perpetual():
    """Without it buy-and-hold on a perpetual would look better than anybody could have it."""
    bot = replay([0.0, 0.0], close=[100, 100, 100])
    assert held(bot, 1.0, 0.0, np.array([0.0, 0.01, 0.01]))[-1] == pytest.approx(10_000 * 0.99**2)


def test_a_bot_that_only_holds_has_no_lead_over_holding():
    """Half the market at half the exposure is no skill; the equal-exposure line takes the credit away."""
    close = 100 * np.cumprod(np.r_[1.0, 1 + noise(8, 400) + 0.002])
    moves = close[1:] / close[:-1] - 1
    bot = replay(0.25 * moves, close=close)
    bot = replace(bot, position=0.25 * bot.equity / close)
    result = benchmarks(bot, fee=0.0)
    assert result.same_exposure.lead.change.value == pytest.approx(0, abs=1e-9)
    assert result.hold.lead.change.value < -0.1
    assert result.cash.lead.sentence.startswith("The bot")


def test_the_lead_is_said_by_one_rule():
    """More or less when it is sure, chance when it is not, too little when nobody can tell."""
    still = np.full(301, 100.0)
    steady = noise(1, 300, 0.002)
    for gain, way in ((0.002, "more"), (-0.002, "less")):
        lead = benchmarks(replay(steady + gain, close=still)).cash.lead
        low, high = sorted(abs(each) * 100 for each in (lead.change.low, lead.change.high))
        points = abs(lead.change.value) * 100
        assert lead.sentence == f"The bot made {points:.2f} points {way} than cash (95 %: {low:.2f} to {high:.2f})."
        assert low < points < high
    unsure = benchmarks(replay(noise(2, 300), close=still)).hold.lead
    assert unsure.sentence == "The bot's lead over buy and hold is smaller than its error: it may be chance."
    short = benchmarks(replay([0.1, -0.1], close=still[:3])).hold.lead
    assert short.sentence == "Too little happened to compare the bot with buy and hold."
