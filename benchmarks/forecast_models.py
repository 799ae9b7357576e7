"""What are the forecast models worth on real coins? The whole protocol, kept with its day and machine.

Run from the repository root: `python -m benchmarks.forecast_models [FILE]`, where FILE is a long table of daily
candles. The page How it works tells what is kept in `benchmarks/results/forecast_models.json`.
"""

import json
import os
import platform
import sys
import time
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.forecast import FILE, FROM
from engine.forecast.judging.protocol import Evaluation
from engine.market.bars import timestamp
from engine.services.candles import read_markets
from engine.services.forecasts import evaluated

RESULTS = Path(__file__).resolve().parent / "results" / "forecast_models.json"


def document(found: Evaluation, seconds: float, today: datetime) -> dict[str, Any]:
    """The part of an evaluation that people are told: all markets together, first and last day ahead, crises."""
    return {
        "measured_on": f"{today:%Y-%m-%d}",
        "machine": f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}",
        "command": "python -m benchmarks.forecast_models",
        "seconds": round(seconds),
        "data": {
            "what": "daily candles of public markets, Binance from 2018-03 on and CoinMarketCap before",
            "markets": found.markets,
            "first": f"{timestamp(found.first_ms):%Y-%m-%d}",
            "last": f"{timestamp(found.last_ms):%Y-%m-%d}",
            "origins": found.origins,
            "every": found.every,
        },
        "skill": [asdict(each) for each in found.skill if each.market is None and each.horizon in (None, 1, 7)],
        "coverage": [
            asdict(each) for each in found.coverage if (each.by, each.name) in (("all", ""), ("horizon", "7"))
        ],
        "direction": [asdict(each) for each in found.shares if each.what.startswith("direction")],
        "crises": [asdict(each) for each in found.crises],
    }


def main() -> None:
    """Run it and keep it."""
    started = time.perf_counter()
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else FILE
    found = evaluated(read_markets(file, None), since_ms=FROM.value // 1_000_000)
    told = document(found, time.perf_counter() - started, datetime.now(UTC))
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    print(f"Kept: {RESULTS.relative_to(RESULTS.parent.parent.parent)}, {told['seconds']} seconds")
    for each in told["skill"]:
        ahead = "all days" if each["horizon"] is None else f"day {each['horizon']}"
        print(f"  {each['model']} over {each['against']}, {ahead}: {each['percent']:.2f} % ± {each['error']:.2f}")


if __name__ == "__main__":
    main()
