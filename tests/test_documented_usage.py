"""The documented interface, verbatim: both ways to start it, the Python interface, and the names of the feed."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docs.personalize_input import predictions
from engine.core.errors import DataError
from engine.experiments.experiment import ABTest
from engine.ranking.bandit import ThompsonSampler
from engine.ranking.similar import find_similar_trades
from engine.scoring import score_opportunity
from engine.services.personalize import starting_values
from engine.traders.profile import TraderProfileLearner
from personalize_model_parameters.claude_processor import PersonalizationProcessor
from personalize_model_parameters.config import PersonalizationConfig
from tests.ideas import taste
from tests.loopback_claude import KEY, LoopbackClaude, serving
from tests.services.talking import proposal

ROOT = Path(__file__).resolve().parent.parent
MODULE = ROOT / "personalize_model_parameters"
FIRST = "I want more aggressive trading with higher sensitivity. Increase my risk tolerance."
SECOND = "Make it more conservative"
THIRD = "Increase my sensitivity to recent price movements"
KEYS = [
    "modified_parameters",
    "parameter_changes_summary",
    "risk_assessment",
    "expected_performance",
    "warnings",
    "recommendations",
]
INTERFACE = """
from personalize_model_parameters.config import PersonalizationConfig
from personalize_model_parameters.claude_processor import PersonalizationProcessor
processor = PersonalizationProcessor(PersonalizationConfig())
result = processor.personalize_bot(
    default_parameters={"window": 15, "k_sigma": 1.2, "risk_factor": 0.5, "base_trade_size": 0.001},
    model_predictions={},
    user_preferences={"request": "Make it more conservative"},
)
print(result["modified_parameters"])
"""


def run(folder: Path, said: str, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """The documented command in a process of its own, the words through a pipe."""
    command = [sys.executable, "-m", "personalize_model_parameters.main", *map(str, arguments)]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    kept |= {"CLAUDE_API_KEY": "", "ANTHROPIC_API_KEY": "", "PYTHONIOENCODING": "utf-8", **environment}
    return subprocess.run(
        command, cwd=folder, input=said, env=kept, capture_output=True, text=True, timeout=120, check=False
    )


def personalize(words: Any, predictions: Any = None, **start: Any) -> dict[str, Any]:
    return PersonalizationProcessor(PersonalizationConfig()).personalize_bot(start, predictions or {}, words)


def values(found: dict[str, Any]) -> list[Any]:
    return [found["modified_parameters"][name] for name in ("window", "k_sigma", "risk_factor", "base_trade_size")]


@pytest.mark.parametrize("folder", [ROOT, MODULE], ids=["from the root", "after cd"])
def test_the_documented_command_refines_undoes_and_saves(folder: Path, tmp_path: Path) -> None:
    """Both documented ways, with no more than the environment's packages; saved files carry the time."""
    said = f"{FIRST}\n{SECOND}\n{THIRD}\nundo\nsave\nsave\nquit\n"
    done = run(folder, said, "--output", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert "simulated" in done.stdout
    saved = sorted((tmp_path / "out").iterdir())
    assert len(saved) == 2
    assert all(path.name.startswith("personalized_parameters_2") and path.suffix == ".json" for path in saved)
    found = json.loads(saved[0].read_text("utf-8"))
    assert list(found) == KEYS
    assert values(found) == [12, 1.0, 0.4, 0.0008]
    assert len(found["parameter_changes_summary"]) == 6


def test_output_lies_beside_the_module_by_default(tmp_path: Path) -> None:
    """As documented: output/personalized_parameters_<timestamp>.json, made when it is needed."""
    for name in ("engine", "personalize_model_parameters"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "output"))
    done = run(tmp_path / "personalize_model_parameters", "set window to 12\nsave\n")
    assert done.returncode == 0, done.stderr
    (saved,) = (tmp_path / "personalize_model_parameters" / "output").iterdir()
    assert json.loads(saved.read_text("utf-8"))["modified_parameters"]["window"] == 12


