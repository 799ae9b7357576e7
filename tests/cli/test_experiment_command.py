"""`experiment`: a whole life at the command line, an analysis of a file, and assignment for any program."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine.experiments.assignment import bucket
from tests.cli.conftest import Command

DESIGN = (
    "experiment", "design", "more-strategy", "--kind", "weights", "--hypothesis", "more is saved",
    "--variant", "today=0.5", "--variant", "more=0.5:strategy=0.4 risk=0.1", "--metric", "save_rate",
    "--guardrail", "dismissal_rate", "--traders", 840, "--days", 7, "--json",
)  # fmt: skip


def test_an_experiment_from_design_to_decision(command: Command, tmp_path: Path) -> None:
    """Designed, started, a week of simulated traders with an effect, looked at, exported, decided, listed."""
    command("sample")
    assert command(*DESIGN).json["state"] == "designed"
    assert command("experiment", "start", "more-strategy", "--json").json["state"] == "running"
    passed = command("experiment", "simulate", "more-strategy", "--days", 7, "--effect", 0.6, "--json")
    assert passed.json["call"] == "ship"
    assert passed.json["is_simulated"] is True
    out = tmp_path / "looks.csv"
    looked = command("experiment", "analyse", "more-strategy", "--export", out, "--json").json
    assert looked["arms"] == passed.json["arms"]
    assert len(pd.read_csv(out)) == 2 * 7
    done = command("experiment", "decide", "more-strategy", "--call", "ship", "--why", "more is saved", "--json")
    assert done.json["state"] == "decided"
    (row,) = command("experiment", "list", "--json").json["experiments"]
    assert (row["state"], row["call"], row["days"], row["traders"]) == ("decided", "ship", 7, 840)
    told = command("experiment", "show", "more-strategy", "--as", "stakeholder")
    assert "Its traders are simulated." in told.err
    assert "Decided by local: ship. more is saved" in told.err
    assert "Save rate" in told.out


def test_roles_are_held(command: Command) -> None:
    """Who looks on changes nothing, who trades sees nothing: status 1 and a line."""
    refused = command(*DESIGN, "--as", "stakeholder")
    assert (refused.status, refused.out) == (1, "")
    assert "stakeholder cannot change" in refused.err
    assert command("experiment", "list", "--as", "trader").status == 1
    assert command("experiment", "list", "--as", "king").status == 2


@pytest.mark.parametrize(("words", "told"), [
    (("start", "nobody"), "no experiment"), (("analyse",), "or both"),
    (("assign", "--seed", "s"), "one or more traders"),
])  # fmt: skip
def test_what_cannot_be_done_is_told(command: Command, words: tuple[str, ...], told: str) -> None:
    """One line on stderr, nothing on stdout."""
    answer = command("experiment", *words, "--json")
    assert answer.status in (1, 2)
    assert (answer.out, told in answer.err) == ("", True)


def test_a_variant_is_written_as_a_share(command: Command) -> None:
    """Anything else is refused with the form it must have."""
    answer = command(*(each if each != "today=0.5" else "today" for each in DESIGN))
    assert answer.status == 2
    assert "name=share" in answer.err


def test_a_file_of_outcomes_is_analysed(command: Command, tmp_path: Path) -> None:
    """Two versions of a bot, a day each: no store is needed."""
    rng = np.random.default_rng(2)
    value = rng.normal(0, 0.01, 300) + 0.01 * (np.arange(300) % 2)
    table = pd.DataFrame({"unit": range(300), "variant": np.where(np.arange(300) % 2, "v2", "v1"), "value": value})
    table.to_csv(tmp_path / "days.csv", index=False)
    told = command("experiment", "analyse", "--outcomes", tmp_path / "days.csv", "--json").json
    assert told["control"] == "v1"
    assert told["compared"][0]["verdict"]["call"] == "ship"
    shown = command("experiment", "analyse", "--outcomes", tmp_path / "days.csv", "--control", "v2")
    assert "roll back" in shown.out


def test_a_bots_experiment_takes_its_outcomes(command: Command, tmp_path: Path) -> None:
    """Designed and decided like any other, days in place of traders; no file after the plan's end."""
    design = (
        "experiment", "design", "wider", "--kind", "bot", "--hypothesis", "a wider band earns more", "--variant",
        "v1=0.5", "--variant", "v2=0.5", "--metric", "profit", "--traders", 300, "--as", "admin",
    )  # fmt: skip
    assert command(*design).status == 0
    command("experiment", "start", "wider")
    refused = command("experiment", "simulate", "wider")
    assert (refused.status, "no trader is shown" in refused.err) == (2, True)
    rng = np.random.default_rng(2)
    table = pd.DataFrame({"unit": range(300), "variant": np.where(np.arange(300) % 2, "v2", "v1")})
    table["value"] = rng.normal(0, 0.01, 300) + 0.01 * (np.arange(300) % 2)
    table.to_csv(tmp_path / "days.csv", index=False)
    told = command("experiment", "analyse", "wider", "--outcomes", tmp_path / "days.csv", "--json").json
    assert (told["call"], told["counts"], told["share"]) == ("ship", [150, 150], 1.0)
    again = command("experiment", "show", "wider", "--json").json
    assert again["outcomes"] == told["outcomes"]
    late = command("experiment", "analyse", "wider", "--outcomes", tmp_path / "days.csv")
    assert (late.status, "a look after the end" in late.err) == (2, True)
    assert command("experiment", "show", "wider", "--json").json["outcomes"] == told["outcomes"]
    table.replace({"v2": "v9"}).to_csv(tmp_path / "days.csv", index=False)
    strange = command("experiment", "analyse", "wider", "--outcomes", tmp_path / "days.csv")
    assert (strange.status, "v9" in strange.err) == (2, True)


