"""Facts of the simulated traders: their past stays, their tastes show, and what was planted can be found again."""

from functools import cache

import numpy as np
import pytest
from scipy.stats import spearmanr

from engine.market.bars import DAY_MS, Floats
from engine.market.synthetic import WORLD_END_MS, WORLD_START_MS
from engine.options.features.climate import REGIMES
from engine.traders.events import ACTIONS, Action
from engine.traders.log import COLUMNS, EventLog
from engine.traders.simulated.ideas import CREDIT
from engine.traders.simulated.people import People, people, people_log
from engine.traders.simulated.tastes import FIRST_MS, TRADERS, true_tastes

SEED = 18
TASTES = true_tastes(SEED)


@cache
def year() -> People:
    """The year before the world's first day."""
    return people(SEED, WORLD_START_MS)


def having(log: EventLog, action: Action) -> EventLog:
    """The events of one action."""
    return log.rows(log.action == ACTIONS.index(action))


def counts(log: EventLog) -> Floats:
    """Events by trader and strategy, (t, 12)."""
    found = np.zeros((TRADERS, 12))
    np.add.at(found, (log.trader, log.strategy), 1)
    return found


@cache
def later() -> EventLog:
    """The same and nine more days."""
    return people_log(SEED, WORLD_START_MS + 9 * DAY_MS)


@pytest.mark.parametrize("days", [-300.7, -200.1, 8.4])
def test_a_later_clock_only_adds_to_what_was(days: float) -> None:
    """To the bit: a day depends on the seed and on what was before it."""
    now = WORLD_START_MS + int(days * DAY_MS)
    early, cut = people_log(SEED, now), later().until(now)
    assert len(cut) == len(early) > 1_000
    assert all(getattr(cut, name).tobytes() == getattr(early, name).tobytes() for name in COLUMNS)
    assert (cut.traders, cut.underlyings, cut.sectors) == (early.traders, early.underlyings, early.sectors)


def test_the_world_goes_on_to_its_last_day() -> None:
    """Trades are followed as long as there are prices, and their owners stay who they are."""
    log = people_log(SEED, WORLD_END_MS)
    assert log.at_ms[-1] <= WORLD_END_MS
    assert WORLD_END_MS - log.at_ms[-1] < 3 * DAY_MS
    assert len(log) > 1.5 * len(year().log)


def test_rates_are_those_of_people_in_front_of_a_feed() -> None:
    """Of what is shown about a fifth is opened, a twentieth saved, a fiftieth traded."""
    shown = len(having(year().log, Action.SHOWN))
    share = {action: len(having(year().log, action)) / shown for action in ACTIONS}
    assert shown > 150_000
    assert 0.15 < share[Action.VIEW] < 0.25
    assert 0.035 < share[Action.SAVE] < 0.065
    assert 0.05 < share[Action.DISMISS] < 0.08
    assert 0.015 < share[Action.TRADE] < 0.03


def test_trades_follow_the_true_tastes() -> None:
    """Trades for each time shown rank the strategies as the trader does, and four in five are of those he likes."""
    shown, traded = counts(having(year().log, Action.SHOWN)), counts(having(year().log, Action.TRADE))
    steady = (traded.sum(axis=1) >= 10) & (TASTES.switch_ms > WORLD_START_MS)
    told = [
        spearmanr(traded[each] / shown[each], TASTES.strategies[0, each]).statistic for each in np.flatnonzero(steady)
    ]
    assert len(told) > 80
    assert np.mean(told) > 0.5
    liked = TASTES.strategies[0] > 0.5
    assert traded[steady][liked[steady]].sum() / traded[steady].sum() > 0.7


def test_a_switch_of_taste_shows_in_what_is_traded() -> None:
    """Those who changed trade what they like now."""
    log = having(year().log, Action.TRADE)
    after = log.at_ms >= TASTES.switch_ms[log.trader]
    new, old = (TASTES.strategies[each, log.trader, log.strategy] for each in (1, 0))
    assert after.sum() > 100
    assert new[after].mean() > old[after].mean() + 0.2
    assert old[~after].mean() > new[~after].mean() + 0.2


def test_the_weather_of_the_market_moves_some_more_than_others() -> None:
    """Regime times strategy: who sells in storms sells less in calm, and the other way round."""
    log = having(year().log, Action.VIEW)
    sold, calm = CREDIT[log.strategy], np.array(["calm" in each for each in REGIMES])[log.regime]
    moved = []
    for some in (TASTES.storms > 0.08, TASTES.storms < -0.08):
        mine = some[log.trader]
        moved.append(sold[mine & calm].mean() - sold[mine & ~calm].mean())
    assert moved[1] > moved[0] + 0.05


