"""What the product tells about itself: measured skill, the record's chain as it stands, and who reads words."""

from dataclasses import dataclass
from typing import Final

from engine.core.errors import StoreError
from engine.forecast.track.chain import Verdict
from engine.gateways.measured import MeasuredForecasts, read_measured
from engine.gateways.measured_feed import read_learning, read_ranking, read_towers
from engine.gateways.store.desk import HOUSE
from engine.ranking.judging.measured import MeasuredLearning, MeasuredRanking, MeasuredTowers
from engine.services.startup import ROOT, App

KEPT: Final = ROOT / "benchmarks" / "results"


@dataclass(frozen=True, slots=True)
class Chain:
    """The record of issued forecasts, walked from its first row to its last; `problem` says what does not hold."""

    rows: int
    parts: tuple[Verdict, ...]
    problem: str = ""


def measured_forecasts() -> MeasuredForecasts | None:
    """The newest run of the forecast protocol that was kept; None where there is none, or it cannot be read."""
    try:
        return read_measured(KEPT / "forecast_models.json")
    except StoreError:  # the page says that nothing was kept; the benchmark writes it anew
        return None


def measured_ranking() -> MeasuredRanking | None:
    """The newest run of the ranking benchmark on disclosed trades; None where there is none, or it cannot be read."""
    try:
        return read_ranking(KEPT / "recommend.json")
    except StoreError:  # as above
        return None


def measured_learning() -> MeasuredLearning | None:
    """The newest run of the learning benchmark in simulated worlds; None where there is none, or it cannot be read."""
    try:
        return read_learning(KEPT / "learning.json")
    except StoreError:  # as above
        return None


def measured_towers() -> MeasuredTowers | None:
    """The newest run of the benchmark of two towers; None where there is none, or it cannot be read."""
    try:
        return read_towers(KEPT / "embeddings.json")
    except StoreError:  # as above
        return None


def walked(app: App) -> Chain:
    """Every issued forecast's seal worked out again and held against the one before it."""
    try:
        found = app.store.forecasts(HOUSE).verdicts()
    except StoreError as error:
        return Chain(0, (), str(error))
    broken = " ".join(each.broken for each in found if each.broken)
    return Chain(sum(each.rows for each in found), found, broken)


def who_reads(app: App) -> str:
    """Who reads words on this installation, in one sentence; never a key."""
    if app.settings.claude_problem:
        return f"Here the offline interpreter reads: {app.settings.claude_problem}"
    if app.claude is None:
        return "Here no key is set: the offline interpreter reads, and nothing you write leaves this machine."
    return "Here a key is set: what you ask Claude goes to its provider, and each answer says who read it."
