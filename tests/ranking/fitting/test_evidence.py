"""What models would have voted before it was known what came: a later day must not change an earlier vote."""

import numpy as np
import pytest

from engine.market.synthetic import WORLD_SEED, WORLD_START_MS
from engine.ranking.content.fitting import usual_prior
from engine.ranking.fitting.evidence import MODELS, Models, evidence
from engine.ranking.fitting.ranker import DAY_MS, fit_ranker
from engine.traders.events import ACTIONS, Action
from engine.traders.log import EventLog
from engine.traders.memory.crowd import crowd_of
from engine.traders.simulated.people import people

SHOWN, TRADE = ACTIONS.index(Action.SHOWN), ACTIONS.index(Action.TRADE)
NOW = WORLD_START_MS
FROM = NOW - 21 * DAY_MS


@pytest.fixture(scope="module")
def log() -> EventLog:
    """Ten simulated traders, their last six weeks."""
    whole = people(WORLD_SEED, NOW).log
    kept = (whole.trader < 10) & (whole.at_ms > NOW - 45 * DAY_MS)
    return whole.rows(np.flatnonzero(kept))


@pytest.fixture(scope="module")
def models(log: EventLog) -> Models:
    """Fitted on what was before."""
    before = log.until(FROM)
    return Models(crowd_of(before, FROM), usual_prior(before))


def test_everything_shown_is_there_with_what_came_of_it(log: EventLog, models: Models) -> None:
    """Nothing is dropped that a weight should answer for."""
    found = evidence(log, models, FROM)
    later = log.at_ms > FROM
    assert len(found) == int((later & (log.action == SHOWN)).sum())
    assert 0 < found.traded.sum() <= int((later & (log.action == TRADE)).sum())
    assert found.names == MODELS
    assert ((found.votes >= 0) & (found.votes <= 1)).all()
    assert (found.votes[:, MODELS.index("collaborative")] == 0.5).all()  # not fitted here: it says nothing


def test_no_vote_knows_what_came_later(log: EventLog, models: Models) -> None:
    """Cut the log in the middle: the votes before the cut stay to the last digit."""
    cut = NOW - 10 * DAY_MS
    whole, part = evidence(log, models, FROM), evidence(log.until(cut), models, FROM)
    early = whole.rows(whole.at_ms <= cut)
    order = [np.lexsort((each.rank, each.at_ms, each.trader)) for each in (early, part)]
    assert (early.votes[order[0]] == part.votes[order[1]]).all()


def test_as_if_everybody_had_just_come_nothing_older_is_known(log: EventLog, models: Models) -> None:
    """The same lists and what came of them; on each trader's first one the models say what they say of anybody new."""
    was, new = evidence(log, models, FROM), evidence(log, models, FROM, as_new=True)
    assert (was.traded == new.traded).all()
    first = np.array([new.visit == new.visit[new.trader == each].min() for each in np.unique(new.trader)]).any(axis=0)
    assert (new.liked[first] == 0).all()
    assert (new.evidence[first] == 0).all()
    assert (new.evidence <= was.evidence + 1e-9).all()
    assert (new.votes[first] != was.votes[first]).any()


def test_everything_is_fitted_at_once_and_packs(log: EventLog) -> None:
    """What is kept must be the same again; a young log gives what it can."""
    found = fit_ranker(log, NOW)
    assert found.until_ms == NOW
    assert (found.events, len(found.traders)) == (len(log), len(log.traders))
    assert found.content is not None
    assert found.crowd.traders == len(np.unique(log.trader))
    again = fit_ranker(log.rows(slice(0, 0)), NOW)
    assert (again.content, again.setups, again.chances, again.held) == (None, None, None, None)