def test_the_first_places_are_opened_most() -> None:
    """Position bias is there to be learned: rank says nothing of merit here."""
    log, idea = year().log, year().log.idea
    key = log.trader.astype(np.int64) + TRADERS * idea  # an idea is shown to a trader once
    shown, opened = (log.action == ACTIONS.index(each) for each in (Action.SHOWN, Action.VIEW))
    assert len(np.unique(key[shown])) == shown.sum()
    order = np.argsort(key[shown])
    rank = log.rank[shown][order][np.searchsorted(key[shown][order], key[opened])]
    share = np.bincount(rank, minlength=11)[1:] / np.bincount(log.rank[shown])[1:]
    assert share[0] > 1.4 * share[2] > 1.4 * 1.2 * share[9]
    assert spearmanr(share, np.arange(10)).statistic < -0.95


def test_every_event_follows_from_what_was_shown() -> None:
    """Nobody opens, saves or trades what was not on his page, and nothing ends that was not begun."""
    log, idea = year().log, year().log.idea
    key = log.trader.astype(np.int64) + TRADERS * idea
    of = {each: key[log.action == ACTIONS.index(each)] for each in ACTIONS}
    assert np.isin(of[Action.VIEW], of[Action.SHOWN]).all()
    assert np.isin(np.r_[of[Action.SAVE], of[Action.TRADE]], of[Action.VIEW]).all()
    ended = np.r_[of[Action.PROFIT], of[Action.LOSS]]
    assert len(np.unique(ended)) == len(ended)
    assert np.isin(ended, of[Action.TRADE]).all()


def test_trades_end_when_their_options_are_over() -> None:
    """What is over by the clock has its profit or loss, and what is not has none."""
    log, idea = year().log, year().log.idea
    traded = log.action == ACTIONS.index(Action.TRADE)
    ends = np.isin(log.action, [ACTIONS.index(each) for each in (Action.PROFIT, Action.LOSS)])
    over = log.at_ms[traded] + (log.days[traded] + 1) * DAY_MS < WORLD_START_MS
    assert np.isin(idea[traded][over], idea[ends]).all()
    assert np.isfinite(log.outcome[ends]).all()
    assert ((log.outcome > 0) == (log.action == ACTIONS.index(Action.PROFIT)))[ends].all()
    assert 0.05 < 1 - ends.sum() / traded.sum() < 0.2  # about the last weeks' trades


def test_what_is_known_of_an_idea_is_in_its_events() -> None:
    """Models read these columns: none is empty, and the coins alone have no sector."""
    log = year().log
    for name in ("delta", "premium", "days", "iv_rank", "margin", "pop", "vix"):
        assert np.isfinite(getattr(log, name)).all(), name
    assert (log.regime >= 0).all()
    assert (log.margin > 0).all()
    assert set(np.array(log.underlyings)[log.underlying[log.sector == log.sectors.index("")]]) == {"SIM-BTC", "SIM-ETH"}
    assert {each[:11] for each in log.traders} == {"SIM-trader-"}


def test_later_cohorts_are_kept_for_a_shorter_time() -> None:
    """Retention after 90 days differs by when people came: founders stay, later ones leave."""
    log = having(year().log, Action.SHOWN)
    last = np.full(TRADERS, FIRST_MS)
    np.maximum.at(last, log.trader, log.at_ms)
    settled = (TASTES.joined_ms < WORLD_START_MS - 100 * DAY_MS) & (TASTES.activity > 0.2)
    kept = last - TASTES.joined_ms > 90 * DAY_MS
    founders, later = settled & (TASTES.joined_ms == FIRST_MS), settled & (TASTES.joined_ms > FIRST_MS)
    assert founders.sum() > 60
    assert later.sum() > 40
    assert kept[founders].mean() > kept[later].mean() + 0.15


def test_some_sleep_and_come_back() -> None:
    """A quiet month is no farewell."""
    log = having(year().log, Action.SHOWN)
    begins, ends = TASTES.dormant[log.trader].T
    asleep = (begins <= log.at_ms) & (log.at_ms < ends)
    usual = np.isin(log.trader, np.unique(log.trader[asleep | (begins < WORLD_START_MS)]))
    assert asleep.sum() < 0.05 * usual.sum()
    assert (log.at_ms > ends).sum() > 500


def test_everybody_comes_at_his_own_hour() -> None:
    """The hour of the day is part of a profile."""
    log = having(year().log, Action.SHOWN)
    hour = log.at_ms / 3_600_000 % 24
    away = np.abs((hour - TASTES.hour[log.trader] + 12) % 24 - 12)
    assert np.median(away) < 1.5
