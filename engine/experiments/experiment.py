"""An experiment: what is tried on whom, what it is judged by, and when it may be judged."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from numbers import Real
from typing import Final, Literal

from engine.core.errors import DataError
from engine.experiments.analysis.comparison import LEVEL, Difference, difference
from engine.experiments.analysis.moments import moments
from engine.experiments.analysis.sample_ratio import SampleRatio, sample_ratio
from engine.experiments.assignment import Range, bucket, chosen, is_inside, ranges
from engine.experiments.paper.design import METRIC, Paper, checked_days

Kind = Literal["ranker", "weights", "bot"]
Method = Literal["planned looks", "always valid", "fixed"]
METHODS: Final[tuple[Method, ...]] = ("planned looks", "always valid", "fixed")
KINDS: Final[tuple[Kind, ...]] = ("ranker", "weights", "bot")
LETTERS: Final = 80
LONGEST: Final = 2_000  # of a hypothesis
FEWEST: Final = 2  # traders in a variant before it is compared
TINY: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Variant:
    """One thing that is tried: its name, its share of the traders, and `what` it is, as its kind is written."""

    name: str
    weight: float
    what: str = ""


@dataclass(frozen=True, slots=True)
class Experiment:
    """The design, fixed before the first trader is in; the first variant is what there is today.

    `coverage` of the traders of its part of `namespace` take part; experiments in parts of a namespace that do not
    overlap exclude each other. `metric` decides, `guardrails` may not get worse. It is planned for `traders` in all
    within `days`, looked at once a day. One over bots that runs by itself has a `paper`: no trader is assigned then,
    every variant runs on every day, and the plan is `days` alone.
    """

    key: str
    kind: Kind
    hypothesis: str
    variants: tuple[Variant, ...]
    metric: str
    guardrails: tuple[str, ...]
    traders: int
    days: int
    coverage: float = 1.0
    namespace: str = ""
    part: Range = (0.0, 1.0)
    method: Method = "planned looks"
    level: float = LEVEL
    paper: Paper | None = None

    def __post_init__(self) -> None:
        names = [each.name for each in self.variants]
        if not self.key.strip() or not self.key.isprintable() or len(self.key) > LETTERS:
            raise DataError(
                f"an experiment must have a name of 1 to {LETTERS} letters on one line, was {self.key!r:.90}."
            )
        if len(self.hypothesis) > LONGEST:
            raise DataError(f"a hypothesis may have {LONGEST:,} letters, had {len(self.hypothesis):,}. Shorten it.")
        if len(names) < 2 or len(set(names)) < len(names) or not all(names):
            raise DataError(f"an experiment must have 2 or more variants of different names, had {names}.")
        # Asked so that a share which is no number is refused too.
        if not (abs(sum(self.weights) - 1) <= TINY and all(share > 0 for share in self.weights)):
            raise DataError("the variants' shares must each be above 0 and add up to 1.")
        if self.kind not in KINDS or self.method not in METHODS:
            raise DataError(f"kind must be one of {', '.join(KINDS)}, method one of {', '.join(METHODS)}.")
        if not (0 < self.coverage <= 1 and 0 <= self.part[0] < self.part[1] <= 1 and 0 < self.level < 0.5):
            raise DataError("coverage must be above 0 to 1, a part a range within 0 to 1, the level under 0.5.")
        if self.traders < 2 * FEWEST or self.days < 1:
            raise DataError(f"a plan must have 4 or more traders and 1 or more days, had {self.traders}, {self.days}.")
        self._check_paper()

    def _check_paper(self) -> None:
        """Whether what runs on paper is what the variants say."""
        if self.paper is None:
            return
        checked_days(self.days)
        if self.kind != "bot" or self.metric != METRIC or len(self.paper.arms) != len(self.variants):
            raise DataError(f"on paper run bots, judged by {METRIC}, with a configuration for every variant.")

    @property
    def control(self) -> Variant:
        """What there is today."""
        return self.variants[0]

    @property
    def weights(self) -> tuple[float, ...]:
        """The variants' shares."""
        return tuple(each.weight for each in self.variants)

    def variant_for(self, trader: str) -> Variant | None:
        """What this trader sees, None who takes no part: the same on every machine, and while the coverage grows."""
        if self.namespace and not is_inside(self.namespace, trader, self.part):
            return None
        number = chosen(bucket(self.key, trader), ranges(self.weights, self.coverage))
        return None if number is None else self.variants[number]


@dataclass
class ABTest:
    """A test by hand: traders are assigned, what they are worth is counted, and the two are compared.

    `variants` are names, or names with their shares; the first is what there is today.
    """

    name: str
    variants: Sequence[str] | Mapping[str, float]
    assigned: dict[str, str] = field(default_factory=dict)
    values: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _check_text("a test's name", self.name)
        if isinstance(self.variants, str) or not isinstance(self.variants, Mapping | Sequence):
            raise DataError(f"a test's variants must be names, or names with their shares, were {self.variants!r}.")
        for each in self.variants:
            _check_text("a variant's name", each)
        for share in self.variants.values() if isinstance(self.variants, Mapping) else ():
            _check_number("a variant's share", share)
        if len(self.shares) < 2 or not all(share > 0 for share in self.shares.values()):
            raise DataError(f"a test must have 2 or more variants with shares above 0, had {dict(self.shares)}.")

    @cached_property
    def shares(self) -> dict[str, float]:
        """Every variant's share; together 1."""
        given = self.variants if isinstance(self.variants, Mapping) else dict.fromkeys(self.variants, 1.0)
        total = sum(given.values())
        return {name: float(share / total) if total > 0 else 0.0 for name, share in given.items()}

    def assign_user(self, user_id: str) -> str:
        """The variant of a trader, always the same; he counts as exposed from the first time on."""
        _check_text("a user id", user_id)
        if user_id not in self.assigned:
            number = chosen(bucket(self.name, user_id), ranges(list(self.shares.values())))
            # Rounding may leave the last ten-thousandth to nobody.
            self.assigned[user_id] = list(self.shares)[len(self.shares) - 1 if number is None else number]
            self.values[user_id] = 0.0
        return self.assigned[user_id]

    def track_conversion(self, user_id: str, value: float = 1.0) -> None:
        """Add to what a trader was worth; only who was assigned can convert."""
        if user_id not in self.assigned:
            raise DataError(f"{user_id!r} is in no variant of {self.name!r}. Call assign_user when the trader sees it.")
        _check_number("a conversion's value", value)
        self.values[user_id] += float(value)

    def sample_ratio(self) -> SampleRatio:
        """Whether the variants got their shares."""
        counts = [sum(each == name for each in self.assigned.values()) for name in self.shares]
        return sample_ratio(counts, list(self.shares.values()))

    def differences(self, level: float = LEVEL) -> dict[str, Difference | None]:
        """Every other variant against the first, by value a trader; None with fewer than two traders in either."""
        by = {name: [self.values[user] for user, own in self.assigned.items() if own == name] for name in self.shares}
        first, *others = by
        enough = {name: len(values) >= FEWEST for name, values in by.items()}
        return {
            name: difference(moments(by[first]), moments(by[name]), level) if enough[first] and enough[name] else None
            for name in others
        }


def _check_text(what: str, value: object) -> None:
    if not isinstance(value, str) or not value:
        raise DataError(f"{what} must be a text that is not empty, was {value!r}.")


def _check_number(what: str, value: object) -> None:
    if not isinstance(value, Real) or not math.isfinite(value):
        raise DataError(f"{what} must be a finite number, was {value!r}.")
