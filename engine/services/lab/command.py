"""The command line that makes a run again: every option that is not as it would be anyway."""

import shlex

import numpy as np

from engine.bots.parameters import BotParameters, differences
from engine.bots.settings.knob import Value
from engine.bots.sweep.grid import Axis, axis
from engine.core.errors import ParameterError
from engine.market.bars import timestamp
from engine.services.lab.found import LabRun, Sources
from engine.services.lab.request import LabRequest

OWN_OPTIONS = {"window": "--window", "k_sigma": "--k-sigma"}


def command_of(run: LabRun) -> str:
    """One line for a shell, from the project's folder; what it prints is this run, on the same candles and code."""
    words = ["python", "-m", "engine", "sweep", *_candles(run.sources, run.request)]
    for each in run.request.axes:
        own = OWN_OPTIONS.get(each.name)
        words += [own, written(each)] if own else ["--axis", f"{each.name}={written(each)}"]
    for name, (_, value) in differences(BotParameters(), run.request.base).items():
        words += ["--set", f"{name}={plain(value)}"]
    return shlex.join([*words, *_costs(run.request), *_question(run)])


def written(each: Axis) -> str:
    """An axis as it is read back to the same values: a range where they are evenly spaced, else a list."""
    listed = ",".join(plain(value) for value in each.values)
    if not each.is_ordered or len(each.values) < 3:
        return listed
    low, high = float(each.values[0]), float(each.values[-1])
    step = round((high - low) / (len(each.values) - 1), 10)
    for ranged in (f"{low:.10g}:{high:.10g}", f"{low:.10g}:{high:.10g}:{step:.10g}"):
        try:
            if axis(each.name, ranged) == each:
                return ranged
        except ParameterError:
            continue
    return listed


def plain(value: Value) -> str:
    """A setting's value as `--set` reads it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else np.format_float_positional(value, trim="-")


def _candles(sources: Sources, request: LabRequest) -> list[str]:
    market = sources.market
    if not sources.is_file:
        return ["--market", request.symbol, "--step", request.step]
    rate = ["--funding-rate", f"{market.funding_rate:.10g}"] if market.kind == "perpetual" else []
    return ["--bars", sources.source, "--symbol", request.symbol, "--step", request.step, "--kind", market.kind, *rate,
            "--unit", f"{market.unit:.10g}"]  # fmt: skip


def _costs(request: LabRequest) -> list[str]:
    setup, costs = request.setup, request.setup.costs
    words = ["--cash", f"{setup.capital:.10g}", "--fee", f"{costs.taker_fee:.10g}"]
    if costs.maker_fee != costs.taker_fee:
        words += ["--maker-fee", f"{costs.maker_fee:.10g}"]
    if costs.slippage_bps:
        words += ["--slippage-bps", f"{costs.slippage_bps:.10g}"]
    return [*words, *(["--core"] if setup.core else [])]


def _question(run: LabRun) -> list[str]:
    request = run.request
    words = ["--luck", str(request.shuffles), "--walk-forward", str(request.folds)]
    words += ["--held-back", repr(request.held_back)] if request.held_back else []
    # A stored market grows: the end is named, so that what came since stays out.
    until = request.last_ms if run.sources.is_file else run.sources.last_ms
    for option, at in (("--since", request.first_ms), ("--until", until)):
        words += [] if at is None else [option, f"{timestamp(at):%Y-%m-%dT%H:%M}"]
    return [*words, "--objective", request.objective, *(["--seed", str(request.seed)] if request.seed else [])]
