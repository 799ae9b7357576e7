"""The journey of keeping: a configuration that the lab tried, as a change of the bot that somebody has to want."""

from dataclasses import dataclass, replace
from typing import Final

from engine.bots import guardrails
from engine.bots.backtest import Setup
from engine.bots.guards.finding import Finding
from engine.bots.guards.situation import Situation
from engine.bots.parameters import KNOBS, BotParameters, differences
from engine.chat.decisions import Outcome, decide
from engine.chat.recommended import recommended
from engine.core.errors import DataError, ParameterError
from engine.gateways.store.bots import Bot
from engine.services.bot_papers import risk_profile
from engine.services.lab.found import LabRun
from engine.services.startup import App
from engine.services.tune_bot import apply, market_of

CORE: Final = (
    "The lab ran the core rules alone; the bot adds its stops, targets, limits and order size, so its results differ."
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A configuration as a proposed change: every setting that would change with what became of it, and the reason.

    `wanted` is what was measured, `outcome` what the engine's checks leave of it; `findings` are the guardrails',
    those of level "impossible" forbid keeping it. Nothing is kept until `keep`.
    """

    wanted: BotParameters
    outcome: Outcome
    reason: str
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]

    @property
    def changes(self) -> bool:
        """Whether keeping it would change anything at all."""
        return any(one.status in ("applied", "clamped") for one in self.outcome.decisions)


def offer(app: App, bot: Bot, run: LabRun, number: int, key: str = "") -> Offer:
    """Configuration `number` of a run as a change of this bot; `key` is the run's, where it is kept.

    The whole configuration is what was measured: settings in which the bot has moved on since would go back too,
    and are listed like every other change.
    """
    if (bot.symbol, bot.step) != (run.request.symbol, run.request.step):
        raise DataError(
            f"this run is of {run.request.symbol} {run.request.step}, the bot trades {bot.symbol} {bot.step}."
            " Open the market's own bot."
        )
    wanted, setup = run.grid.configuration(number), run.request.setup
    made = offered(app, bot, wanted, _reason(run, number, key), float(run.curves.close[-1]), setup)
    return replace(made, notes=(*made.notes, CORE)) if setup.core else made


def offered(  # of what, to whom, why, at which price and costs it is judged
    app: App, bot: Bot, wanted: BotParameters, reason: str, price: float | None, setup: Setup
) -> Offer:
    """Settings that were measured, as a change of this bot after the engine's own checks."""
    profile, market, costs = risk_profile(app), market_of(app, bot), setup.costs
    outcome = decide(recommended(reason, bot.head.parameters, wanted, reason), reason, bot.head.parameters, profile)
    place = Situation(market, price, setup.capital, profile, bot.step, costs.taker_fee, costs.slippage_bps)
    left = differences(outcome.parameters, wanted)
    notes = tuple(f"{name} stays {KNOBS[name].text(old)} instead of {KNOBS[name].text(new)}."
                  for name, (old, new) in left.items())  # fmt: skip
    return Offer(wanted, outcome, reason, guardrails.judged(outcome.parameters, place), notes)


def keep(app: App, bot: Bot, offered: Offer) -> Bot:
    """Make the offer the bot's next version, by the person who wanted it; undo takes it back.

    ParameterError where the guardrails forbid it, ConflictError where the bot has moved since, StoreError where it
    would change nothing.
    """
    refused = [one.reason for one in offered.outcome.decisions if one.status == "refused"]
    if refused and not offered.changes:
        raise ParameterError(" ".join(dict.fromkeys(refused)))
    impossible = tuple(each for each in offered.findings if each.level == "impossible")
    return apply(app, bot, offered.outcome.parameters, offered.reason, impossible)


def _reason(run: LabRun, number: int, key: str) -> str:
    values = run.grid.settings(number)
    told = ", ".join(f"{name} {KNOBS[name].text(value)}" for name, value in values.items())
    which = f"Lab run {key}" if key else "Lab"
    place = f"the best of {run.trials:,} tried" if number == run.best.number else f"one of {run.trials:,} tried"
    return f"{which}: {told}, {place}"
