"""The page of all metrics, made from their definitions so that it cannot say otherwise than the screens."""

from typing import Final

from engine.experiments.metrics.definitions import HEALTH, METRICS

HEAD: Final = """# Metrics

Every metric of the page **Metrics** and of experiments, as it is counted. Made by `make docs` from \
`engine/experiments/metrics/definitions.py`: screens, downloads and experiments read the same list.

A metric is a ratio of two sums over traders. Traders are what is sampled, not their events: ranges of 95 % are \
those of the delta method over traders, and `n` counts them. Under five traders no range is told. *Shown* is on a \
page that was delivered; *view* is details opened; a session runs from its first to its last event with gaps under \
30 minutes, and counts in the week in which it began; what ends by itself begins none.
"""
AFTER: Final = """
**Premium captured** counts an idea once for each trader and period, in its first list in which it fitted. What a \
trader was at home with is worked out from what was known when the list was shown: by the profile, corrections \
included, since lists keep it (`fits` of an event); for older lists by the same formula from the log up to then, \
as if nobody had corrected anything.

**Who comes back** are traders by the 30 days in which they first came; of each group the share that was there \
again within 30 days of their own day 30, 60 and 90, with Wilson's range. *Not yet* stands where those days have \
not passed for all.

**Win-rate improvement** is told twice. Against their own first 30 days: the mean over traders (three ended trades \
before and after) of the later win rate less the earlier one. Against control: for every experiment about rankings \
that has run, the win rate since exposure under a variant less that of its control, taking out of the noise what \
traders did in the four weeks before. Where none has run there is no control group, and the page says how to get \
one.

**Lifetime value** is trades a month, each of the first four months weighted with the share of traders still \
there, times a revenue a trade that somebody enters; until then it is not set.

## Health of the feed

| measure | what it is | n counts |
|---|---|---|
"""
LAST: Final = """
**List and book** is kept with every list as it is shown, from the positions held at that moment and the daily \
closes up to it. Of lists from before that was kept, those are told whose book is wholly in the log: as many open \
paper trades as positions were counted. Lists of traders who held nothing are counted apart, never as a \
correlation of 0.

How it is counted and how fast: [one pass](../decisions/0038-metrics-in-one-pass.md).
"""


def metrics_page() -> str:
    """The whole page as Markdown."""
    rows = [
        f"| {each.label} | {each.group} | {each.definition} | {each.unit} | {_better(each.is_higher_better)} |"
        for each in METRICS.values()
    ]
    table = "\n| metric | group | what it is | unit | better |\n|---|---|---|---|---|\n" + "\n".join(map(_plain, rows))
    health = "\n".join(_plain(f"| {each.label} | {each.definition} | {each.counts} |") for each in HEALTH.values())
    return HEAD + table + "\n" + AFTER + health + "\n" + LAST


def _better(is_higher: bool) -> str:
    return "more" if is_higher else "less"


def _plain(row: str) -> str:
    """A row whose own bars are no ends of cells."""
    return row.replace("|delta|", "\\|delta\\|")
