"""What a benchmark has measured and kept: the worth of the forecast models on real coins, with day and machine."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from engine.core.errors import StoreError
from engine.forecast.judging.crises import Held

Run = TypeVar("Run")


@dataclass(frozen=True, slots=True)
class MeasuredModel:
    """One model: skill in % over the random walk with its standard error (None: it is the random walk), bands held.

    `skill_day` is that of one day ahead; `held` the shares of 50, 80 and 95 % bands over all days, `held_week` after
    seven; `crises` those of the week before each break.
    """

    name: str
    skill: float | None
    error: float | None
    skill_day: float | None
    held: tuple[float, ...]
    held_week: tuple[float, ...]
    crises: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class MeasuredForecasts:
    """A run of the protocol as it was kept; dates as ISO text. `direction` is right calls in % over seven days."""

    measured_on: str
    machine: str
    command: str
    what: str
    markets: tuple[str, ...]
    first: str
    last: str
    origins: int
    every: int
    models: tuple[MeasuredModel, ...]
    over_e7: tuple[float, float]
    direction: tuple[float, float, int]


def read_measured(path: Path) -> MeasuredForecasts | None:
    """The kept run, None where there is none; StoreError when it cannot be read."""
    return read_kept(path, _measured)


def read_kept(path: Path, made: Callable[[dict[str, Any]], Run]) -> Run | None:
    """A benchmark's kept file as `made` reads it, None where there is none; StoreError when it cannot be read."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(f"{path.name} cannot be read ({error.strerror}). Run its benchmark again.") from error
    try:
        return made(json.loads(text))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, StopIteration) as error:
        raise StoreError(f"{path.name} is damaged ({type(error).__name__}). Run its benchmark again.") from error


def _measured(told: dict[str, Any]) -> MeasuredForecasts:
    data = told["data"]
    week = next(each for each in told["direction"] if each["at"] == 7)
    over = next(each for each in told["skill"] if each["against"] == "E7" and each["horizon"] is None)
    return MeasuredForecasts(
        measured_on=str(told["measured_on"]),
        machine=str(told["machine"]),
        command=str(told["command"]),
        what=str(data["what"]),
        markets=tuple(str(each) for each in data["markets"]),
        first=str(data["first"]),
        last=str(data["last"]),
        origins=int(data["origins"]),
        every=int(data["every"]),
        models=tuple(_model(told, str(each["model"])) for each in told["coverage"] if each["by"] == "all"),
        over_e7=(float(over["percent"]), float(over["error"])),
        direction=(float(week["percent"]), float(week["error"]), int(week["origins"])),
    )


def _model(told: dict[str, Any], name: str) -> MeasuredModel:
    skills = {each["horizon"]: each for each in told["skill"] if each["model"] == name and each["against"] != "E7"}
    covered = {each["by"]: each for each in told["coverage"] if each["model"] == name}
    crises = next(each["held"] for each in told["crises"] if each["model"] == name)
    everything, day = skills.get(None), skills.get(1)
    return MeasuredModel(
        name,
        None if everything is None else float(everything["percent"]),
        None if everything is None else float(everything["error"]),
        None if day is None else float(day["percent"]),
        _bands(covered["all"]),
        _bands(covered["horizon"]),
        tuple(_crisis(each) for each in crises),
    )


def _crisis(told: dict[str, Any]) -> Held:
    return Held(
        str(told["name"]),
        str(told["day"]),
        int(told["origins"]),
        tuple(told["shares"]),
        int(told["origins_around"]),
        tuple(told["shares_around"]),
    )


def _bands(row: dict[str, Any]) -> tuple[float, ...]:
    return tuple(float(row[name]) for name in ("held50", "held80", "held95"))
