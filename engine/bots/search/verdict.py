"""What a search comes to, in plain words chosen by rule: it held up, could be luck, or nothing beat doing without."""

from dataclasses import dataclass
from typing import Final, Literal

from engine.bots.search.evidence import Evidence, Line
from engine.bots.search.preference import Preference, labelled
from engine.bots.settings.risk_profiles import preset

Kind = Literal["held_up", "could_be_luck", "keep_bot", "keep_holding", "keep_cash"]

SURE: Final = 0.95  # chance from which an unseen record counts as held up
PROMISING: Final = 0.80  # chance below which nothing is recommended
FEW_TRADES: Final = 2.5  # entries a week that still read as "about two"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome: which rule it was, a headline, the reasons, and which limits of the answers it passes over."""

    kind: Kind
    headline: str
    reasons: tuple[str, ...]
    misfits: tuple[str, ...]

    @property
    def recommends(self) -> bool:
        """Whether there are settings worth looking at."""
        return self.kind in ("held_up", "could_be_luck")


def verdict(proof: Evidence, wanted: Preference) -> Verdict:
    """The rule, in this order.

    1. Nothing is recommended unless the search's unseen record led both cash and holding at equal exposure with a
       chance of 80 % each, and its best ratio over all days is above the best that luck makes of as many trials.
       Then the bot is kept where its own record passes the 80 %; else holding or cash, whichever made more.
    2. Nor where the bot as it is scored at least as well on the same days, or is itself the best found.
    3. With 95 % each it held up; with less it could be luck.
    """
    reasons, misfits = _reasons(proof), _misfits(proof.lines[0], wanted)
    count = f"{proof.deflated.trials} configurations"
    is_lucky = proof.deflated.ratio <= proof.deflated.benchmark
    if proof.unseen.chance < PROMISING or is_lucky:
        return Verdict(*_without(proof, count), reasons, ())
    if proof.is_bot or proof.bot.score >= proof.unseen.score:
        told = f"None of {count} did better than your bot on days they had not seen: keep your settings."
        return Verdict("keep_bot", told, reasons, ())
    kind: Kind = "held_up" if proof.unseen.chance >= SURE else "could_be_luck"
    if kind == "could_be_luck":
        told = "fits, but could be luck" if not misfits else "could be luck, and asks for more than your answers allow"
    else:
        told = "fits and held up out of sample" if not misfits else "held up out of sample, but passes your limits"
    return Verdict(kind, f"This {told}.", reasons, misfits)


def _without(proof: Evidence, count: str) -> tuple[Kind, str]:
    """What to keep where nothing is recommended."""
    if proof.bot.chance >= PROMISING:
        return "keep_bot", f"Searching {count} found nothing that lasts: keep your bot's settings."
    hold, chance = proof.lines[2].total_return, proof.unseen
    if hold > 0:
        beyond = " by more than luck" if chance.over_holding > 0.5 else ""
        told = f"None of {count} beat holding here{beyond}: keep holding ({_percent(hold)} on the same days), or cash."
        return "keep_holding", told
    beyond = " by more than luck" if chance.over_cash > 0.5 else ""
    told = f"None of {count} beat cash here{beyond}: keep cash (holding made {_percent(hold)} on the same days)."
    return "keep_cash", told


def _reasons(proof: Evidence) -> tuple[str, ...]:
    """The measured sentences behind the headline."""
    first, luck = proof.lines[0], proof.deflated
    a_year = proof.annual
    return (
        f"Chosen on the past and judged on what followed, {proof.good_stretches} of {proof.stretches} stretches gained;"
        f" together {_percent(first.total_return)}, with {proof.exposure * 100:.1f} % of the money at work on average.",
        f"The chance that this beats cash is {_chance(proof.unseen.over_cash)}, and that it beats holding at equal"
        f" exposure {_chance(proof.unseen.over_holding)}; to have held up takes {SURE * 100:.0f} % each.",
        f"{luck.trials} configurations were tried, worth {luck.effective:.0f} independent ones: luck alone would show a"
        f" Sharpe ratio of {luck.benchmark * a_year:.2f} over all days, the best here has {luck.ratio * a_year:.2f}"
        f" (deflated Sharpe ratio {luck.probability:.2f}).",
    )


def _misfits(unseen: Line, wanted: Preference) -> tuple[str, ...]:
    """The limits of the answers that the unseen record passed."""
    found = []
    if unseen.days_below > wanted.patience_days:
        asked = labelled("patience", wanted.patience).lower()
        found.append(f"Its longest time below a former high was {unseen.days_below:.0f} days, your patience {asked}.")
    fall = preset(wanted.risk).max_drawdown_pct / 100
    if unseen.worst_fall > fall:
        found.append(
            f"Its worst fall was {unseen.worst_fall * 100:.1f} %; a {wanted.risk} appetite stops at {fall * 100:.0f} %."
        )
    if wanted.goal == "few_trades" and (unseen.trades_a_week or 0.0) > FEW_TRADES:
        found.append(f"It traded {unseen.trades_a_week:.1f} times a week; you wanted about two at most.")
    return tuple(found)


def _percent(share: float) -> str:
    return f"{share * 100:+.2f} %"


def _chance(share: float) -> str:
    return "over 99 %" if share > 0.99 else "under 1 %" if share < 0.01 else f"{share * 100:.0f} %"
