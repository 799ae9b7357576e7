"""How likely a trader takes an opportunity that he is shown, by set-ups that were taken before: fitted, kept, asked."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from engine.core.packed import pack, unpack
from engine.options.opportunity import OpportunityTable
from engine.ranking.models.interactions import Codes, Floats
from engine.ranking.setups.crowd import CrowdLevel
from engine.ranking.setups.fit import learned
from engine.ranking.setups.levels import LEVELS, Names, Setups, of_log, of_table, places
from engine.ranking.setups.signals import SIGNALS, Own, tables
from engine.traders.log import EventLog


@dataclass(frozen=True, slots=True, eq=False)
class SetupModel:
    """Everything that was learned up to `at_ms`: the crowd on every level, and a weight for each of `SIGNALS`.

    The chance to be taken when shown is logistic in `level` + signals · weights; weights are 0 or more. `judged` is
    the mean log loss and that of saying the same of everything, at the newest moment held back from the weights.
    """

    at_ms: int
    traders: tuple[str, ...]
    names: Names
    crowd: tuple[CrowdLevel, ...]
    level: float
    weights: Floats
    spread: Floats
    judged: tuple[float, float]

    @staticmethod
    def fit(log: EventLog, now_ms: int) -> "SetupModel | None":
        """What the log teaches up to now; None while too little was shown and taken."""
        found = learned(log.until(now_ms), now_ms)
        if found is None:
            return None
        return SetupModel(
            now_ms, log.traders, found.names, found.crowd, found.level, found.weights, found.spread, found.judged
        )

    def votes(self, own: EventLog, table: OpportunityTable, now_ms: int, trader: str = "") -> Floats:
        """The chance that each opportunity is taken when shown, (n,); `own` are the trader's own events until now.

        `trader` is his name among those fitted on ("" or another: he was not), so that he is not his own neighbour.
        """
        known = self._tables(own, now_ms, trader)
        return self._chance(known, of_table(table, self.names))

    def votes_on(self, own: EventLog, seen: EventLog, now_ms: int, trader: str = "") -> Floats:
        """The same of what events are about, (n,)."""
        return self._chance(self._tables(own, now_ms, trader), of_log(seen, self.names))

    def to_bytes(self) -> bytes:
        """For keeping."""
        return pack(self)

    @staticmethod
    def from_bytes(data: bytes) -> "SetupModel":
        """As it was; DataError where the bytes hold none."""
        return unpack(data, SetupModel, "the fitted feed model")

    def weights_by_name(self) -> Mapping[str, float]:
        """How much each signal is listened to."""
        named = zip(SIGNALS, self.weights.tolist(), strict=True)
        return {f"{kind}, {level}": weight for (kind, level), weight in named}

    def _tables(self, own: EventLog, now_ms: int, trader: str) -> list[Floats]:
        setups = of_log(own, self.names)
        mine = Own({level: places(setups, self.names, level) for level in LEVELS}, own.weight, now_ms - own.at_ms)
        himself = self.traders.index(trader) if trader in self.traders else -1
        crowd = dict(zip(LEVELS, self.crowd, strict=True))
        return tables(crowd, {level: self.names.count(level) for level in LEVELS}, mine, himself)

    def _chance(self, known: list[Floats], setups: Setups) -> Floats:
        items: dict[str, Codes] = {level: places(setups, self.names, level) for level in LEVELS}
        total = np.full(len(setups["strategy"]), self.level)
        for table, (_, level), weight in zip(known, SIGNALS, self.weights.tolist(), strict=True):
            if weight > 0:
                total += weight * table[items[level]]
        found: Floats = expit(total)
        return found
