"""The measured sentences behind a verdict: one for each question, every number with its range."""

from engine.bots.luck.evidence import LuckEvidence
from engine.bots.luck.telling.wording import chance, objective, percent, plain, plains, ratio, ratios


def reasons(found: LuckEvidence) -> tuple[str, ...]:
    """In the order of the tests; what could not be asked says why."""
    return (
        trials(found), by_luck(found), unseen(found), overfitted(found), deflated(found), beside(found), changed(found),
        fallen(found), foreseen(found),
    )  # fmt: skip


def trials(found: LuckEvidence) -> str:
    """How many were tried, and what that is worth."""
    worth = "" if found.effective is None else f", worth {found.effective:.0f} independent ones"
    return (
        f"{found.trials:,} settings were tried{worth}; {found.traded:,} traded, and"
        f" {plain(found.share_profitable)} of all made money after costs."
    )


def by_luck(found: LuckEvidence) -> str:
    """What luck reached, by both kinds."""
    luck = found.luck
    ordered = sorted(luck.lucky)
    low, high = ordered[round(0.05 * (len(ordered) - 1))], ordered[round(0.95 * (len(ordered) - 1))]
    name = found.asked.objective
    return (
        f"On {len(ordered)} markets that luck made of the same candles, the best of the same search was"
        f" {objective(low, name)} to {objective(high, name)} (the middle 90 %). With mirrored candles instead,"
        f" {chance(found.signs.interval)}."
    )


def unseen(found: LuckEvidence) -> str:
    """In sample beside out of sample."""
    walk = found.walk
    if walk is None:
        return "There are too few days for a walk-forward."
    before = "undefined" if walk.in_sample_sharpe is None else ratio(walk.in_sample_sharpe)
    is_all = found.by_day in (0, found.trials)
    few = "" if is_all else f" (of {found.by_day:,} settings, spread evenly around the best)"
    return (
        f"Choosing on the past and judging on what followed{few}, {walk.good_folds} of {len(walk.folds)} stretches"
        f" gained: a Sharpe ratio of {before} where it was chosen became {ratios(walk.out_of_sample_sharpe)} on"
        f" {len(walk.logs)} days that had not been seen."
    )


def overfitted(found: LuckEvidence) -> str:
    """The probability of overfitting."""
    crossed = found.overfit
    if crossed is None:
        return "There are too few days, or too few settings that traded, to ask how often the best of one half fails."
    return (
        f"In {crossed.splits:,} ways to halve the days, the best of one half ended in the lower half of the other in"
        f" {plains(crossed.interval)}, and lost money there in {plain(crossed.share_loss)}."
    )


def deflated(found: LuckEvidence) -> str:
    """The best ratio beside luck's, by formula."""
    told = found.deflated
    if told is None:
        return "There are too few days for a deflated Sharpe ratio."
    a_year = found.days_per_year**0.5
    return (
        f"Its Sharpe ratio is {ratio(told.ratio * a_year)} a year at daily closes; by formula, luck shows"
        f" {ratio(told.benchmark * a_year)} after as many trials (deflated Sharpe ratio {told.probability:.2f})."
    )


def beside(found: LuckEvidence) -> str:
    """The neighbours of the setting."""
    near, name = found.neighbours, found.asked.objective
    if near.median is None or near.low is None or near.high is None:
        return "It has no neighbours in this grid to compare it with."
    told = "a lone peak" if near.is_lone_peak else "no lone peak"
    return (
        f"Its {near.count} neighbours, one step away, come to {objective(near.low, name)} to"
        f" {objective(near.high, name)} (median {objective(near.median, name)}): {told}."
    )


def changed(found: LuckEvidence) -> str:
    """Other costs, and one bar later."""
    told = ", ".join(f"{each.name} {percent(each.total_return)}" for each in found.variants)
    return f"The same setting in other circumstances: {told}."


def fallen(found: LuckEvidence) -> str:
    """The order of the trades."""
    told = found.order
    if told is None:
        return "There are too few trades to ask what another order of them would have brought."
    return (
        f"From trade to trade the worst fall was {_fall(told.observed)}; in another order of the same {told.trades}"
        f" trades it is {_fall(told.low)} to {_fall(told.high)} (the middle 90 %), and deeper in"
        f" {plains(told.deeper)} of orders."
    )


def foreseen(found: LuckEvidence) -> str:
    """Whether the past changes with the future."""
    told = found.look_ahead
    if told.is_clean:
        return (
            f"Cut off at {len(told.checked)} points, its {told.trades:,} past trades stay as they were:"
            " nothing looks ahead."
        )
    return (
        f"Cut off at {len(told.checked)} points, past trades changed at {len(told.differing)}: something looks ahead."
    )


def _fall(depth: float) -> str:
    return percent(depth).removeprefix("+")
