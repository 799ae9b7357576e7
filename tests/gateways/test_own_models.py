"""Models of other packages are found without being run, run apart, and whatever they do stays there."""

from pathlib import Path

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.gateways.own_models import OwnModel, ask, own_models
from engine.market.bars import DAY_MS
from tests.builders import walk
from tests.own_model_packages import install

LEVELS = np.array([0.1, 0.5, 0.9])
CLOSES = walk(2, 120, "1d", sigma=0.02).close
TIMES = DAY_MS * np.arange(20_000, 20_120)
CODE = """
import os, sys, time
import numpy as np

print("imported, and printing on the way")

class Good:
    def describe(self):
        return {"name": "flat", "version": 2}
    def fit(self, times, closes):
        self.width = float(np.std(np.diff(np.log(closes))))
        closes[:] = -1.0  # its own copy
    def forecast(self, times, closes, levels):
        print("forecasting")
        days = np.sqrt(np.arange(1, 8))[:, None]
        return closes[-1] * np.exp(days * self.width * np.array([-1.3, 0.0, 1.3]))

class Raises(Good):
    def fit(self, times, closes):
        raise ValueError("no idea")
class Exits(Good):
    def fit(self, times, closes):
        sys.exit("enough")
class Dies(Good):
    def fit(self, times, closes):
        os._exit(0)
class Hangs(Good):
    def fit(self, times, closes):
        time.sleep(600)
class Crosses(Good):
    def forecast(self, times, closes, levels):
        return super().forecast(times, closes, levels)[:, ::-1]
class Short(Good):
    def forecast(self, times, closes, levels):
        return super().forecast(times, closes, levels)[:3]
class Nameless(Good):
    def describe(self):
        return {}
class Guesses(Good):
    def forecast(self, times, closes, levels):
        return super().forecast(times, closes, levels) * np.random.default_rng().uniform(0.9, 1.1)
class Remembers(Good):
    best = 0.0
    def fit(self, times, closes):
        self.best = max(getattr(self, "best", 0.0), float(closes.max()))
        super().fit(times, closes)
    def forecast(self, times, closes, levels):
        return super().forecast(times, closes, levels) + self.best / 1e3
class Hoards(Good):
    seen = 0.0
    def fit(self, times, closes):
        Hoards.seen = max(Hoards.seen, float(closes.max()) * len(closes))
        super().fit(times, closes)
    def forecast(self, times, closes, levels):
        return super().forecast(times, closes, levels) + Hoards.seen / 1e5
class Paints(Good):
    def fit(self, times, closes):
        raise ValueError("\\x1b[31mred")
class Peeks(Good):
    def forecast(self, times, closes, levels):
        made = super().forecast(times, closes, levels)
        return made * (1 + 0.01 * ("ANTHROPIC_API_KEY" in os.environ or "DATABASE_URL" in os.environ))
"""
NAMES = (
    "Good", "Raises", "Exits", "Dies", "Hangs", "Crosses", "Short", "Nameless", "Guesses", "Remembers", "Hoards",
    "Paints", "Peeks",
)  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one package that brings all of them, and an entry that leads nowhere."""
    entries = {**{name.lower(): name for name in NAMES}, "gone": "Nowhere"}
    closes = "float(closes.max())"
    assert closes in CODE
    return install(tmp_path_factory.mktemp("site"), "many_models", CODE, entries)


@pytest.fixture
def installed(site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, where Python finds packages."""
    monkeypatch.syspath_prepend(site)
    return site


def model(name: str) -> OwnModel:
    """The installed model of this name."""
    return next(each for each in own_models() if each.name == name)


def test_models_are_found_by_name_without_being_run(installed: Path) -> None:
    """Looking is free: the module that prints was not imported."""
    assert [each.name for each in own_models()] == sorted([*(name.lower() for name in NAMES), "gone"])
    assert model("good") == OwnModel("good", "many_models", "1.0")


def test_a_good_model_answers_whatever_it_prints_and_writes_into(installed: Path) -> None:
    """Its print is not its answer, and what it was given was a copy."""
    found = ask(model("good"), TIMES, CLOSES, LEVELS)
    assert (found.name, found.version) == ("flat", "2")
    assert found.prices[:, 1] == pytest.approx(CLOSES[-1])


@pytest.mark.parametrize(("name", "reason"), [
    ("raises", "ValueError: no idea"), ("exits", "enough"), ("dies", "without an answer"), ("crosses", "lies below"),
    ("short", r"was \(3, 3\)"), ("nameless", "describe"), ("guesses", "without a seed"),
    ("remembers", "remembers what came later"), ("hoards", "remembers what came later"), ("gone", "Nowhere"),
    ("paints", r"ValueError: \[31mred\.$"),
])  # fmt: skip
def test_a_bad_model_is_named_in_one_line(installed: Path, name: str, reason: str) -> None:
    """Which model, of which package, and why."""
    with pytest.raises(DataError, match=reason) as refused:
        ask(model(name), TIMES, CLOSES, LEVELS)
    assert str(refused.value).startswith(f"the forecast model {name} (many_models 1.0) is left out: ")
    assert "\n" not in str(refused.value)


def test_a_model_that_hangs_is_ended(installed: Path) -> None:
    """After the patience that it gets."""
    with pytest.raises(DataError, match=r"more than 0\.5 seconds"):
        ask(model("hangs"), TIMES, CLOSES, LEVELS, patience=0.5)


def test_a_model_is_given_no_key(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither Claude's nor the database's."""
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-planted")
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:p@h/d")
    assert ask(model("peeks"), TIMES, CLOSES, LEVELS).prices[0, 1] == pytest.approx(CLOSES[-1])


def test_two_packages_of_one_name_are_refused(installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody could tell whose record it is."""
    monkeypatch.syspath_prepend(install(tmp_path, "another", CODE, {"good": "Good"}))
    with pytest.raises(DataError, match="brought by 2 packages"):
        ask(model("good"), TIMES, CLOSES, LEVELS)
