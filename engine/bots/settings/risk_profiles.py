"""Three appetites for risk: a ceiling for every riskier setting, and settings to start from."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from engine.bots.parameters import KNOBS, BotParameters
from engine.bots.settings.knob import Value
from engine.core.errors import ParameterError


@dataclass(frozen=True, slots=True)
class Profile:
    """One appetite: the riskiest value it accepts of each riskier setting, and its own settings.

    A limit is a ceiling where higher is riskier and a floor where lower is (see `Knob.riskier`).
    """

    name: str
    summary: str
    limits: Mapping[str, float | bool]
    settings: Mapping[str, Value]

    def accepts(self, name: str, value: Value) -> bool:
        """Whether a value is no riskier than this profile's limit; settings without a limit always are."""
        limit = self.limits.get(name)
        if limit is None or isinstance(value, str):
            return True
        return value <= limit if KNOBS[name].riskier == "higher" else value >= limit


# The riskiest accepted value:                cautious  balanced  aggressive
LIMITS: Final[Mapping[str, tuple[float | bool, float | bool, float | bool]]] = MappingProxyType({
    "base_trade_size":                        (0.001,   0.002,    0.005),
    "max_position_size":                      (0.005,   0.02,     0.05),
    "position_scaling":                       (1.0,     1.5,      2.0),
    "k_sigma":                                (1.2,     1.0,      0.8),
    "cooldown_bars":                          (2,       1,        0),
    "max_holding_bars":                       (120,     200,      400),
    "risk_factor":                            (0.4,     0.7,      0.9),
    "stop_loss_pct":                          (3.0,     6.0,      10.0),
    "max_daily_loss_pct":                     (2.0,     5.0,      8.0),
    "max_drawdown_pct":                       (10.0,    20.0,     35.0),
    "allow_short":                            (False,   True,     True),
    "max_trades_per_day":                     (10,      30,       80),
    "max_volatility_pct":                     (8.0,     12.0,     20.0),
    "ml_weight":                              (0.3,     0.5,      0.8),
    "ml_min_confidence":                      (0.6,     0.55,     0.5),
    "max_asset_exposure":                     (0.2,     0.4,      0.7),
    "max_open_positions":                     (3,       6,        10),
    "max_slippage_bps":                       (10.0,    20.0,     40.0),
})  # fmt: skip

_NAMES: Final = ("cautious", "balanced", "aggressive")
_SUMMARIES: Final = (
    "Small orders, wide bands, early brakes.",
    "The defaults: moderate size, ordinary bands.",
    "Larger orders, tight and quick bands, later brakes: more trades, deeper falls.",
)
_SETTINGS: Final[tuple[Mapping[str, Value], ...]] = (
    {
        "base_trade_size": 0.0008, "max_position_size": 0.005, "window": 20, "k_sigma": 1.6, "entry_confirm_bars": 1,
        "take_profit_pct": 1.5, "risk_factor": 0.4, "stop_loss_pct": 2.0, "max_daily_loss_pct": 2.0,
        "max_drawdown_pct": 8.0, "cooldown_bars": 4, "max_trades_per_day": 8, "max_volatility_pct": 7.0,
        "ml_weight": 0.2, "ml_min_confidence": 0.65, "max_asset_exposure": 0.15, "max_open_positions": 2,
        "max_slippage_bps": 5.0,
    },
    {},
    {
        "base_trade_size": 0.0015, "max_position_size": 0.02, "window": 12, "k_sigma": 1.0, "take_profit_pct": 3.0,
        "risk_factor": 0.7, "stop_loss_pct": 4.0, "max_daily_loss_pct": 6.0, "max_drawdown_pct": 25.0,
        "cooldown_bars": 0, "max_trades_per_day": 40, "max_volatility_pct": 15.0, "ml_weight": 0.5,
        "max_asset_exposure": 0.4, "max_open_positions": 4, "max_slippage_bps": 20.0,
    },
)  # fmt: skip

PROFILES: Final[Mapping[str, Profile]] = MappingProxyType(
    {
        name: Profile(
            name,
            _SUMMARIES[place],
            MappingProxyType({setting: limits[place] for setting, limits in LIMITS.items()}),
            MappingProxyType(_SETTINGS[place]),
        )
        for place, name in enumerate(_NAMES)
    }
)


def profile_named(name: str) -> Profile:
    """The profile of that name; ParameterError names the three."""
    if name not in PROFILES:
        raise ParameterError(f"profile must be one of {', '.join(PROFILES)}, was {name!r}.")
    return PROFILES[name]


def preset(profile: str) -> BotParameters:
    """The settings to start from at this appetite; all within its own limits and without a finding."""
    return BotParameters(**profile_named(profile).settings)  # type: ignore[arg-type]  # checked on construction
