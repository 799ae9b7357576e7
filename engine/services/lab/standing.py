"""The run that stands for a request already: on the same candles, by the same rules, nothing is worked out twice."""

import hashlib

from engine.core.code import code_version
from engine.core.errors import StoreError
from engine.services.lab.found import LabRun
from engine.services.lab.history import keep_run, run_by_key
from engine.services.lab.request import LabRequest, ground
from engine.services.lab.sweeping import material, sources
from engine.services.startup import App


def key_of(request: LabRequest, candles: str, code: str) -> str:
    """The key of a request's run: another question, other candles or other rules have another one."""
    return hashlib.sha256(f"{request!r} {candles} {code}".encode()).hexdigest()[:12]


def standing(app: App, request: LabRequest) -> tuple[str, LabRun | None]:
    """The key of the run that answers a request on today's candles, and the run, where it is kept.

    DataError where the candles cannot answer it at all.
    """
    found = material(app, request.symbol, request.step)
    key = key_of(request, sources(found, ground(found.bars, found.market, request)).candles, code_version())
    try:
        return key, run_by_key(app, key).run
    except StoreError:  # not kept yet, or forgotten
        return key, None


def keep_standing(app: App, run: LabRun) -> str:
    """Keep a run so that the same question finds it; the key it is kept under.

    A run that was forgotten is kept under a key of its own: what was forgotten does not come back. StoreError where
    it is too large.
    """
    key = key_of(run.request, run.sources.candles, run.sources.code)
    try:
        return keep_run(app, run, key).key
    except StoreError:
        return keep_run(app, run).key
