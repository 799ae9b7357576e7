"""Make the input files of the documented module: default settings, and a simulated forecast labelled as such.

`python -m docs.personalize_input`; the same files come out on every machine.
"""

import json
from pathlib import Path
from typing import Any, Final

from engine.forecast.days import daily_closes
from engine.forecast.evaluate import track_record
from engine.forecast.interchange import to_predictions
from engine.forecast.model import e7
from engine.market.synthetic import COINS, WORLD_SEED, WORLD_START_MS, simulated_bars
from engine.services.personalize import starting_values

FOLDER: Final = Path(__file__).resolve().parent.parent / "personalize_model_parameters" / "input"
PATHS: Final = 20
NOTE: Final = "SIMULATED: a forecast of the sample world's SIM-BTC, made from a seed; it says nothing of any market."


def predictions() -> dict[str, Any]:
    """The forecast of the sample world's bitcoin on its first day, with a few of its paths."""
    coin = next(coin for coin in COINS if coin.symbol == "SIM-BTC")
    times, closes = daily_closes(simulated_bars(coin, WORLD_SEED, WORLD_START_MS))
    made = e7(coin.symbol, int(times[-1]), closes)
    document = to_predictions(made, records={coin.symbol: track_record(closes, times)})
    document["model"]["source"] = "simulated"
    paths = document["predictions"][0]["paths"]
    paths["values"] = paths["values"][:PATHS]
    paths["n"] = len(paths["values"])
    return {"note": NOTE, **document}


def main() -> None:
    """Write both files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in (("default_parameters", starting_values({})), ("model_predictions", predictions())):
        (FOLDER / f"{name}.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
