"""What a sweep comes to, in plain words chosen by rule: an edge, perhaps luck, luck, or nothing at all."""

from dataclasses import dataclass
from typing import Final, Literal

from scipy.special import ndtr

from engine.bots.luck.evidence import LuckEvidence
from engine.bots.luck.telling.reasons import reasons
from engine.bots.luck.telling.wording import chance, objective, percent, percents, plain, ratios
from engine.bots.luck.walk_forward import WalkForward
from engine.bots.performance import TWO_SIDED

LuckKind = Literal["edge", "could_be_luck", "luck", "nothing"]

RARE: Final = 0.05  # luck must do as well in at most so many tries for an edge
COMMON: Final = 0.10  # and where it does so more often than this, it is luck
SECOND: Final = 0.10  # the mirrored markets may be a little kinder
SEEN_AGAIN: Final = 0.80  # chance that following the search earned money on the days that judged it
COIN: Final = 0.5  # the best of one half of the days then loses on the other as often as not

BADGES: Final[dict[LuckKind, str]] = {
    "edge": "Better than luck",
    "could_be_luck": "Could be luck",
    "luck": "Not better than luck",
    "nothing": "Nothing here",
}
ADVICE: Final[dict[LuckKind, str]] = {
    "edge": "Worth a closer look beside your bot.",
    "could_be_luck": "Do not count on it yet.",
    "luck": "We would not change your bot for this.",
    "nothing": "We would not change your bot for this.",
}
MONTH: Final = 30.4  # days


@dataclass(frozen=True, slots=True)
class LuckVerdict:
    """Which rule it was, a badge of a few words, a headline, one more line, the reasons, and what would change it.

    Each entry of `reasons` and `what_would_change` is a sentence or two with its numbers and their ranges.
    """

    kind: LuckKind
    badge: str
    headline: str
    second_line: str
    reasons: tuple[str, ...]
    what_would_change: tuple[str, ...]


def verdict(found: LuckEvidence) -> LuckVerdict:
    """The rule, in this order.

    1. nothing: the best of all settings lost money on the past, or made none.
    2. luck: on luck's markets the same search did as well in more than 10 % of tries (p > 0.10).
    3. edge: p <= 0.05, and nothing speaks against it: the mirrored markets agree (p <= 0.10), the same setting gained
       on the part held back, following the search earned money unseen with a chance of 80 %, the best of half the
       days lost on the others less often than a coin would, it is no lone peak, and taking the future away changes
       nothing.
    4. Else it could be luck.

    The probability of overfitting is a reason and no condition: where every setting works alike, it matters little
    which is chosen, and the best of the past ends in the lower half as often as not, edge or no edge.
    """
    missing = shortfalls(found)
    kind = kind_of(found, missing)
    return LuckVerdict(kind, BADGES[kind], headline(found, kind), second_line(found, kind), reasons(found),
                       changes(found, kind, missing))  # fmt: skip


def kind_of(found: LuckEvidence, missing: tuple[str, ...]) -> LuckKind:
    """Which of the four."""
    if (found.past.total_return.value or 0.0) <= 0:
        return "nothing"
    if found.luck.p_value > COMMON:
        return "luck"
    return "could_be_luck" if missing or found.luck.p_value > RARE else "edge"


def shortfalls(found: LuckEvidence) -> tuple[str, ...]:
    """What speaks against an edge apart from p, each as what it would take; none where all agrees."""
    return tuple(told for told in (
        _mirrored(found), _held_back(found), _unseen(found), _overfitted(found), _alone(found), _foreseen(found),
    ) if told)  # fmt: skip


def _mirrored(found: LuckEvidence) -> str:
    if found.signs.p_value <= SECOND:
        return ""
    told = chance(found.signs.interval)
    return f"A second kind of luck, mirrored candles, should do as well in at most 10 of 100 tries; {told}."


def _held_back(found: LuckEvidence) -> str:
    if found.held is None:
        return "Months held back should gain with the same setting; nothing was held back here."
    if (found.held.total_return.value or 0.0) > 0:
        return ""
    if not found.held.trades:
        return "The same setting should gain on what was held back; it did not trade there."
    return f"The same setting should gain on what was held back; it made {percents(found.held.total_return)}."