def test_input_files_may_be_given_and_a_saved_result_is_one(tmp_path: Path) -> None:
    """A version can be gone on from; a bad forecast is refused in one line before anything is asked."""
    (tmp_path / "mine.json").write_text(json.dumps(personalize("window 12")))
    (tmp_path / "none.json").write_text("{}")
    (tmp_path / "bad.json").write_text('{"quantiles": {"0.1": [2, 2, 2, 2, 2, 2, 2], "0.9": [1, 1, 1, 1, 1, 1, 1]}}')
    good = run(ROOT, "k_sigma 1.5\nsave", tmp_path / "mine.json", tmp_path / "none.json", "--output", tmp_path / "out")
    assert good.returncode == 0
    (saved,) = (tmp_path / "out").iterdir()
    assert values(json.loads(saved.read_text("utf-8")))[:2] == [12, 1.5]
    bad = run(ROOT, "", tmp_path / "mine.json", tmp_path / "bad.json")
    assert bad.returncode == 2
    assert "cross on day 1" in bad.stderr
    assert bad.stderr.count("\n") == 1


def test_the_python_interface_works_as_written() -> None:
    """Word for word, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", INTERFACE], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.stderr == ""
    assert done.stdout.strip() == "{'window': 15, 'k_sigma': 1.2, 'risk_factor': 0.3, 'base_trade_size': 0.0006}"


@pytest.mark.parametrize("forecast", [{}, "input"], ids=["without a forecast", "with the shipped one"])
def test_the_documented_conversations(forecast: Any) -> None:
    """Every named value, the warnings of risk, the reasons, and that more trades follow."""
    if forecast:
        forecast = json.loads((MODULE / "input" / "model_predictions.json").read_text("utf-8"))
    one = personalize({"request": FIRST}, forecast)
    assert values(one) == [12, 1.0, 0.7, 0.0015]
    assert any(text.startswith("Increased risk") for text in one["warnings"])
    two = personalize({"request": SECOND}, forecast, **one["modified_parameters"])
    assert values(two) == [12, 1.0, 0.4, 0.0008]
    assert all("conservative" in change["reasoning"] for change in two["parameter_changes_summary"])
    assert any("less to gain" in text for text in two["warnings"])
    three = personalize(THIRD, forecast, **two["modified_parameters"])
    assert values(three) == [10, 0.9, 0.4, 0.0008]
    assert all("more trades will follow" in change["reasoning"] for change in three["parameter_changes_summary"])
    assert three["expected_performance"]["expected_trade_frequency"].startswith("More trades")
    assert personalize("Increase risk factor to 0.8")["modified_parameters"]["risk_factor"] == 0.8


def test_the_shipped_forecast_is_simulated_and_says_so() -> None:
    """Nobody may take it for a view of a market."""
    document = json.loads((MODULE / "input" / "model_predictions.json").read_text("utf-8"))
    assert document["note"].startswith("SIMULATED")
    assert document["model"]["source"] == "simulated"
    assert any("simulated" in text for text in personalize("window 12", document)["warnings"])


def test_the_shipped_inputs_are_what_their_script_makes() -> None:
    """The settings are the registry's defaults; the forecast is that of the sample world's first day."""
    assert json.loads((MODULE / "input" / "default_parameters.json").read_text("utf-8")) == starting_values({})
    shipped = json.loads((MODULE / "input" / "model_predictions.json").read_text("utf-8"))
    made = predictions()["predictions"][0]
    for level, prices in shipped["predictions"][0]["quantiles"].items():
        assert made["quantiles"][level] == pytest.approx(prices)


def test_with_a_key_claude_reads_the_words_and_the_key_is_never_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Not in what is printed, not in the answer, not in the store; without a key nobody is asked."""
    for name, value in (("ANTHROPIC_API_KEY", ""), ("CLAUDE_API_KEY", KEY), ("TOPTION_DATA", str(tmp_path))):
        monkeypatch.setenv(name, value)
    with serving(LoopbackClaude(lambda _: proposal("A quicker band."))) as server:
        monkeypatch.setenv("CLAUDE_BASE_URL", server.url)
        config = PersonalizationConfig()
        found = PersonalizationProcessor(config).personalize_bot({}, {}, "set the window to 12")
        assert [len(server.messages), found["modified_parameters"]["window"]] == [1, 12]
    assert found["warnings"][0] == "Claude (claude-sonnet-5-5) read your words."
    assert found["recommendations"][0] == "A quicker band."
    assert KEY not in repr(config) + json.dumps(found)
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and KEY.encode() in path.read_bytes()]
    monkeypatch.setenv("CLAUDE_API_KEY", "your_claude_api_key_here")
    assert not PersonalizationConfig().has_claude_key


