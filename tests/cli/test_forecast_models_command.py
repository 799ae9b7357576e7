"""`forecast models` and `forecast issue`; the example of the how-to, installed as written, runs through both."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.builders import walk
from tests.cli.conftest import Command
from tests.own_model_packages import GROUP, install

PAGE = (Path(__file__).resolve().parents[2] / "docs/how-to/own-forecast-model.md").read_text("utf-8")
MARKET = ("--symbol", "TEST", "--step", "1d", "--json")


def block(kind: str) -> str:
    """The page's first block of this kind."""
    found = re.search(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture
def market(command: Command, tmp_path: Path) -> None:
    """TEST's daily candles of 2025 and a month."""
    walk(3, 400, "1d", sigma=0.03).table.to_csv(tmp_path / "test.csv", index=False)
    assert command("bars", "import", tmp_path / "test.csv", "--symbol", "TEST").status == 0


def test_the_example_of_the_page_is_found_checked_issued_and_judged(
    command: Command, market: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a reader copies works, from the first line to the record."""
    project = tomllib.loads(block("toml"))["project"]
    ((name, leads_to),) = project["entry-points"][GROUP].items()
    module, what = leads_to.split(":")
    assert f"`{module}.py`" in PAGE
    monkeypatch.syspath_prepend(install(tmp_path / "site", module, block("python"), {name: what}, project["version"]))
    told = command("forecast", "models", "--json")
    assert (told.status, [(each["name"], each["ok"]) for each in told.json["models"]]) == (0, [(name, True)])
    told = command("forecast", "issue", *MARKET)
    assert (told.status, [each["source"] for each in told.json["forecasts"]]) == (0, ["Toption", name])
    (kept,) = command("forecast", "record", "--json").json["markets"]
    assert [each["model"] for each in kept["sources"]] == ["E7", "past weeks"]


def test_ours_is_issued_without_a_browser_and_once(command: Command, market: None) -> None:
    """For cron: so the record grows when nobody looks."""
    first, again = (command("forecast", "issue", *MARKET).json["forecasts"] for _ in range(2))
    assert [(each["number"], each["new"]) for each in (*first, *again)] == [(1, True), (1, False)]
    assert first[0]["low_80"][0] < first[0]["last_close"] < first[0]["high_80"][0]


def test_without_a_name_every_market_is_issued_and_what_cannot_be_is_named(
    command: Command, market: None, tmp_path: Path
) -> None:
    """One line in a crontab for all of them."""
    walk(3, 20, "1d").table.to_csv(tmp_path / "young.csv", index=False)
    assert command("bars", "import", tmp_path / "young.csv", "--symbol", "YOUNG").status == 0
    told = command("forecast", "issue", "--json")
    assert (told.status, [each["symbol"] for each in told.json["forecasts"]]) == (1, ["TEST"])
    assert told.json["problems"][0].startswith("YOUNG 1d: a forecast of YOUNG needs at least 30 daily closes")
    assert command("forecast", "issue", "--symbol", "TEST").status == 2


def test_a_model_that_fails_is_named_and_the_rest_goes_on(
    command: Command, market: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit status 1, since something is to be done; ours is kept all the same."""
    monkeypatch.syspath_prepend(install(tmp_path / "site", "no_good", "Model = None\n", {"no_good": "Model"}))
    told = command("forecast", "issue", *MARKET)
    assert (told.status, len(told.json["forecasts"]), len(told.json["problems"])) == (1, 1, 1)
    assert "no_good (no_good 1.0) is left out: it failed with TypeError" in told.json["problems"][0]
    assert command("forecast", "models").status == 1


def test_without_a_model_the_way_to_one_is_told(command: Command) -> None:
    """Where to read on."""
    told = command("forecast", "models")
    assert (told.status, "own-forecast-model.md" in told.err) == (0, True)


def test_a_market_that_is_not_here_is_named(command: Command) -> None:
    """Exit status 2."""
    assert command("forecast", "issue", *MARKET).status == 2
