"""What another policy would have earned on a log in a file: both read, checked, and valued, or honestly refused."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd

from engine.core.errors import DataError
from engine.experiments.off_policy.estimators import Estimates, estimates
from engine.experiments.off_policy.rounds import Codes, Floats, Rounds
from engine.gateways.tables.content import shown
from engine.gateways.tables.frame import named_frame, numbers_in

LOG: Final = ("action", "reward", "propensity")
POLICY: Final = ("action", "probability")
CELLS: Final = 100_000_000  # rounds x actions: 800 MB


@dataclass(frozen=True, slots=True, eq=False)
class JudgedFile:
    """The values of a policy on a log; names of the actions and positions in the order of their numbers."""

    found: Estimates
    rounds: int
    actions: tuple[str, ...]
    positions: tuple[str, ...]


def judge_file(log: Path, policy: Path, seed: int = 0) -> JudgedFile:
    """Every estimate with its range; values are unknown, with the reasons, where the log says too little."""
    rows, wish = _read(log, LOG), _read(policy, POLICY)
    actions = _names(rows["action"], wish["action"])
    positions = _names(rows["position"]) if "position" in rows else ("",)
    if len(rows) * len(actions) > CELLS:
        raise DataError(
            f"{len(rows):,} rounds of {len(actions):,} actions are more than fit here ({CELLS:,} together)."
            " Split the log."
        )
    rounds = _rounds(rows, log.name, actions, positions)
    target = _target(rows, wish, policy.name, actions, rounds, positions)
    return JudgedFile(estimates(rounds, target, seed=seed), len(rounds), actions, positions)


def _read(file: Path, needed: tuple[str, ...]) -> pd.DataFrame:
    table = named_frame(file, file.name, needed)
    for name in ("action", "position", "round", "trader"):
        if name in table:
            if table[name].isna().any():
                row = int(np.flatnonzero(table[name].isna())[0]) + 1
                raise DataError(f"{shown(file.name)}: {name} is empty in row {row}.")
            table[name] = table[name].map(_text)
    return table


def _text(value: Any) -> str:
    """A name as it is compared: 3 and 3.0 are one action."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()


def _names(*columns: "pd.Series[str]") -> tuple[str, ...]:
    found = sorted({name for each in columns for name in each.unique()})
    return tuple(sorted(found, key=lambda each: (len(each), each)) if all(one.isdecimal() for one in found) else found)


def _codes(values: "pd.Series[str]", names: tuple[str, ...]) -> Codes:
    place = {name: number for number, name in enumerate(names)}
    return np.array([place[each] for each in values], dtype=np.int64)


def _rounds(rows: pd.DataFrame, file: str, actions: tuple[str, ...], positions: tuple[str, ...]) -> Rounds:
    known = [name for name in rows.columns if name.startswith("x_")]
    beside = np.column_stack([numbers_in(rows, name, file) for name in known]) if known else np.zeros((len(rows), 0))
    position = _codes(rows["position"], positions) if "position" in rows else np.zeros(len(rows), dtype=np.int64)
    owner = _codes(rows["trader"], _names(rows["trader"])) if "trader" in rows else None
    return Rounds(
        _codes(rows["action"], actions), position, numbers_in(rows, "propensity", file),
        numbers_in(rows, "reward", file), beside, len(actions), len(positions), owner,
    )  # fmt: skip


def _target(
    rows: pd.DataFrame, wish: pd.DataFrame, file: str, actions: tuple[str, ...], rounds: Rounds,
    positions: tuple[str, ...],
) -> Floats:  # fmt: skip
    """The policy's probabilities in every round; what it does not name has none."""
    if "position" in wish and "round" not in wish:
        if "position" not in rows:
            raise DataError(f"{shown(file)} has positions and the log has none. Add them to it, or leave them out.")
        wish = wish[wish["position"].isin(positions)]
    place, size = np.zeros(len(wish), dtype=np.int64), 1
    if "round" in wish:
        place, size = _by_round(rows, wish, file), len(rows)
    elif "position" in wish:
        place, size = _codes(wish["position"], positions), len(positions)
    cell = place * len(actions) + _codes(wish["action"], actions)
    again = pd.Series(cell).duplicated()
    if again.any():
        row = int(wish.index[np.flatnonzero(again)[0]]) + 1
        raise DataError(f"{shown(file)}: row {row} gives an action a probability again, where it has one already.")
    table = np.zeros(size * len(actions))
    table[cell] = numbers_in(wish, "probability", file)
    told: Floats = table.reshape(size, len(actions))
    if "round" in wish:
        return told
    return told[rounds.position if "position" in wish else np.zeros(len(rounds), dtype=np.int64)]


def _by_round(rows: pd.DataFrame, wish: pd.DataFrame, file: str) -> Codes:
    """The row of the log that each row of a policy is about: by the log's own `round`, else by place from 0 or 1."""
    if "round" in rows:
        names = rows["round"].tolist()
    else:
        begin = 0 if "0" in set(wish["round"]) else 1
        names = [str(number) for number in range(begin, begin + len(rows))]
    place = {name: number for number, name in enumerate(names)}
    found = np.array([place.get(each, -1) for each in wish["round"]], dtype=np.int64)
    if (found < 0).any():
        row = int(np.flatnonzero(found < 0)[0])
        raise DataError(
            f"{shown(file)}: round {shown(wish['round'].iloc[row], 30)} in row {row + 1} is not in the log, which has"
            f" {len(rows):,} rounds."
        )
    return found
