"""The picture of an experiment day by day: ranges where there are some, the look that decided, the plan's end."""

import math

from engine.experiments.analysis.looks import Line, Look, Span
from pages.ui.experiments.by_day import by_day_chart
from pages.ui.look import LIGHT


def look(day: int, effect: float, reach: float, share: float = 0.5) -> Look:
    """A day's look: decided where its range leaves zero out."""
    span = Span(effect, effect - reach, effect + reach)
    bound = math.inf if math.isinf(reach) else 2.0
    z = 2.0 * effect / reach if math.isfinite(reach) else 0.0
    return Look(day, day, 100, 100, share, 0.1, 0.1, span, span, z, bound, 0.0)


def test_ranges_are_drawn_where_a_look_had_one() -> None:
    """Looks after the plan say where the effect is, and no more."""
    line = Line("save_rate", (look(1, 0.1, 0.5), look(2, 0.2, 0.1, 1.0), look(3, 0.21, math.inf, 1.0)))
    high, low, middle = by_day_chart(line, "Save rate", LIGHT)["data"]
    assert (high["x"], high["y"]) == ([1, 2], [60.0, 30.0])
    assert low["y"] == [-40.0, 10.0]
    assert middle["y"] == [10.0, 20.0, 21.0]


def test_the_look_that_decided_and_the_end_of_the_plan_are_named() -> None:
    """The eye finds them without reading a table."""
    line = Line("save_rate", (look(1, 0.1, 0.5), look(2, 0.2, 0.1, 1.0), look(3, 0.21, math.inf, 1.0)))
    layout = by_day_chart(line, "Save rate", LIGHT)["layout"]
    assert [(each["text"], each["x"]) for each in layout["annotations"]] == [("decided", 2), ("plan over", 2)]
    open_end = Line("save_rate", (look(1, 0.1, 0.5), look(2, 0.1, 0.4)))
    assert by_day_chart(open_end, "Save rate", LIGHT)["layout"]["annotations"] == []


def test_wide_first_days_do_not_flatten_the_rest() -> None:
    """A range of thousands of percent after one day must not hide the range of today."""
    line = Line("save_rate", (look(1, 0.1, 30.0), look(2, 0.1, 0.2)))
    low, high = by_day_chart(line, "Save rate", LIGHT)["layout"]["yaxis"]["range"]
    assert -150 < low < -20
    assert 30 < high < 150


def test_the_plan_s_end_is_named_where_there_is_room() -> None:
    """Late in the picture the words stand before the line: after it a phone would cut them."""
    late = Line("save_rate", (look(1, 0.1, 0.5), *(look(day, 0.2, 0.5, day / 20) for day in range(2, 22))))
    early = Line("save_rate", (look(1, 0.1, 0.5, 1.0), look(2, 0.1, 0.5, 1.0), look(9, 0.1, 0.5, 1.0)))
    sides = [by_day_chart(each, "Save rate", LIGHT)["layout"]["annotations"][-1]["xanchor"] for each in (late, early)]
    assert sides == ["right", "left"]