def test_when_claude_fails_the_words_are_read_offline_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """No dead end, and no silent fallback."""
    for name, value in (("ANTHROPIC_API_KEY", ""), ("CLAUDE_API_KEY", "sk-wrong"), ("TOPTION_DATA", str(tmp_path))):
        monkeypatch.setenv(name, value)
    with serving(LoopbackClaude()) as server:
        monkeypatch.setenv("CLAUDE_BASE_URL", server.url)
        found = personalize("set the window to 12")
    assert found["modified_parameters"]["window"] == 12
    assert "did not accept the key" in found["warnings"][0]
    assert found["warnings"][0].endswith("The offline interpreter read your words.")


SEEN = {"ticker": "SIM-A", "strategy": "Iron condor", "delta": 0.2, "premium": 150, "days_to_expiry": 30}
PAST = {**SEEN, "iv_rank": 60, "sector": "Energy"}


def test_the_documented_names_of_the_feed_work_together() -> None:
    """As written: what a trader did is learned, scored, explored, looked up and counted, with no other call between."""
    learner = TraderProfileLearner()
    before = score_opportunity(learner.profile("ann"), SEEN)
    profile = learner.update_profile("ann", "trade", SEEN)
    after = score_opportunity(profile, SEEN)
    assert sum(part.points for part in after.parts) == after.total > before.total
    sampler = ThompsonSampler(n_arms=3)
    arm = sampler.select_arm()
    sampler.update(arm, reward=1.0)
    assert sampler.propensities[arm] == max(sampler.propensities)
    found = find_similar_trades(PAST, [{**PAST, "outcome": 0.2}, {**PAST, "outcome": -0.1}])
    assert ([each.outcome for each in found.trades], found.win_rate.value, found.win_rate.n) == ([0.2], 0.5, 2)
    test = ABTest("cards", ["old", "new"])
    variant = test.assign_user("ann")
    test.track_conversion("ann", 12.5)
    assert (variant, test.values) == (ABTest("cards", ["old", "new"]).assign_user("ann"), {"ann": 12.5})


@pytest.mark.parametrize(
    ("ask", "word"),
    [
        (lambda: score_opportunity({"wheel": 1}, SEEN), "TraderProfile"),  # type: ignore[arg-type]
        (lambda: score_opportunity(taste(), None), "mapping"),  # type: ignore[arg-type]
        (lambda: score_opportunity(taste(), SEEN | {"delta": "deep"}), "delta must be a number, was 'deep'"),
        (lambda: score_opportunity(taste(), SEEN | {"strategy": ["wheel"]}), "strategy must be one of"),
        (lambda: find_similar_trades(PAST | {"strategy": "lottery"}, []), "'lottery'"),
        (lambda: find_similar_trades(None, []), "set-up must be"),  # type: ignore[arg-type]
        (lambda: find_similar_trades(PAST, None), "past trades must be"),  # type: ignore[arg-type]
        (lambda: find_similar_trades(PAST, PAST), "past trades must be"),  # type: ignore[arg-type]
        (lambda: ThompsonSampler(n_arms=0), "number of arms"),
        (lambda: ThompsonSampler(n_arms=2).update(2, 1.0), "0 to 1, was 2"),
        (lambda: ABTest("", ["old", "new"]), "test's name"),
        (lambda: ABTest("cards", "ab"), "were 'ab'"),
        (lambda: ABTest("cards", {"old": "half", "new": 0.5}), "share"),  # type: ignore[dict-item]
        (lambda: ABTest("cards", ["old", ""]), "variant's name"),
        (lambda: ABTest("cards", ["old", "new"]).assign_user(7), "user id"),  # type: ignore[arg-type]
    ],
)
def test_the_documented_names_refuse_in_one_line(ask: Callable[[], object], word: str) -> None:
    """Whatever another program hands over: what was wrong, never a fault from deep within."""
    with pytest.raises(DataError, match=word) as refused:
        ask()
    assert "\n" not in str(refused.value)
