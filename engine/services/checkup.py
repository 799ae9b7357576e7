"""Is everything in order? Python, packages, data folder, store, candles, kernels, key: each ok or what to do."""

import platform
import shutil
import sys
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from engine.core.compiled import cache_folder
from engine.core.errors import StoreError, ToptionError
from engine.gateways.rankers import FOLDER, Rankers
from engine.gateways.store.desk import HOUSE
from engine.market.bars import DAY_MS
from engine.services.startup import ROOT, App, open_app, read_settings

OLD_DAYS = 30  # after which a fit of the feed is old
LEAST_FREE = 200 * 2**20  # bytes: a year of use of a small installation


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: fine, or what to do."""

    name: str
    ok: bool
    detail: str


def checks() -> list[Check]:
    """Everything that `doctor` looks at; never shows a key, only whether there is one."""
    found = [python(), packages(), kernels()]
    try:
        settings = read_settings()
        app = open_app(settings)
    except ToptionError as error:
        return [*found, Check("store", False, str(error))]
    with closing(app.store):
        return [*found, disk(settings.data), store(app), *candles(app), forecasts(app), feed(app), world(app), key(app)]


def python() -> Check:
    """The interpreter."""
    return Check("Python", sys.version_info >= (3, 11), f"{platform.python_version()} (3.11 or newer)")


def packages() -> Check:
    """Whether the pinned packages are the ones installed."""
    pins = [line.split(";")[0].strip() for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines()]
    wrong = []
    for pin in pins:
        if "==" in pin:
            name, wanted = pin.split("==")
            have = installed(name.split("[")[0])
            if have != wanted:
                wrong.append(f"{name} {wanted} (here: {have or 'none'})")
    if wrong:
        return Check("packages", False, f"differ from requirements.txt: {', '.join(wrong)}. Run make run again.")
    return Check("packages", True, "as pinned in requirements.txt")


def installed(name: str) -> str | None:
    """The version of a package, None when it is not there."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def kernels() -> Check:
    """Whether the compiled bot is on disk; it compiles itself at first use, which takes some seconds."""
    warm = cache_folder().exists() and any(cache_folder().rglob("*.nbc"))
    detail = "compiled and on disk" if warm else "not compiled yet: the first replay takes seconds"
    return Check("kernels", True, detail)


def disk(folder: Path) -> Check:
    """Room for candles and the database."""
    free = shutil.disk_usage(folder).free
    text = f"{free / 2**30:.1f} GiB free in the data folder"
    return Check("disk", free >= LEAST_FREE, text if free >= LEAST_FREE else f"{text}. Free at least 200 MiB.")


def store(app: App) -> Check:
    """The database's own consistency."""
    found = app.store.check()
    return Check("store", not found, " ".join(found) or "reads, writes and is whole")


def candles(app: App) -> list[Check]:
    """Which candles there are, and each damaged file."""
    listings, problems = app.candles.listings(), app.candles.problems()
    have = f"{len(listings)} markets, {sum(item.rows for item in listings):,} candles"
    empty = "none yet: run python -m engine sample, or bars import"
    damaged = [Check("candles", False, text) for text in problems]
    return [Check("candles", bool(listings), have if listings else empty), *damaged]


def forecasts(app: App) -> Check:
    """Whether the record of issued forecasts is as it was written, walked from its first row to its last."""
    try:
        found = app.store.forecasts(HOUSE).verdicts()
    except StoreError as error:
        return Check("forecasts", False, str(error))
    broken = [
        f"{each.broken} (record {each.chain}; the {each.rows} before it hold). Judge nothing by what comes after, or"
        " put a backup in place."
        for each in found
        if each.broken
    ]
    if broken:
        return Check("forecasts", False, " ".join(broken))
    ends = ", ".join(f"{each.rows} in {each.chain}, ending in {each.seal[:12]}" for each in found)
    return Check("forecasts", True, f"every issued forecast is as it was: {ends}" if found else "none issued yet")


def feed(app: App) -> Check:
    """The fit that the feed uses: its age by the clock of what it was fitted on, how good it was, what was refused."""
    try:
        kept, now = Rankers(app.settings.data / FOLDER), app.now()
        found = kept.used(now + DAY_MS)
    except StoreError as error:
        return Check("feed", False, str(error))
    refused = next((each for each in kept.versions()[:1] if each.rolled_back), None)
    told = f" Fit {refused.number} is not used: {refused.rolled_back}." if refused else ""
    if found is None:
        return Check("feed", True, f"nothing fitted yet: the server does it, or python -m engine feed fit.{told}")
    days = max(now - found[0].until_ms, 0) // DAY_MS
    age = f"fit {found[0].number}, {days} days old, on {found[0].events:,} events of {found[0].traders} traders"
    is_old = days > OLD_DAYS
    return Check("feed", not is_old, f"{age}. Run python -m engine feed fit.{told}" if is_old else f"{age}.{told}")


def world(app: App) -> Check:
    """The sample world, which is optional."""
    try:
        found = app.store.world()
    except StoreError as error:
        return Check("sample world", False, str(error))
    return Check("sample world", True, f"seed {found.seed}" if found else "none: python -m engine sample makes one")


def key(app: App) -> Check:
    """Whether Claude has a key, never the key; and which model reads words, by the provider's own list."""
    if app.settings.claude_problem:
        return Check("Claude", False, app.settings.claude_problem)
    if app.claude is None:
        return Check("Claude", True, "no key: the product works without one")
    choice = app.claude.check()
    if not choice.model:
        return Check("Claude", False, f"a key is set. {choice.notice}")
    return Check("Claude", True, f"a key is set; {choice.model} reads words. {choice.notice}".rstrip())
