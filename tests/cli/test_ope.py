"""`ope`: a log and a policy in, five estimates out, or the reasons why nobody can tell."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine.core.chance import generator
from engine.experiments.off_policy.estimators import NAMES, estimates
from engine.experiments.off_policy.rounds import Rounds
from tests.cli.conftest import Command

WORTH = np.array([0.1, 0.3, 0.6])


def logged(folder: Path, n: int = 4000) -> pd.DataFrame:
    """Three actions with known worth, taken with half, three and two tenths."""
    rng = generator(3, "ope")
    action = rng.choice(3, n, p=[0.5, 0.3, 0.2])
    table = pd.DataFrame({
        "action": np.array(["a", "b", "c"])[action], "reward": (rng.random(n) < WORTH[action]).astype(float),
        "propensity": np.array([0.5, 0.3, 0.2])[action], "position": rng.integers(1, 3, n), "x_one": rng.normal(size=n),
    })  # fmt: skip
    table.to_csv(folder / "log.csv", index=False)
    return table


def policy(folder: Path, *chances: float) -> Path:
    """The same in every round."""
    pd.DataFrame({"action": ["a", "b", "c"], "probability": chances}).to_csv(folder / "policy.csv", index=False)
    return folder / "policy.csv"


def test_the_true_value_is_found(command: Command, tmp_path: Path) -> None:
    """A policy that takes the best action seven times in ten is worth .49."""
    logged(tmp_path)
    answer = command("ope", "--log", tmp_path / "log.csv", "--policy", policy(tmp_path, 0.1, 0.2, 0.7), "--json")
    told = answer.json
    assert answer.status == 0
    assert set(told["estimates"]) == set(told["intervals"]) == set(NAMES)
    truth = float(WORTH @ [0.1, 0.2, 0.7])
    for name in NAMES:
        width = told["intervals"][name]["high"] - told["intervals"][name]["low"]
        # Ranges of the direct method, and of what is shrunk to it, know nothing of the regression's own error.
        assert abs(told["estimates"][name] - truth) < (0.05 if name in ("DM", "DR-shrink") else 2 * width)
    assert 500 < told["ess"] < 4000
    assert told["is_enough"]


def test_files_say_what_the_engine_says(command: Command, tmp_path: Path) -> None:
    """The same numbers as from arrays, with a policy of its own in every round, from Parquet."""
    table = logged(tmp_path, 600)
    table.to_parquet(tmp_path / "log.parquet")
    rng = generator(5, "policy")
    target = rng.dirichlet([3.0, 3.0, 3.0], 600)
    rows = pd.DataFrame({
        "round": np.repeat(np.arange(600), 3), "action": ["a", "b", "c"] * 600, "probability": target.ravel()
    })  # fmt: skip
    rows.sample(frac=1, random_state=1).to_parquet(tmp_path / "policy.parquet")
    answer = command("ope", "--log", tmp_path / "log.parquet", "--policy", tmp_path / "policy.parquet", "--json")
    rounds = Rounds(
        table["action"].map({"a": 0, "b": 1, "c": 2}).to_numpy(np.int64), table["position"].to_numpy(np.int64) - 1,
        table["propensity"].to_numpy(), table["reward"].to_numpy(), table[["x_one"]].to_numpy(), 3, 2,
    )  # fmt: skip
    right = estimates(rounds, target)
    assert answer.json["estimates"] == pytest.approx({each.name: each.value for each in right.values})
    assert answer.json["ess"] == pytest.approx(right.overlap.ess)


def test_a_log_that_names_its_traders_is_ranged_over_them(command: Command, tmp_path: Path) -> None:
    """The same values; with twenty traders of unlike luck a wider range."""
    table = logged(tmp_path)
    whose = np.arange(4000) % 20
    table["reward"] = (generator(4, "ope").random(4000) < 0.05 + 0.04 * whose).astype(float)
    told = []
    for given in (table, table.assign(trader=[f"t{each}" for each in whose])):
        given.to_csv(tmp_path / "log.csv", index=False)
        wish = policy(tmp_path, 0.4, 0.3, 0.3)
        told.append(command("ope", "--log", tmp_path / "log.csv", "--policy", wish, "--json").json)
    assert told[0]["estimates"] == told[1]["estimates"]
    widths = [each["intervals"]["DR"]["high"] - each["intervals"]["DR"]["low"] for each in told]
    assert widths[1] > 2 * widths[0]


def test_a_policy_by_position(command: Command, tmp_path: Path) -> None:
    """Its own probabilities at each place of a list."""
    logged(tmp_path)
    rows = [(name, place, chance) for place, chances in ((1, (1.0, 0.0, 0.0)), (2, (0.0, 0.0, 1.0)))
            for name, chance in zip("abc", chances, strict=True)]  # fmt: skip
    pd.DataFrame(rows, columns=["action", "position", "probability"]).to_csv(tmp_path / "policy.csv", index=False)
    answer = command("ope", "--log", tmp_path / "log.csv", "--policy", tmp_path / "policy.csv", "--json")
    assert answer.json["positions"] == 2
    assert answer.json["estimates"]["SNIPW"] == pytest.approx(0.35, abs=0.05)


def test_a_thin_log_is_told_and_not_valued(command: Command, tmp_path: Path) -> None:
    """An action that was never logged: exit status 0, no value, and why."""
    logged(tmp_path)
    pd.DataFrame({"action": ["z"], "probability": [1.0]}).to_csv(tmp_path / "policy.csv", index=False)
    answer = command("ope", "--log", tmp_path / "log.csv", "--policy", tmp_path / "policy.csv", "--json")
    assert answer.status == 0
    assert set(answer.json["estimates"].values()) == {None}
    assert not answer.json["is_enough"]
    assert any("never logged" in each for each in answer.json["reasons"])
    told = command("ope", "--log", tmp_path / "log.csv", "--policy", tmp_path / "policy.csv")
    assert "No answer: " in told.err


@pytest.mark.parametrize(("log", "told"), [
    ("action,reward\na,1\n", "propensity is missing"), ("action,reward,propensity\na,1,0\n", "propensities must be"),
    ("action,reward,propensity\na,x,0.5\n", "reward must be a number"), ("action,reward,propensity\n", "no rows"),
    ("action,reward,propensity\n,1,0.5\n", "action is empty"),
    ("action,reward,propensity\na,1,nan\n", "propensity must"),
    ("action,reward,propensity\na,1,1e-300\n", "propensities must"),
    ("action,reward,propensity\na,1e308,1\n", "reward"),
    ("action,reward,propensity,x_a\na,1,1,1e300\n", "x_a must"), ("action,Action,reward,propensity\n", "twice"),
])  # fmt: skip
def test_a_log_that_cannot_be_used_is_refused(command: Command, tmp_path: Path, log: str, told: str) -> None:
    """Status 2 and one line."""
    (tmp_path / "log.csv").write_text(log, "utf-8")
    answer = command("ope", "--log", tmp_path / "log.csv", "--policy", policy(tmp_path, 0.2, 0.3, 0.5), "--json")
    assert (answer.status, answer.out) == (2, "")
    assert told in answer.err
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize(("rows", "told"), [
    ("action,probability\na,0.5\n", "add up to 1"), ("action,probability\na,0.5\na,0.5\n", "again"),
    ("round,action,probability\n9999,a,1\n", "not in the log"), ("action,probability\na,much\n", "must be a number"),
    ("action,probability\na,-0.2\nb,1.2\n", "0 or more, was -0.2"),
])  # fmt: skip
def test_a_policy_that_is_none_is_refused(command: Command, tmp_path: Path, rows: str, told: str) -> None:
    """Status 2 and one line that names the row."""
    logged(tmp_path, 200)
    (tmp_path / "policy.csv").write_text(rows, "utf-8")
    answer = command("ope", "--log", tmp_path / "log.csv", "--policy", tmp_path / "policy.csv", "--json")
    assert (answer.status, answer.out) == (2, "")
    assert told in answer.err
