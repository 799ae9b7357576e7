"""Models of one's own beside ours: drawn, kept, judged; one that fails takes nothing else with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.gateways.store.desk import HOUSE
from engine.market.market import Market
from engine.services.startup import App, open_app, read_settings
from engine.services.track.imports import imported_of
from engine.services.track.own_models import own_forecasts, own_models, tried
from engine.services.track.record import record_of
from tests.builders import walk
from tests.own_model_packages import install

CODE = """
import numpy as np

class Wide:
    def describe(self):
        return {"name": "wide", "version": "1"}
    def fit(self, times, closes):
        self.last = closes[-1]
    def forecast(self, times, closes, levels):
        return np.tile(self.last * (0.5 + levels), (7, 1))

class Elsewhere(Wide):
    def forecast(self, times, closes, levels):
        return 1000 * super().forecast(times, closes, levels)

class Broken(Wide):
    def fit(self, times, closes):
        raise KeyError("lost")
"""


NAMED = {"wide": "Wide", "broken": "Broken", "elsewhere": "Elsewhere"}


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """An engine with one market, and one package with three models."""
    monkeypatch.syspath_prepend(install(tmp_path / "site", "some_models", CODE, NAMED))
    opened = open_app(read_settings({"TOPTION_DATA": str(tmp_path / "data")}, tmp_path / "none.env"))
    opened.candles.save(walk(4, 200, "1d", sigma=0.02), Market("TEST"), "test")
    yield opened
    opened.store.close()


def test_each_model_is_shown_kept_and_judged_and_a_broken_one_is_named(app: App) -> None:
    """By the name of its entry point; its trouble is one line."""
    broken, elsewhere, wide = own_forecasts(app, "TEST", "1d")
    assert (broken.forecast, broken.kept) == (None, None)
    assert broken.trouble.startswith("the forecast model broken (some_models 1.0) is left out: it failed with KeyError")
    assert (elsewhere.forecast, "of this market" in elsewhere.trouble) == (None, True)
    assert wide.forecast is not None
    assert wide.kept is not None
    assert (wide.forecast.model, wide.kept.is_new, wide.trouble) == ("wide", True, "")
    assert wide.forecast.paths.shape[1] == 7
    (found,) = record_of(app, "TEST", "1d").sources
    assert (found.origin, found.source, found.model, found.issued) == ("plug-in", "wide", "wide", 1)
    assert [one.issued.maker.source for one in imported_of(app, "TEST", "1d")] == ["wide"]


def test_trying_them_keeps_nothing(app: App) -> None:
    """A check on a simulated coin is no forecast of a market."""
    assert [(each.model.name, bool(each.trouble)) for each in tried()] == [
        ("broken", True),
        ("elsewhere", True),
        ("wide", False),
    ]
    assert app.store.forecasts(HOUSE).rows() == ()


def test_without_a_package_there_is_nothing_to_ask(tmp_path: Path) -> None:
    """And no process is started for it."""
    opened = open_app(read_settings({"TOPTION_DATA": str(tmp_path / "data")}, tmp_path / "none.env"))
    assert own_models() == ()
    assert own_forecasts(opened, "ANY", "1h") == ()
    opened.store.close()
