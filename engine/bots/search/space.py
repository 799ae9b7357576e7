"""Where a search looks: ranges from the registry, narrowed by the answers, the risk profile and the market."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.stats import qmc

from engine.bots.guardrails import judged
from engine.bots.guards.situation import Situation
from engine.bots.parameters import KNOBS, BotParameters, changed
from engine.bots.search.preference import Preference
from engine.bots.settings.knob import Value
from engine.bots.settings.magnitudes import steps_of
from engine.bots.settings.risk_profiles import PROFILES, Profile, preset
from engine.core.chance import generator
from engine.core.errors import ParameterError
from engine.market.bars import STEPS

CANDIDATES: Final = 384
BATCH: Final = 1024  # points drawn at once, a power of two as the sequence wants it
BATCHES: Final = 16  # after these, what still fits the answers is too rare to look for
# What decides when the bot is in the market; how much it puts in follows from capital and risk profile.
SEARCHED: Final = (
    "style", "timeframe", "window", "k_sigma", "exit_band", "take_profit_pct", "stop_loss_pct", "trailing_stop_pct",
    "max_holding_bars", "cooldown_bars", "entry_confirm_bars", "trend_filter", "order_type", "max_open_positions",
    "allow_short",
)  # fmt: skip
OFF_HALF_THE_TIME: Final = ("trailing_stop_pct", "entry_confirm_bars", "exit_band")
BOUND: Final = ("timeframe", "style", "order_type", "allow_short")  # a preset leaves these as they are
HOLDING_SHARE: Final = 1 / 3  # of the patience that one position may last
CALM_COOLDOWN: Final = 4  # bars at least between two positions of somebody who wants few
DAY_HOURS: Final = 24.0


@dataclass(frozen=True, slots=True)
class Space:
    """The values that each searched setting may take, those that are given, and the place they are judged at."""

    values: Mapping[str, tuple[Value, ...]]
    given: Mapping[str, Value]
    place: Situation

    @property
    def size(self) -> float:
        """How many configurations there are."""
        return float(np.prod([float(len(each)) for each in self.values.values()]))


def space_of(wanted: Preference, start: BotParameters, place: Situation, timeframes: Sequence[str]) -> Space:
    """The space for one person on one market, around the bot that is there."""
    profile = PROFILES[wanted.risk]
    given = _given(wanted, start, profile)
    values = {name: _values(name, profile) for name in SEARCHED if name != "timeframe"}
    values["timeframe"] = tuple(timeframes)
    if wanted.goal == "few_trades":
        values["cooldown_bars"] = tuple(each for each in values["cooldown_bars"] if float(each) >= CALM_COOLDOWN)
    if place.market is not None and not place.market.can_short:
        values["allow_short"] = (False,)
    return Space({name: values[name] for name in SEARCHED}, given, place)


def _values(name: str, profile: Profile) -> tuple[Value, ...]:
    """The suggested values of a setting, on its step, that the profile accepts."""
    knob = KNOBS[name]
    return tuple(value for value in steps_of(knob) if profile.accepts(name, value))


def _given(wanted: Preference, start: BotParameters, profile: Profile) -> dict[str, Value]:
    """What is not searched: the bot's own settings where the profile accepts them, else the profile's."""
    calm = preset(wanted.risk)
    given: dict[str, Value] = {}
    for name in KNOBS:
        if name in SEARCHED:
            continue
        own = getattr(start, name)
        given[name] = own if profile.accepts(name, own) and KNOBS[name].is_suggested(own) else getattr(calm, name)
    given["position_scaling"] = 1.0
    given["max_asset_exposure"] = calm.max_asset_exposure
    given["risk_factor"] = _most("risk_factor", profile) if wanted.goal == "growth" else calm.risk_factor
    return given


def _most(name: str, profile: Profile) -> float:
    """The highest suggested value that the profile accepts."""
    return max(float(value) for value in _values(name, profile))


def candidates(space: Space, wanted: Preference, start: BotParameters, count: int) -> list[BotParameters]:
    """The bot as it is, the presets, and `count` points spread evenly over the space; what cannot work is left out.

    Spread by a scrambled Sobol sequence, so that every setting's range is covered however few points there are.
    """
    found: dict[BotParameters, None] = {}
    for each in (start, *_presets(wanted, start)):
        if _works(each, space):
            found[each] = None
    most = len(found) + count
    design = qmc.Sobol(len(SEARCHED), scramble=True, rng=generator(wanted.seed, "candidates"))
    for point in (point for _ in range(BATCHES) for point in design.random(BATCH)):
        if len(found) >= most:
            break
        made = _made(point.tolist(), space, wanted)
        if made is not None and made not in found and _works(made, space):
            found[made] = None
    return list(found)


def _presets(wanted: Preference, start: BotParameters) -> list[BotParameters]:
    """The presets up to the wanted appetite, on the bot's own timeframe, style and order type."""
    names = list(PROFILES)
    bound = {name: getattr(start, name) for name in BOUND}
    return [changed(preset(name), bound) for name in names[: names.index(wanted.risk) + 1]]


def _made(point: Sequence[float], space: Space, wanted: Preference) -> BotParameters | None:
    """The configuration at a point of the unit cube; None where its settings do not go together."""
    values = dict(space.given)
    for name, share in zip(SEARCHED, point, strict=True):
        values[name] = _picked(name, space.values[name], float(share))
    if not _is_patient(values, wanted):
        return None
    values["base_trade_size"] = _size(values, space)
    try:
        return BotParameters(**values)  # type: ignore[arg-type]  # checked on construction
    except ParameterError:
        return None


def _picked(name: str, values: Sequence[Value], share: float) -> Value:
    """The value at this share of a list; settings that can be off are off half the time."""
    if name in OFF_HALF_THE_TIME and 0 in values:
        if share < 0.5:
            return values[0]
        share = 2 * share - 1
    return values[min(int(share * len(values)), len(values) - 1)]


def _is_patient(values: Mapping[str, Value], wanted: Preference) -> bool:
    """Whether a position ends within a third of the patience, or as soon as the registry suggests."""
    if values["max_holding_bars"] == steps_of(KNOBS["max_holding_bars"])[0]:
        return True
    hours = STEPS[str(values["timeframe"])] / STEPS["1h"] * float(values["max_holding_bars"])
    return hours <= HOLDING_SHARE * wanted.patience_days * DAY_HOURS


def _size(values: Mapping[str, Value], space: Space) -> float:
    """The base size with which all lots together take the profile's share of the capital, on its step, in range."""
    knob, place = KNOBS["base_trade_size"], space.place
    low, high = knob.suggested or (0.0, 0.0)
    limit = float(PROFILES[place.profile].limits["base_trade_size"]) if place.profile else high
    if place.market is None or place.price is None or place.capital is None or knob.step is None:
        return float(knob.default)
    lots = int(values["max_open_positions"]) * (0.5 + float(values["risk_factor"]))
    money = float(values["max_asset_exposure"]) * place.capital
    fitting = money / (place.price * place.market.unit * lots)
    whole = np.floor(fitting / knob.step + 1e-9) * knob.step
    return round(float(min(max(whole, low), high, limit)), 10)


def _works(parameters: BotParameters, space: Space) -> bool:
    """Whether nothing speaks against these settings here: nothing impossible and no warning."""
    timeframes, profile = space.values["timeframe"], space.place.profile
    if parameters.timeframe not in timeframes:
        return False
    if profile and not all(PROFILES[profile].accepts(name, getattr(parameters, name)) for name in KNOBS):
        return False
    return not any(each.level in ("impossible", "warning") for each in judged(parameters, space.place))