PAPER: tuple[object, ...] = (
    "experiment", "paper", "follow", "--bot", "SIM-SOL", "--arm", "today", "--arm", "follow:style=breakout",
    "--hypothesis", "a move goes on",
)  # fmt: skip


def test_a_bots_experiment_runs_on_paper_by_itself(command: Command, tmp_path: Path) -> None:
    """Designed, started, candles arrive, looked at, exported, decided, proposed and kept: no browser, no file."""
    command("sample")
    assert command(*PAPER, "--days", 28, "--market", "SIM-SOL:1h", "--json").json["state"] == "designed"
    command("experiment", "start", "follow")
    command("sample", "--next-days", 9)
    shown = command("experiment", "show", "follow", "--json").json
    assert (shown["days"], shown["life"]["seen"]) == (9, [])
    out = tmp_path / "looks.csv"
    told = command("experiment", "analyse", "follow", "--export", out, "--json").json
    assert [day for day, _ in told["life"]["seen"]] == [9]
    assert told["paper"] == shown["paper"]
    assert [arm["variant"] for arm in told["paper"]["arms"]] == ["today", "follow"]
    assert pd.read_csv(out)["day"].tolist() == [7, 8, 9]
    text = command("experiment", "analyse", "follow")
    assert "9 days on paper of 28" in text.out
    assert "keep running: 32 % of the plan is in" in text.err
    command("experiment", "decide", "follow", "--call", "ship", "--why", "it is to be seen live")
    offered = command("experiment", "propose", "follow", "--variant", "follow", "--json").json
    assert (offered["kept"], offered["version"]) == (False, 1)
    assert offered["changes"][0]["after"] == "breakout"
    kept = command("experiment", "propose", "follow", "--variant", "follow", "--keep", "--json").json
    assert (kept["kept"], kept["version"]) == (True, 2)


def test_days_on_paper_are_planned_by_the_bots_own_past(command: Command) -> None:
    """Half the difference takes more days; a market or an arm that there is not is refused in a line."""
    command("sample")
    assert command(*PAPER, "--effect", 1.0, "--json").status == 0
    days = command("experiment", "show", "follow", "--json").json["life"]["design"]["days"]
    assert 20 < days < 60
    for words in (("--market", "NOWHERE"), ("--arm", "third:colour=red"), ("--effect", 0.0001)):
        refused = command(*("other" if each == "follow" else each for each in PAPER), *words)
        assert (refused.status, refused.out) == (2, "")


def test_assignment_is_that_of_every_machine(command: Command) -> None:
    """Version 2 of the published hash: a bucket and the number of a variant, null outside the coverage."""
    answer = command("experiment", "assign", "--seed", "s", "--trader", "a", "--trader", "b", "c", "--json")
    told = json.loads(answer.out)
    assert [each["trader"] for each in told] == ["a", "b", "c"]
    assert [each["bucket"] for each in told] == [bucket("s", each) for each in "abc"]
    assert all(each["variant"] == int(each["bucket"] >= 0.5) for each in told)
    many = [word for number in range(200) for word in ("--trader", f"t{number}")]
    covered = json.loads(command("experiment", "assign", "--seed", "s", "--coverage", 0.2, *many, "--json").out)
    assert 20 < sum(each["variant"] is not None for each in covered) < 65


@pytest.mark.parametrize(("words", "told"), [
    (("--weight", "nan", "--weight", "0.5"), "add up to 1"), (("--weight", "-1", "--weight", "2"), "0 to 1"),
    (("--weight", "0.5", "--weight", "0.2"), "add up to 1"), (("--weight", "1"), "2 or more"),
    (("--coverage", "nan"), "coverage"), (("--coverage", "7"), "coverage"), (("--trader", ""), "none of them empty"),
])  # fmt: skip
def test_shares_that_are_none_are_not_taken_as_equal(command: Command, words: tuple[str, ...], told: str) -> None:
    """A script that mistypes a share must hear of it, not assign half of its traders otherwise."""
    answer = command("experiment", "assign", "--seed", "s", "--trader", "a", *words, "--json")
    assert (answer.status, answer.out) == (2, "")
    assert told in answer.err
