"""The pictures of the metrics: what is not known is not drawn, people's words are no markup."""

from engine.core.interval import Interval
from engine.experiments.metrics.definitions import METRICS
from engine.experiments.metrics.period import WEEK_MS
from engine.experiments.metrics.retention import Cohort
from engine.experiments.metrics.values import Measured
from engine.services.review_rankings.measuring import Annotation, MetricLine
from pages.ui.look import DARK, LIGHT
from pages.ui.metrics.figures import Rate, cohort_map, rates_chart, trend_chart

NONE = Interval(None)


def a_line(*values: Interval) -> MetricLine:
    """A metric with a week for each value."""
    own = METRICS["save_rate"]
    weeks = tuple(Measured("save_rate", WEEK_MS * (place + 1), each) for place, each in enumerate(values))
    return MetricLine("save_rate", own.label, own.group, own.unit, own.definition, True, NONE, NONE, NONE, weeks)


def test_a_week_without_a_value_is_no_zero() -> None:
    """A gap is a gap; a value without a range stands without one."""
    line = a_line(Interval(0.05, 0.04, 0.06, 9), NONE, Interval(0.07, n=3))
    high, low, middle = trend_chart(line, (), LIGHT)["data"]
    assert middle["y"] == [5.0, 7.0]
    assert (low["y"], high["y"]) == ([4.0], [6.0])


def test_words_of_people_are_no_markup_on_a_chart() -> None:
    """Charts take some signs for tags."""
    note = Annotation(WEEK_MS, "<a href='x'>press</a> & win", "release", "local")
    *_, flags = trend_chart(a_line(Interval(0.05, 0.04, 0.06, 9)), (note,), LIGHT)["data"]
    assert "&lt;a href" in flags["text"][0]
    assert "<a" not in flags["text"][0]


def test_a_pointer_finds_the_marks_of_what_happened() -> None:
    """On the very edge of a chart nothing is found: they stand a little under it."""
    note = Annotation(WEEK_MS, "Version 2", "release", "local")
    figure = trend_chart(a_line(Interval(0.05, 0.04, 0.06, 9)), (note,), LIGHT)
    assert max(figure["data"][-1]["y"]) < figure["layout"]["yaxis2"]["range"][1] < 1.1


def test_only_rates_with_a_range_are_drawn() -> None:
    """One row each, the rate of all as a line."""
    shown = rates_chart((Rate("Wheel", Interval(0.1, 0.08, 0.12, 40)), Rate("Calendar", NONE)), "%", 0.09, LIGHT)
    assert shown["layout"]["yaxis"]["ticktext"] == ["Wheel"]
    assert [each["x0"] for each in shown["layout"]["shapes"]] == [9.0]


def test_cohorts_that_are_too_young_have_no_cell() -> None:
    """Nobody can have come back after 90 days who came a week ago."""
    young = Cohort(0, 12, (Interval(0.5, 0.3, 0.7, 12), Interval(None, n=12), Interval(None, n=12)))
    for colours in (LIGHT, DARK):
        figure = cohort_map((young,), colours)
        assert figure["data"][0]["z"] == [[50.0, None, None]]
        assert [each["text"] for each in figure["layout"]["annotations"]] == ["50\u00a0%"]
