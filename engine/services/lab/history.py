"""The journey of kept runs: keep one, list them, open one by its key exactly as it was shown, name it, forget it."""

import json
import secrets
from dataclasses import asdict, dataclass
from typing import Any, Final

from engine.bots.luck.verdict import LuckKind
from engine.bots.settings.knob import Value
from engine.core.code import code_version
from engine.core.packed import pack, unpack
from engine.gateways.candle_library import version_of
from engine.gateways.store.runs import ListedRun, NewRun
from engine.market.bars import timestamp
from engine.services.lab.found import LabRun
from engine.services.startup import App, wall_clock

MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Summary:
    """A run in one line of a list; returns are fractions, None where nothing was held back."""

    kind: LuckKind
    badge: str
    headline: str
    best: tuple[tuple[str, Value], ...]
    past_return: float | None
    held_return: float | None
    p_value: float
    simulated: bool


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run that is kept: its key (for a link), when it was made, its market, size, label, and a summary."""

    key: str
    at_ms: int
    symbol: str
    step: str
    label: str
    trials: int
    bytes: int
    summary: Summary


@dataclass(frozen=True, slots=True)
class Freshness:
    """Whether a run still says what it would say today.

    `changed` where the very candles that it used are others now or gone, `newer` candles that came since, `code` where
    the engine's rules are others; `text` is one line for the screen, "" where all is as it was.
    """

    changed: bool
    newer: int
    code: bool
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class OpenedRun:
    """A kept run as it was shown, nothing of it computed anew, and whether it still holds."""

    kept: KeptRun
    run: LabRun
    freshness: Freshness


def keep_run(app: App, run: LabRun, key: str = "") -> KeptRun:
    """Keep a run under a key of its own; the same key again keeps the first. StoreError where it is too large."""
    sources, request = run.sources, run.request
    asked = {
        "axes": {axis.name: list(axis.values) for axis in request.axes}, "base": asdict(request.base),
        "setup": asdict(request.setup), "first_ms": request.first_ms, "last_ms": request.last_ms,
        "held_back": request.held_back, "shuffles": request.shuffles, "folds": request.folds,
        "objective": request.objective, "seed": request.seed,
    }  # fmt: skip
    new = NewRun(
        key or secrets.token_hex(6), sources.at_ms, request.symbol, request.step, json.dumps(asked), sources.candles,
        sources.code, run.trials, json.dumps(asdict(summary(run))), pack(run),
    )  # fmt: skip
    return _kept(app.desk().keep_run(new))


def runs_of(app: App, symbol: str | None = None, most: int = MOST) -> tuple[KeptRun, ...]:
    """My newest runs (of this market), newest first."""
    return tuple(_kept(each) for each in app.desk().runs(most, symbol))


def run_by_key(app: App, key: str) -> OpenedRun:
    """A kept run as it was shown; StoreError when I have none of this key, DataError when it cannot be read."""
    listed, result = app.desk().run(key)
    run = unpack(result, LabRun, f"run {listed.key}")
    return OpenedRun(_kept(listed), run, freshness(app, run))


def label_run(app: App, key: str, name: str) -> KeptRun:
    """Give a run a name of its own; "" takes it away."""
    return _kept(app.desk().label_run(key, name, wall_clock()))


def forget_run(app: App, key: str) -> None:
    """Remove a run for good; how many configurations it tried stays counted."""
    app.desk().forget_run(key, wall_clock())


def configurations_tried(app: App, symbol: str, step: str) -> int:
    """How many configurations my kept runs, forgotten ones too, ever tried on a market: every one was a chance."""
    return app.desk().configurations_tried(symbol, step)


def summary(run: LabRun) -> Summary:
    """A run in one line."""
    best, held = run.best, run.best.held
    return Summary(
        run.verdict.kind, run.verdict.badge, run.verdict.headline, tuple(run.grid.settings(run.evidence.best).items()),
        best.past.total_return.value, None if held is None else held.total_return.value, run.evidence.luck.p_value,
        run.sources.market.simulated,
    )  # fmt: skip


def freshness(app: App, run: LabRun) -> Freshness:
    """Whether the candles that a run used are still the same, and whether more have come."""
    code = run.sources.code != code_version()
    named, made = f"{run.request.symbol} {run.request.step}", f"{timestamp(run.sources.at_ms):%Y-%m-%d}"
    stored = app.candles.stored(run.request.symbol, run.request.step)
    if stored is None:
        text = f"The candles of {named} are no longer here: this is what they showed on {made}."
        return Freshness(True, 0, code, text)
    inside = (stored.bars.time >= run.sources.first_ms) & (stored.bars.time < run.sources.last_ms)
    known = stored.bars.time + stored.bars.step_ms <= app.now_on(stored.market)
    newer = int(((stored.bars.time >= run.sources.last_ms) & known).sum()) if run.request.last_ms is None else 0
    same = inside.any() and version_of(
        stored.bars.since(run.sources.first_ms).until(run.sources.last_ms), stored.market
    ) == run.sources.candles  # fmt: skip
    return Freshness(not same, newer, code, _told(named, made, not same, newer, code))


def _told(named: str, made: str, changed: bool, newer: int, code: bool) -> str:
    if changed:
        return f"The candles of {named} in this period have changed since {made}. Run it again to see what they say."
    if newer:
        return f"{newer:,} candles of {named} have come since {made}. Run it again to include them."
    if code:
        return f"The engine's rules have changed since {made}. Run it again to see whether its answer has."
    return ""


def _kept(listed: ListedRun) -> KeptRun:
    told: dict[str, Any] = json.loads(listed.summary)
    told["best"] = tuple((name, value) for name, value in told["best"])
    return KeptRun(
        listed.key, listed.at_ms, listed.symbol, listed.step, listed.label, listed.trials, listed.bytes, Summary(**told)
    )
