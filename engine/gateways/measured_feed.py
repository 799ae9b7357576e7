"""What the benchmarks of ranking and learning have measured and kept: how well the next idea is told, and how soon."""

from pathlib import Path
from typing import Any

from engine.core.interval import Interval
from engine.gateways.measured import read_kept
from engine.ranking.embeddings.two_tower import NAME
from engine.ranking.judging.measured import (
    BLEND,
    MeasuredFilms,
    MeasuredLearning,
    MeasuredNetwork,
    MeasuredRanker,
    MeasuredRanking,
    MeasuredTask,
    MeasuredTowers,
    MeasuredWorld,
)


def read_ranking(path: Path) -> MeasuredRanking | None:
    """The kept run of ranking, None where there is none or it saw no real trades; StoreError when it is damaged."""
    return read_kept(path, _ranking)


def read_learning(path: Path) -> MeasuredLearning | None:
    """The kept run of learning, None where there is none; StoreError when it is damaged."""
    return read_kept(path, _learning)


def read_towers(path: Path) -> MeasuredTowers | None:
    """The kept run of the two towers, None where there is none; StoreError when it is damaged."""
    return read_kept(path, _towers)


def _ranking(told: dict[str, Any]) -> MeasuredRanking | None:
    if "data" not in told:  # measured where the trades are not beside the checkout
        return None
    data = told["data"]
    return MeasuredRanking(
        measured_on=str(told["measured_on"]),
        machine=str(told["machine"]),
        command=str(told["command"]),
        what=str(data["what"]),
        trades=int(data["trades"]),
        traders=int(data["traders"]),
        judged=(str(data["first"]), str(data["last"])),
        windows=int(data["windows"]),
        tasks=tuple(_task(name, told[name]) for name in ("any", "new")),
        films=_films(told["films"]) if "films" in told else None,
    )


def _films(told: dict[str, Any]) -> MeasuredFilms:
    tables = [{str(each["name"]): each for each in run["rows"]} for run in told["runs"]]
    first, less = tables[0], told["runs"][0]["blend_less"]
    ours = next(name for name in first if name.startswith(BLEND))
    other = max(less, key=lambda name: float(first[name]["ndcg"]["value"]))
    n = int(first[ours]["n"])
    times = [_best(table, f"{BLEND}, new") / _best(table, other.split(" ")[0]) for table in tables]
    return MeasuredFilms(
        ratings=int(told["data"]["ratings"]),
        people=int(told["data"]["people"]),
        reading=str(told["runs"][0]["reading"]),
        command=_figure(first[ours]["ndcg"], n),
        other=MeasuredRanker(other, _figure(first[other]["ndcg"], n), _figure(less[other], n)),
        times=(min(times), max(times)),
    )


def _best(table: dict[str, dict[str, Any]], kind: str) -> float:
    """The highest NDCG of that kind of model."""
    return max(float(each["ndcg"]["value"]) for name, each in table.items() if name.startswith(kind))


def _task(name: str, told: dict[str, Any]) -> MeasuredTask:
    rows, less = told["rows"], told["blend_less"]
    cases = int(rows[0]["n"])
    models = tuple(
        MeasuredRanker(
            str(each["name"]),
            _figure(each["ndcg"], int(each["n"])),
            _figure(less[each["name"]], cases) if each["name"] in less else None,
        )
        for each in rows
    )
    ours = [each for each in models if each.name != BLEND and ":" not in each.name]
    return MeasuredTask(name, cases, models, max(ours, key=lambda each: each.ndcg.value or 0.0).name)


def _figure(told: dict[str, Any], n: int) -> Interval:
    return Interval(float(told["value"]), float(told["low"]), float(told["high"]), n)


def _towers(told: dict[str, Any]) -> MeasuredTowers:
    seconds = told["trades"]["rank_seconds"]
    networks = tuple(
        _network(what, task, told[what]) for what in ("trades", "films", "ideas") for task in ("any", "new")
        if task in told.get(what, {})
    )  # fmt: skip
    return MeasuredTowers(
        str(told["measured_on"]), str(told["machine"]), str(told["command"]),
        (float(seconds["without"]), float(seconds["with"])), networks,
    )  # fmt: skip


def _network(what: str, task: str, told: dict[str, Any]) -> MeasuredNetwork:
    found = told[task]
    towers = next(each for each in found["rows"] if each["name"] == NAME)
    others = [each for each in found["rows"] if each["name"] != NAME and not each["name"].startswith(BLEND)]
    best, n = max(others, key=lambda each: each["ndcg"]["value"]), int(towers["n"])
    beyond = {name: _turned(_figure(found["towers_less"][name], n)) for name in (BLEND, best["name"])}
    return MeasuredNetwork(
        what, task, int(told["events"]), MeasuredRanker(NAME, _figure(towers["ndcg"], n), beyond[BLEND]),
        str(best["name"]), beyond[best["name"]],
        tuple(float(each["weight" if task == "any" else "share_of_powers"]) for each in found["weights"]),
        _figure(found["gain"], n),
    )  # fmt: skip


def _turned(one: Interval) -> Interval:
    """The same difference, told the other way round."""
    return Interval(-(one.value or 0.0), -(one.high or 0.0), -(one.low or 0.0), one.n)


def _learning(told: dict[str, Any]) -> MeasuredLearning:
    worlds = tuple(
        MeasuredWorld(title.removesuffix(": staying"), learner, _curve(found))
        for title, curves in told["curves"].items()
        if title.endswith(": staying")
        for learner, found in curves.items()
    )
    return MeasuredLearning(str(told["measured_on"]), str(told["machine"]), str(told["command"]), worlds)


def _curve(told: dict[str, Any]) -> tuple[tuple[int, Interval], ...]:
    n = int(told["traders"])
    return tuple(
        (int(shown), Interval(float(value), float(value) - float(half), float(value) + float(half), n))
        for shown, (value, half) in told["ndcg"].items()
    )
