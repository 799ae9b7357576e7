"""What the benchmarks of ranking and learning came to: each model with its range, on whose acts, when and where."""

from dataclasses import dataclass
from typing import Final

from engine.core.interval import Interval

BLEND: Final = "blend"


@dataclass(frozen=True, slots=True)
class MeasuredRanker:
    """One model's NDCG at ten with its range; `less` is the blend less this model on the same cases."""

    name: str
    ndcg: Interval
    less: Interval | None


@dataclass(frozen=True, slots=True)
class MeasuredTask:
    """One question asked of every model: "any" next item or a "new" one, of `cases` traders and windows.

    `best_single` is the name of the best model beside the blend, of ours.
    """

    task: str
    cases: int
    models: tuple[MeasuredRanker, ...]
    best_single: str

    def of(self, name: str) -> MeasuredRanker:
        """A model by its name."""
        return next(each for each in self.models if each.name == name)


@dataclass(frozen=True, slots=True)
class MeasuredFilms:
    """Films in place of tickers: the command and the best other beside it, `other.less` paired by person.

    `times` are the least and the most that the command had of that other's NDCG over all readings of the data.
    """

    ratings: int
    people: int
    reading: str
    command: Interval
    other: MeasuredRanker
    times: tuple[float, float]


@dataclass(frozen=True, slots=True)
class MeasuredRanking:
    """A run of the ranking benchmark as it was kept; dates as ISO text, `judged` the first and last day asked about."""

    measured_on: str
    machine: str
    command: str
    what: str
    trades: int
    traders: int
    judged: tuple[str, str]
    windows: int
    tasks: tuple[MeasuredTask, ...]
    films: MeasuredFilms | None


@dataclass(frozen=True, slots=True)
class MeasuredWorld:
    """How near a learner comes to the oracle in one simulated world, by ideas shown: NDCG with its range."""

    world: str
    learner: str
    ndcg: tuple[tuple[int, Interval], ...]


@dataclass(frozen=True, slots=True)
class MeasuredLearning:
    """A run of the learning benchmark as it was kept."""

    measured_on: str
    machine: str
    command: str
    worlds: tuple[MeasuredWorld, ...]


@dataclass(frozen=True, slots=True)
class MeasuredNetwork:
    """What two towers, a network, are worth where `task` was asked of `events` events of `what`.

    That is "trades", "films", or "ideas" of simulated traders. `towers` are they alone, with the blend less them;
    `best` is the best other single model, `lead` it less them. `shares` (one a window) is what walking forward gave
    them in the blend; `gain` the blend with them less without.
    """

    what: str
    task: str
    events: int
    towers: MeasuredRanker
    best: str
    lead: Interval
    shares: tuple[float, ...]
    gain: Interval


@dataclass(frozen=True, slots=True)
class MeasuredTowers:
    """A run of the benchmark of two towers as kept; `seconds` of one core: `rank` on the trades without, with them."""

    measured_on: str
    machine: str
    command: str
    seconds: tuple[float, float]
    networks: tuple[MeasuredNetwork, ...]

    def on(self, what: str, task: str) -> MeasuredNetwork | None:
        """On these data, asked this."""
        return next((each for each in self.networks if (each.what, each.task) == (what, task)), None)
