"""Works out the bands of `bands.json` exactly (fractions, then 50 digits for the root), rounded once at the end.

After a change here, write the file anew from the root of the repository:
python -c "from tests.vectors.make_bands import write; write()"
"""

import json
from dataclasses import asdict, dataclass, field
from decimal import Decimal, localcontext
from fractions import Fraction
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("bands.json")
HOUR = 3_600_000
DAY = 24 * HOUR
STEPS = {"1h": HOUR, "1d": DAY, "5m": HOUR // 12}
PAUSE = {"spot": 0, "equity": 4 * DAY}  # the longest ordinary pause between two bars
START = 1_704_067_200_000  # 2024-01-01 00:00 UTC, a Monday
DIGITS = 50


@dataclass
class Case:
    """Closes with their opening times, and the band at each of them (None: there is none)."""

    name: str
    closes: list[float]
    window: int
    k_sigma: float
    step: str = "1h"
    kind: str = "spot"
    times: list[int] = field(default_factory=list)
    mean: list[float | None] = field(default_factory=list)
    sd: list[float | None] = field(default_factory=list)
    lower: list[float | None] = field(default_factory=list)
    upper: list[float | None] = field(default_factory=list)


def wandering(count: int, start: int, widest: int) -> list[int]:
    """Whole ticks that wander without chance: the steps are remainders of growing squares."""
    ticks = [start]
    for i in range(1, count):
        ticks.append(ticks[-1] + (i * i * 7919 + i * 104_729) % (2 * widest + 1) - widest)
    return ticks


def hourly(*stretches: tuple[int, int]) -> list[int]:
    """Opening times of stretches, each given as its first hour and how many bars it has."""
    return [START + HOUR * (first + i) for first, count in stretches for i in range(count)]


def cases() -> list[Case]:
    """Markets that have caught somebody: counted by hand, flat, large, tiny, broken, in ticks, after a crash."""
    ticks = [tick / 100 for tick in wandering(150, 6_512_345, 400)]
    weekdays = [START + DAY * day for day in (0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 15, 16, 17, 23, 24, 25, 26, 27, 28)]
    crash = [90_000.0 + i for i in range(20)] + [9.0 + i / 8 for i in range(30)]
    two_gaps = hourly((0, 12), (13, 4), (40, 14))
    late_gaps = hourly((0, 2), (3, 5), (9, 5))
    pauses = "equity days: a weekend and a holiday are no gap, six days are"
    found = [
        Case("one to ten, by hand: sd is the root of 2", [float(i) for i in range(1, 11)], 5, 1.0),
        Case("one dip, by hand: mean 99, sd 2", [100.0] * 4 + [95.0] + [100.0] * 5, 5, 1.0),
        Case("flat at a price that binary cannot write", [0.1] * 12, 5, 2.0),
        Case("flat after a move", [70_000.1, 69_000.2, 71_000.3, 70_500.4] + [70_123.45] * 20, 5, 1.5),
        Case("large prices, moves of a cent", [1e5 + tick / 100 for tick in wandering(60, 0, 2)], 15, 1.2),
        Case("tiny prices", [tick * 1e-9 for tick in wandering(60, 1_000, 9)], 15, 1.2),
        Case("quarter ticks, many equal closes", [tick / 4 for tick in wandering(80, 20_000, 1)], 10, 2.0),
        Case("longest window, narrowest band", ticks, 30, 0.5),
        Case("longest window, widest band", ticks, 30, 3.0),
        Case("shortest window", ticks, 5, 1.5),
        Case("after a crash to a ten-thousandth", crash, 15, 1.2),
        Case("two gaps, the stretch between too short", [100.0 + i % 7 for i in range(30)], 5, 1.0, times=two_gaps),
        Case("a gap just before a whole window", [50.0 + i * i % 11 for i in range(12)], 5, 1.0, times=late_gaps),
        Case("fewer closes than the window", [1.0, 2.0, 3.0], 5, 1.0),
        Case(pauses, [300.0 + i * 3 % 8 for i in range(19)], 5, 1.0, "1d", "equity", weekdays),
    ]
    return [worked(case) for case in found]


def worked(case: Case) -> Case:
    """The case with its times (without a gap where none are given) and its bands."""
    step = STEPS[case.step]
    case.times = case.times or [START + step * i for i in range(len(case.closes))]
    for i in range(len(case.closes)):
        first = i - case.window + 1
        ahead = [case.times[at] - case.times[at - 1] for at in range(max(first, 0) + 1, i + 1)]
        is_whole = first >= 0 and all(pause <= max(step, PAUSE[case.kind]) for pause in ahead)
        band = exact(case.closes[first : i + 1], case.k_sigma) if is_whole else (None, None, None, None)
        for column, value in zip((case.mean, case.sd, case.lower, case.upper), band, strict=True):
            column.append(value)
    return case


def starts(case: dict[str, Any]) -> list[int]:
    """Where the stretches without a gap begin in a case as it is stored."""
    times, allowed = case["times"], max(STEPS[case["step"]], PAUSE[case["kind"]])
    return [i for i in range(len(times)) if i == 0 or times[i] - times[i - 1] > allowed]


def exact(closes: list[float], k_sigma: float) -> tuple[float, float, float, float]:
    """Mean, population deviation, lower and upper band of these closes as they are stored, each rounded once."""
    values = [Fraction(close) for close in closes]
    mean = sum(values, Fraction(0)) / len(values)
    variance = sum(((value - mean) ** 2 for value in values), Fraction(0)) / len(values)
    with localcontext() as context:
        context.prec = DIGITS
        middle, deviation = decimal(mean), decimal(variance).sqrt()
        width = Decimal(k_sigma) * deviation
        return float(middle), float(deviation), float(middle - width), float(middle + width)


def decimal(value: Fraction) -> Decimal:
    """A fraction to as many digits as the context keeps."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def text() -> str:
    """The file's content: one line a field, so that a change can be read."""
    fields = ("name", "kind", "step", "window", "k_sigma", "times", "closes", "mean", "sd", "lower", "upper")
    blocks = []
    for case in cases():
        values = asdict(case)
        blocks.append("{\n" + ",\n".join(f"{json.dumps(name)}: {json.dumps(values[name])}" for name in fields) + "\n}")
    return "[\n" + ",\n".join(blocks) + "\n]\n"


def write() -> None:
    """Writes `bands.json` beside this file."""
    FILE.write_text(text(), encoding="utf-8")