def _unseen(found: LuckEvidence) -> str:
    if found.walk is None:
        return "A walk-forward should earn money; there are too few days for one."
    sure = seen_again(found.walk)
    if sure >= SEEN_AGAIN:
        return ""
    told = ratios(found.walk.out_of_sample_sharpe)
    return (
        "Choosing on the past should earn money on what follows with a chance of 80 %;"
        f" it is {sure * 100:.0f} % (Sharpe ratio {told})."
    )


def seen_again(walk: WalkForward) -> float:
    """The chance that following the search earns money: the unseen Sharpe ratio over the larger of its errors."""
    found = walk.out_of_sample_sharpe
    if found.value is None or found.low is None or found.value == found.low:
        return 0.0
    return float(ndtr(found.value / (found.value - found.low) * TWO_SIDED))


def _overfitted(found: LuckEvidence) -> str:
    if found.overfit is None:
        return "The best of one half of the days should gain on the other; there are too few days to ask."
    if found.overfit.share_loss < COIN:
        return ""
    told = plain(found.overfit.share_loss)
    return f"The best of half the days should lose on the others less often than a coin would; it does in {told}."


def _alone(found: LuckEvidence) -> str:
    return (
        "Its neighbours should keep at least half of its result; it is a lone peak."
        if found.neighbours.is_lone_peak
        else ""
    )


def _foreseen(found: LuckEvidence) -> str:
    return (
        ""
        if found.look_ahead.is_clean
        else "Its past trades should not change with the future; they did, which is a defect."
    )


def headline(found: LuckEvidence, kind: LuckKind) -> str:
    """What happened, and how often luck does as well."""
    if kind == "nothing":
        return f"None of {found.trials:,} settings made money on the past."
    made, luck = objective(found.luck.observed, found.asked.objective), found.luck
    verb = "made" if found.asked.objective == "total_return" else "had"
    return (
        f"The best of {found.trials:,} settings {verb} {made} on the past."
        f" Luck alone finds as much in {luck.hits} of {len(luck.lucky)} tries."
    )


def second_line(found: LuckEvidence, kind: LuckKind) -> str:
    """The p-value, what was held back, and what we would do."""
    if kind == "nothing":
        told = f"The best of them made {percent(found.past.total_return.value or 0.0)} after costs."
    else:
        told = f"{chance(found.luck.interval)} after counting all {found.trials:,} trials."
    return f"{told}{_held(found)} {ADVICE[kind]}"


def _held(found: LuckEvidence) -> str:
    if found.held is None:
        return ""
    span = "months" if found.held.days >= 2 * MONTH else "days"
    if not found.held.trades:
        return f" On the {span} held back the same setting did not trade."
    return f" On the {span} held back the same setting made {percents(found.held.total_return)}."


def changes(found: LuckEvidence, kind: LuckKind, missing: tuple[str, ...]) -> tuple[str, ...]:
    """What would change the verdict."""
    if kind == "nothing":
        return (_costs(found),)
    needed = objective(found.luck.needed(RARE), found.asked.objective)
    bar = f"On this past the best had to reach more than {needed}: only then does luck do as well in 5 of 100 tries."
    if kind == "luck":
        return (bar, "Fewer settings, decided on beforehand, or a longer past leave luck less room.", _costs(found))
    if kind == "could_be_luck":
        return (*((bar,) if found.luck.p_value > RARE else ()), *missing)
    return (
        f"More of luck's markets: so far {chance(found.luck.interval)}, and above 0.05 it would be open again.",
        "New months that contradict it. What was held back has been seen now: no later search can call it unseen.",
    )


def _costs(found: LuckEvidence) -> str:
    free = found.variants[0].total_return
    if free > (found.past.total_return.value or 0.0) and free > 0:
        return f"Costs: without any the same setting made {percent(free)}. Lower fees or fewer trades keep more of it."
    return "Other styles, exits or markets: cheaper trading would not be enough."
