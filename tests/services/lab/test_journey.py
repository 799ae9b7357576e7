"""The whole way: a question, its answer kept, found again, compared, made the bot's, taken back, forgotten."""

import json

import numpy as np
import pytest

from engine.core.errors import StoreError
from engine.services import tune_bot
from engine.services.lab.comparing import compare_settings
from engine.services.lab.exports import exported
from engine.services.lab.history import configurations_tried, forget_run, run_by_key, runs_of
from engine.services.lab.keeping import keep, offer
from engine.services.lab.standing import keep_standing, standing
from engine.services.lab.sweeping import run
from engine.services.startup import App
from tests.services.lab.conftest import ASKED


def test_from_a_question_to_a_version_and_back(market: App) -> None:
    """Every step reads what the one before it kept, as a page after a reload does."""
    made = run(market, ASKED)
    assert made is not None
    key = keep_standing(market, made)
    assert standing(market, ASKED)[0] == key
    opened = run_by_key(market, runs_of(market)[0].key)
    assert (opened.kept.key, opened.freshness.text) == (key, "")

    bot = tune_bot.open_bot(market, "TEST", "1h")
    number = opened.run.evidence.best
    offered = offer(market, bot, opened.run, number, key)
    kept = keep(market, bot, offered)
    assert kept.head.parameters == opened.run.best.parameters
    assert key in kept.head.reason
    assert tune_bot.undo(market, kept).head.number == 1

    lines = compare_settings(market, opened.run, (-1, number), "all").lines
    whole = opened.run.curves.best
    assert np.allclose(lines[1].equity, whole)
    assert len(exported(opened.run, "run.csv").splitlines()) == 1 + len(opened.run.grid)
    assert json.loads(exported(opened.run, "run.json"))["run"]["verdict"]["badge"] == opened.kept.summary.badge
    assert key.encode() in exported(opened.run, "run.html", key=key)

    forget_run(market, key)
    assert standing(market, ASKED) == (key, None)
    with pytest.raises(StoreError, match="you have no such run"):
        run_by_key(market, key)
    assert configurations_tried(market, "TEST", "1h") == made.trials
    assert keep_standing(market, made) != key
