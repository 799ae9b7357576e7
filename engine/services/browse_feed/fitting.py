"""Fitting the feed on everybody: beside the pages, when there is news, judged on days held back, rolled back."""

import time
from dataclasses import dataclass
from typing import Final

from engine.core.errors import DataError, ToptionError
from engine.gateways.beside import run_beside
from engine.gateways.file_lock import held
from engine.gateways.rankers import Version
from engine.gateways.store.desk import HOUSE
from engine.market.bars import DAY_MS
from engine.ranking.fitting.ranker import fit_ranker
from engine.services.browse_feed.fitted import rankers_of
from engine.services.browse_feed.known import AHEAD
from engine.services.people import people
from engine.services.startup import App, Settings, open_app
from engine.traders.log import EventLog, joined

WEEK_MS: Final = 7 * DAY_MS
FEWEST: Final = 200  # events of everybody, under which there is nothing to fit
GROWN: Final = 0.05  # more events than at the last fit, at least
LEAST_NEW: Final = 200
LOOK_EVERY: Final = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Fit:
    """What came of a fit: the version it is kept as, and how long it took."""

    version: Version
    seconds: float


def fit_now(settings: Settings, only_if_due: bool = False) -> Fit | None:
    """Fit on everybody up to now and keep it; None when that is not due, or nobody has done anything yet.

    One process at a time. A fit that is worse on days held back than the one in use was, by more than both are
    uncertain, is kept and not used, and says why.
    """
    app, started = open_app(settings), time.perf_counter()
    try:
        kept = rankers_of(settings)
        with held(kept.lock, "the fitted feed", patience=LOOK_EVERY):
            if only_if_due and not is_due(app):
                return None
            log = everybody(app)
            if not len(log):
                return None
            ranker = fit_ranker(log, app.now() + AHEAD)
            before = next((each for each in kept.versions() if not each.rolled_back), None)
            why = ""
            if before is not None and before.held is not None and ranker.held is not None:
                why = _why_not(ranker.held.is_worse_than(before.held), before)
            return Fit(kept.keep(ranker, why), time.perf_counter() - started)
    finally:
        app.store.close()


def everybody(app: App) -> EventLog:
    """What simulated traders and, without their names, people did up to now, in time order."""
    made, crowd = people(app), app.store.crowd(HOUSE).log()
    return (crowd if made is None else joined([made, crowd])).until(app.now() + AHEAD)


def is_due(app: App) -> bool:
    """Whether a fit would say something new: a week has passed, enough events came, or the last one was removed."""
    made = people(app)
    events = app.store.crowd(HOUSE).count() + (0 if made is None else len(made))
    if events < FEWEST:
        return False
    newest = next(iter(rankers_of(app.settings).versions()), None)
    if newest is None or not newest.is_there:
        return True
    passed = app.now() + AHEAD - newest.until_ms
    return not 0 <= passed < WEEK_MS or events - newest.events >= max(LEAST_NEW, GROWN * newest.events)


def versions(settings: Settings) -> tuple[Version, ...]:
    """Every fit there was, the newest first."""
    return rankers_of(settings).versions()


def roll_back(settings: Settings, number: int, why: str) -> None:
    """Use a fit no more: the one before it takes its place."""
    kept = rankers_of(settings)
    if not why.strip():
        raise DataError("say in a few words why a fit is rolled back, such as --why 'saves fell by half'.")
    with held(kept.lock, "the fitted feed", patience=LOOK_EVERY):
        kept.roll_back(number, why.strip())


def look_after(settings: Settings, rounds: int | None = None) -> None:
    """Fit whenever it is due, in a process apart, while the server runs (or so many looks); not where switched off."""
    if not settings.fits_beside:
        return
    environment = {"TOPTION_DATA": str(settings.data), "DATABASE_URL": settings.database_url}
    app: App | None = None
    time.sleep(LOOK_EVERY if rounds is None else 0.0)  # the first visitors come first
    while rounds is None or rounds > 0:
        rounds = None if rounds is None else rounds - 1
        try:
            app = app or open_app(settings)
            if is_due(app):
                run_beside(["feed", "fit", "--if-due"], environment)
        except ToptionError:
            app = None  # a store that is being restored or moved: pages and `doctor` report it
        if rounds is None or rounds:
            time.sleep(LOOK_EVERY)


def _why_not(is_worse: bool, before: Version) -> str:
    return f"worse on days held back than fit {before.number}, which stays in use" if is_worse else ""
