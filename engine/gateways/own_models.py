"""Forecast models that other packages bring: found by their entry points, run apart, their answers checked."""

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, Final

from engine.core.errors import DataError
from engine.forecast.own import Answer, answer_of, must_not_have_looked_ahead, prices_of
from engine.market.bars import Floats, Times

GROUP: Final = "toption.forecast_models"
PATIENCE: Final = 60.0  # seconds for three fits and three forecasts
ROOT: Final = Path(__file__).resolve().parent.parent.parent
CHILD: Final = "engine.gateways.own_model_child"
SECRET: Final = ("KEY", "SECRET", "TOKEN", "PASSWORD", "DATABASE_URL")
LONGEST_TOLD: Final = 200


@dataclass(frozen=True, slots=True)
class OwnModel:
    """A model that is installed: its entry point's name, and the package that brings it."""

    name: str
    package: str
    version: str


def own_models() -> tuple[OwnModel, ...]:
    """Every model that is installed, by name; none of them is run, and nothing of them imported."""
    return tuple(
        sorted(
            (OwnModel(each.name, each.dist.name, each.dist.version) for each in entry_points(group=GROUP) if each.dist),
            key=lambda model: (model.name, model.package),
        )
    )


def ask(model: OwnModel, times: Times, closes: Floats, levels: Floats, patience: float = PATIENCE) -> Answer:
    """What a model says from these closes one day apart; DataError names it in one line when it fails."""
    named = Counter(each.name for each in own_models())[model.name]
    if named != 1:
        raise DataError(f"the forecast model {model.name} is brought by {named} packages. Keep one of them.")
    asked = levels.tolist()
    question = {"name": model.name, "times": times.tolist(), "closes": closes.tolist(), "levels": asked, "group": GROUP}
    try:
        said = _said(json.dumps(question), patience)
        answer = answer_of(said, asked)
        if "fresh" in said:
            must_not_have_looked_ahead(prices_of(said["fresh"], asked), prices_of(said["knowing"], asked))
    except DataError as error:
        raise DataError(
            f"the forecast model {model.name} ({model.package} {model.version}) is left out: {error}"
        ) from error
    return answer


def _said(question: str, patience: float) -> Any:
    """The child's answer; DataError with the last line that it said when it failed."""
    command = [sys.executable, "-m", CHILD]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, and data on its stdin
            command, input=question, capture_output=True, encoding="utf-8", errors="replace",
            timeout=patience, cwd=ROOT, env=_environment(), check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise DataError(f"it took more than {patience:g} seconds.") from error
    except OSError as error:
        raise DataError(f"no process could be started for it ({error.strerror}).") from error
    if done.returncode:
        lines = done.stderr.strip().splitlines() or [f"exit status {done.returncode}"]
        told = "".join(letter for letter in lines[-1] if letter.isprintable())  # it may hold commands to a terminal
        raise DataError(f"it failed with {told.strip()[:LONGEST_TOLD]}.")
    try:
        return json.loads(done.stdout)
    except ValueError as error:
        raise DataError("it ended without an answer.") from error


def _environment() -> dict[str, str]:
    """Our own environment without what is secret, with our way to packages."""
    kept = {name: value for name, value in os.environ.items() if not any(word in name.upper() for word in SECRET)}
    return {**kept, "PYTHONPATH": os.pathsep.join([str(ROOT), *(path for path in sys.path if path)])}
