"""All that was issued for a market in one reading, the same as piece by piece, and a mark that moves with it."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.gateways.store.desk import HOUSE
from engine.gateways.store.issued import Line
from engine.market.market import Market
from engine.services.startup import open_app, read_settings
from engine.services.track.imports import imported_of
from engine.services.track.record import record_of
from engine.services.track.tilt import NO_VIEW
from engine.services.track.whole import track_mark, track_of
from tests.builders import candles
from tests.forecast.track.making import CUTOFF, DAY, THEIRS, an_issued


def test_a_track_is_its_pieces_and_its_mark_moves_with_every_forecast(tmp_path: Path) -> None:
    """Three readings of a year of hourly forecasts would be a second."""
    app = open_app(read_settings({"TOPTION_DATA": str(tmp_path / "data")}, tmp_path / "none.env"))
    bars = candles(100 + np.sin(np.arange(60.0)), "1d")
    app.candles.save(replace(bars, time=CUTOFF + (np.arange(60) - 40) * DAY), Market("TEST"), "test")
    marks = [track_mark(app, "TEST", "1d")]
    for one in (an_issued(), an_issued(0, THEIRS, 0.01)):
        app.store.forecasts(HOUSE).issue(Line(), [one])
        marks.append(track_mark(app, "TEST", "1d"))
    found = track_of(app, "TEST", "1d")
    assert found.record == record_of(app, "TEST", "1d")
    assert [one.issued for one in found.beside] == [one.issued for one in imported_of(app, "TEST", "1d")]
    assert found.direction.sentence == NO_VIEW
    assert len(set(marks)) == 3
    assert track_mark(app, "TEST", "1d") == marks[-1]
    app.store.close()
