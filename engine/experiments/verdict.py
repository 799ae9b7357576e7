"""Ship, keep running, roll back, or mend first: one rule over the evidence, with every reason it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from engine.experiments.analysis.novelty import Novelty
from engine.experiments.analysis.sample_ratio import THRESHOLD, SampleRatio

Call = Literal["ship", "keep running", "roll back", "no difference", "mend first"]
UNEVEN: Final = "The variants did not get their shares of traders: no number here can be trusted until that is mended."


@dataclass(frozen=True, slots=True)
class Reading:
    """A metric of treated against control: effect, an interval that holds at this look, and whether more is better.

    `is_decided` says whether the interval, at the error allowed at this look, leaves zero out. `day` is that look's;
    `newest` is what a later look found where an earlier one has decided: the first to decide is likely to flatter.
    """

    metric: str
    effect: float
    low: float
    high: float
    is_higher_better: bool = True
    day: int = 0
    newest: "Reading | None" = None

    @property
    def is_decided(self) -> bool:
        """Whether zero is outside."""
        return bool(np.isfinite(self.low) and (self.low > 0 or self.high < 0))

    @property
    def is_better(self) -> bool:
        """Whether the effect goes the wished-for way."""
        return (self.effect > 0) == self.is_higher_better


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do, in a word and a sentence, and why."""

    call: Call
    sentence: str
    reasons: tuple[str, ...]


def verdict(
    main: Reading, guardrails: Sequence[Reading], ratio: SampleRatio, share: float, fading: Novelty | None = None
) -> Verdict:
    """The call on one variant; `share` of the planned information is in (1: the plan is over)."""
    harmed = " and ".join(each.metric for each in guardrails if each.is_decided and not each.is_better)
    harm = f"{harmed} got worse by more than chance explains." if harmed else ""
    return call_on(
        main, harm, UNEVEN if ratio.is_broken else "", share, _reasons(main, guardrails, ratio, share, fading)
    )


def call_on(main: Reading, harm: str, broken: str, share: float, reasons: tuple[str, ...]) -> Verdict:
    """The rule itself: `harm` is the sentence about guardrails that are hurt, `broken` the one that says why no number
    counts; "" where there is nothing to say.
    """
    if broken:
        return Verdict("mend first", broken, reasons)
    if harm:
        return Verdict("roll back", harm, reasons)
    if main.is_decided:
        if not main.is_better:
            return Verdict("roll back", f"{main.metric} got worse by more than chance explains.", reasons)
        return Verdict(
            "ship", f"{main.metric} got better by more than chance explains, and no guardrail is hurt.", reasons
        )
    if share < 1:
        told = f"{100 * share:.0f} % of the plan is in, and {main.metric} is not decided yet."
        return Verdict("keep running", told, reasons)
    told = f"The plan is over and {main.metric} is not told apart from no effect. Keep what there is today."
    return Verdict("no difference", told, reasons)


def _reasons(
    main: Reading, guardrails: Sequence[Reading], ratio: SampleRatio, share: float, fading: Novelty | None
) -> tuple[str, ...]:
    told = [f"{main.metric}: {_range(main)}", *(f"guardrail {each.metric}: {_range(each)}" for each in guardrails)]
    counts = " to ".join(f"{each:,}" for each in ratio.counts)
    told.append(f"traders {counts}; {_split(ratio)}")
    told.append(f"{100 * min(share, 1):.0f} % of the planned traders are in")
    if fading is not None and fading.p_value < 0.05:
        way = "fades" if fading.slope * main.effect < 0 else "grows"
        told.append(f"the effect {way} over {fading.days} days (p {fading.p_value:.3f}): look again after some weeks")
    return tuple(told)


def _split(ratio: SampleRatio) -> str:
    if ratio.p_value is None:
        return "too few to check their shares"
    rare = "below 0.001" if ratio.p_value < THRESHOLD else f"{ratio.p_value:.3f}"
    return f"a split as uneven comes by chance with p {rare}"


def _range(each: Reading) -> str:
    if not np.isfinite(each.low):
        return "nothing to compare yet"
    text = f"{100 * each.effect:+.1f} % ({100 * each.low:+.1f} to {100 * each.high:+.1f})"
    if each.newest is not None:
        text += f" after day {each.day}, which decided; {_range(each.newest)} after day {each.newest.day}"
    return text.replace("-", "−")
