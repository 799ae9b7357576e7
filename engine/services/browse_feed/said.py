"""What a trader said of their own profile, as it is kept and read back."""

import json
import math
from typing import Final

from engine.core.errors import DataError
from engine.gateways.store.desk import Principal
from engine.gateways.store.traders.told import Told
from engine.services.startup import App
from engine.traders.corrections import Correction

ENDS: Final = ("low", "high")


def corrections_of(app: App, principal: Principal) -> tuple[Correction, ...]:
    """Every correction of this trader, oldest first."""
    return tuple(_read(each) for each in app.desk(principal).trader.corrections())


def keep_correction(app: App, principal: Principal, correction: Correction) -> None:
    """Append a correction; from now on the profile follows it."""
    ends = {name: None if math.isnan(getattr(correction, name)) else getattr(correction, name) for name in ENDS}
    told = Told(correction.belief, json.dumps({"kind": correction.kind, **ends}), correction.at_ms)
    app.desk(principal).trader.correct(told)


def _read(told: Told) -> Correction:
    try:
        found = json.loads(told.content)
        low, high = (math.nan if found[name] is None else float(found[name]) for name in ENDS)
        return Correction(told.about, told.at_ms, found["kind"], low, high)
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(f"a correction of {told.about} is damaged where it is kept. Restore a backup.") from error
